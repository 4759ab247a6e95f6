"""The gettext catalogues: every visible word, in Chinese and in English, by its key."""

import gettext
import io
from functools import cache
from pathlib import Path

import polib

LANGUAGES = ("zh", "en")
FOLDER = Path(__file__).resolve().parents[1] / "translations"


class Words:
    """The words of one language: `words("trend.title", name="…")`.

    A key with a plural form takes the count as `n`. An unknown key raises `KeyError`, so that
    no page shows a key for a word.
    """

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._catalogue = gettext.GNUTranslations(io.BytesIO(_merged(lang).to_binary()))

    def __call__(self, key: str, **values: object) -> str:
        n = values.get("n")
        text = self._catalogue.ngettext(key, key, n) if isinstance(n, int) else key
        if text == key:
            text = self._catalogue.gettext(key)
        if text == key:
            raise KeyError(f"{key} is not in translations/{self.lang}")
        return text.format(**values)


@cache
def words(lang: str) -> Words:
    """Return the words of `lang` ("zh" or "en")."""
    return Words(lang)


def catalogue_files(lang: str) -> list[Path]:
    """The .po files of `lang`, one per room."""
    return sorted((FOLDER / lang / "LC_MESSAGES").glob("*.po"))


def _merged(lang: str) -> polib.POFile:
    merged = polib.POFile()
    merged.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    for path in catalogue_files(lang):
        merged.extend(polib.pofile(str(path)))
    return merged
