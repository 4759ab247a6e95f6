"""What one cell of a head, a row's name or a line above says of figures, and how such says add."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from indicators import periods
from loaders.adopting.phrases import SAID, When, cleaned, plain, split_marks

LEVEL = "level"  # says that the figures are no growth, and nothing else
BARE_PERCENT = re.compile(r"^(.*[^\d%])(%)$")
BRACKETS = re.compile(r"^(.*)\((?:单位:)?([^()]*)\)$")
BETWEEN_UNITS = re.compile("[、,;]")
# A quarter cumulated since January is that many months.
CUMULATED_PARTS = {f"-Q{n}": f"-{3 * n:02}/ytd" for n in (1, 2, 3)} | {"-Q4": ""}
MONTH = re.compile(r"-\d\d")

UnitOf = Callable[[str], str]  # the unit word that a plain word means, "" for none


@dataclass(frozen=True, slots=True)
class Said:
    """What a cell says: a name, units to choose from, and of what kind the figures are.

    `kinds` are some of growth, month, cumulated, level. `name` is "" where it says no more.
    """

    name: str = ""
    units: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    marks: tuple[str, ...] = ()


def said(text: str, is_known: Callable[[str], bool], unit_of: UnitOf) -> Said:
    """Read a name: what stands before and behind it is taken off until it is known.

    A name that stays unknown keeps all but what says its kind and unit.
    """
    word, marks = split_marks(plain(text))
    word, units = split_units(cleaned(word), unit_of)
    word, more = split_marks(word)
    kinds: set[str] = set()
    while not is_known(word):
        shorter, kind = _without_kind(word)
        if not kind:
            break
        word, kinds = shorter, kinds | {kind}
    return Said(word, units, frozenset(kinds), marks + more)


def kinds_of(text: str, unit_of: UnitOf) -> Said | None:
    """Read a head that names nothing: of what kind the figures are; None where it says more."""
    word, units = split_units(split_marks(plain(text))[0], unit_of)
    kinds: set[str] = set()
    while word:
        word, kind = _without_kind(word, SAID)
        if not kind:
            return None
        kinds.add(kind)
    return Said("", units, frozenset(kinds)) if kinds or units else None


NAMED = tuple((word, kind) for word, kind in SAID if kind != LEVEL)


def _without_kind(word: str, said: Iterable[tuple[str, str]] = NAMED) -> tuple[str, str]:
    return next(
        ((word.removesuffix(end), kind) for end, kind in said if word.endswith(end)), (word, "")
    )


def split_units(word: str, unit_of: UnitOf) -> tuple[str, tuple[str, ...]]:
    """Return a plain text without the units in brackets at its end, and these units."""
    found = BRACKETS.match(word) or BARE_PERCENT.match(word)
    units = units_in(found[2], unit_of) if found else ()
    return (found[1], units) if found and units else (word, ())


def units_in(text: str, unit_of: UnitOf) -> tuple[str, ...]:
    """Return the units that a plain text lists; none if any part of it is no unit."""
    found = tuple(unit_of(part) for part in BETWEEN_UNITS.split(text))
    return found if all(found) else ()


def period(said: Iterable[When], kinds: Iterable[str]) -> str:
    """Return the period that several cells say together, the closest first; "" for none.

    A part of a year goes with a year that another cell says alone, never with one of another part.
    """
    every = tuple(said)
    year = next((at for at, when in enumerate(every) if when.year), None)
    if year is None:
        return ""
    parts = (
        w.part for at, w in enumerate(every) if w.part is not None and (at == year or not w.year)
    )
    text = every[year].year + _of_kind(next(parts, ""), kinds)
    try:
        return periods.parse(text).text
    except periods.PeriodError:
        return ""


def _of_kind(part: str, kinds: Iterable[str]) -> str:
    if "cumulated" not in kinds:
        return part.removesuffix("/ytd") if "month" in kinds else part
    return f"{part}/ytd" if MONTH.fullmatch(part) else CUMULATED_PARTS.get(part, part)
