"""A few readable targets with their figures, assessed, that the tests of the exports write."""

from collections.abc import Iterable
from decimal import Decimal

from indicators.catalogue import Catalogue
from indicators.points import histories
from indicators.precedence import Reported
from indicators.records import Base, Indicator, Observation, Region, Source, Target, Unit
from indicators.release import Release
from indicators.vocabulary import (
    Carrier,
    Comparator,
    Direction,
    Level,
    Measure,
    Qualifier,
    SourceKind,
    Status,
    TargetKind,
)
from targets.assessment import assess
from targets.tracked import TrackedTarget
from targets.tracker import tracked
from wording.context import Context
from wording.words import words

YEARBOOK = Source(
    "yearbook",
    "统计年鉴",
    "统计局",
    "2024-05-20",
    "https://example.org/y",
    SourceKind.STATISTICS,
    Carrier.ORIGINAL,
)
PLAN = Source(
    "plan", "=1+1", "省政府", "2021-01", "https://example.org/p", SourceKind.PLAN, Carrier.REPRINT
)
LATER = Source(
    "later",
    "中期评估",
    "省政府",
    "2023-06",
    "https://example.org/l",
    SourceKind.PLAN,
    Carrier.ORIGINAL,
)

OUTPUT = Indicator(
    "coal.output",
    "产量",
    "Output",
    base="coal",
    unit="亿元",
    measure=Measure.FLOW,
    direction=Direction.UP,
)
RATE = Indicator(
    "coal.rate",
    "增速",
    "Growth",
    base="coal",
    unit="%",
    measure=Measure.GROWTH,
    direction=Direction.UP,
)
USE = Indicator(
    "coal.use",
    "能耗",
    "Energy use",
    base="coal",
    unit="万吨",
    measure=Measure.STOCK,
    direction=Direction.DOWN,
)
CATALOGUE = Catalogue(
    bases={"coal": Base("coal", "能源基地", "Energy base")},
    regions={
        "520000": Region("520000", "贵州省", "Guizhou", level=Level.PROVINCE),
        "520100": Region("520100", "贵阳市", "Guiyang", level=Level.PREFECTURE, parent="520000"),
    },
    units={
        "亿元": Unit("亿元", "money", Decimal(100000000), "CNY 100m", "CNY bn"),
        "CNY bn": Unit("CNY bn", "money", Decimal(1000000000), "CNY bn", "CNY bn"),
        "万吨": Unit("万吨", "mass", Decimal(10000), "10 kt", "kt"),
        "kt": Unit("kt", "mass", Decimal(1000), "kt", "kt"),
        "%": Unit("%", "ratio", Decimal(1), "%", "%"),
    },
    indicators={i.id: i for i in (OUTPUT, RATE, USE)},
)


def context(lang: str = "zh") -> Context:
    return Context(CATALOGUE, Release(7, "2024-06-20T08:00:00+00:00", "", 0, 0, 0, ""), words(lang))


def observation(
    period: str, value: str, of: Indicator = OUTPUT, region: str = "520000", note: str = ""
) -> Observation:
    return Observation(
        of.id,
        region,
        period,
        value,
        float(value),
        of.unit,
        Qualifier.ABOUT,
        Status.ACTUAL,
        YEARBOOK,
        note,
    )


def target(
    period: str, value: str, of: Indicator = OUTPUT, region: str = "520000", sign: str = ">=",
    kind: str = "plan", source: Source = PLAN,
) -> Target:  # fmt: skip
    words = Comparator(sign), TargetKind(kind)
    return Target(of.id, region, period, value, float(value), of.unit, *words, source)


FIGURES = (
    observation("2020", "100"), observation("2022", "110"),
    observation("2023-05/ytd", "500", region="520100"),
    observation("2023", "1000", region="520100"),
    observation("2024-05/ytd", "565", region="520100"),
    observation("2020", "50", USE), observation("2023", "1260.5", USE),
    observation("2024-03/ytd", "-3", RATE),
)  # fmt: skip
PLANNED = target("2025", "130")
PACED = target("2024", "1000", region="520100", kind="annual")
CAP = target("2025", "1000", USE, sign="<=")
DIRECT = target("2024", "5", RATE, sign="=", kind="annual")
UNKNOWN = target("2025", "60", USE, region="520100", sign="<=")
OLD, NEW = target("2030", "900"), target("2030", "950", source=LATER)
AGAIN = target("2025", "130", source=LATER)


def assessed(targets: Iterable[Target], told: Context) -> list[TrackedTarget]:
    series: dict[tuple[str, str], list[Reported]] = {}
    for row in FIGURES:
        series.setdefault((row.indicator, row.region), []).append(Reported(row))
    known = histories(series, CATALOGUE.indicators)
    rows = [
        assess(
            row,
            CATALOGUE.indicators[row.indicator],
            known.get((row.indicator, row.region), ()),
            told.today,
            told.rules,
        )
        for row in targets
    ]
    return tracked(rows, CATALOGUE.indicators)


def all_assessed(told: Context) -> list[TrackedTarget]:
    return assessed((PLANNED, PACED, CAP, DIRECT, UNKNOWN, OLD, NEW, AGAIN), told)
