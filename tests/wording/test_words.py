"""The catalogues are complete, agree, and hold nothing that no code uses."""

import re
from pathlib import Path

import polib
import pytest

from charts.addresses import CHOICES
from indicators import vocabulary as v
from wording.words import LANGUAGES, catalogue_files, words

ROOT = Path(__file__).resolve().parents[2]
ROOMS = (
    "app.py",
    "command_line.py",
    "callbacks",
    "charts",
    "exports",
    "figures",
    "layouts",
    "loaders",
    "review",
    "wording",
)
HAN = re.compile(r"[\u4e00-\u9fff]")
# Chinese in English text: the switch to Chinese says so in Chinese, and units of the data format.
CHINESE_IN_ENGLISH = {"shell.other_language"}


def entries(lang: str) -> dict[str, polib.POEntry]:
    return {e.msgid: e for path in catalogue_files(lang) for e in polib.pofile(str(path))}


def texts(entry: polib.POEntry) -> list[str]:
    return [entry.msgstr] if entry.msgstr else list(entry.msgstr_plural.values())


def test_both_languages_have_the_same_keys_in_the_same_rooms() -> None:
    for chinese, english in zip(*(catalogue_files(lang) for lang in LANGUAGES), strict=True):
        assert chinese.name == english.name
        keys = [[e.msgid for e in polib.pofile(str(path))] for path in (chinese, english)]
        assert sorted(keys[0]) == sorted(keys[1])
        assert len(set(keys[0])) == len(keys[0])


def test_no_word_is_missing_and_both_fill_in_the_same_values() -> None:
    chinese, english = entries("zh"), entries("en")
    for key, entry in chinese.items():
        for text in texts(entry) + texts(english[key]):
            assert text.strip(), key
        holes = [set(re.findall(r"{(\w+)", " ".join(texts(e)))) for e in (entry, english[key])]
        assert holes[0] == holes[1], key


def test_each_language_is_its_own() -> None:
    for key, entry in entries("en").items():
        if key not in CHINESE_IN_ENGLISH:
            assert not HAN.search(" ".join(texts(entry))), key


def source_text() -> str:
    paths = [
        *(ROOT / each for each in ROOMS[:2]),
        *(p for room in ROOMS[2:] for p in (ROOT / room).rglob("*.py")),
    ]
    return "\n".join(path.read_text("utf-8") for path in paths)


# Heads that the code writes as f"{name}.{word}": those of filters among them.
NAMED_BY_TABLE = ("kind.", "answer.", *(f"{head}." for _, head in CHOICES.values()))


def test_every_key_is_used() -> None:
    text = source_text()
    heads = (*NAMED_BY_TABLE, *re.findall(r'f"((?:[a-z_]+\.)+[a-z_]*)\{', text))
    unused = [
        key for key in entries("zh")
        if key and f'"{key}"' not in text and not key.startswith(heads)
    ]  # fmt: skip
    assert unused == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_word_of_the_vocabulary_has_words(lang: str) -> None:
    say = words(lang)
    for head, known in (
        ("kind", (*v.SourceKind, *v.ProposalKind)), ("status", v.Status),
        ("carrier", v.Carrier), ("stage", v.Stage), ("event", v.EventKind),
        ("proposal", v.ProposalKind), ("target", v.TargetKind), ("level", v.Level),
        ("qualifier_word", v.Qualifier),
    ):  # fmt: skip
        for word in known:
            assert say(f"{head}.{word}")


def test_an_unknown_key_is_an_error_not_a_word() -> None:
    with pytest.raises(KeyError, match=r"no\.such is not in translations/zh"):
        words("zh")("no.such")


def test_every_key_that_the_code_says_is_there() -> None:
    said = re.findall(r'\b(?:words|t)\(\s*"(\w+\.[^"]+)"', source_text())
    assert len(said) > 100
    assert set(said) <= entries("zh").keys()
