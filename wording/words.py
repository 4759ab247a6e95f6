"""The gettext catalogues: every visible word, in Chinese and in English, by its key."""

import gettext
import io
from functools import cache
from pathlib import Path

import polib

LANGUAGES = ("zh", "en")
TAGS = {"zh": "zh-CN", "en": "en"}  # of the languages, as HTML names them (BCP 47)
FOLDER = Path(__file__).resolve().parents[1] / "translations"


class Words:
    """The words of one language; `words("points", points="2.3")` is the text of a key."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        merged = _merged(lang)
        self.keys = tuple(entry.msgid for entry in merged)
        self._catalogue = gettext.GNUTranslations(io.BytesIO(merged.to_binary()))

    def __call__(self, key: str, **values: object) -> str:
        """Return the text of `key` with its {holes} filled in.

        A key with a plural form takes the count as the whole number `n`. An unknown key raises
        `KeyError`, so that no page shows a key for a word.
        """
        n = values.get("n")
        text = self._catalogue.ngettext(key, key, n) if isinstance(n, int) else key
        if text == key:
            text = self._catalogue.gettext(key)
        if text == key:
            raise KeyError(f"{key} is not in translations/{self.lang}")
        return text.format(**values)


@cache
def words(lang: str) -> Words:
    """Return the words of `lang`, one of `LANGUAGES`; read once a process."""
    return Words(lang)


def catalogue_files(lang: str) -> list[Path]:
    """The .po files of `lang` in order of their names; both languages have the same."""
    return sorted((FOLDER / lang / "LC_MESSAGES").glob("*.po"))


def _merged(lang: str) -> polib.POFile:
    """All catalogues as one: a key is unique over all files."""
    merged = polib.POFile()
    merged.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    for path in catalogue_files(lang):
        merged.extend(polib.pofile(str(path)))
    return merged
