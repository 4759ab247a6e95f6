"""Where a region stands among the others, in a sentence and in the heads of a table."""

from collections import defaultdict
from collections.abc import Sequence

from indicators import periods
from indicators.records import Indicator, Observation
from indicators.standings import Standing, Standings
from wording import formats, rankings
from wording.context import Context

MONEY = "money"  # the dimension whose growth is nominal, at the prices of each year


def sentence(standings: Standings, row: Standing, context: Context) -> str:
    """Say a region's value, its place with the change since the first period, and its share.

    The source stands in brackets. The region has a place.
    """
    words, latest = context.words, row.latest
    assert latest is not None  # what has no value has no place
    indicator = standings.indicator
    among = "all" if standings.is_complete else "some"
    is_moment = indicator.measure.is_of_a_moment
    parts = [
        words(
            f"standings.{among}.{'moment' if is_moment else 'stretch'}",
            period=_when(latest.period, context, is_moment=is_moment),
            region=rankings.name(context.catalogue.regions[row.region], words.lang),
            name=indicator.name(words.lang),
            quantity=formats.quantity(latest, context.catalogue, words),
            rank=row.rank,
            n=str(len(standings.ranked)),
        ),
        _change(standings, row, context),
        words("standings.share", share=formats.share(row.share, words)) if row.share else "",
    ]
    told = words("standings.clauses").join(filter(None, parts)) + words("standings.stop")
    source = words("sentence.source", sources=formats.source_short(latest.source, words))
    return (" " if words.lang == "en" else "").join((told, source))


def moved(standings: Standings, context: Context) -> str:
    """Name the regions that won or lost places since the first period; empty where none did."""
    words = context.words
    texts = []
    for key, sign in (("rose", 1), ("fell", -1)):
        names = [
            rankings.name(context.catalogue.regions[row.region], words.lang)
            for row in standings.ranked
            if row.change is not None and row.change * sign > 0
        ]
        if names:
            texts.append(words(f"standings.{key}", regions=words("list.join").join(names)))
    if not texts:
        return ""
    since, period = (
        formats.period(each, words) for each in (standings.periods[0], standings.period)
    )
    return words(
        "standings.moved",
        since=since,
        period=period,
        name=standings.indicator.name(words.lang),
        moves=words("standings.clauses").join(texts),
    )


def _when(period: str, context: Context, *, is_moment: bool) -> str:
    """A period as a sentence begins with it: what holds at a moment holds at the end of a year."""
    text = formats.period(period, context.words)
    is_year_end = is_moment and periods.parse(period).kind == "year"
    return context.words("standings.year_end", period=text) if is_year_end else text


def _change(standings: Standings, row: Standing, context: Context) -> str:
    if row.change is None:
        return ""
    key = "same" if not row.change else "up" if row.change > 0 else "down"
    since = formats.period(standings.periods[0], context.words)
    return context.words(f"standings.{key}", since=since, places=str(abs(row.change)))


def growth_name(indicator: Indicator, context: Context) -> str:
    """The name of the mean growth a year: that of money is nominal."""
    is_money = context.catalogue.units[indicator.unit].dimension == MONEY
    return context.words("standings.nominal" if is_money else "standings.growth")


def growth_hint(standings: Standings, context: Context) -> str:
    """What the computed growth is, and what it is not; empty where none is computed."""
    if not standings.since:
        return ""
    is_money = context.catalogue.units[standings.indicator.unit].dimension == MONEY
    return context.words("standings.nominal_hint" if is_money else "standings.growth_hint")


def remarks(standings: Standings, context: Context) -> list[str]:
    """The clerk's remarks on the values of the table, each with its regions and period.

    A remark that all regions carry names none of them.
    """
    words = context.words
    regions: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in standings.rows:
        for shown in row.observations:
            if shown and (text := shown.note(words.lang)):
                regions[shown.period, text].append(row.region)
    return [
        words(
            "standings.remark",
            of=_subject(codes if len(codes) < len(standings.rows) else (), period, context),
            text=text.rstrip("。."),
        )
        for (period, text), codes in sorted(regions.items())
    ]


def _subject(codes: Sequence[str], period: str, context: Context) -> str:
    words, regions = context.words, context.catalogue.regions
    names = words("list.join").join(regions[code].short(words.lang) for code in codes)
    when = formats.period(period, words)
    return words("standings.of", regions=names, period=when) if names else when


def told(standings: Standings) -> list[Observation]:
    """The values of the table, row by row."""
    return [shown for row in standings.rows for shown in row.observations if shown]
