"""What the data do not hold, and whose it is to publish."""

from dataclasses import replace
from datetime import date

import pytest

from indicators.catalogue import Catalogue
from indicators.precedence import Reported
from indicators.records import Base, Region, Source
from indicators.vocabulary import Level, SourceKind
from targets import gaps, tracker
from targets.assessment import Assessment
from targets.gaps import Gap, GapKind, Ground, Holdings
from targets.rules import TargetStatus
from targets.tracked import TrackedTarget
from tests.support.assessment_rows import figure, indicator, source, target

TODAY = date(2026, 11, 24)
PROVINCE, PREFECTURE, COUNTY = "520000", "522600", "522601"
BASE = Base("coal", "能源", "Energy")
HEADLINE = replace(indicator(), base="coal", headline=1)
CATALOGUE = Catalogue(
    bases={"coal": BASE},
    indicators={"i": HEADLINE},
    regions={
        PROVINCE: Region(PROVINCE, "贵州", "Guizhou", level=Level.PROVINCE),
        PREFECTURE: Region(
            PREFECTURE, "黔东南", "Qiandongnan", level=Level.PREFECTURE, parent=PROVINCE
        ),
        COUNTY: Region(COUNTY, "凯里", "Kaili", level=Level.COUNTY, parent=PREFECTURE),
    },
)


def tracked(status: str, period: str = "2025", **more: object) -> TrackedTarget:
    goal = target(100, period, **more)  # type: ignore[arg-type]
    return TrackedTarget(Assessment(goal, TargetStatus(status)))


def by(reported: Reported, publication: Source, region: str = PROVINCE) -> Reported:
    return Reported(replace(reported.shown, source=publication, region=region))


def found(*rows: Reported, targets: tuple[TrackedTarget, ...] = ()) -> list[Gap]:
    return gaps.gaps(Holdings(CATALOGUE, rows, targets), TODAY)


def kinds(*rows: Reported, targets: tuple[TrackedTarget, ...] = ()) -> list[GapKind]:
    return [gap.kind for gap in found(*rows, targets=targets)]


NEW, OLD = figure("2025", 90), figure("2024", 80)
THERE = replace(NEW.shown, region=PREFECTURE)  # the prefecture is covered
COVERED = Reported(THERE)


def test_nothing_is_missing_where_all_is_known() -> None:
    assert kinds(NEW, COVERED, targets=(tracked("achieved"),)) == []


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        ("awaited", GapKind.AWAITED),
        ("unrecorded", GapKind.UNRECORDED),
        ("no_data", GapKind.NO_FIGURE),
    ],
)
def test_a_target_without_its_figure_is_a_gap(status: str, kind: GapKind) -> None:
    (gap,) = found(NEW, COVERED, targets=(tracked(status),))
    assert (gap.kind, gap.base, gap.region, gap.period) == (kind, "coal", PROVINCE, "2025")
    assert gap.latest == NEW.shown


def test_a_promise_is_one_gap_whoever_repeats_it() -> None:
    first = tracked("awaited").assessment
    again = Assessment(target(100, published="2022", by="s2"), TargetStatus.AWAITED)
    rows = tracker.tracked([first, again], CATALOGUE.indicators)
    assert kinds(NEW, COVERED, targets=tuple(rows)) == [GapKind.AWAITED]


def test_a_replaced_target_is_no_gap() -> None:
    first = tracked("awaited").assessment
    higher = Assessment(target(120, published="2022", by="s2"), TargetStatus.ACHIEVED)
    rows = tracker.tracked([first, higher], CATALOGUE.indicators)
    assert kinds(NEW, COVERED, targets=tuple(rows)) == []


@pytest.mark.parametrize(
    ("period", "is_old"), [("2025", False), ("2025-05", False), ("2025-04", True), ("2024", True)]
)
def test_a_headline_figure_is_old_after_eighteen_months(period: str, *, is_old: bool) -> None:
    there = kinds(figure(period, 1), COVERED, targets=(tracked("achieved"),))
    assert (GapKind.OLD in there) is is_old


def test_a_headline_without_figure_or_current_target() -> None:
    assert kinds(COVERED, targets=()) == [GapKind.NO_TARGET]
    assert kinds(NEW, COVERED, targets=(tracked("missed", "2024"),)) == [GapKind.NO_TARGET]
    assert kinds() == [GapKind.SILENT, GapKind.NO_TARGET, GapKind.UNCOVERED]


def test_a_county_covers_its_prefecture() -> None:
    county = Reported(replace(NEW.shown, region=COUNTY))
    assert GapKind.UNCOVERED not in kinds(NEW, county, targets=(tracked("achieved"),))


PAPER = replace(source("2025", "paper"), kind=SourceKind.PRESS, publisher_zh="日报")
BUREAU = replace(source("2024", "bureau"), publisher_zh="统计局")
OFFICE = replace(source("2021", "plan"), kind=SourceKind.PLAN, publisher_zh="能源局")


@pytest.mark.parametrize(
    ("reporters", "issuer", "publisher", "ground"),
    [
        ((PAPER, BUREAU), OFFICE, BUREAU, Ground.EARLIER),  # who counts, before who wrote of it
        ((PAPER,), OFFICE, OFFICE, Ground.DOCUMENT),
        ((), PAPER, PAPER, Ground.DOCUMENT),
        ((PAPER,), PAPER, PAPER, Ground.EARLIER),
    ],
)
def test_whose_a_missing_figure_is(
    reporters: tuple[Source, ...], issuer: Source, publisher: Source, ground: Ground
) -> None:
    goal = replace(tracked("awaited").target, source=issuer)
    row = TrackedTarget(Assessment(goal, TargetStatus.AWAITED))
    rows = [by(figure(str(2020 + n), 1), said) for n, said in enumerate(reporters)]
    (gap,) = [g for g in found(*rows, targets=(row,)) if g.kind is GapKind.AWAITED]
    assert (gap.office.source, gap.office.ground) == (publisher, ground)


def test_whose_a_missing_target_and_a_prefecture_are() -> None:
    other = replace(HEADLINE, id="j", headline=None)
    CATALOGUE.indicators["j"] = other
    try:
        goal = replace(tracked("achieved", of="j").target, source=OFFICE)
        row = TrackedTarget(Assessment(goal, TargetStatus.ACHIEVED))
        (gap,) = found(NEW, COVERED, targets=(row,))
    finally:
        del CATALOGUE.indicators["j"]
    assert gap.kind is GapKind.NO_TARGET
    assert (gap.office.source, gap.office.ground) == (OFFICE, Ground.TARGETS)
    (uncovered,) = [g for g in found(NEW) if g.kind is GapKind.UNCOVERED]
    assert (uncovered.office.source, uncovered.office.ground) == (None, Ground.NONE)
