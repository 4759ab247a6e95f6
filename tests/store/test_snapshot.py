"""Every query, on both databases."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine

from loaders.load import load
from store import snapshot
from store.snapshot import Filter, NoReleaseError, ReleaseData
from store.standing import current
from tests.support.tiny_folder import TINY, write


@pytest.fixture
def facts(tiny: Path, engine: Engine) -> ReleaseData:
    assert load(tiny, engine).release == 1
    return ReleaseData(engine, 1)


def test_the_catalogue_is_in_display_order(facts: ReleaseData) -> None:
    catalogue = facts.catalogue
    assert list(catalogue.bases) == ["coal"]
    assert [r.level for r in catalogue.regions.values()] == ["province", "prefecture", "county"]
    assert catalogue.indicators["coal.output"].headline == 1
    assert catalogue.indicators["coal.share"].headline is None
    assert catalogue.units["箱"].factor == 50
    assert [s.kind for s in catalogue.sources.values()] == ["statistics", "government"]
    assert [r.id for r in catalogue.children("522600")] == ["522601"]


def test_an_observation_is_as_printed_and_converted(facts: ReleaseData) -> None:
    rows = {(o.region, o.period): o for o in facts.observations(Filter(["coal.output"]))}
    half = rows["520000", "2023-H1"]
    assert (half.printed, half.value, half.unit) == ("6500.40", 6500.4, "万吨")
    assert (half.qualifier, half.source.publisher("zh")) == ("about", "统计局")
    assert (half.note("zh"), half.note("en")) == ("上半年", "First half")
    small = rows["522600", "2022"]
    assert (small.printed, small.value, small.unit) == ("1.1", 0.00011, "吨")


def test_the_releases_that_changed_a_series_are_told_by_period(
    facts: ReleaseData, tiny: Path, engine: Engine
) -> None:
    here = "coal.output", "520000"
    assert facts.turns(*here) == [("2022", 1), ("2023-H1", 1)]
    figures = TINY["observations/coal.csv"].replace("2022,12813,", "2022,12830,")
    write(tiny, {"observations/coal.csv": figures})
    assert load(tiny, engine).release == 2
    assert ReleaseData(engine, 2).turns(*here) == [("2022", 1), ("2022", 2), ("2023-H1", 1)]
    assert facts.turns(*here) == [("2022", 1), ("2023-H1", 1)]
    assert facts.turns("coal.output", "522601") == []


def test_a_missing_figure_keeps_its_sign(facts: ReleaseData) -> None:
    (missing,) = facts.observations(Filter(["coal.share"], ["522600"]))
    assert (missing.printed, missing.value) == ("—", None)
    assert ("coal.share", "522600") not in facts.reported
    assert ("coal.share", "520000") in facts.reported


@pytest.mark.parametrize(
    ("where", "count"),
    [
        (Filter(), 5),
        (Filter(indicators=["coal.output"]), 3),
        (Filter(regions=["522600"]), 2),
        (Filter(first=2023), 1),
        (Filter(last=2022), 4),
        (Filter(first=2022, last=2023), 5),
        (Filter(source_kinds=["government"]), 1),
        (Filter(source_kinds=["press"]), 0),
        (Filter(sources=["s1"]), 4),
        (Filter(["coal.output"], ["520000"], 2022, 2022, ["statistics"]), 1),
    ],
)
def test_filters(facts: ReleaseData, where: Filter, count: int) -> None:
    assert len(facts.observations(where)) == count


def test_targets_projects_events_and_proposals(facts: ReleaseData) -> None:
    (target,) = facts.targets()
    assert (target.printed, target.value, target.comparator) == ("15000", 15000.0, ">=")
    assert facts.targets(Filter(regions=["522600"])) == []
    (project,) = facts.projects
    assert (project.capacity, project.unit, project.investment) == ("30", "万平方米", "")
    assert [event.date for event in facts.events] == ["2023-08-02"]
    assert [(p.id, p.responds_to) for p in facts.proposals] == [("q1", ""), ("q2", "q1")]
    assert facts.figures_by_source() == {"s1": 4, "s2": 1}


def test_counts(facts: ReleaseData) -> None:
    assert facts.counts() == {
        "bases": 1, "regions": 3, "units": 4, "indicators": 2, "sources": 2,
        "observations": 5, "targets": 1, "projects": 1, "events": 1, "proposals": 2,
        "areas": 0,
        "corrections": 0,
    }  # fmt: skip


def test_a_former_release_shows_what_a_figure_used_to_be(
    tiny: Path, engine: Engine, facts: ReleaseData
) -> None:
    changed = TINY["observations/coal.csv"].replace("12813", "12900")
    write(tiny, {"observations/coal.csv": changed})
    assert load(tiny, engine).release == 2
    assert current(engine) == 2
    where = Filter(["coal.output"], ["520000"], 2022, 2022)
    assert [o.printed for o in facts.observations(where)] == ["12813"]
    assert [o.printed for o in ReleaseData(engine, 2).observations(where)] == ["12900"]
    assert [(r.number, r.changed) for r in snapshot.releases(engine)] == [(2, 1), (1, 0)]


def test_no_release_and_an_unknown_one_are_errors(engine: Engine, tiny: Path) -> None:
    with pytest.raises(NoReleaseError):
        current(engine)
    load(tiny, engine)
    with pytest.raises(NoReleaseError, match="7"):
        ReleaseData(engine, 7)


def test_areas_are_optional_and_go_when_their_file_goes(tiny: Path, engine: Engine) -> None:
    header = "base,kind,name_zh,name_en,region,source\n"
    zone = "coal,zone,凯里片区,Kaili zone,522601,s2\n"
    core = "coal,core,黔东南核心区,Qiandongnan core,522600,s1\n"
    write(tiny, {"areas.csv": header + zone + core})
    assert load(tiny, engine).release == 1
    found = ReleaseData(engine, 1).areas("coal")
    assert [(a.kind, a.name("zh"), a.region) for a in found] == [
        ("core", "黔东南核心区", "522600"), ("zone", "凯里片区", "522601"),
    ]  # fmt: skip
    assert found[1].source.title == "工作报告"
    (tiny / "areas.csv").unlink()
    assert load(tiny, engine, accept=["rows-gone", "file-gone"]).release == 2
    assert ReleaseData(engine, 2).areas("coal") == []
    assert len(ReleaseData(engine, 1).areas("coal")) == 2


def test_figures_reach_the_last_month_that_one_of_them_tells_of(tiny: Path, engine: Engine) -> None:
    foreseen = "coal.output,520000,2024,13000,万吨,exact,forecast,s1,,\n"
    name = "observations/coal.csv"
    write(tiny, {name: TINY[name] + foreseen})
    load(tiny, engine)
    assert ReleaseData(engine, 1).until == {"": "2023-06", "coal": "2023-06"}


def test_a_load_in_the_first_hours_of_a_year_is_of_that_year(
    tiny: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Night(datetime):
        @classmethod
        def now(cls, tz=None):  # type: ignore[no-untyped-def]
            return datetime(2026, 12, 31, 17, 30, tzinfo=UTC).astimezone(tz)

    monkeypatch.setattr("store.releases.datetime", Night)
    load(tiny, engine, today=date(2027, 1, 1))
    (release,) = snapshot.releases(engine)
    assert (release.time, release.day) == ("2026-12-31T17:30:00+00:00", date(2027, 1, 1))
    assert ReleaseData(engine, 1, ZoneInfo("UTC")).info.day == date(2026, 12, 31)
