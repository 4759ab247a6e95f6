"""A value on a page: its quantity as a link to its card, and a tile of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from figures.spark import Spark
from indicators.change import Change, PublishedGrowth
from indicators.precedence import Reported
from indicators.records import Indicator, Observation
from layouts.parts import html
from layouts.parts.components import link, source_link
from layouts.parts.figure_link import figure_link, figure_path
from layouts.parts.html import Children, Element
from layouts.targets.status import chip
from layouts.view import View
from targets.tracked import TrackedTarget
from wording import changes, editions, formats


@dataclass(frozen=True, slots=True)
class HeadlineFigure:
    """The latest value of an indicator, and what stands beside it in a tile or a card.

    `reported` is None without any value; `change` is its growth over a year, `tracked` the next
    target that this very value answers. `note` is a sentence below.
    """

    indicator: Indicator
    reported: Reported | None
    change: Change | None = None
    spark: Spark | None = None
    tracked: TrackedTarget | None = None
    note: str = ""


def reported_link(view: View, reported: Reported) -> Element:
    """The quantity shown for a key, as a link to all that is known of it."""
    return observation_link(view, reported.shown)


def observation_link(view: View, shown: Observation, text: str = "") -> Element:
    """The quantity of an observation, as a link to its card; `text` is how to write it."""
    return figure_link(
        view,
        shown,
        text or formats.quantity(shown, view.catalogue, view.words),
        title=f"{shown.source.title} · {formats.as_printed(shown, view.catalogue, view.words)}",
        className="figure-link",
    )


def status_word(view: View, reported: Reported) -> str:
    """The word for a value that is not final or was corrected; empty for any other."""
    return formats.standing(reported.shown, view.words)


def indicator_link(
    view: View, indicator: Indicator, class_name: str = "", region: Sequence[str] | None = None
) -> Element:
    """An indicator's name leading to its page, with its definition on it."""
    kept = {} if region is None else {"region": tuple(region)}
    return link(
        indicator.name(view.lang),
        view.href(f"/indicator/{indicator.id}", **kept),
        title=indicator.definition(view.lang),
        **({"className": class_name} if class_name else {}),
    )


def place(view: View, reported: Reported) -> str:
    """Region (a company has none) and period of a value, and its status when it is not final."""
    shown = reported.shown
    is_of_a_company = view.indicator(shown.indicator).is_of_a_company
    parts = [
        "" if is_of_a_company else view.region(shown.region).short(view.lang),
        formats.period(shown.period, view.words),
        status_word(view, reported),
    ]
    return " · ".join(part for part in parts if part)


def age(view: View, reported: Reported) -> list[Children]:
    """How old a value is that no longer speaks of today; nothing for a recent one."""
    text = editions.age(reported.shown.period, view.context.today, view.words)
    return [" ", html.Span(text, className="age")] if text else []


def change_line(view: View, lead: HeadlineFigure) -> Element | None:
    """The growth over a year, its inputs as title; None without one.

    A published one leads to its own card, a computed one to that of its figure, which says what it
    was computed from.
    """
    if lead.change is None or lead.reported is None:
        return None
    difference, since = changes.difference(lead.change, view.context)
    inputs = changes.inputs(lead.reported.shown, lead.change, view.context)
    text = [since, " ", html.B(difference), changes.origin(lead.change, view.context)]
    told = lead.change.row if isinstance(lead.change, PublishedGrowth) else lead.reported.shown
    return link(text, figure_path(view, told), className="change", title=inputs)


def tile(view: View, lead: HeadlineFigure) -> Element:
    """A single value, large: name, value, region and period, change, status, source."""
    name = indicator_link(view, lead.indicator, "tile-name")
    reported = lead.reported
    if reported is None:
        body: list[Children] = [html.Div(view.words("figure.missing"), className="tile-none")]
    else:
        body = [
            value_line(view, reported, lead.spark),
            html.Div([place(view, reported), *age(view, reported)], className="tile-place"),
            change_line(view, lead),
            _status(view, lead.tracked) if lead.tracked else None,
            source_link(view, reported.shown.source),
        ]
    extra = [html.Div(lead.note, className="tile-note")] if lead.note else []
    return html.Article([name, *body, *extra], className="tile")


def _status(view: View, tracked: TrackedTarget) -> Element:
    """The status of a target with the year that it is for."""
    due = formats.period(tracked.target.period, view.words)
    text = view.words("tile.status", due=due, status=view.words(f"tstatus.{tracked.status}"))
    return chip(view, tracked.status, text, linked=True)


def value_line(view: View, reported: Reported, spark: Spark | None) -> Element:
    """The value, with the shape of its series beside it."""
    drawn = html.Img(src=spark.uri, alt=spark.alt, className="spark") if spark else None
    value = html.Div(reported_link(view, reported), className="tile-value")
    return html.Div([value, drawn], className="tile-line")


def tiles(children: Sequence[Element]) -> Element:
    """Tiles side by side."""
    return html.Div(list(children), className="tiles")
