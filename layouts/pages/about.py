"""What the dashboard is, how it reads its figures, and what it does not know."""

from collections.abc import Mapping, Sequence

from figures.series import LEAP
from indicators.records import Indicator
from layouts.parts import html
from layouts.parts.components import page, section, table
from layouts.parts.html import Children, Element
from layouts.parts.tiles import indicator_link
from layouts.targets.methods import methods
from layouts.view import View
from wording import formats

PARTS = (
    "figures", "sources", "periods", "precedence", "growth", "conflicts", "releases", "map",
    "pages", "limits",
)  # fmt: skip


def about(view: View, counts: Mapping[str, int], definitions: Sequence[Indicator]) -> Element:
    """The page `/about`."""
    t = view.words
    facts = {"verify": t("nav.verify"), "times": LEAP}
    parts = [
        section(t(f"about.{part}"), html.P(t(f"about.{part}.text", **facts))) for part in PARTS
    ]
    return page(view, t("nav.about"), t("about.lead"), None, [
        *methods(view),
        *parts,
        section(t("about.counts"), _counts(view, counts)),
        section(t("about.definitions"), _definitions(view, definitions)),
        section(t("about.credits"), html.P(t("about.credits.text"))),
    ])  # fmt: skip


def _counts(view: View, counts: Mapping[str, int]) -> Element:
    t = view.words
    rows: list[list[Children]] = [[t(f"table.{name}"), str(n)] for name, n in counts.items()]
    return table([t("column.table"), t("column.rows")], rows, t("about.counts"))


def _definitions(view: View, definitions: Sequence[Indicator]) -> Element:
    t = view.words
    headings = [t("column.indicator"), t("column.base"), t("column.unit"), t("column.definition")]
    rows: list[list[Children]] = [
        [
            indicator_link(view, i),
            view.catalogue.bases[i.base].short(view.lang),
            formats.unit_name(i, view.catalogue, view.words),
            i.definition(view.lang),
        ]
        for i in definitions
    ]
    return html.Details([html.Summary(t("about.definitions_count", n=len(rows))),
                         table(headings, rows, t("about.definitions"))])  # fmt: skip
