"""Stops: each is met by what it is for and by nothing less, says what it saw, and is accepted."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from loaders.load import Outcome, load
from review import sentences
from review.flips import Flip
from review.stops import STOPS
from store import history, snapshot
from store.engine import connect
from store.releases import Entry, remembered
from store.snapshot import ReleaseData
from store.standing import current
from targets.assessment import Assessment
from targets.rules import TargetStatus
from tests.support.readme import rows
from tests.support.tiny_folder import TINY, write
from wording.words import LANGUAGES, words

TODAY = date(2026, 6, 1)
FIGURES, TARGETS = "observations/coal.csv", "targets/coal.csv"
MONTHS = [f"{year}-{month:02}" for year in range(2010, 2022) for month in range(1, 13)]
SERIES = "".join(
    f"coal.output,522601,{m},{n + 50},吨,exact,actual,s1,,\n" for n, m in enumerate(MONTHS)
)
SOURCE = "s3,年报,统计局,Bureau,2025,,statistics,original,,,\n"
MET = "coal.output,520000,2022,12000,万吨,>=,annual,s2,,\n"
LONG = TINY | {FIGURES: TINY[FIGURES] + SERIES, TARGETS: TINY[TARGETS] + MET}


@pytest.fixture
def sqlite_engine(sqlite_url: str) -> Iterator[Engine]:
    """One database is enough for sentences."""
    engine = connect(sqlite_url)
    yield engine
    engine.dispose()


@pytest.fixture
def facts(tiny: Path, sqlite_engine: Engine) -> ReleaseData:
    assert load(tiny, sqlite_engine, today=TODAY).release == 1
    return ReleaseData(sqlite_engine, 1)


def without(table: str, *starts: str) -> str:
    lines = table.splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(starts))


def changed(count: int) -> str:
    """The figures with so many of the long series one higher."""
    text = LONG[FIGURES]
    for at, month in list(enumerate(MONTHS))[:count]:
        text = text.replace(f"522601,{month},{at + 50},", f"522601,{month},{at + 51},")
    return text


def figure(value: str, region: str = "520000", indicator: str = "coal.output") -> str:
    unit = "万吨" if indicator == "coal.output" else "%"
    return LONG[FIGURES] + f"{indicator},{region},2021,{value},{unit},exact,actual,s1,,\n"


def second(tiny: Path, engine: Engine, files: dict[str, str], *accept: str) -> Outcome:
    """Load the long folder, then the same with other files."""
    assert load(write(tiny, LONG), engine, today=TODAY).release == 1
    return load(write(tiny, files), engine, today=TODAY, accept=accept)


STOPPED = {
    "a figure is gone": (
        {FIGURES: without(LONG[FIGURES], "coal.share,522600")}, ["rows-gone"],
    ),
    "an event is gone": ({"events.csv": without(TINY["events.csv"], "2023-08-02")}, ["rows-gone"]),
    "two figures of 149": ({FIGURES: changed(2)}, ["many-changed"]),
    "both targets": ({TARGETS: LONG[TARGETS].replace("s2,,", "s2,改,Changed")}, ["many-changed"]),
    "a slip of a hundred": ({FIGURES: figure("1000000")}, ["off-series"]),
    "a slip to a hundredth": ({FIGURES: figure("95")}, ["off-series"]),
    "a changed figure": (
        {FIGURES: LONG[FIGURES].replace("6500.40", "65004000")}, ["off-series"],
    ),
    "a figure that was met": (
        {FIGURES: LONG[FIGURES].replace("12813,", "11999,")}, ["verdict-flips"],
    ),
    "the unit of a source that is off": (
        {FIGURES: LONG[FIGURES].replace("12813,万吨", "12813,吨")},
        ["off-series", "verdict-flips"],
    ),
}  # fmt: skip
PASSED = {
    "a new figure": {FIGURES: figure("9000")},
    "one changed figure": {FIGURES: changed(1)},
    "ninety-nine times": {FIGURES: figure("950000")},
    "a missing value": {FIGURES: figure("—")},
    "a zero": {FIGURES: figure("0")},
    "an odd one beside its like": {FIGURES: figure("1.3", "522600").replace("1.3,万吨", "1.3,吨")},
    "a target met by more": {FIGURES: LONG[FIGURES].replace("12813,", "12900,")},
    "a note": {FIGURES: LONG[FIGURES].replace("First half", "Half a year")},
    "a new source": {"sources.csv": TINY["sources.csv"] + SOURCE},
}  # fmt: skip


@pytest.mark.parametrize(("files", "names"), STOPPED.values(), ids=STOPPED.keys())
def test_what_meets_a_stop_changes_nothing_until_it_is_accepted(
    tiny: Path, engine: Engine, files: dict[str, str], names: list[str]
) -> None:
    outcome = second(tiny, engine, LONG | files)
    assert [stop.name for stop in outcome.stops] == names
    assert (outcome.release, outcome.unchanged) == (None, False)
    assert current(engine) == 1
    assert len(ReleaseData(engine, 1).observations()) == len(LONG[FIGURES].splitlines()) - 1
    again = load(tiny, engine, today=TODAY, accept=names[1:])
    assert [stop.name for stop in again.stops] == names[:1]  # each is accepted by its name
    accepted = load(tiny, engine, today=TODAY, accept=names)
    assert (accepted.release, accepted.stops) == (2, ())
    assert snapshot.releases(engine)[0].accepted.split() == names


@pytest.mark.parametrize("files", PASSED.values(), ids=PASSED.keys())
def test_what_is_less_passes(tiny: Path, engine: Engine, files: dict[str, str]) -> None:
    outcome = second(tiny, engine, LONG | files)
    assert (outcome.release, outcome.stops, outcome.report.errors) == (2, (), ())
    assert snapshot.releases(engine)[0].accepted == ""


def test_the_first_load_has_no_stops(tiny: Path, engine: Engine) -> None:
    assert load(write(tiny, LONG | {FIGURES: figure("1000000")}), engine, today=TODAY).release == 1


def test_a_file_that_is_gone_is_named_and_what_was_loaded_is_remembered(
    tiny: Path, engine: Engine
) -> None:
    head = TINY[FIGURES].splitlines(keepends=True)[0]
    write(tiny, {"observations/more.csv": head + SERIES})
    assert load(tiny, engine, today=TODAY).release == 1
    (tiny / "observations/more.csv").unlink()
    outcome = load(tiny, engine, today=TODAY)
    assert [stop.name for stop in outcome.stops] == ["rows-gone", "file-gone"]
    assert outcome.stops[1].examples == ["observations/more.csv"]
    assert "observations/more.csv" in remembered(engine)
    assert current(engine) == 1


def test_a_file_whose_rows_stand_in_another_is_no_loss(tiny: Path, engine: Engine) -> None:
    assert load(tiny, engine, today=TODAY).release == 1
    (tiny / FIGURES).rename(tiny / "observations/energy.csv")
    assert load(tiny, engine, today=TODAY).unchanged
    more = "coal.output,520000,2021,9000,万吨,exact,actual,s1,,\n"
    write(tiny, {"observations/energy.csv": TINY[FIGURES] + more})
    assert load(tiny, engine, today=TODAY).release == 2


def test_a_growth_rate_is_off_no_series(tiny: Path, engine: Engine) -> None:
    growth = TINY["indicators.csv"].replace(",ratio,", ",growth,")
    small = figure("0.1", indicator="coal.share")
    outcome = second(tiny, engine, LONG | {"indicators.csv": growth, FIGURES: small})
    assert (outcome.release, outcome.stops) == (2, ())


def test_a_series_that_is_new_is_held_against_itself(tiny: Path, engine: Engine) -> None:
    values = {2019: "30", 2020: "31", 2021: "310000"}
    rows = [f"coal.output,522600,{y},{v},万吨,exact,actual,s1,,\n" for y, v in values.items()]
    bare = without(LONG[FIGURES], "coal.output,522600")
    assert load(write(tiny, LONG | {FIGURES: bare}), engine, today=TODAY).release == 1
    write(tiny, {FIGURES: bare + "".join(rows)})
    (stop,) = load(tiny, engine, today=TODAY).stops
    assert [one.change.row["period"] for one in stop.examples] == ["2021"]  # type: ignore[union-attr]


def test_a_verdict_of_all_targets_is_looked_at_when_a_unit_changes(
    tiny: Path, engine: Engine
) -> None:
    units = TINY["units.csv"].replace("万吨,mass,10000,", "万吨,mass,20000,")
    indicators = TINY["indicators.csv"].replace("Coal output,万吨,up", "Coal output,吨,up")
    outcome = second(tiny, engine, LONG | {"units.csv": units, "indicators.csv": indicators})
    assert "verdict-flips" not in [stop.name for stop in outcome.stops]
    assert outcome.review is not None
    assert outcome.review.differences.touches_all


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("case", STOPPED)
def test_a_stop_says_numbers_and_examples(
    tiny: Path, sqlite_engine: Engine, case: str, lang: str
) -> None:
    files, _ = STOPPED[case]
    outcome = second(tiny, sqlite_engine, LONG | files)
    assert outcome.review is not None
    for stop in outcome.stops:
        said = sentences.stop_sentence(stop, outcome.review.differences, words(lang))
        assert str(len(stop.examples)) in said
        for one in stop.examples:
            assert sentences.example(one, outcome.review.differences, words(lang))


def test_a_flip_tells_target_verdicts_and_figures(tiny: Path, sqlite_engine: Engine) -> None:
    outcome = second(
        tiny, sqlite_engine, LONG | {FIGURES: LONG[FIGURES].replace("12813,", "11999,")}
    )
    assert outcome.review is not None
    (stop,) = outcome.stops
    assert sentences.example(stop.examples[0], outcome.review.differences, words("zh")) == (
        "原煤产量 · 贵州 · 2022年 · s2：≥12000万吨：已达标 → 未达标"
        "（2022年 12813万吨 → 2022年 11999万吨）"
    )


LOST = {
    "met and missed": (TargetStatus.ACHIEVED, TargetStatus.MISSED, True),
    "exceeded and without a figure": (TargetStatus.SURPASSED, TargetStatus.UNRECORDED, True),
    "met and met later": (TargetStatus.ACHIEVED, TargetStatus.MET_LATER, True),
    "met later and not": (TargetStatus.MET_LATER, TargetStatus.STILL_UNMET, True),
    "met later and in time": (TargetStatus.MET_LATER, TargetStatus.ACHIEVED, False),
    "exceeded and met": (TargetStatus.SURPASSED, TargetStatus.ACHIEVED, False),
    "behind and missed": (TargetStatus.BEHIND, TargetStatus.MISSED, False),
    "missed and met": (TargetStatus.MISSED, TargetStatus.ACHIEVED, False),
}


@pytest.mark.parametrize(("before", "after", "is_lost"), LOST.values(), ids=LOST.keys())
def test_a_target_is_lost_when_it_is_met_no_more(
    facts: ReleaseData, before: TargetStatus, after: TargetStatus, is_lost: bool
) -> None:
    target = facts.targets()[0]
    assert Flip(Assessment(target, before), Assessment(target, after)).is_lost is is_lost


def test_readme_tells_every_stop() -> None:
    say = words("en")
    told = {name: row[0] for name, row in rows("Stops").items()}
    assert told == {name: say(f"stop.{name}.when") for name in STOPS}


def test_what_was_withdrawn_is_not_published_again_unasked(tiny: Path, engine: Engine) -> None:
    wrong = LONG | {FIGURES: figure("9000")}
    assert second(tiny, engine, wrong).release == 2
    history.rollback(engine, 1, Entry())
    assert load(write(tiny, LONG | {FIGURES: figure("9000")}), engine, today=TODAY).release == 4
    history.rollback(engine, 1, Entry())
    history.withdraw(engine, 2, "a wrong column", "")
    outcome = load(tiny, engine, today=TODAY)
    assert [stop.name for stop in outcome.stops] == ["withdrawn"]
    assert outcome.review is not None
    said = sentences.stop_sentence(outcome.stops[0], outcome.review.differences, words("en"))
    assert "release 2, which was withdrawn (a wrong column)" in said
    assert load(tiny, engine, today=TODAY, accept=["withdrawn"]).release == 6
