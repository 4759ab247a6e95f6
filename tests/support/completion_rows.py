"""Prefectures with targets and figures that the tests of the ranking rank."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from indicators import precedence
from indicators.catalogue import Catalogue
from indicators.points import histories
from indicators.records import Indicator, Observation, Region, Source, Target, Unit
from indicators.release import Release
from indicators.vocabulary import (
    PROVINCE,
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
from targets import assessment, rules, tracker
from targets import ranking as ranking
from targets.ranking import Ranking
from wording.context import Context
from wording.words import words

TODAY = date(2025, 11, 20)
PLAN = Source("plan", "计划", "发改委", "2022-01", "", SourceKind.PLAN, Carrier.ORIGINAL)
REPORT = Source("report", "公报", "统计局", "2025-10", "", SourceKind.STATISTICS, Carrier.ORIGINAL)
GUIYANG, ZUNYI, QIANXINAN, BIJIE, GUIAN = "520100", "520300", "522300", "520500", "520199"
REGIONS = {
    code: Region(code, name, english, short, level=Level(level), parent=PROVINCE)
    for code, name, short, english, level in (
        (PROVINCE, "贵州省", "贵州", "Guizhou", "province"),
        (GUIYANG, "贵阳市", "贵阳", "Guiyang", "prefecture"),
        (GUIAN, "贵安新区", "贵安", "Gui'an", "area"),
        (ZUNYI, "遵义市", "遵义", "Zunyi", "prefecture"),
        (BIJIE, "毕节市", "毕节", "Bijie", "prefecture"),
        (QIANXINAN, "黔西南布依族苗族自治州", "黔西南", "Qianxinan", "prefecture"),
    )
}
PREFECTURES = [code for code in REGIONS if code != PROVINCE]
UNITS = {
    "亿元": Unit("亿元", "money", Decimal(100000000), "CNY 100m", "CNY bn"),
    "CNY bn": Unit("CNY bn", "money", Decimal(1000000000), "CNY bn", "CNY bn"),
    "%": Unit("%", "share", Decimal("0.01"), "%", "%"),
}
OUTPUT = Indicator(
    "coal.output", "产值", "Output", unit="亿元", measure=Measure.FLOW, direction=Direction.UP
)
ASSETS = Indicator(
    "coal.assets", "资产", "Assets", unit="亿元", measure=Measure.STOCK, direction=Direction.NONE
)
SHARE = Indicator(
    "coal.share", "占比", "Share", unit="%", measure=Measure.RATIO, direction=Direction.UP
)
GROWTH = Indicator(
    "coal.growth", "增速", "Growth", unit="%", measure=Measure.GROWTH, direction=Direction.UP
)
INDICATORS = {i.id: i for i in (OUTPUT, ASSETS, SHARE, GROWTH)}

Rows = Sequence[Observation]


def figure(of: Indicator, region: str, period: str, value: str, how: str = "exact") -> Observation:
    words = Qualifier(how), Status.ACTUAL
    return Observation(of.id, region, period, value, float(value), of.unit, *words, REPORT)


def target(
    of: Indicator, region: str, due: str, value: str, comparator: str = ">=", kind: str = "plan",
    source: Source = PLAN,
) -> Target:  # fmt: skip
    words = Comparator(comparator), TargetKind(kind)
    return Target(of.id, region, due, value, float(value), of.unit, *words, source)


def goals(
    of: Indicator, due: str, values: Mapping[str, str], comparator: str = ">=", kind: str = "plan"
) -> list[Target]:
    return [target(of, code, due, value, comparator, kind) for code, value in values.items()]


def reported(of: Indicator, period: str, values: Mapping[str, str]) -> list[Observation]:
    return [figure(of, code, period, value) for code, value in values.items()]


def unforeseen(failed: Target, error: Exception) -> None:
    raise AssertionError(failed) from error


def ranked(
    of: Indicator, wanted: Sequence[Target], known: Rows, today: date = TODAY
) -> Ranking | None:
    """Assess the targets by the figures and rank the prefectures."""
    shown = precedence.by_series(
        precedence.reported(known, Catalogue({}, REGIONS, UNITS, INDICATORS))
    )
    known_points = histories(shown, INDICATORS)
    book = rules.rule_book()
    found = assessment.assess_all(wanted, INDICATORS, known_points, today, book, unforeseen)
    return ranking.ranking(
        of, tracker.tracked(found, INDICATORS), known_points, PREFECTURES, today, book, unforeseen
    )


def must_rank(of: Indicator, wanted: Sequence[Target], known: Rows, today: date = TODAY) -> Ranking:
    found = ranked(of, wanted, known, today)
    assert found is not None
    return found


def context(lang: str) -> Context:
    release = Release(1, "2025-11-20T08:00:00+00:00", "", 0, 0, 0, "")
    return Context(Catalogue({}, REGIONS, UNITS, INDICATORS), release, words(lang))
