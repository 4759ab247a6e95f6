"""What a chart shows, as a sentence to stand below it in a report."""

from collections.abc import Sequence

from indicators import periods
from indicators.records import Area, Indicator, Observation
from indicators.vocabulary import PROVINCE, AreaKind, Direction, SourceKind
from wording import editions, formats, sentences
from wording.context import Context
from wording.observations import end

PLACES = 3  # that a sentence of a ranking names
LEAP = 3  # times as much in another source: that is another scope


def course(rows: Sequence[Observation], context: Context) -> tuple[str, tuple[Observation, ...]]:
    """Tell the newest figure, and the one before it of its kind; with the rows that are told.

    Of several regions the newest figure of each. Empty where nothing is reported as happened.
    """
    happened = [row for row in rows if row.value is not None and row.status.is_actual]
    by_region = {row.region: _newest(happened, row.region) for row in happened}
    if len(by_region) != 1:
        told = tuple(by_region.values())
        return _of_regions(told, context) if told else "", told
    (newest,) = by_region.values()
    before = _before(newest, happened)
    earlier = context.words("charted.before", **_said(before, context)) if before else ""
    sentence = _sentence(newest, earlier, context)
    return sentence, (newest, *([before] if before else []))


def _newest(rows: Sequence[Observation], region: str) -> Observation:
    """The figure that ends last; of two that end together the longer."""
    spans = ((periods.stretch(row.period), row) for row in rows if row.region == region)
    return max(spans, key=lambda pair: (pair[0].end, pair[0].months))[1]


def _before(newest: Observation, rows: Sequence[Observation]) -> Observation | None:
    """The figure of the same time of an earlier year, if it is of the same scope."""
    span = periods.stretch(newest.period)
    alike = [
        (other.end, row)
        for row in rows
        if (other := periods.stretch(row.period)).end < span.end
        and (other.months, other.end.month) == (span.months, span.end.month)
        and row.region == newest.region
    ]
    latest = max(alike, key=lambda pair: pair[0])[1] if alike else None
    return latest if latest and _is_of_one_scope(latest, newest) else None


def _is_of_one_scope(before: Observation, after: Observation) -> bool:
    low, high = sorted(abs(row.value or 0) for row in (before, after))
    return before.source.id == after.source.id or high <= LEAP * low


def _sentence(row: Observation, earlier: str, context: Context) -> str:
    words, indicator = context.words, context.catalogue.indicators[row.indicator]
    is_state = indicator.measure.is_of_a_moment
    said = _said(row, context) | ({"period": end(row.period, words)} if is_state else {})
    return words(
        "charted.state" if is_state else "charted.stretch",
        region=_where(row, context),
        name=indicator.name(words.lang),
        earlier=earlier,
        age=_age(row, context),
        **said,
    )


def _said(row: Observation, context: Context) -> dict[str, str]:
    words = context.words
    standing = formats.standing(row, words)
    status = words("charted.status", status=standing) if standing else ""
    quantity = formats.quantity(row, context.catalogue, words)
    return {
        "period": formats.period(row.period, words),
        "value": quantity + status,
    }


def _age(row: Observation, context: Context) -> str:
    age = editions.age(row.period, context.today, context.words)
    return context.words("charted.age", age=age) if age else ""


def _where(row: Observation, context: Context) -> str:
    words, region = context.words, context.catalogue.regions[row.region]
    name = context.catalogue.indicators[row.indicator].name(words.lang)
    if region.short(words.lang) in name or row.source.kind is SourceKind.COMPANY:
        return ""  # a company speaks of itself
    return words("sentence.where", region=sentences.region_name(row.region, context))


def _of_regions(rows: Sequence[Observation], context: Context) -> str:
    words = context.words
    indicator = context.catalogue.indicators[rows[0].indicator]
    named = [
        words("charted.of_region", region=_region(row, context), **_said(row, context))
        for row in rows
    ]
    listed = words("list.join").join(named)
    return words("charted.regions", name=indicator.name(words.lang), regions=listed)


def _region(row: Observation, context: Context) -> str:
    return context.catalogue.regions[row.region].short(context.words.lang)


def places(
    indicator: Indicator, rows: Sequence[Observation], context: Context
) -> tuple[str, tuple[Observation, ...]]:
    """Tell the first of the regions of one period and the last of them; with all that are told."""
    sign = 1 if indicator.direction is Direction.DOWN else -1
    valued = [row for row in rows if row.value is not None and row.region != PROVINCE]
    ranked = sorted(valued, key=lambda row: sign * (row.value or 0))
    if not ranked:
        return "", ()
    words = context.words
    first, last = ranked[:PLACES], ranked[-1]
    text = words(
        "charted.places" if len(ranked) > PLACES else "charted.few_places",
        n=len(ranked),
        period=formats.period(last.period, words),
        name=indicator.name(words.lang),
        first=words("list.join").join(_of_place(row, context) for row in first),
        last=_of_place(last, context),
        age=_age(last, context),
    )
    return text, tuple(ranked)


def _of_place(row: Observation, context: Context) -> str:
    quantity = formats.quantity(row, context.catalogue, context.words)
    return context.words("charted.place", region=_region(row, context), value=quantity)


def spread(
    indicator: Indicator, rows: Sequence[Observation], context: Context
) -> tuple[str, tuple[Observation, ...]]:
    """Say of how many regions a map tells, and of which period."""
    words = context.words
    told = tuple(row for row in rows if row.value is not None and row.region != PROVINCE)
    if not told:
        return "", ()
    period, name = formats.period(told[0].period, words), indicator.name(words.lang)
    return words("charted.spread", n=len(told), period=period, name=name), told


def areas(rows: Sequence[Area], context: Context) -> str:
    """Name the areas of a plan by kind, and the regions of each kind."""
    words = context.words
    kinds = []
    for kind in AreaKind:
        names = dict.fromkeys(row.name(words.lang) for row in rows if row.kind is kind)
        if names:
            listed = words("list.join").join(names)
            kinds.append(words("charted.areas", kind=words(f"area.{kind}"), names=listed))
    return (" " if words.lang == "en" else "").join(kinds)
