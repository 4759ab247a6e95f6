"""The page `/projects`: each project once, to sort, to filter, to add up, to take away."""

from collections import Counter
from collections.abc import Mapping, Sequence

from charts import addresses
from figures.maps import shapes
from figures.maps.outlines import Outline
from figures.maps.project_map import project_map
from indicators.projects import (
    STANDINGS,
    ProjectHistory,
    Sums,
    capacities,
    investments,
    whole_investment,
)
from indicators.vocabulary import Level
from layouts.parts import html
from layouts.parts.components import aria, link, page, section, table
from layouts.parts.filters import filters
from layouts.parts.html import Children, Element
from layouts.parts.plot import plot
from layouts.parts.projects import projects as project_table
from layouts.parts.projects import standing_word, summed
from layouts.view import View

MONEY = "亿元"  # the unit of the column of the data


def projects(
    view: View, rows: Sequence[ProjectHistory], outlines: Mapping[str, Outline], approval: str
) -> Element:
    """The page `/projects`; `approval` is the review number of the outlines, empty without one."""
    t = view.words
    reports = sum(len(row.reports) for row in rows)
    body = section(
        t("list.count_projects", n=len(rows)),
        _files(view),
        project_table(view, rows, is_sorted=True),
        hint=t("projects.of_reports", n=reports),
    )
    parts = [body, _sums(view, rows), _places(view, rows, outlines, approval)] if rows else [body]
    bar = filters(view, "base", "region", "stage")
    return page(view, t("nav.projects"), t("projects.lead"), bar, parts)


def _files(view: View) -> Element:
    """The same rows as files; the address is that of the page."""
    query = addresses.query(view.state)
    links = [
        html.A(
            view.words(f"tracker.{kind}"), href=f"/projects.{kind}{query}", download="",
            className="button",
        )
        for kind in ("csv", "xlsx")
    ]  # fmt: skip
    return html.P(links, className="files")


def _sums(view: View, rows: Sequence[ProjectHistory]) -> Element:
    """What the projects add up to, by base, each in one unit, apart by how far they are."""
    t, today, units = view.words, view.context.today, view.catalogue.units
    money, sizes = investments(rows, units[MONEY], today), capacities(rows, units, today)
    headings = [
        t("column.base"), t("projects.summed"), *(standing_word(view, word) for word in STANDINGS),
    ]  # fmt: skip
    whole = whole_investment(rows, units[MONEY], today)
    body = [
        *_of_each(view, money, t("column.investment")),
        *_of_each(view, sizes, t("column.capacity")),
    ]
    body.sort(key=lambda pair: pair[0])
    title = t("projects.sums")
    cells = [
        [
            t("projects.all"),
            t("column.investment"),
            *(summed(view, whole.get(w)) for w in STANDINGS),
        ],
        *(line for _, line in body),
    ]
    return section(title, table(headings, cells, title), hint=t("projects.sums_hint"))


def _of_each(view: View, sums: Sums, name: str) -> list[tuple[int, list[Children]]]:
    """A line for each base and unit, with the place of the base."""
    lines: list[tuple[int, list[Children]]] = []
    for (code, _), by_standing in sums.items():
        base = view.catalogue.bases[code]
        cells = [summed(view, by_standing.get(word)) for word in STANDINGS]
        lines.append((base.order, [base.short(view.lang), name, *cells]))
    return lines


def _places(
    view: View, rows: Sequence[ProjectHistory], outlines: Mapping[str, Outline], approval: str
) -> Element:
    """Where they lie: the map, and how many are in each prefecture with the way to them."""
    t, counts = view.words, Counter(_prefecture(view, row) for row in rows)
    items = [html.Li(_place(view, *pair)) for pair in counts.most_common()]
    links = html.Ul(items, className="parts")
    shown = plot("projects-map", project_map(counts, view.context, outlines=outlines))
    note = shapes.note(approval, view.context, is_tiled=not outlines)
    foot = html.Figcaption(note, className="hint")
    drawn = html.Div(shown, role="img", **aria(label=t("projects.places")))
    figure = html.Figure([drawn, foot], className="chart")
    return section(t("projects.places"), html.Div([figure, links], className="charts"))


def _place(view: View, code: str, n: int) -> Element:
    text = view.words("projects.place", region=view.region(code).short(view.lang), n=n)
    return link(text, view.here(region=(code,)))


def _prefecture(view: View, row: ProjectHistory) -> str:
    """The prefecture that a project lies in; the province where its reports name no other."""
    region = view.region(row.newest.region)
    is_county = region.level == Level.COUNTY and region.parent in view.catalogue.regions
    return region.parent if is_county else region.id
