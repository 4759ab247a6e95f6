"""The published data: it loads without an error, and its rows are as many as they are."""

from datetime import date
from pathlib import Path

from sqlalchemy import Engine

from loaders.load import load

DATA = Path(__file__).resolve().parents[2] / "data"


def test_the_published_data_loads_without_an_error(engine: Engine):
    outcome = load(DATA, engine, today=date(2026, 11, 23))
    assert outcome.report.errors == ()
    assert {table: changes.added for table, changes in outcome.changes.items()} == {
        "bases": 7,
        "regions": 99,
        "units": 99,
        "indicators": 542,
        "sources": 478,
        "observations": 2763,
        "targets": 284,
        "projects": 82,
        "events": 104,
        "proposals": 23,
        "areas": 9,
    }
    assert {problem.rule for problem in outcome.report.warnings} == {"share_range", "early_target"}
