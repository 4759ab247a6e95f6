"""The numbers of foreign tables as they are printed, and the marks of footnotes behind them."""

import re

from loaders.adopting.phrases import split_marks
from loaders.numbers import number
from loaders.signs import half_width

UNCALCULATED = "="  # in place of the result of a formula; told beside the texts of the sheet
GROUPED = re.compile(r"[+-]?\d{1,3}(?: \d{3})+(?:\.\d+)?", re.ASCII)


def split_value(cell: str) -> tuple[str, tuple[str, ...]]:
    """Return what a cell shows as a number, half-width, and its marks; a mark alone is shown."""
    shown = half_width(cell).strip()
    text, marks = split_marks(shown)
    text = text.strip()
    if shown == UNCALCULATED:
        return "", ()
    if not text:
        return shown, ()
    return ("".join(text.split()) if GROUPED.fullmatch(text) else text), marks


def is_figure(cell: str) -> bool:
    """Whether a cell shows a number, or a sign in place of one."""
    text, _ = split_value(cell)
    return bool(text) and not number(text, may_miss=True)[1]
