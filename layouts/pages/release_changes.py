"""The page `/releases?indicator=…`: what was changed of an indicator since a release."""

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.records import Indicator
from layouts.parts import html
from layouts.parts.changed_rows import ChangedRow, changed_rows
from layouts.parts.components import empty, link, page, section
from layouts.parts.filters import kept
from layouts.parts.html import Element
from layouts.parts.source_tabs import tabs
from layouts.view import View


@dataclass(frozen=True, slots=True)
class IndicatorChanges:
    """The `rows` of an indicator that releases after `since`, up to the `newest`, have changed.

    `count` are all of them; more than a page lists are only counted.
    """

    indicator: Indicator
    since: int
    newest: int
    rows: Sequence[ChangedRow]
    count: int


def since(view: View, content: IndicatorChanges) -> Element:
    """The page: which release to look back to, and each change old to new."""
    t, indicator = view.words, content.indicator
    name = indicator.name(view.lang)
    lead = [
        link(t("releases.to_indicator"), view.href(f"/indicator/{indicator.id}")),
        link(t("releases.all"), view.href("/releases")),
    ]
    title = t("releases.since_count", n=content.count, number=content.since)
    body = (
        changed_rows(view, content.rows, title)
        if content.rows
        else empty(t("releases.since_none", number=content.since))
    )
    heading = t("releases.since", name=name)
    return page(view, heading, lead, [tabs(view), _form(view, content)], [section(title, body)])


def _form(view: View, content: IndicatorChanges) -> Element:
    """A field for the number of the release, which keeps what else the address holds."""
    t = view.words
    field = html.Input(
        type="number", name="since", id="since", value=str(content.since), min="1",
        max=str(content.newest),
    )  # fmt: skip
    label = html.Label(t("releases.since_field"), htmlFor="since")
    button = html.Button(t("releases.look"), type="submit", className="button")
    parts = [label, field, button, *kept(view, {"since"})]
    return html.Form(parts, method="get", action=view.path, className="find")
