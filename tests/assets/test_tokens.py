"""The style sheet's tokens: the same as the charts', told apart by every reader, and used."""

import itertools
import math
import re
from pathlib import Path

import pytest

from figures import theme
from figures.status_looks import COLOURS

ASSETS = Path(__file__).resolve().parents[2] / "assets"
TOKENS = (ASSETS / "10-tokens.css").read_text("utf-8")
OWN = [p for p in sorted(ASSETS.glob("*.css")) if p.name not in ("10-tokens.css", "embed.css")]
SIX = [hue for base, hue in theme.BASE_HUES.items() if base != "economy"]
# Machado, Oliveira and Fernandes 2009, severity 1, for linear RGB.
DEFICIENCIES = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
                   (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
                     (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602),
                   (0.004733, 0.691367, 0.303900)),
}  # fmt: skip
APART = 6  # of 100 in OKLab; 2 is just seen

Colour = tuple[float, float, float]


def token(name: str, block: str = ":root") -> str:
    """The value of a custom property in the first block of that selector."""
    body = TOKENS.split(block + " {", 1)[1].split("}", 1)[0]
    found = re.search(rf"--{name}: ([^;]+);", body)
    assert found, name
    return found[1]


def linear(colour: str) -> Colour:
    whole = "".join(sign * 2 for sign in colour[1:]) if len(colour) == 4 else colour[1:]
    parts = [int(whole[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return r, g, b


def contrast(one: str, other: str) -> float:
    lights = sorted(
        0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05 for r, g, b in (linear(one), linear(other))
    )
    return lights[1] / lights[0]


def seen(colour: str, deficiency: str) -> Colour:
    """A colour as a reader with the deficiency sees it, in OKLab."""
    rows = DEFICIENCIES[deficiency]
    r, g, b = (
        min(1, max(0, sum(w * c for w, c in zip(row, linear(colour), strict=True)))) for row in rows
    )
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    middle = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def test_the_charts_have_the_colours_of_the_pages() -> None:
    for base, hue in theme.BASE_HUES.items():
        assert token("hue", f".base-{base}").upper() == hue
    for name, colour in (("ink", theme.INK), ("muted", theme.MUTED), ("grid", theme.GRID),
                         ("pale", theme.PALE)):  # fmt: skip
        assert token(name).upper() == colour
    assert token("font") == theme.FONT


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_the_six_hues_are_told_apart_by_every_reader(deficiency: str) -> None:
    for one, other in itertools.combinations(SIX, 2):
        distance = 100 * math.dist(seen(one, deficiency), seen(other, deficiency))
        assert distance >= APART, (one, other)


@pytest.mark.parametrize("hue", theme.BASE_HUES.values())
def test_a_hue_is_read_as_text_on_card_and_ground(hue: str) -> None:
    assert contrast(hue, token("card")) >= 4.5
    assert contrast(hue, token("ground")) >= 4.5


def test_text_and_marks_have_their_contrast() -> None:
    for ground in ("ground", "card", "sunken"):
        for text in ("ink", "muted", "link"):
            assert contrast(token(text), token(ground)) >= 4.5, (text, ground)
        for mark in ("edge", "focus"):
            assert contrast(token(mark), token(ground)) >= 3, (mark, ground)
    assert contrast(token("warn"), token("warn-ground")) >= 4.5
    assert contrast(token("note"), token("note-ground")) >= 4.5
    for colours in COLOURS.values():
        assert all(contrast(colour, token("card")) >= 4.5 for colour in colours.values())


def test_high_contrast_is_at_least_seven_to_one_by_switch_and_by_system() -> None:
    switch = ':root[data-contrast="more"]'
    for text in ("ink", "muted", "link", "focus", "warn", "good", "note"):
        assert contrast(token(text, switch), "#fff") >= 7, text
    bodies = re.findall(r"--ink: #000;[^}]*", TOKENS)
    assert len(bodies) == 2
    assert len({" ".join(body.split()) for body in bodies}) == 1


def test_no_page_styles_itself() -> None:
    """Colours, fonts and sizes of text come from the tokens alone."""
    for path in OWN:
        text = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
        if path.name != "90-print.css":  # paper has colours of its own
            # white on a coloured ground, the yellow ring in the dark header, shades
            colours = set(re.findall(r"#[0-9a-fA-F]{3,6}\b", text)) - {"#fff", "#ffc94d"}
            assert colours - set(re.findall(r"#[\w-]+(?= ?[.{,])", text)) == set(), path.name
            sizes = re.findall(r"font-size: ([^;]+);", text)
            odd = [s for s in sizes if not s.startswith("var(") and not s.endswith("em")]
            assert odd == [], path.name


def test_every_token_is_used() -> None:
    text = "".join(path.read_text("utf-8") for path in [*OWN, ASSETS / "plots.js"]) + TOKENS
    names = set(re.findall(r"(--[\w-]+):", TOKENS))
    assert [n for n in sorted(names) if f"var({n}" not in text and f'"{n}"' not in text] == []
