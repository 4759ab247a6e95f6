"""Prefectures ranked by completion: the leading sentence and the table."""

from layouts.parts import html
from layouts.parts.components import NONE, aria, link, section, table
from layouts.parts.html import Children, Element
from layouts.parts.tiles import observation_link
from layouts.targets.status import chip, goal_link
from layouts.view import View
from targets.ranking import Ranking
from targets.scores import RankedRegion
from targets.tracked import TrackedTarget
from wording import formats, rankings


def ranking_section(view: View, ranking: Ranking) -> Element:
    """The ranking as a section in the layout of provincial notices; `ranking` has ranked rows."""
    t = view.words
    title = t("completion.title", due=formats.period(ranking.due, t))
    headings = [
        t("completion.column.rank"),
        t("completion.column.region"),
        t("completion.column.target"),
        t("completion.column.latest"),
        *([] if ranking.method == "points" else [rankings.noun(ranking, view.context)]),
        t(f"completion.column.{ranking.method}"),
        t("completion.column.change"),
        t("column.status"),
    ]
    rows = [_row(view, ranking, row) for row in ranking.rows]
    missing = rankings.missing(ranking, view.context)
    return section(
        title,
        html.P(rankings.lead(ranking, view.context), className="lead-sentence"),
        table(headings, rows, title),
        *([html.P(missing, className="hint")] if missing else []),
        hint=rankings.hint(ranking, view.context),
        class_name="completion",
    )


def _row(view: View, ranking: Ranking, row: RankedRegion) -> list[Children]:
    region = view.region(row.region)
    share = [] if ranking.method == "points" else [_share(view, row)]
    return [
        _absent(view, "completion.no_rank") if row.rank is None else str(row.rank),
        link(rankings.name(region, view.lang), view.href(f"/region/{region.id}")),
        _target(view, row),
        _latest(view, row),
        *share,
        rankings.gap(row, view.context) or _absent(view, "completion.no_figure"),
        _change(view, row),
        chip(view, row.assessment.status, linked=True),
    ]


def _target(view: View, row: RankedRegion) -> Children:
    """The target, leading to its document; the province's own is marked."""
    goal = goal_link(view, TrackedTarget(row.assessment))
    if not row.is_common:
        return goal
    return [goal, " ", html.Span(view.words("completion.common"), className="tag")]


def _latest(view: View, row: RankedRegion) -> Children:
    if row.point is None:
        return _absent(view, "completion.no_figure")
    shown = row.point.row
    period = formats.period(shown.period, view.words)
    return [
        observation_link(view, shown),
        html.Span(f" {period}", className="muted"),
    ]


def _share(view: View, row: RankedRegion) -> Children:
    """The completion with a bar; the bar is full at 100 %."""
    if row.completion is None:
        return _absent(view, "completion.no_figure")
    width = max(0.0, min(row.completion, 1.0)) * 100
    return html.Div(
        [
            html.Span(rankings.reached(row, view.context), className="attained"),
            html.Span(html.Span(style={"width": f"{width:.1f}%"}), className="bar"),
        ],
        className="attainment",
    )


def _change(view: View, row: RankedRegion) -> Children:
    """Places won or lost as a sign for the eye and in words for a screen reader."""
    if row.change is None:
        return _absent(view, "completion.unknown")
    if not row.change:
        return view.words("completion.same")
    sign, key = ("↑", "completion.up") if row.change > 0 else ("↓", "completion.down")
    places = abs(row.change)
    return _signed(f"{sign}{places}", view.words(key, n=places))


def _absent(view: View, key: str) -> Children:
    return _signed(NONE, view.words(key))


def _signed(sign: str, text: str) -> Children:
    return [html.Span(sign, **aria(hidden="true")), html.Span(text, className="unseen")]
