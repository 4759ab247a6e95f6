"""A text that the server's fonts cannot draw is found before it is drawn."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from exports.pictures import fonts
from exports.pictures.errors import GlyphError, NoFontError, message
from wording.words import words

LATIN = "en|de\t20-7e 2212\n"
CHINESE = "zh-cn|en\t4e00 4ea7 503c"


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    fonts._drawable.cache_clear()
    yield
    fonts._drawable.cache_clear()


def installed(folder: Path, monkeypatch: pytest.MonkeyPatch, answer: str, ends: int = 0) -> None:
    """Put a fontconfig there that knows these fonts only."""
    (folder / "answer").write_text(answer)
    tool = folder / "fc-list"
    tool.write_text(
        f'#!/bin/sh\nwhile read -r l; do echo "$l"; done < {folder}/answer\nexit {ends}\n'
    )
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def test_the_characters_are_those_that_are_drawn() -> None:
    figure = {
        "data": [{"name": "甲", "x": ("乙", 1), "text": ["a\u200b b&amp;c"], "hovertext": ["丙"]}],
        "layout": {"title": {"text": "丁"}, "images": [{"source": "戊"}]},
    }
    assert fonts.characters(figure) - fonts.NUMBERS == set("甲乙丁ab&c")


@pytest.mark.browser
def test_the_fonts_of_this_server_draw_chinese() -> None:
    fonts.check({"data": [], "layout": {"title": {"text": "贵州省六大产业基地：±5%"}}})


def test_a_character_that_no_font_has_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(tmp_path, monkeypatch, LATIN + CHINESE + "\n")
    fonts.check({"title": "产值 Output"})
    with pytest.raises(GlyphError) as refusal:
        fonts.check({"title": "产值龘"})
    assert refusal.value.character == "龘"
    assert "U+9F98" in message(refusal.value, words("zh"))


@pytest.mark.parametrize(("answer", "ends"), [(LATIN, 0), ("", 0), (CHINESE + "\n", 1)])
def test_without_a_chinese_font_it_is_said_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, ends: int
) -> None:
    installed(tmp_path, monkeypatch, answer, ends)
    with pytest.raises(NoFontError) as refusal:
        fonts.check({"title": "Output"})
    for lang in ("zh", "en"):
        assert "fonts-noto-cjk" in message(refusal.value, words(lang))


def test_without_fontconfig_there_is_no_font_until_it_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoFontError):
        fonts.check({"title": "产值"})
    installed(tmp_path, monkeypatch, LATIN + CHINESE + "\n")
    fonts.check({"title": "产值"})
