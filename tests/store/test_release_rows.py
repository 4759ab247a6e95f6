"""What a release changed: row by row, old beside new."""

from pathlib import Path

from sqlalchemy import Engine

from loaders.load import load
from store import release_rows
from store.release_rows import Tally
from tests.support.tiny_folder import TINY, write

FIGURES = "observations/coal.csv"


def loaded(engine: Engine, folder: Path, **replaced: str) -> int | None:
    files = TINY | {FIGURES: TINY[FIGURES], **replaced}
    return load(write(folder, files), engine, accept=["rows-gone"]).release


def test_each_change_has_its_row_before_and_after(engine: Engine, tmp_path: Path) -> None:
    loaded(engine, tmp_path)
    text = (
        TINY[FIGURES]
        .replace("12813,万吨", "12900,万吨")  # a changed row
        .replace("coal.share,520000,2022,67,%,exact,actual,s1,,\n", "")  # one that is gone
        + "coal.output,522600,2023,1.2,吨,exact,actual,s1,,\n"  # and a new one
    )
    assert loaded(engine, tmp_path, **{FIGURES: text}) == 2
    changes = release_rows.changes(engine, 2)
    assert [(c.table, c.row["indicator"], c.row["period"]) for c in changes] == [
        ("observations", "coal.output", "2022"),
        ("observations", "coal.output", "2023"),
        ("observations", "coal.share", "2022"),
    ]
    changed, added, removed = changes
    assert changed.columns == ["printed", "value"]
    assert (changed.before or {})["printed"] == "12813"
    assert (changed.after or {})["printed"] == "12900"
    assert added.before is None
    assert added.columns == []
    assert removed.after is None


def test_tallies_are_by_table_and_indicator(engine: Engine, tmp_path: Path) -> None:
    loaded(engine, tmp_path)
    first = {(t.table, t.indicator): t.written for t in release_rows.tallies(engine, 1)}
    assert first["observations", "coal.output"] == 3
    assert first["bases", ""] == 1
    loaded(engine, tmp_path, **{FIGURES: TINY[FIGURES].replace("67,%", "68,%")})
    assert release_rows.tallies(engine, 2) == [Tally("observations", "coal.share", 1, 1)]
