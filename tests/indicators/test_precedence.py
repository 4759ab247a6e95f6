import itertools
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from indicators import precedence
from indicators.catalogue import Catalogue
from indicators.records import Indicator, Observation, Region, Source, Unit
from indicators.vocabulary import Carrier, Direction, Level, Measure, Qualifier, SourceKind, Status

MASS = {
    "吨": Unit("吨", "mass", Decimal(1), "t", "t"),
    "万吨": Unit("万吨", "mass", Decimal(10000), "10 kt", "t"),
    "亿吨": Unit("亿吨", "mass", Decimal(100000000), "100 Mt", "t"),
}
CATALOGUE = Catalogue(
    units=MASS,
    indicators={
        name: Indicator(name, "甲", "A", unit="亿吨", measure=measure, direction=Direction.UP)
        for name, measure in (
            ("a.b", Measure.FLOW),
            ("a.stock", Measure.STOCK),
            ("a.count", Measure.COUNT),
        )
    },
    regions={
        code: Region(code, code, code, level=Level(level))
        for code, level in (
            ("520000", "province"),
            ("522600", "prefecture"),
            ("522601", "county"),
            ("522700", "prefecture"),
        )
    },
)


def source(
    name: str, kind: str = "press", published: str = "2024", carrier: str = "original"
) -> Source:
    return Source(name, name, name, published, "", SourceKind(kind), Carrier(carrier))


def figure(printed: str, by: Source, **changes: Any) -> Observation:
    words = Qualifier.EXACT, Status.ACTUAL
    value = float(printed or 0)
    plain = Observation("a.b", "522600", "2023", printed, value, "亿吨", *words, by)
    vocabulary = {"qualifier": Qualifier, "status": Status}
    members = {name: vocabulary[name](changes[name]) for name in vocabulary if name in changes}
    return replace(plain, **changes | members)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        # a better kind of source beats all that follows
        (figure("1", source("x", "statistics", "2001", "reprint"), status="estimate"),
         figure("2", source("y", "government", "2024"))),
        # then the original
        (figure("1", source("x", published="2001")), figure("2", source("y", carrier="reprint"))),
        # then the later publication; a day is later than the month it does not reach
        (figure("1", source("x", published="2024-06-30")),
         figure("2", source("y", published="2024-05"))),
        (figure("1", source("x", published="2001")), figure("2", source("y", published=""))),
        # then the status
        (figure("1", source("x"), status="revised"), figure("2", source("y"), status="actual")),
        (figure("1", source("x"), status="estimate"), figure("2", source("y"), status="forecast")),
    ],
)  # fmt: skip
def test_precedence(better: Observation, worse: Observation) -> None:
    for rows in ([better, worse], [worse, better]):
        (shown,) = precedence.reported(rows, CATALOGUE)
        assert shown.shown == better
        assert shown.others == (worse,)


@pytest.mark.parametrize(
    ("shown", "other", "criterion"),
    [
        (figure("1", source("x", "statistics", "2001")), figure("2", source("y")), "kind"),
        (figure("1", source("x")), figure("2", source("y", carrier="reprint")), "carrier"),
        (figure("1", source("x", published="2024-06")), figure("2", source("y")), "published"),
        (figure("1", source("y")), figure("2", source("x"), status="estimate"), "status"),
        (
            figure("1", source("x"), status="revised"),
            figure("2", source("y", "government")),
            "revised",
        ),
        (figure("1", source("x")), figure("2", source("y")), "id"),
    ],
)
def test_what_decided_is_named(shown: Observation, other: Observation, criterion: str) -> None:
    (reported,) = precedence.reported([other, shown], CATALOGUE)
    assert precedence.decided_by(reported.shown, reported.others[0]) == criterion


@pytest.mark.parametrize(
    ("kinds", "is_revision_first"),
    [
        (("statistics", "press"), True),  # the press tells what the bureau revised
        (("statistics", "government"), True),
        (("press", "press"), True),
        (("statistics", "company"), False),  # a company counts for itself
        (("company", "press"), False),
        (("company", "company"), False),  # of two companies
    ],
)
def test_a_revision_goes_before_what_its_family_told(
    kinds: tuple[str, str], is_revision_first: bool
) -> None:
    told = figure("10502.56", source("x", kinds[0], "2025"), status="provisional")
    revision = figure("10541.0", source("y", kinds[1], "2021", "reprint"), status="revised")
    for rows in ([told, revision], [revision, told]):
        (row,) = precedence.reported(rows, CATALOGUE)
        assert row.shown is (revision if is_revision_first else told)
        assert row.conflicts == row.others


def test_the_best_source_of_a_revision_is_shown_and_a_missing_one_revises_nothing() -> None:
    told = figure("1", source("x", "statistics"), status="actual")
    quoted = figure("2", source("y", "press"), status="revised")
    own = figure("2.0", source("z", "government"), status="revised")
    (row,) = precedence.reported([told, quoted, own], CATALOGUE)
    assert (row.shown, *row.others) == (own, quoted, told)
    missing = figure("", source("y", "press"), status="revised", value=None)
    (row,) = precedence.reported([told, missing], CATALOGUE)
    assert row.shown is told


@pytest.mark.parametrize("of", ["a.stock", "a.count"])
def test_all_spellings_of_a_moment_are_one_key_with_its_conflicts(of: str) -> None:
    texts = ("2023", "2023-12", "2023-12-31", "2023-Q4", "2023-H2", "2023-12/ytd")
    for better, worse in itertools.permutations(texts, 2):
        rows = [
            figure("4.0", source("x", "press"), period=worse, indicator=of),
            figure("5.0", source("y", "statistics"), period=better, indicator=of),
        ]
        (row,) = precedence.reported(rows, CATALOGUE)
        assert (row.shown.period, row.conflicts) == (better, (rows[0],))


def test_half_year_and_six_months_are_one_period() -> None:
    rows = [
        figure("1", source("x"), period="2023-H1"),
        figure("1", source("y"), period="2023-06/ytd"),
    ]
    assert len(precedence.reported(rows, CATALOGUE)) == 1


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        (("4", "亿吨", "exact"), ("4.4", "亿吨", "exact"), False),  # 4 stands for 3.5 to 4.5
        (("4", "亿吨", "exact"), ("4.6", "亿吨", "exact"), True),
        (("4.0", "亿吨", "exact"), ("4.1", "亿吨", "exact"), False),  # their ranges touch
        (("4.0", "亿吨", "exact"), ("4.2", "亿吨", "exact"), True),
        (("4", "亿吨", "exact"), ("2800", "万吨", "exact"), True),
        (("4", "亿吨", "exact"), ("40000", "万吨", "exact"), False),
        (("100", "亿吨", "about"), ("104", "亿吨", "exact"), False),
        (("100", "亿吨", "about"), ("110", "亿吨", "exact"), True),
        (("100", "亿吨", "over"), ("108", "亿吨", "exact"), False),
        (("100", "亿吨", "over"), ("97", "亿吨", "exact"), True),
        (("100", "亿吨", "under"), ("95", "亿吨", "exact"), False),
        (("100", "亿吨", "under"), ("103", "亿吨", "exact"), True),
    ],
)
def test_conflict_is_what_printed_digits_do_not_allow(
    one: tuple[str, str, str], other: tuple[str, str, str], conflict: bool
) -> None:
    rows = [
        figure(printed, source("x"), unit=unit, qualifier=qualifier)
        for printed, unit, qualifier in (one, other)
    ]
    assert precedence.differ(*rows, CATALOGUE) is conflict
    assert precedence.differ(*reversed(rows), CATALOGUE) is conflict


def test_the_lead_is_the_latest_dated_figure_that_is_no_forecast() -> None:
    rows = [
        figure("4", source("a"), period="2023"),
        figure("3", source("b"), period="2022"),
        figure("5", source("c", published=""), period="2024"),
        figure("6", source("d"), period="2025", status="forecast"),
    ]
    lead = precedence.lead(precedence.reported(rows, CATALOGUE))
    assert lead is not None
    assert lead.shown.printed == "4"


def test_the_longer_period_leads_of_two_with_one_end() -> None:
    rows = [
        figure("1", source("a"), period="2023-10"),
        figure("9", source("a"), period="2023-10/ytd"),
    ]
    lead = precedence.lead(precedence.reported(rows, CATALOGUE))
    assert lead is not None
    assert lead.shown.period == "2023-10/ytd"


def test_home_is_the_highest_region_with_the_most_figures() -> None:
    rows = [
        figure("1", source("a"), region="522601"),
        figure("1", source("a"), region="522601", period="2022"),
        figure("1", source("a"), region="522700"),
        figure("1", source("a"), region="522600"),
        figure("1", source("a"), region="522600", period="2021"),
    ]
    series = precedence.by_series(precedence.reported(rows, CATALOGUE))
    assert precedence.home("a.b", series, CATALOGUE) == "522600"
    assert precedence.home("a.c", series, CATALOGUE) == "520000"
