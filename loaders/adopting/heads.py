"""What the heads of foreign tables are like: their templates, and what stands below them."""

from dataclasses import dataclass, replace

from loaders.adopting.layout import BETWEEN
from loaders.adopting.names import PERCENT, Names
from loaders.adopting.phrases import IN_TEXT, cleaned, plain, split_marks, when
from loaders.adopting.reading import Said, kinds_of, said, split_units, units_in


@dataclass(frozen=True, slots=True)
class HeadSays:
    """The template of a head and what it names; `is_figures`: whether figures may stand below."""

    template: str
    is_figures: bool = True
    kinds: frozenset[str] = frozenset()
    units: tuple[str, ...] = ()
    indicator: str = ""
    region: str = ""


def head_says(text: str, names: Names) -> HeadSays:
    """Read a head; the rows of one of several rows say one thing together."""
    parts = [_part(split_marks(plain(part))[0], names) for part in text.split(BETWEEN)]
    return HeadSays(
        BETWEEN.join(part.template for part in parts),
        all(part.is_figures for part in parts),
        frozenset(kind for part in parts for kind in part.kinds),
        next((part.units for part in parts if part.units), ()),
        next((part.indicator for part in parts if part.indicator), ""),
        next((part.region for part in parts if part.region), ""),
    )


def indicator_said(text: str, names: Names) -> Said:
    """What a name says, by the indicators of the catalogue."""
    return said(text, lambda word: bool(names.indicator(word)), names.unit)


def _part(word: str, names: Names) -> HeadSays:
    if when(word):
        return HeadSays("{period}")
    if names.region(cleaned(word)):
        return HeadSays(word.replace(cleaned(word), "{region}"), region=cleaned(word))
    if units := units_in(word, names.unit):
        return HeadSays("{unit}", units=units)
    if only := kinds_of(word, names.unit):
        template = word if only.units == (PERCENT,) else _with_unit(word, names)
        return HeadSays(template, kinds=only.kinds, units=only.units)
    return _named(word, names) or _of_a_period(word, names) or HeadSays(word, is_figures=False)


def _named(word: str, names: Names) -> HeadSays | None:
    """A head that names an indicator; one with a unit names one even if it is unknown."""
    name = indicator_said(word, names)
    if not names.indicator(name.name) and not (name.units and name.name and not _period(word)):
        return None
    template = _with_unit(word, names).replace(name.name, "{indicator}", 1)
    return HeadSays(template, kinds=name.kinds, units=name.units, indicator=name.name)


def _of_a_period(word: str, names: Names) -> HeadSays | None:
    period = _period(word)
    rest = _part(word.removeprefix(period), names) if period else None
    if rest is None or not rest.is_figures:
        return None
    return replace(rest, template="{period}" + rest.template)


def _period(word: str) -> str:
    """The period that a head begins with; "" for none."""
    found = IN_TEXT.match(word)
    return found[0] if found and not found["years"] and when(found[0]) else ""


def _with_unit(word: str, names: Names) -> str:
    before, units = split_units(word, names.unit)
    if not units or not word.endswith(")"):
        return word
    inside = word[len(before) + 1 : -1]
    return f"{before}({inside[: inside.find(':') + 1]}{{unit}})"
