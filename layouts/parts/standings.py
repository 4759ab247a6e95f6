"""The prefectures beside one another by one indicator: values, places, growth, share, course."""

from collections.abc import Collection, Mapping, Sequence

from figures.spark import Spark
from indicators.records import Indicator
from indicators.standings import Standing, Standings
from layouts.parts import html
from layouts.parts.components import NONE, aria, link, source_line, table
from layouts.parts.html import Children, Element
from layouts.parts.tiles import observation_link
from layouts.view import View
from wording import columns, formats, rankings
from wording import standings as said

EXTRA = "extra"  # a column that a phone has no room for


def standings_table(
    view: View, standings: Standings, sparks: Mapping[str, Spark | None], marked: Collection[str]
) -> list[Element]:
    """The table with what it rests on; `marked` are the codes of the regions that stand out.

    `sparks` are the shapes of the series by region.
    """
    t = view.words
    name = t("standings.caption", name=standings.indicator.name(view.lang))
    parts = _columns(view, standings, sparks)
    headings = [heading for heading, _, _, _ in parts]
    heads = [_head(heading, below, look) for heading, below, look, _ in parts]
    rows = list(zip(*(cells for *_, cells in parts), strict=True))
    here = [n for n, row in enumerate(standings.rows) if row.region in marked]
    looks = [look for _, _, look, _ in parts]
    box = table(headings, rows, name, heads, looks=looks, marked=here)
    return [html.Div(box, className="standings compact"), _foot(view, standings)]


Column = tuple[str, str, str, list[Children]]  # heading, what stands below it, class, cells


def _columns(view: View, standings: Standings, sparks: Mapping[str, Spark | None]) -> list[Column]:
    t, rows = view.words, standings.rows
    shown = [each for row in rows for each in row.observations if each]
    view = view.in_scale_of(columns.smallest(shown))
    found: list[Column] = [
        (t("completion.column.region"), "", "", [_region(view, row) for row in rows]),
        *(_values(view, standings, n) for n in range(len(standings.periods))),
        (t("standings.rank"), _against(view, standings), "number",
         [_place(view, row) for row in rows]),
    ]  # fmt: skip
    if standings.since:
        below = t("standings.computed", first=standings.since[:4], last=standings.period[:4])
        found.append((
            said.growth_name(standings.indicator, view.context), below, f"number {EXTRA}",
            [_percent(view, row.growth) for row in rows],
        ))  # fmt: skip
    if standings.whole:
        found.append((
            t("standings.share_name"), formats.period(standings.period, t), "number",
            [_percent(view, row.share) for row in rows],
        ))  # fmt: skip
    if any(sparks.values()):
        cells: list[Children] = [_spark(sparks.get(row.region)) for row in rows]
        found.append((t("standings.course"), "", f"number {EXTRA}", cells))
    return found


def _head(heading: str, below: str, look: str) -> Element:
    under = [html.Span(below, className="below")] if below else []
    return html.Th([heading, *under], scope="col", className=look or None)


def _values(view: View, standings: Standings, number: int) -> Column:
    """The values of one period, with their unit in the head."""
    shown = [row.observations[number] for row in standings.rows]
    texts = columns.numbers(shown, view.context)
    cells: list[Children] = [
        observation_link(view, row, text) if row else NONE
        for row, text in zip(shown, texts, strict=True)
    ]
    unit = formats.unit_name(standings.indicator, view.catalogue, view.words)
    is_last = number == len(standings.periods) - 1
    heading = formats.period(standings.periods[number], view.words)
    return heading, unit, "number" if is_last else f"number {EXTRA}", cells


def _region(view: View, row: Standing) -> Children:
    region = view.region(row.region)
    text = rankings.name(region, view.lang)
    return link(text, view.href(f"/region/{region.id}", region=(region.id,)))


def _against(view: View, standings: Standings) -> str:
    """The years of the places: 2023 / 2013; the latest alone where nothing compares."""
    if all(row.before is None for row in standings.rows):
        return ""
    first, last = standings.periods[0][:4], standings.period[:4]
    return view.words("standings.against", first=first, last=last)


def _place(view: View, row: Standing) -> Children:
    """The place, the one before, and the places won or lost as a sign and in words."""
    if row.rank is None:
        return NONE
    if row.before is None:
        return str(row.rank)
    parts: list[Children] = [
        html.B(str(row.rank)),
        html.Span(f" / {row.before}", className="muted"),
    ]
    if row.change:
        sign, key = ("▲", "completion.up") if row.change > 0 else ("▼", "completion.down")
        places = abs(row.change)
        parts += [
            html.Span(f" {sign}{places}", className="muted", **aria(hidden="true")),
            html.Span(view.words(key, n=places), className="unseen"),
        ]
    return parts


def _percent(view: View, ratio: float | None) -> Children:
    return NONE if ratio is None else formats.share(ratio, view.words)


def _spark(spark: Spark | None) -> Children:
    return html.Img(src=spark.uri, alt=spark.alt, className="spark") if spark else NONE


def _foot(view: View, standings: Standings) -> Element:
    """The source, what was computed, and the remarks on values."""
    sources = {row.source.id: row.source for row in said.told(standings)}
    texts = [said.growth_hint(standings, view.context), *said.remarks(standings, view.context)]
    notes = html.P(" ".join(filter(None, texts)), className="hint")
    return html.Div(
        [source_line(view, sources.values()), notes, _ways(view, standings)],
        className="table-foot",
    )


def _ways(view: View, standings: Standings) -> Element:
    """The same regions as lines over the years, and their values as a file."""
    name, codes = standings.indicator.id, tuple(row.region for row in standings.rows)
    course = link(view.words("standings.lines"), view.href(f"/indicator/{name}", region=codes))
    file = view.href(f"/data/{name}.csv", region=codes)
    download = html.A(view.words("indicator.download"), href=file, download="", className="button")
    return html.Div([course, download], className="actions")


def choices(
    view: View, offered: Sequence[tuple[Indicator, str]], current: Indicator
) -> Element | None:
    """The indicators by which regions can be put beside one another, each with a text beside it.

    None where there is no choice.
    """
    if len(offered) < 2:
        return None
    items = [
        html.Li(
            link(
                [
                    indicator.name(view.lang),
                    *([html.B(text)] if text else []),
                ],
                view.here(indicator=indicator.id),
                **(aria(current="true") if indicator == current else {}),
            )
        )
        for indicator, text in offered
    ]
    return html.Ul(items, className="choices", **aria(label=view.words("standings.indicators")))
