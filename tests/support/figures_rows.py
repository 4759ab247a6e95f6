"""A few readable rows that the tests of the figures draw."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from indicators.catalogue import Catalogue
from indicators.points import actual_points
from indicators.precedence import Reported
from indicators.records import Event, Indicator, Observation, Region, Release, Source, Target, Unit
from targets import assessment, rules, tracker
from targets.tracker import TrackedTarget
from wording.context import Context
from wording.words import words

SOURCE = Source("s1", "公报", "<b>统计局</b>", "2024-03", "", "statistics", "original")
RELEASE = Release(3, "2026-11-20T08:00:00", "", 0, 0, 0, "")
PROVINCE = Region("520000", "贵州省", "Guizhou", "贵州", level="province")
REGIONS = {
    region.id: region
    for region in (
        PROVINCE,
        Region("520100", "贵阳市", "Guiyang", "贵阳", level="prefecture", parent="520000"),
        Region("520199", "贵安新区", "Gui'an New Area", "贵安", level="area", parent="520000"),
        Region("520300", "遵义市", "Zunyi", "遵义", level="prefecture", parent="520000"),
        Region("520121", "开阳县", "Kaiyang", "开阳", level="county", parent="520100"),
        *(
            Region(code, code, code, level="prefecture", parent="520000")
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
    measure="flow", direction="up",
)  # fmt: skip


def indicator(id_: str = OUTPUT.id, **more: str) -> Indicator:
    return replace(OUTPUT, id=id_, **more)


HOLDINGS = indicator("baijiu.holdings", measure="stock", name_zh="存量", name_en="Holdings")
RATE = indicator("baijiu.rate", measure="growth", unit="%", name_zh="增速", name_en="Rate")
INDICATORS = {i.id: i for i in (OUTPUT, HOLDINGS, RATE)}


def unit_of(code: str) -> str:
    return INDICATORS[code].unit if code in INDICATORS else OUTPUT.unit


def context(lang: str = "zh") -> Context:
    return Context(Catalogue({}, REGIONS, UNITS, INDICATORS), RELEASE, words(lang))


def figure(
    period: str, value: str, region: str = "520000", *, status: str = "actual", of: str = OUTPUT.id,
    qualifier: str = "exact",
) -> Reported:  # fmt: skip
    number = float(value) if value not in ("", "—") else None
    unit = unit_of(of)
    return Reported(Observation(of, region, period, value, number, unit, qualifier, status, SOURCE))


def target(
    period: str, value: str, comparator: str = ">=", region: str = "520000", *,
    of: str = OUTPUT.id, source: Source = SOURCE, kind: str = "plan",
) -> Target:  # fmt: skip
    return Target(of, region, period, value, float(value), unit_of(of), comparator, kind, source)


def standings(
    goals: Sequence[Target], figures: Sequence[Reported] = (), today: date = date(2026, 11, 20)
) -> list[TrackedTarget]:
    """The targets assessed by the figures of their series, on the day of `RELEASE`."""
    known = actual_points(figures)
    book = rules.rule_book()
    rows = [assessment.assess(g, INDICATORS[g.indicator], known, today, book) for g in goals]
    return tracker.standings(rows)


EVENT = Event("2022-06", "baijiu", "520000", "<i>大会</i>", "<i>Meeting</i>", "meeting", SOURCE)
