"""Heads and lines with holes: `{period}规模以上工业主要产品产量`, `{indicator}（{unit}）`."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from loaders.adopting.phrases import PERIOD, plain

WORD = r"[^|]+?"
HOLES: Mapping[str, str] = MappingProxyType(
    {
        "period": re.sub(r"\?P<\w+>", "?:", PERIOD),
        "region": WORD,
        "indicator": WORD,
        "unit": WORD,
    }
)
HOLE = re.compile(r"\{(" + "|".join(HOLES) + r")\}")
NUMBER = re.compile(r"\d+", re.ASCII)


def holes(template: str) -> tuple[str, ...]:
    """Return the names of the holes of a template."""
    return tuple(HOLE.findall(template))


def match(
    template: str,
    text: str,
    *,
    any_number: bool = False,
    regions: Iterable[str] = (),
    indicators: Iterable[str] = (),
) -> dict[str, str] | None:
    """Return what stands in the holes of a template; None where a plain text is not like it.

    With `any_number`, a number outside the holes may be another: those of a title and of a note
    change from month to month. `regions` and `indicators` are the names that may stand in their
    holes; any may where none are given.
    """
    words = (("region", tuple(regions)), ("indicator", tuple(indicators)))
    found = _pattern(template, words, any_number=any_number).fullmatch(text)
    return None if found is None else {k: v for k, v in found.groupdict().items() if v is not None}


@lru_cache(maxsize=4096)
def _pattern(
    template: str, words: tuple[tuple[str, tuple[str, ...]], ...], *, any_number: bool
) -> re.Pattern[str]:
    named = {hole: "|".join(map(re.escape, known)) for hole, known in words if known}
    inside = {**HOLES, **named}
    parts = HOLE.split(plain(template))  # texts and names of holes in turn
    filled: list[str] = []
    for at, part in enumerate(parts):
        if at % 2 == 0:
            text = re.escape(part)
            filled.append(NUMBER.sub(r"\\d+", text) if any_number else text)
        elif part in parts[1:at:2]:
            filled.append(f"(?:{inside[part]})")
        else:
            filled.append(f"(?P<{part}>{inside[part]})")
    return re.compile("".join(filled), re.ASCII | re.IGNORECASE)
