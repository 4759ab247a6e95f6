"""The page of the nine prefectures: how they stand, and who is behind with its targets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from figures.spark import Spark
from indicators.standings import Standings
from layouts.parts import html
from layouts.parts.components import NONE, empty, link, page, section, table
from layouts.parts.filters import filters
from layouts.parts.html import Children, Element
from layouts.parts.standings import choices, standings_table
from layouts.targets.rows import target_rows
from layouts.targets.status import counts
from layouts.targets.summary import TargetSummary
from layouts.view import View
from targets.tracked import TrackedTarget
from wording import formats, rankings
from wording import standings as said


@dataclass(frozen=True, slots=True)
class PrefecturesPage:
    """What the page of the prefectures shows.

    `standings` is how they stand by the indicator chosen, one of those `offered`, with the shapes
    of their series by region (`sparks`); None where too few have values. `targets` are the
    targets of each by its code, those with most that lag first; `lagging` are those targets, the
    worst first.
    """

    standings: Standings | None
    sparks: Mapping[str, Spark | None]
    offered: Sequence[Standings]
    targets: Mapping[str, TargetSummary]
    lagging: Sequence[TrackedTarget]


def prefectures(view: View, content: PrefecturesPage) -> Element:
    """The page `/prefectures`."""
    bar = filters(view, "region", "from", "to", "source")
    parts = [_standings(view, content), _behind(view, content)]
    return page(view, view.words("prefectures.title"), _lead(view, content), bar, parts)


def _lead(view: View, content: PrefecturesPage) -> Children:
    """Who is behind: with its targets, and in its place."""
    found = content.standings
    moved = said.moved(found, view.context) if found else ""
    return [html.P(text) for text in (_verdict(view, content), moved) if text]


def _verdict(view: View, content: PrefecturesPage) -> str:
    """Which prefectures have targets that lag, with their number; that none has is said, too."""
    t = view.words
    named = [
        t("prefectures.behind_one", region=_name(view, code), n=str(summary.lagging))
        for code, summary in content.targets.items()
        if summary.lagging
    ]
    if named:
        return t("prefectures.behind", regions=t("list.join").join(named))
    awaited = sum(summary.awaited for summary in content.targets.values())
    count = sum(summary.count for summary in content.targets.values())
    return t("prefectures.none_behind", count=str(count), awaited=str(awaited)) if count else ""


def _name(view: View, code: str) -> str:
    return rankings.name(view.region(code), view.lang)


def _standings(view: View, content: PrefecturesPage) -> Element:
    t, found = view.words, content.standings
    if found is None:
        return section(t("standings.title_all"), empty(t("standings.none")))
    offered = [(one.indicator, formats.period(one.period, t)) for one in content.offered]
    return section(
        t("standings.title_all"),
        choices(view, offered, found.indicator),
        *standings_table(view, found, content.sparks, view.state.region),
        name="standings",
    )


def _behind(view: View, content: PrefecturesPage) -> Element:
    """The targets of each prefecture by status, and those that lag."""
    t = view.words
    headings = [t("completion.column.region"), t("prefectures.count"), t("prefectures.statuses")]
    rows = [_row(view, code, summary) for code, summary in content.targets.items()]
    here = [n for n, code in enumerate(content.targets) if code in view.state.region]
    box = table(headings, rows, t("prefectures.targets"), looks=("", "number", ""), marked=here)
    lagging = target_rows(view, content.lagging) if content.lagging else None
    return section(
        t("prefectures.targets"), box, lagging, hint=t("rollup.hint"), class_name="by-prefecture",
        name="targets",
    )  # fmt: skip


def _row(view: View, code: str, summary: TargetSummary) -> list[Children]:
    where = {"region": (code,)}
    shown = counts(view, summary.counts, **where) if summary.counts else None
    return [
        link(_name(view, code), view.href(f"/region/{code}", **where)),
        link(str(summary.count), view.href("/targets", **where)) if summary.count else NONE,
        shown or html.Span(view.words("prefectures.no_targets"), className="muted"),
    ]
