"""A few readable rows that the tests of the figures draw."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from indicators.catalogue import Catalogue
from indicators.points import actual_points
from indicators.precedence import Reported
from indicators.records import Event, Indicator, Observation, Region, Source, Target, Unit
from indicators.release import Release
from indicators.vocabulary import (
    Carrier,
    Comparator,
    Direction,
    EventKind,
    Level,
    Measure,
    Qualifier,
    SourceKind,
    Status,
    TargetKind,
)
from targets import assessment, rules, tracker
from targets.tracked import TrackedTarget
from wording.context import Context
from wording.words import words

SOURCE = Source(
    "s1", "公报", "<b>统计局</b>", "2024-03", "", SourceKind.STATISTICS, Carrier.ORIGINAL
)
RELEASE = Release(3, "2026-11-20T08:00:00+00:00", "", 0, 0, 0, "")
PROVINCE = Region("520000", "贵州省", "Guizhou", "贵州", level=Level.PROVINCE)
REGIONS = {
    region.id: region
    for region in (
        PROVINCE,
        Region("520100", "贵阳市", "Guiyang", "贵阳", level=Level.PREFECTURE, parent="520000"),
        Region("520199", "贵安新区", "Gui'an New Area", "贵安", level=Level.AREA, parent="520000"),
        Region("520300", "遵义市", "Zunyi", "遵义", level=Level.PREFECTURE, parent="520000"),
        Region("520121", "开阳县", "Kaiyang", "开阳", level=Level.COUNTY, parent="520100"),
        *(
            Region(code, code, code, level=Level.PREFECTURE, parent="520000")
            for code in ("520200", "520400", "520500", "520600", "522300", "522600", "522700")
        ),
    )
}
UNITS = {
    unit.unit: unit
    for unit in (
        Unit("亿元", "money", Decimal(100000000), "CNY 100m", "CNY bn"),
        Unit("CNY bn", "money", Decimal(1000000000), "CNY bn", "CNY bn"),
        Unit("%", "ratio", Decimal(1), "%", "%"),
    )
}


OUTPUT = Indicator(
    "baijiu.output", "产值<b>x</b>", "Output <b>x</b>", base="baijiu", unit="亿元",
    measure=Measure.FLOW, direction=Direction.UP,
)  # fmt: skip


def indicator(
    id_: str = OUTPUT.id, measure: str = "flow", direction: str = "up", **more: Any
) -> Indicator:
    words = {"measure": Measure(measure), "direction": Direction(direction)}
    return replace(OUTPUT, id=id_, **words, **more)


HOLDINGS = indicator("baijiu.holdings", measure=Measure.STOCK, name_zh="存量", name_en="Holdings")
RATE = indicator("baijiu.rate", measure=Measure.GROWTH, unit="%", name_zh="增速", name_en="Rate")
INDICATORS = {i.id: i for i in (OUTPUT, HOLDINGS, RATE)}


def unit_of(code: str) -> str:
    return INDICATORS[code].unit if code in INDICATORS else OUTPUT.unit


def context(lang: str = "zh") -> Context:
    return Context(Catalogue({}, REGIONS, UNITS, INDICATORS), RELEASE, words(lang))


def figure(
    period: str, value: str, region: str = "520000", *, status: str = "actual", of: str = OUTPUT.id,
    qualifier: str = "exact", source: Source = SOURCE,
) -> Reported:  # fmt: skip
    number = float(value) if value not in ("", "—") else None
    unit, words = unit_of(of), (Qualifier(qualifier), Status(status))
    return Reported(Observation(of, region, period, value, number, unit, *words, source))


PLAN = replace(SOURCE, published="2023-01")


def target(
    period: str, value: str, comparator: str = ">=", region: str = "520000", *,
    of: str = OUTPUT.id, source: Source = PLAN, kind: str = "plan",
) -> Target:  # fmt: skip
    words = Comparator(comparator), TargetKind(kind)
    return Target(of, region, period, value, float(value), unit_of(of), *words, source)


def tracked_targets(
    goals: Sequence[Target], figures: Sequence[Reported] = (), today: date = date(2026, 11, 20)
) -> list[TrackedTarget]:
    """The targets assessed by the figures of their series, on the day of `RELEASE`."""
    book = rules.rule_book()
    rows = []
    for goal in goals:
        of = INDICATORS[goal.indicator]
        known = actual_points(figures, of.measure)
        rows.append(assessment.assess(goal, of, known, today, book))
    return tracker.tracked(rows, INDICATORS)


EVENT = Event(
    "2022-06", "baijiu", "520000", "<i>大会</i>", "<i>Meeting</i>", EventKind.MEETING, SOURCE
)
