"""Growth in words: how much, against what, whether published or computed, and by which values."""

from decimal import ROUND_HALF_UP, Decimal

from indicators.change import Change, ComputedChange, PublishedGrowth
from indicators.records import Observation
from wording import formats
from wording.context import Context

SIGNS = {1: "+", 0: "±", -1: formats.MINUS}


def difference(change: Change, context: Context) -> tuple[str, str]:
    """Return the difference and against what.

    Computed ("+2.3%", "较2022年"), published ("+2.3%", "同比"); an index as it is, with its name.
    """
    if isinstance(change, PublishedGrowth):
        return _published(change.row, context)
    return _computed(change, context)


def _published(row: Observation, context: Context) -> tuple[str, str]:
    words, indicator = context.words, context.catalogue.indicators[row.indicator]
    if not indicator.measure.is_rate:
        return formats.quantity(row, context.catalogue, words), indicator.name(words.lang)
    return _signed(row, context), words("change.year_on_year")


def _signed(row: Observation, context: Context) -> str:
    """A growth rate as printed, with its sign in front."""
    words = context.words
    value = formats.shown_value(row, context.catalogue, words)
    unit = formats.unit_name(context.catalogue.indicators[row.indicator], context.catalogue, words)
    text = formats.with_unit(formats.number(abs(value), words), unit, words)
    sign = SIGNS[(value > 0) - (value < 0)]
    return words(f"qualifier.{row.qualifier}", quantity=sign + text)


def _computed(change: ComputedChange, context: Context) -> tuple[str, str]:
    words = context.words
    if change.ratio is not None:
        value, text = _rounded(change.ratio * 100, "%")
    else:
        value, text = _rounded(change.points or 0.0, "")
        text = words("points", points=text)
    sign = SIGNS[(value > 0) - (value < 0)]
    text = words("qualifier.about", quantity=sign + text) if change.is_about else sign + text
    since = words("change.since", period=formats.period(change.before.period, words))
    return text, since


def _rounded(value: float, unit: str) -> tuple[Decimal, str]:
    """One decimal, half up; the sign comes from the rounded number, so that −0.0 is ±0.0."""
    exact = Decimal(f"{value:.12g}").quantize(Decimal("0.1"), ROUND_HALF_UP)
    return exact, f"{abs(exact):f}{unit}"


def origin(change: Change, context: Context) -> str:
    """The word behind a change: published or computed, in brackets."""
    is_published = isinstance(change, PublishedGrowth)
    return context.words("change.published" if is_published else "change.computed")


def inputs(shown: Observation, change: Change, context: Context) -> str:
    """Say the value published, or the two that a change rests on, with their sources.

    `shown` is the observation that `change` is of.
    """
    words = context.words
    if isinstance(change, PublishedGrowth):
        indicator = context.catalogue.indicators[change.row.indicator]
        name = indicator.name(words.lang)
        return words("change.printed", name=name, input=_written(change.row, context))
    return words(
        "change.inputs", now=_written(shown, context), before=_written(change.before, context)
    )


def _written(row: Observation, context: Context) -> str:
    words = context.words
    return words(
        "change.input",
        period=formats.period(row.period, words),
        quantity=formats.marked_quantity(row, context.catalogue, words),
        source=formats.source_short(row.source, words),
    )
