"""Loads: what is stored, what counts as a change, and that a refused load changes nothing."""

import csv
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from sqlalchemy import Engine, text

from loaders.load import Changes, load
from tests.conftest import TINY, write

TODAY = date(2026, 6, 1)
OBSERVATIONS = TINY["observations/coal.csv"]


def loaded(folder, engine):
    return load(folder, engine, today=TODAY)


def rows(engine: Engine, query: str) -> list[tuple[object, ...]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(query))]


def test_the_first_load_stores_printed_and_converted_values(tiny: Path, engine: Engine):
    outcome = loaded(tiny, engine)
    assert (outcome.release, outcome.unchanged, outcome.report.problems) == (1, False, ())
    assert outcome.changes["observations"] == Changes(added=5)
    query = "SELECT region, period, printed, value, unit FROM observations ORDER BY row_id"
    assert rows(engine, query) == [
        ("520000", "2022", "12813", 12813.0, "万吨"),
        ("520000", "2023-H1", "6500.40", 6500.4, "万吨"),
        ("522600", "2022", "1.1", 0.00011, "吨"),
        ("520000", "2022", "67", 67.0, "%"),
        ("522600", "2022", "—", None, "%"),
    ]
    assert rows(engine, "SELECT number, added, changed, removed FROM releases") == [(1, 22, 0, 0)]


def test_a_factor_that_is_no_power_of_ten_is_exact(tiny: Path, engine: Engine):
    write(tiny, {"observations/coal.csv": OBSERVATIONS.replace("1.1,吨", "1.1,箱")})
    loaded(tiny, engine)
    query = "SELECT value FROM observations WHERE unit = '箱'"
    assert rows(engine, query) == [(0.0055,)]


def test_the_same_folder_makes_no_second_release(tiny: Path, engine: Engine):
    loaded(tiny, engine)
    outcome = loaded(tiny, engine)
    assert (outcome.release, outcome.unchanged) == (None, True)
    assert rows(engine, "SELECT count(*) FROM releases") == [(1,)]


def _number(cell: str) -> float | str:
    return float(cell) if cell[0].isdigit() else cell


def test_a_workbook_equals_its_csv_twin(tiny: Path, engine: Engine):
    loaded(tiny, engine)
    book = Workbook()
    for row in csv.reader(OBSERVATIONS.splitlines()):
        book.active.append([_number(cell) if at == 3 else cell for at, cell in enumerate(row)])
    (tiny / "observations/coal.csv").write_text(OBSERVATIONS.replace("6500.40", "6500.4"))
    loaded(tiny, engine)  # a cell that holds a number knows no last zero
    (tiny / "observations/coal.csv").unlink()
    book.save(tiny / "observations/coal.xlsx")
    outcome = loaded(tiny, engine)
    assert (outcome.report.problems, outcome.unchanged) == ((), True)


def columns_turned(table: str) -> str:
    return "".join(",".join(reversed(line.split(","))) + "\n" for line in table.splitlines())


CHINESE = "指标,地区,时期,数值,单位,口径,状态,来源,备注,英文备注"
SAME = {
    "byte order mark": ("\ufeff" + OBSERVATIONS).encode(),
    "UTF-16": OBSERVATIONS.encode("utf-16"),
    "GB18030": OBSERVATIONS.encode("gb18030"),
    "CRLF": OBSERVATIONS.replace("\n", "\r\n").encode(),
    "no last line end": OBSERVATIONS.rstrip("\n").encode(),
    "empty lines": OBSERVATIONS.replace("\n", "\n\n").encode(),
    "rows of commas": (OBSERVATIONS + ",,,,,,,,,\n").encode(),
    "column order": columns_turned(OBSERVATIONS).encode(),
    "Chinese header": OBSERVATIONS.replace(OBSERVATIONS.split("\n")[0], CHINESE).encode(),
    "full-width digits": OBSERVATIONS.replace("12813", "12813").encode(),
    "full-width period": OBSERVATIONS.replace("2023-H1", "2023-H1").encode(),
    "thousands separators": OBSERVATIONS.replace("12813", '"12,813"').encode(),
    "percent sign": OBSERVATIONS.replace("67,", "67%,").encode(),
    "quotes": OBSERVATIONS.replace("上半年", '"上半年"').encode(),
    "blanks": OBSERVATIONS.replace(",s1,", ", s1 ,").encode(),
}


@pytest.mark.parametrize("same", SAME.values(), ids=SAME.keys())
def test_what_differs_in_form_only_is_unchanged(tiny: Path, engine: Engine, same: bytes):
    loaded(tiny, engine)
    (tiny / "observations/coal.csv").write_bytes(same)
    outcome = loaded(tiny, engine)
    assert (outcome.report.errors, outcome.unchanged) == ((), True)
    assert rows(engine, "SELECT count(*) FROM releases") == [(1,)]


def test_a_change_closes_the_old_row_and_adds_the_new(tiny: Path, engine: Engine):
    loaded(tiny, engine)
    changed = OBSERVATIONS.replace("12813", "12814").replace(
        "coal.share,522600", "coal.share,522601"
    )
    write(tiny, {"observations/coal.csv": changed})
    outcome = load(tiny, engine, today=TODAY, accept=["rows-gone"])
    assert outcome.release == 2
    assert outcome.changes["observations"] == Changes(added=1, changed=1, removed=1)
    query = "SELECT printed, valid_from, valid_to FROM observations WHERE printed LIKE '1281_'"
    assert sorted(rows(engine, query)) == [("12813", 1, 2), ("12814", 2, None)]
    assert rows(engine, "SELECT count(*) FROM observations WHERE valid_to IS NULL") == [(5,)]


def test_a_new_factor_of_a_unit_changes_the_values(tiny: Path, engine: Engine):
    loaded(tiny, engine)
    write(tiny, {"units.csv": TINY["units.csv"].replace("吨,mass,1,", "吨,mass,10,")})
    outcome = loaded(tiny, engine)
    assert outcome.changes["observations"] == Changes(changed=1)


def test_an_error_leaves_everything_as_it_was(tiny: Path, engine: Engine):
    loaded(tiny, engine)
    write(tiny, {"observations/coal.csv": OBSERVATIONS.replace("12813", "many")})
    outcome = loaded(tiny, engine)
    assert [(p.rule, p.row, p.column) for p in outcome.report.errors] == [
        ("not_a_number", 2, "value")
    ]
    assert (outcome.release, outcome.unchanged) == (None, False)
    assert rows(engine, "SELECT count(*) FROM observations WHERE valid_to IS NULL") == [(5,)]


def test_facts_that_return_have_the_digest_they_had(tiny: Path, engine: Engine):
    loaded(tiny, engine)
    write(tiny, {"observations/coal.csv": OBSERVATIONS.replace("12813", "12814")})
    loaded(tiny, engine)
    write(tiny, TINY)
    assert loaded(tiny, engine).release == 3
    first, second, third = rows(engine, "SELECT digest FROM releases ORDER BY number")
    assert first == third != second


def test_progress_ends_at_the_number_of_rows(tiny: Path, engine: Engine):
    steps: list[tuple[int, int]] = []
    load(tiny, engine, today=TODAY, progress=lambda done, of: steps.append((done, of)))
    assert steps[-1] == (22, 22)
    assert steps == sorted(steps)
