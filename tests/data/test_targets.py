"""Every target of the published data has one status; the table of them is printed."""

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from indicators import precedence
from targets.assessment import REASONS, Assessment, assess_all
from indicators.points import histories
from targets.evidence import base_year
from targets.rules import TargetStatus, rule_book
from indicators.records import Target
from loaders.load import load
from store.engine import connect
from store.snapshot import ReleaseData
from store.standing import current

DATA = Path(__file__).resolve().parents[2] / "data"
DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def assessed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Assessment]]:
    engine = connect(f"sqlite:///{tmp_path_factory.mktemp('facts') / 'facts.sqlite3'}")
    load(DATA, engine, today=DAY)
    facts = ReleaseData(engine, current(engine))
    shown = precedence.reported(facts.observations(), facts.catalogue)
    known = histories(precedence.by_series(shown), facts.catalogue.indicators)
    yield assess_all(
        facts.targets(), facts.catalogue.indicators, known, DAY, rule_book(), _must_not_fail
    )
    engine.dispose()


def _must_not_fail(row: Target, error: Exception) -> None:
    raise AssertionError(row) from error


def _rows() -> int:
    texts = (path.read_text(encoding="utf-8-sig") for path in (DATA / "targets").glob("*.csv"))
    return sum(len(list(csv.DictReader(text.splitlines()))) for text in texts)


def test_every_target_has_one_status_and_a_reason_if_it_has_no_other(
    assessed: list[Assessment],
) -> None:
    counts = Counter(found.status for found in assessed)
    unknown = ("not_due", "no_data")
    reasons = Counter(found.reason for found in assessed if found.status in unknown)
    table = [f"{counts[status]:4} {status}" for status in set(TargetStatus)]
    table += [f"{number:9} {reason}" for reason, number in reasons.most_common()]
    sys.stdout.write("\n".join(["", *table, ""]))  # what the test is read for
    assert set(counts) <= set(TargetStatus)
    assert counts.total() == len(assessed) == _rows()
    assert set(reasons) <= set(REASONS)
    assert reasons.total() == sum(counts[status] for status in unknown)


def test_no_output_that_was_exceeded_is_red(assessed: list[Assessment]) -> None:
    """Whatever the comparator, but for a cap; indicators of which less is better are no output."""
    red = [
        found
        for found in assessed
        if found.status.is_lagging
        and not found.target.comparator.is_cap
        and found.latest is not None
        and found.latest.value > found.target.value
        and found.basis != "broken"
    ]
    assert red == []


def test_no_verdict_rests_on_a_figure_older_than_the_base_year(assessed: list[Assessment]) -> None:
    judged = [found for found in assessed if found.status.is_judged]
    assert judged
    points = [(f.target, p) for f in judged for p in (f.latest, f.baseline, f.reached) if p]
    assert [target for target, p in points if p.date.year < base_year(target)] == []


def test_the_sources_about_is_said_of_the_growth_of_2024(assessed: list[Assessment]) -> None:
    (found,) = (
        found
        for found in assessed
        if (found.target.indicator, found.target.region, found.target.period)
        == ("economy.gdp_growth", "520000", "2024")
    )
    assert (found.target.qualifier, found.status) == ("about", "achieved")


def test_batteries_reached_seven_tenths_of_their_goal_of_2023(assessed: list[Assessment]) -> None:
    (found,) = (
        found
        for found in assessed
        if (found.target.indicator, found.target.region, found.target.period)
        == ("batteries.battery_output", "520000", "2023")
    )
    assert (found.status, found.basis) == ("missed", "final")
    assert found.attainment == pytest.approx(0.69505, abs=1e-12)
