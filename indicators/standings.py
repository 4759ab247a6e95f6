"""Regions beside one another by one indicator: values of some years, places, growth, shares."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from indicators import periods
from indicators.precedence import Reported
from indicators.records import Indicator, Observation
from indicators.vocabulary import Direction, Measure

YEARS_BACK = (10, 5, 3, 1, 0)  # the years that a table has room for, before the latest
BREAK_AT = 5  # the one of them that gives way to the year after a break
AGREES = 0.005  # parts add up to a whole that differs by no more than this fraction
PERCENT = "%"

History = Mapping[str, Observation]  # the values of a region by the one spelling of their period


@dataclass(frozen=True, slots=True)
class Standing:
    """A region among the others; `observations` are one a period, None where it has no value.

    `rank` and `before` are its places by the last and the first period, 1 the best, equal values
    sharing one; None without a value. `growth` is the mean growth a year since
    `Standings.since` as a fraction (0.085), `share` the part of the whole (0 to 1), None where
    it cannot be told. `history` are all its values in the order of time.
    """

    region: str
    observations: tuple[Observation | None, ...]
    rank: int | None
    before: int | None
    growth: float | None
    share: float | None
    history: tuple[Observation, ...]

    @property
    def latest(self) -> Observation | None:
        return self.observations[-1]

    @property
    def change(self) -> int | None:
        """The places won since the first period, negative for those lost; None if not known."""
        return None if self.before is None or self.rank is None else self.before - self.rank


@dataclass(frozen=True, slots=True)
class Standings:
    """The regions by an indicator, the best first, those without a value last.

    `periods` are those of the columns, the earliest first. `since` is the period from which growth
    is computed, empty where none is; `whole` is the value of the province that the regions are
    parts of, None where their values do not add up to one.
    """

    indicator: Indicator
    periods: tuple[str, ...]
    rows: tuple[Standing, ...]
    since: str
    whole: Observation | None

    @property
    def period(self) -> str:
        """The latest period, by which the regions are ranked."""
        return self.periods[-1]

    @property
    def ranked(self) -> list[Standing]:
        """The rows with a place, the first place first."""
        return [row for row in self.rows if row.rank is not None]

    @property
    def is_complete(self) -> bool:
        """Whether all regions have a place."""
        return len(self.ranked) == len(self.rows)

    def of(self, region: str) -> Standing | None:
        """The row of a region; None where it is not among them."""
        return next((row for row in self.rows if row.region == region), None)


def standings(
    indicator: Indicator,
    series: Mapping[str, Sequence[Reported]],
    whole: Iterable[Reported],
    period: str,
) -> Standings:
    """Put the regions of `series` beside one another by their values of `period`.

    `whole` is the series of the province. One publication tells the values as far as it goes:
    those of two revisions are no ranking. What it does not tell is the value shown elsewhere.
    """
    measure = indicator.measure
    latest = periods.of(period, measure).text
    source = _source(series.values(), latest, measure)
    histories = {region: _history(rows, source, measure) for region, rows in series.items()}
    break_year = _break(histories.values(), latest)
    columns = _columns(histories.values(), latest, break_year)
    since = _since(indicator, columns, break_year)
    total = _whole(indicator, histories.values(), whole, latest)
    ranks = _ranks(indicator, histories, latest)
    before = _ranks(indicator, histories, columns[0]) if len(columns) > 1 else {}
    rows = [
        Standing(
            region=region,
            observations=tuple(history.get(column) for column in columns),
            rank=ranks.get(region),
            before=before.get(region) if before.keys() == ranks.keys() else None,
            growth=_growth(history, since, latest, source),
            share=_share(history.get(latest), total),
            history=tuple(history.values()),
        )
        for region, history in histories.items()
    ]
    ordered = sorted(rows, key=lambda row: (row.rank is None, row.rank or 0, row.region))
    is_grown = any(row.growth is not None for row in rows)
    return Standings(indicator, columns, tuple(ordered), since if is_grown else "", total)


def _reports(reported: Reported) -> Iterable[Observation]:
    """What was reported as happened for one key, best first."""
    rows = (reported.shown, *reported.others)
    return (row for row in rows if row.status.is_actual and row.value is not None)


def _source(series: Iterable[Sequence[Reported]], latest: str, measure: Measure) -> str:
    """The id of the publication that tells most of the latest values; of equals the best."""
    told = Counter(
        source
        for rows in series
        for reported in rows
        if periods.of(reported.shown.period, measure).text == latest
        for source in dict.fromkeys(row.source.id for row in _reports(reported))
    )
    return max(told, key=lambda source: told[source], default="")


def _history(rows: Iterable[Reported], source: str, measure: Measure) -> dict[str, Observation]:
    """The values by period in the order of time: those of `source`, else the best."""
    found = {}
    for reported in sorted(rows, key=lambda r: periods.parse(r.shown.period).end):
        told = list(_reports(reported))
        best = next((row for row in told if row.source.id == source), told[0] if told else None)
        if best:
            found[periods.of(best.period, measure).text] = best
    return found


def _break(histories: Iterable[History], latest: str) -> str:
    """The last period for whose values all regions have one and the same remark.

    A remark that all of them carry is about how the number is counted, not about a region: no
    growth leads across it. Empty for none.
    """
    rows = [history for history in histories if latest in history]
    marked = [
        period
        for period in (rows[0] if rows else ())
        if len({row[period].note_zh if period in row else "" for row in rows}) == 1
        and rows[0][period].note_zh
        and _is_alike(period, latest)
    ]
    return max(marked, default="")


def _is_alike(period: str, latest: str) -> bool:
    """Whether a period is the same part of an earlier year."""
    return period < latest and period[4:] == latest[4:]


def _columns(histories: Iterable[History], latest: str, break_year: str) -> tuple[str, ...]:
    """The periods of the columns: those of some earlier years that most regions have values of."""
    rows = list(histories)
    first, rest = int(latest[:4]), latest[4:]
    wanted = [f"{first - back}{rest}" for back in YEARS_BACK if back != BREAK_AT or not break_year]
    if break_year and break_year > wanted[0]:
        wanted.append(break_year)
    counts = {period: sum(period in row for row in rows) for period in wanted}
    return tuple(sorted(p for p, count in counts.items() if p == latest or 2 * count > len(rows)))


def _since(indicator: Indicator, columns: Sequence[str], break_year: str) -> str:
    """The period from which growth is computed: of what adds up, and not across a break."""
    if not indicator.measure.adds_up or indicator.unit == PERCENT:
        return ""
    first = break_year if break_year in columns else columns[0]
    return first if first != columns[-1] else ""


def _ranks(indicator: Indicator, histories: Mapping[str, History], period: str) -> dict[str, int]:
    """The places of the regions that have a value of a period; equal values share one."""
    sign = 1 if indicator.direction == Direction.DOWN else -1
    values = {
        region: sign * row.value
        for region, history in histories.items()
        if (row := history.get(period)) and row.value is not None
    }
    return {
        region: 1 + sum(other < value for other in values.values())
        for region, value in values.items()
    }


def _growth(history: History, since: str, latest: str, source: str) -> float | None:
    """The mean growth a year between two exact values of one publication."""
    first, last = history.get(since), history.get(latest)
    if not (first and last and first.value and last.value and first.value > 0):
        return None
    exact = first.qualifier.is_exact and last.qualifier.is_exact
    if not exact or {first.source.id, last.source.id} != {source}:
        return None
    years = periods.years_between(periods.parse(since).end, periods.parse(latest).end)
    ratio = last.value / first.value
    return float(ratio ** (1 / round(years)) - 1) if ratio > 0 and round(years) else None


def _whole(
    indicator: Indicator, histories: Collection[History], whole: Iterable[Reported], latest: str
) -> Observation | None:
    """The province's value that those of all regions add up to; None without such a one.

    A value that a later census revised is another whole than that of values as first published.
    """
    parts = [row.value for history in histories if (row := history.get(latest)) and row.value]
    if not indicator.measure.adds_up or len(parts) < len(histories):
        return None
    told = (
        row
        for reported in whole
        if periods.of(reported.shown.period, indicator.measure).text == latest
        for row in _reports(reported)
    )
    fits = (row for row in told if row.value and abs(sum(parts) / row.value - 1) <= AGREES)
    return next(fits, None)


def _share(latest: Observation | None, whole: Observation | None) -> float | None:
    if latest is None or whole is None or not latest.value or not whole.value:
        return None
    return latest.value / whole.value
