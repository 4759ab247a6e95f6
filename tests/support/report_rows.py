"""A small report of every kind of block, with data that tries to be more than data."""

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from PIL import Image

from exports.documents.chart_sheet import ChartSheet, chart_sheet
from exports.documents.report import (
    Definition,
    Part,
    Picture,
    Report,
    ReportRow,
    Sentence,
    Table,
    Text,
)
from exports.tables.cells import DAY, NAME, QUANTITY, SHARE
from figures.native import EPOCH_OF_DAYS, Mark, NativeForm, NativeLine, Scale
from indicators.records import Source, Unit
from indicators.release import Release
from indicators.vocabulary import Carrier, Qualifier, SourceKind, Status
from tests.support.exports_rows import (
    CATALOGUE,
    LATER,
    OUTPUT,
    PLAN,
    YEARBOOK,
    context,
    observation,
    target,
)

RELEASE = Release(7, "2024-06-20T08:00:00+00:00", "", 0, 0, 0, "")
ADDRESS = "https://six.example.org/base/coal"
UNDATED = Source(
    "undated",
    "贵州能源发展综述",
    "贵州日报",
    "",
    "https://example.org/u",
    SourceKind.PRESS,
    Carrier.ORIGINAL,
)
EVIL = "=1+1\x00\x0b { PAGE } <b>&amp;</b> \ud800\u202eoff"
EVIL_SHOWN = "=1+1 { PAGE } <b>&amp;</b> off"


def png(colour: str = "#1F4E79") -> bytes:
    """16 cm wide at 300 dots an inch, 9 cm high."""
    out = io.BytesIO()
    Image.new("RGB", (1890, 1063), colour).save(out, "PNG")
    return out.getvalue()


COAL = replace(OUTPUT, name_zh="原煤产量", unit="亿吨")
UNITS = CATALOGUE.units | {
    "亿吨": Unit("亿吨", "mass", Decimal(100000000), "100 Mt", "kt"),
}
CONTEXT = replace(
    context(),
    catalogue=replace(CATALOGUE, indicators=CATALOGUE.indicators | {COAL.id: COAL}, units=UNITS),
)


def mark(year: int, value: str, text: str = "", **of: Any) -> Mark:
    row = replace(observation(str(year), value, COAL), **{"qualifier": Qualifier.EXACT} | of)
    return Mark(date(year, 7, 2), Decimal(value), row, text)


GOALS = [target("2024", "1.5", COAL), target("2024", "1.7", COAL, sign="<=", source=LATER)]
FORECAST = mark(2025, "1.7", "约1.7（预测数）", status=Status.FORECAST, qualifier=Qualifier.ABOUT)
MISSING = replace(observation("2023", "0", COAL), printed="—", value=None)
LINES = NativeForm(
    (
        NativeLine(
            "年度",
            (
                mark(2021, "1.32", "1.32"), mark(2022, "1.28"), Mark(date(2023, 7, 2)),
                replace(mark(2024, "1.66", "1.66", status=Status.PROVISIONAL), is_joint=True),
                FORECAST,
            ),
            "#1F4E79",
            foreseen="年度（预测数）",
        ),
        *(
            NativeLine(
                name, (Mark(date(2024, 7, 2), Decimal(goal.printed), goal, text),), "#1A1F26", look
            )
            for name, goal, text, look in (
                ("目标下限（≥）", GOALS[0], "≥1.5", "target"),
                ("目标上限（≤）", GOALS[1], "≤1.7", "cap"),
            )
        ),
    ),
    Scale(0, 2, 0.5),
    Scale(
        (date(2020, 7, 2) - EPOCH_OF_DAYS).days, (date(2026, 7, 2) - EPOCH_OF_DAYS).days, 365.25,
        "yyyy", "年份",
    ),
)  # fmt: skip
BARS = NativeForm(
    (
        NativeLine(
            EVIL,
            (
                Mark("毕节市", Decimal("7102.35"), observation("2023", "7102.35"), "约7102.35"),
                Mark("=cmd()", Decimal(-12), observation("2023", "-12", region="520100"), "−12"),
            ),
            "#1F4E79",
        ),
    ),
    Scale(-2000, 10000, 2000),
    kind="bar",
)


def sheet(form: NativeForm) -> ChartSheet:
    """The sheet of a form, with a figure that its picture names as missing."""
    rows = [mark.row for line in form.lines for mark in line.marks if mark.row]
    return chart_sheet([*rows, MISSING], form, CONTEXT)


TREND = Picture(
    "贵州省原煤产量",
    "折线图：贵州省原煤产量2021年至2024年",
    "R7-K3F9Q2",
    "https://six.example.org/indicator/coal.output",
    (YEARBOOK, PLAN),
    png(),
    sheet(LINES),
    "亿吨",
    (Sentence("2024年原煤产量为1.66亿吨。", (YEARBOOK,)),),
)
RANKING = Picture(
    "各市州原煤产量排名",
    "条形图",
    "R7-B2B2B2",
    "https://six.example.org/chart/ranking",
    (LATER,),
    None,
    sheet(BARS),
    "万吨",
)
MAP = Picture("原煤产量分布图", "地图", "R7-C3C3C3", ADDRESS, (YEARBOOK,), png("#548235"))
UNSEEN = Picture("目标进展", "条形图", "R7-D4D4D4", ADDRESS)
TARGETS = Table(
    "能源基地发展目标完成情况",
    ("指标", "目标值（亿吨）", "完成率", "到期日"),
    (NAME, QUANTITY, SHARE, DAY),
    (
        ReportRow(
            ("原煤产量", Decimal("1.5"), Decimal("1.10667"), date(2025, 12, 31)), (YEARBOOK, PLAN)
        ),
        ReportRow((EVIL, None, None, None), (LATER,)),
    ),
    ("完成率为最新值与目标值之比。",),
)
LONG = Table(
    "原煤产量月度数据",
    ("月份", "产量（万吨）"),
    (NAME, QUANTITY),
    tuple(ReportRow((f"第{n}月", Decimal(1000 + n))) for n in range(1, 61)),
)
PARAGRAPH = Text(
    (
        Sentence(
            "2024年全省原煤产量1.66亿吨，完成“十四五”目标的110.7%，提前达到目标。",
            (YEARBOOK, PLAN, LATER),
        ),
        Sentence("2023年数据未发布。", (UNDATED,)),
    )
)
REPORT = Report(
    "贵州省能源基地发展情况报告",
    "（2024年6月20日）",
    (
        Part("总体情况", (PARAGRAPH, TREND)),
        Part("目标进展"),
        Part("各项目标", (TARGETS, UNSEEN), level=2),
        Part("各市州情况", (RANKING, MAP), level=2),
        Part("说明", (Text((Sentence(EVIL),)), LONG)),
    ),
    RELEASE,
    ADDRESS,
    "zh",
    (Definition("原煤产量", "亿吨", "规模以上工业企业生产的原煤。"),),
    "2024-05",
)


def english() -> Report:
    """The same in English, of a title and a text of its own."""
    text = Text(
        (Sentence("Output was 166 Mt in 2024.", (YEARBOOK,)), Sentence("It grew.", (PLAN,)))
    )
    trend = replace(TREND, title="Raw coal output", unit="Mt", sentences=())
    table = replace(TARGETS, title="Targets")
    parts = (Part("Overview", (text, trend)), Part("Details", (table,), level=2))
    return replace(REPORT, title="Energy base", subtitle="Guizhou", parts=parts, lang="en")
