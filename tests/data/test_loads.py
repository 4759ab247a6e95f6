"""The published data: it loads without an error, and holds what readers rely on."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import Engine

from loaders.folder import files, read_all
from loaders.load import load
from loaders.problems import Problems
from loaders.references import References
from loaders.rules import RULES
from loaders.spellings.canonical import spelled
from loaders.tables import assemble
from store import schema
from store.schema import BY_NAME
from store.snapshot import Filter, ReleaseData

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture
def release(engine: Engine) -> ReleaseData:
    outcome = load(DATA, engine, today=date(2026, 11, 23))
    assert outcome.report.errors == ()
    assert all(RULES[problem.rule] == "warning" for problem in outcome.report.warnings)
    return ReleaseData(engine, 1)


def test_the_published_data_loads_and_is_whole(release: ReleaseData) -> None:
    counts = release.counts()
    assert all(counts[spec.name] > 0 or spec.optional for spec in schema.SPECS)
    observations, targets = release.observations(), release.targets()
    assert len(observations) == counts["observations"]
    assert all(row.source.title for row in (*observations, *targets))
    assert {row.indicator for row in targets} <= {*release.catalogue.indicators}
    for each in release.catalogue.sources.values():
        assert each.publisher_zh
        assert each.publisher_en
    noted = (*observations, *targets, *release.projects, *release.catalogue.sources.values())
    assert any(row.note_zh for row in noted)
    assert all(bool(row.note_zh) == bool(row.note_en) for row in noted)


def test_the_published_data_are_spelled_as_they_are_kept() -> None:
    """So that a release of the same facts has the same digest, however others spell them."""
    found = files(DATA, Problems())
    tables = {
        name: table
        for name, of_table in found.items()
        if (table := assemble(BY_NAME[name], read_all(of_table, Problems()) or [], Problems()))
    }
    references = References(tables)
    for table in tables.values():
        pd.testing.assert_frame_equal(spelled(table, references).cells, table.cells)


def test_the_reference_case_is_as_published(release: ReleaseData) -> None:
    rows = release.observations(Filter(regions=["522600"], first=2023, last=2023))
    said = {row.indicator: (row.printed, row.unit, row.source.id) for row in rows}
    assert said["resources.quartz_proven"] == ("4", "亿吨", "cppcc-2023")
