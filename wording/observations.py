"""A single observation in words: the sentence to quote."""

from indicators import periods
from indicators.points import YEAR
from indicators.records import Observation
from wording import formats
from wording.context import Context
from wording.words import Words


def sentence(row: Observation, context: Context) -> str:
    """Say what a publication reports, and which; empty for a missing value."""
    if row.value is None:
        return ""
    words, catalogue = context.words, context.catalogue
    return words(
        "observation.sentence",
        when=when(row, context),
        region=_where(row, context),
        name=catalogue.indicators[row.indicator].name(words.lang),
        value=formats.quantity(row, catalogue, words),
        status=_standing(row, words),
        source=formats.source_short(row.source, words),
    )


def _standing(row: Observation, words: Words) -> str:
    """That it is not final, that it was corrected; empty where nothing need be said."""
    status = words(f"status.{row.status}")
    final = words("observation.status", status=status) if row.status.is_named else ""
    return final + (words("observation.corrected") if row.corrections else "")


def when(row: Observation, context: Context) -> str:
    """The time that a value is told of: a state is of the end of its period.

    One that was published before that end is of some day within the period.
    """
    words = context.words
    is_of_a_moment = context.catalogue.indicators[row.indicator].measure.is_of_a_moment
    if is_of_a_moment and not _is_early(row):
        return words("when.moment", period=end(row.period, words))
    return words("when.stretch", period=formats.period(row.period, words))


def _is_early(row: Observation) -> bool:
    """Whether it was published before its period ended."""
    published = row.source.published
    return bool(published) and periods.parse(published).end < periods.parse(row.period).end


def end(period: str, words: Words) -> str:
    """Name the end of a period: 2023年末, 2023年6月末; a day is that day."""
    span = periods.parse(period)
    if span.kind == "day":
        return formats.period(period, words)
    key = "end.year" if span.end.month == YEAR else "end.month"
    return words(key, year=span.year, month=words(f"month.{span.end.month}"))


def _where(row: Observation, context: Context) -> str:
    """The region, unless the name says it; a company is none of a region's."""
    words, region = context.words, context.catalogue.regions[row.region]
    indicator = context.catalogue.indicators[row.indicator]
    if indicator.is_of_a_company or region.short(words.lang) in indicator.name(words.lang):
        return ""
    return words("observation.where", region=region.name(words.lang))
