"""What the overview says of each base: its leading figure, and the targets of that figure."""

from collections.abc import Sequence

from callbacks.selection import headlines
from callbacks.selection.series import Series
from indicators import periods
from indicators.records import Base, Observation
from indicators.vocabulary import CONTEXT_BASE
from layouts.parts.base_rows import BaseRow
from layouts.parts.tiles import HeadlineFigure
from layouts.view import View
from targets import telling, tracker
from targets.tracked import TrackedTarget

LEADING = 3  # headline indicators that stand for their base; those after them are of companies
STALE_YEARS = 5


def base_rows(view: View, by_series: Series, rows: Sequence[TrackedTarget]) -> list[BaseRow]:
    """A row for each of the six bases by the targets `rows`, the most urgent first."""
    bases = [base for base in view.catalogue.bases.values() if base.id != CONTEXT_BASE]
    return sorted((_row(view, base, by_series, rows) for base in bases), key=_urgency)


def _urgency(row: BaseRow) -> tuple[int, int]:
    return telling.urgency(row.told) if row.told else telling.LAST


def _row(view: View, base: Base, by_series: Series, rows: Sequence[TrackedTarget]) -> BaseRow:
    today = view.context.today
    of_base = [row for row in rows if view.indicator(row.target.indicator).base == base.id]
    current = tracker.current(of_base, today)
    lead = _lead(view, base, by_series, current)
    shown = lead.reported.shown if lead and lead.reported else None
    target = _target(_of(shown, current), view)
    return BaseRow(
        base=base,
        lead=lead,
        target=target,
        other=_other(_of(shown, tracker.in_force(of_base)), target, shown, view),
        counts=tracker.counts(current),
    )


def _of(shown: Observation | None, rows: Sequence[TrackedTarget]) -> list[TrackedTarget]:
    """The targets of the series that an observation belongs to; none without one."""
    if shown is None:
        return []
    series = shown.indicator, shown.region
    return [row for row in rows if (row.target.indicator, row.target.region) == series]


def _lead(
    view: View, base: Base, by_series: Series, current: Sequence[TrackedTarget]
) -> HeadlineFigure | None:
    """The first leading figure that a current target speaks of, else the first; None without any.

    With regions asked for, any figure of theirs may lead: headlines first, then the others.
    """
    chosen, of_base = view.state.region, view.catalogue.indicators_of(base.id)
    heads = of_base if chosen else [i for i in of_base if i.headline][:LEADING]
    leads = (headlines.lead(view, i, by_series, ()) for i in heads)
    found = _fresh_first([lead for lead in leads if _is_of(lead, chosen)])
    aimed = (lead for lead in found if lead.reported and _of(lead.reported.shown, current))
    return next(aimed, found[0] if found else None)


def _is_of(lead: HeadlineFigure, chosen: Sequence[str]) -> bool:
    """Whether there is a figure, of the regions asked for if any are."""
    return lead.reported is not None and (not chosen or lead.reported.shown.region in chosen)


def _fresh_first(leads: Sequence[HeadlineFigure]) -> list[HeadlineFigure]:
    """By rank, but a figure that is years older than the newest does not lead."""
    years = [_year(lead) for lead in leads]
    oldest = max(years, default=0) - STALE_YEARS
    return sorted(leads, key=lambda lead: _year(lead) < oldest)


def _year(lead: HeadlineFigure) -> int:
    return periods.parse(lead.reported.shown.period).year if lead.reported else 0


def _target(current: Sequence[TrackedTarget], view: View) -> TrackedTarget | None:
    """The target with a verdict that is due next, else the one without; None without any."""
    judged = [row for row in current if row.status.is_judged]
    return tracker.leading(judged or current, view.context.today)


def _other(
    in_force: Sequence[TrackedTarget],
    target: TrackedTarget | None,
    shown: Observation | None,
    view: View,
) -> TrackedTarget | None:
    """A second target of the figure: an earlier one that it decided, else the next that is open."""
    today = view.context.today
    rest = [row for row in in_force if row is not target]
    decided = [row for row in rest if _decides(shown, row)]
    ahead = [row for row in rest if row.due >= today]
    return tracker.leading(decided, today) or tracker.leading(ahead, today)


def _decides(shown: Observation | None, row: TrackedTarget) -> bool:
    """Whether the verdict rests on that very figure; one of after the due date is history."""
    latest, is_late = row.assessment.latest, row.assessment.basis == "later"
    if shown is None or latest is None or is_late or not row.status.is_judged:
        return False
    return latest.row.period == shown.period
