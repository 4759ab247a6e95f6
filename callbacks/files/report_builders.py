"""Reports of a base, a region or a basket of charts, as the pages show them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from callbacks.files.pictures import made, public
from callbacks.selection import base_charts
from callbacks.selection import series as s
from callbacks.selection.charts import Selection
from callbacks.selection.named_chart import chart, read
from callbacks.selection.region import region_page
from callbacks.site import Site
from charts import addresses
from charts.addresses import BadParameterError
from charts.chart import Chart
from exports.documents import report_parts, report_sentences
from exports.documents.chart_sheet import chart_sheet
from exports.documents.report import Block, Part, Picture, Report, Sentence, Text
from exports.pictures.errors import RefusalError
from exports.pictures.pictures import options
from figures.native import NativeForm
from figures.theme import join
from indicators.age import reach
from indicators.vocabulary import PROVINCE
from layouts.view import View
from store.snapshot import ReleaseData
from targets import tracker
from targets.telling import telling
from targets.tracked import TrackedTarget
from wording import releases, summary

MOST_CHARTS = 40  # of a basket
WORD = {"size": "word"}

Progress = Callable[[str], None]


def base_report(site: Site, view: View, release: ReleaseData, code: str, step: Progress) -> Report:
    """The report of a base: headline values, targets, charts.

    `step` is called with the title of each picture before it is drawn.
    """
    base = view.catalogue.bases[code]
    indicators = view.catalogue.indicators_of(code)
    ids = [i.id for i in indicators]
    series = s.left(view, site.series(release, code))
    rows = site.assessed(release).of(ids, view.state.region)
    heads = [i for i in indicators if i.headline]
    reported = [row for i in heads if (row := s.lead(view, i, series))]
    selection = Selection(site, view, release, series, rows, release.events)
    charts = [*base_charts.small_trends(selection, heads), *base_charts.where(selection, code)]
    words, pictured = view.words, _pictures(site, view, charts, step)
    return _report(
        site, view, words("document.base", name=base.name(view.lang)), f"/base/{code}",
        [_summary(view, rows, base.note(view.lang)),
         Part(words("base.headlines"),
              (report_parts.reported_table(words("base.headlines"), reported, view.context),)),
         _targets(view, rows),
         Part(words("document.charts"), pictured)],
        [row.shown.indicator for row in reported],
        reach(each.shown for rows in series.values() for each in rows),
    )  # fmt: skip


def region_report(
    site: Site, view: View, release: ReleaseData, code: str, step: Progress
) -> Report:
    """The report of a region: its figures by base, and its targets."""
    content = region_page(site, view, release, code)
    title = view.words("document.region", name=content.region.name(view.lang))
    place = [content.place] if content.place else []
    parts = [Part(view.words("region.place"), _pictures(site, view, place, step))] if place else []
    for base, figures in content.groups:
        name = base.name(view.lang)
        table = report_parts.reported_table(name, [row.reported for row in figures], view.context)
        parts.append(Part(name, (table,)))
    indicators = [row.indicator.id for _, rows in content.groups for row in rows]
    rows = site.assessed(release).of(regions=[code])
    parts = [_summary(view, rows), *parts, _targets(view, rows)]
    until = reach(row.reported.shown for _, rows in content.groups for row in rows)
    return _report(site, view, title, f"/region/{code}", parts, indicators, until)


def basket_report(
    site: Site, view: View, title: str, paths: Sequence[str], step: Progress
) -> Report:
    """The report of charts in the order of their addresses (`/chart/…`), under the writer's title.

    An empty title is replaced by a general one. Raises `BadParameterError` for no chart, more than
    `MOST_CHARTS`, or an address that is none of a chart.
    """
    if not 0 < len(paths) <= MOST_CHARTS:
        raise BadParameterError("charts", str(len(paths)), f"1 … {MOST_CHARTS}")
    charts = [_basket_chart(site, view, path) for path in paths]
    name = title.strip() or view.words("document.basket")
    blocks = _pictures(site, view, charts, step)
    indicators = [each.state.indicator for each in charts if each.state.indicator]
    until = reach(row for each in charts for row in each.rows)
    return _report(
        site, view, name, "/report", [Part(view.words("document.charts"), blocks)], indicators,
        until,
    )  # fmt: skip


def _basket_chart(site: Site, view: View, address: str) -> Chart:
    if not address.startswith("/chart/"):
        raise BadParameterError("charts", address[:80], "/chart/…")
    name, state = read(address)
    drawn = chart(site, replace(state, lang=view.lang), name)
    return replace(drawn, title=address) if drawn.is_empty else drawn


def _report(
    site: Site,
    view: View,
    title: str,
    path: str,
    parts: Sequence[Part],
    indicators: Iterable[str],
    until: str,
) -> Report:
    defined = [view.indicator(name) for name in dict.fromkeys(indicators)]
    return Report(
        title=title,
        subtitle=join(
            view.words("product.name"), releases.withdrawn(view.context.release, view.words)
        ),
        parts=tuple(part for part in parts if part.blocks),
        release=view.context.release,
        address=public(site) + path + addresses.query(view.state),
        lang=view.lang,
        definitions=report_parts.definitions(defined, view.context),
        until=until,
    )


def _summary(view: View, rows: Sequence[TrackedTarget], note: str = "") -> Part:
    """What it is, the verdicts of its current targets, and the sentences to take along."""
    current = _current(view, rows)
    about: list[Block] = [Text((Sentence(note),))] if note else []
    told = report_sentences.opening(current, telling(current), view.context)
    return Part(view.words("document.summary"), (*about, *(Text((each,)) for each in told)))


def _current(view: View, rows: Sequence[TrackedTarget]) -> list[TrackedTarget]:
    """The current targets by weight: of headlines, then of the province, the next due first."""

    def weight(row: TrackedTarget) -> tuple[bool, int, bool]:
        rank = view.indicator(row.target.indicator).headline
        return rank is None, rank or 0, row.target.region != PROVINCE

    return sorted(tracker.current(rows, view.context.today), key=weight)


def _targets(view: View, rows: Sequence[TrackedTarget]) -> Part:
    """The current targets beside their figures, and in a sentence those that have none."""
    current = _current(view, rows)
    compared = tracker.comparable(current)
    blocks: list[Block] = []
    if compared:
        blocks.append(report_parts.target_table(compared, view.context))
    if without := summary.without(current, view.context):
        blocks.append(Text((Sentence(without),)))
    return Part(view.words("document.targets"), tuple(blocks))


def _pictures(site: Site, view: View, charts: Sequence[Chart], step: Progress) -> tuple[Block, ...]:
    return tuple(
        _picture(site, view, chart, step) if chart.drawing else _nothing(view, chart)
        for chart in charts
        if chart.title
    )


def _nothing(view: View, chart: Chart) -> Text:
    """What stands for a chart that has no data in this release, or that cannot be drawn."""
    if chart.failed:
        return Text((Sentence(view.words("document.failed_chart", title=chart.title)),))
    return Text((Sentence(view.words("document.no_chart", address=chart.title)),))


def _picture(site: Site, view: View, chart: Chart, step: Progress) -> Picture:
    step(chart.title)
    view = view.in_scales(chart.scales)
    indicator = view.catalogue.indicators.get(chart.state.indicator)
    form = chart.drawing.native() if chart.drawing else NativeForm()
    return Picture(
        title=chart.title,
        alt=chart.sentence,
        passport=chart.passport,
        address=public(site) + chart.address,
        sources=tuple(chart.sources),
        png=_drawn(site, view, chart),
        sheet=chart_sheet(chart.rows, form, view.context),
        unit=report_parts.unit(indicator, view.context) if indicator else "",
        sentences=report_sentences.below(chart, _tracked(site, chart), view.context),
    )


def _tracked(site: Site, chart: Chart) -> list[TrackedTarget]:
    """The targets of the indicator and the regions of a chart."""
    if not chart.state.indicator:
        return []
    _, release = site.view(chart.state, "/")
    return site.assessed(release).of([chart.state.indicator], chart.state.region)


def _drawn(site: Site, view: View, chart: Chart) -> bytes | None:
    """The picture at 300 dpi; None where this server makes none, and the document says where."""
    try:
        return made(site, view, chart, options(WORD, "png"))
    except RefusalError:
        return None
