"""For every chart of every base: picture, slide, workbook and table hold the same rows."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import openpyxl
import pptx
import pytest
from flask.testing import FlaskClient

from callbacks.site import Site
from charts.addresses import State
from exports.documents.report import Picture, Report
from exports.documents.report_pptx import report_pptx
from exports.documents.report_xlsx import report_xlsx
from figures.keys import RANGE
from figures.trend.traces import short
from indicators.catalogue import Catalogue
from tests.support.base_reports import charts_of, tables_of
from wording import formats
from wording.words import words

ZH = words("zh")
NATIVE = ("trend", "ranking")
Line = dict[str, Any]  # a row by the headings of its columns


@pytest.fixture(scope="module")
def catalogue(unseen: Site) -> Catalogue:
    return unseen.view(State(), "/")[0].catalogue


@dataclass(frozen=True)
class Drawn:
    """The figures of a chart, its targets with their signs, and what conflicts with figures."""

    figures: Counter[float]
    goals: set[str]
    apart: set[float]


def name(picture: Picture) -> str:
    return picture.address.partition("/chart/")[2].partition("?")[0]


def lines(rows: Iterator[tuple[Any, ...]]) -> list[Line]:
    heads, *others = rows
    return [dict(zip(heads, row, strict=True)) for row in others]


def value(line: Line) -> float | None:
    """The number of a row, be it foreseen; what stands for a gap has none."""
    actual, foreseen = line["数值"], line.get("估计或预测值")
    return foreseen if actual is None else actual


def table(client: FlaskClient, picture: Picture) -> list[Line]:
    address = "/chart/" + picture.address.partition("/chart/")[2]
    path, _, query = address.partition("?")
    text = client.get(f"{path}.csv?{query}").data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_the_workbook_holds_the_rows_of_the_table(
    client: FlaskClient, report: Report, catalogue: Catalogue
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(report_xlsx(report)))
    for label, picture in charts_of(report):
        sheet = next(sheet for sheet in book if sheet.title.startswith(f"{label} "))
        found = lines(sheet.iter_rows(values_only=True))
        written = Counter(of_sheet(line, catalogue) for line in found if line["来源"])
        assert written == Counter(of_table(line, catalogue) for line in table(client, picture))
        assert all(isinstance(value(line), int | float | None) for line in found)


def test_the_tables_of_a_workbook_hold_numbers_with_their_units_apart(report: Report) -> None:
    book = openpyxl.load_workbook(io.BytesIO(report_xlsx(report)))
    for label, _ in tables_of(report):
        sheet = next(sheet for sheet in book if sheet.title.startswith(f"{label} "))
        rows = lines(sheet.iter_rows(values_only=True))
        assert rows
        for line in rows:
            numbers = [cell for head, cell in line.items() if head in NUMBERS]
            assert all(isinstance(cell, int | float | None) for cell in numbers)
            assert any(isinstance(cell, int | float) for cell in numbers)
            assert line["单位"]
            assert line.get("限定") or line["目标限定词（约）"]


NUMBERS = ("数值", "目标值", "最新值", "完成率（现值÷目标值）", "差距（现值−目标值）")


def of_sheet(line: Line, catalogue: Catalogue) -> tuple[Any, ...]:
    number, unit = value(line), line.get("单位")
    size = None if number is None else in_base(Decimal(str(number)), unit, catalogue)
    sign, qualifier = line.get("比较符"), line.get("限定")
    return line["指标"], line["地区"], line.get("时期"), size, sign, qualifier


def of_table(line: Line, catalogue: Catalogue) -> tuple[Any, ...]:
    region = catalogue.regions[line["地区代码"]].short("zh")
    if not line["时期"]:  # an area
        return line["名称"], region, None, None, None, None
    number = Decimal(line["原文数值"]) if line["换算值"] else None
    size = None if number is None else in_base(number, line["原文单位"], catalogue)
    sign = {">=": "≥", "<=": "≤", "=": "="}.get(line["比较符"])
    period = formats.period(line["时期"], ZH)
    return line["名称"], region, period, size, sign, line["限定"]


def in_base(number: Decimal, unit: str | None, catalogue: Catalogue) -> float:
    """A number in the smallest unit of its dimension, without the noise of binary fractions."""
    of = catalogue.units.get(unit or "", None)
    return short(float(number * (of.factor if of else 1)))


def test_the_slide_draws_what_the_picture_draws(client: FlaskClient, report: Report) -> None:
    slides = list(pptx.Presentation(io.BytesIO(report_pptx(report))).slides)
    for _, picture in charts_of(report):
        slide = next(slide for slide in slides if picture.passport in texts(slide))
        charts = [shape.chart for shape in slide.shapes if shape.has_chart]
        assert bool(charts) == (name(picture) in NATIVE)
        if charts:
            slide_shows, picture_shows = of_slide(charts[0]), of_picture(client, picture)
            assert slide_shows.figures == picture_shows.figures
            assert slide_shows.goals == picture_shows.goals
            assert bool(slide_shows.apart) == bool(picture_shows.apart)
            assert picture_shows.apart <= slide_shows.apart | {*slide_shows.figures}


def texts(slide: Any) -> str:
    return "\n".join(shape.text for shape in slide.shapes if shape.has_text_frame)


def of_slide(chart: Any) -> Drawn:
    """The values that its lines draw, each once, what conflicts, and targets with their signs."""
    blob = chart.part.chart_workbook.xlsx_part.blob
    sheet = openpyxl.load_workbook(io.BytesIO(blob)).worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    numbers = sorted({row for line in chart.plots[0].series for row in rows_of(line)})
    found = [dict(zip(heads, [c.value for c in sheet[n]], strict=True)) for n in numbers]
    rows = [line for line in found if line["地区"] and value(line) is not None]
    reported = [line for line in rows if not line.get("比较符")]
    apart = [short(value(line)) for line in reported if line["系列"] == ZH("native.conflict")]
    figures = Counter(short(value(line)) for line in reported) - Counter(apart)
    goals = {f"{line['比较符']}{short(value(line))}" for line in rows if line.get("比较符")}
    return Drawn(figures, goals, set(apart))


def rows_of(line: Any) -> list[int]:
    """The numbers of the rows in which a line has a value."""
    (address,) = line._element.xpath("c:yVal//c:f | c:val//c:f")
    first = int(address.text.split("$")[2].rstrip(":"))
    points = line._element.xpath("c:yVal//c:pt | c:val//c:pt")
    return [first + int(point.get("idx")) for point in points]


def of_picture(client: FlaskClient, picture: Picture) -> Drawn:
    """The same of the figure that the picture shows: nothing that waits for a click."""
    path, _, query = picture.address.partition("/chart/")[2].partition("?")
    figure = client.get(f"/chart/{path}.json?{query}").get_json()
    figures: Counter[float] = Counter()
    targets: set[str] = set()
    apart: set[float] = set()  # the ends of the marks over what publications say
    for trace in figure["data"]:
        symbol = trace.get("marker", {}).get("symbol")
        numbers = [short(n) for n in trace["x" if trace["type"] == "bar" else "y"] if n is not None]
        if symbol == "diamond":
            signs = (re.search("[≥≤]", text) for text in trace["hovertext"])  # none: just so many
            targets |= {f"{s[0] if s else '='}{n}" for s, n in zip(signs, numbers, strict=True)}
        elif trace.get("meta") == RANGE:
            apart.update(numbers)
        elif trace.get("visible") != "legendonly" and not symbol and holds_values(trace):
            figures.update(numbers)
    return Drawn(figures, targets, apart)


def holds_values(trace: dict[str, Any]) -> bool:
    """Whether a trace is of figures: neither a path or dashes, nor the texts of others."""
    return trace["type"] == "bar" or trace["mode"] == "lines+markers"
