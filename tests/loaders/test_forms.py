"""One table in every form that is accepted: the same rows, and a second load is `unchanged`."""

import csv
import io
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.load import load
from loaders.read import read
from review.stops import STOPS
from store.engine import connect
from tests.conftest import TINY
from tests.support.workbooks import Rows, Shown, ods, xls, xlsx

TODAY = date(2026, 6, 1)
COAL = "observations/coal"
HEADER, *LINES = list(csv.reader(TINY[f"{COAL}.csv"].splitlines()))
VALUE, PERIOD = HEADER.index("value"), HEADER.index("period")
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "gb18030")
Table = list[list[str]]


def separated(encoding: str, sign: str, tells: str) -> Callable[[Table], bytes]:
    def write(table: Table) -> bytes:
        file = io.StringIO()
        csv.writer(file, delimiter=sign).writerows(table)
        return (tells.format(sign) + file.getvalue()).encode(encoding)

    return write


def as_numbers(table: Table) -> Rows:
    """Values as numbers with the decimals that were printed, months and years as dates."""
    return [table[0], *([_as_number(at, text) for at, text in enumerate(row)] for row in table[1:])]


def _as_number(at: int, text: str) -> object:
    if at == PERIOD and text[-2:].isdigit():
        code = "yyyy-mm" if "-" in text else "yyyy"
        day = datetime(int(text[:4]), int(text[5:] or 1), 28)
        return Shown(day, code, text)
    if at != VALUE or not text[-1:].isdigit():
        return text
    places = len(text.partition(".")[2])
    return Shown(float(text), "0." + "0" * places if places else "0", text)


def ods_of_numbers(table: Table) -> bytes:
    known = ("yyyy-mm", "yyyy", "0.00")
    rows = [
        [cell if not isinstance(cell, Shown) or cell.format in known else cell.text for cell in row]
        for row in as_numbers(table)
    ]
    return ods(rows)


FORMS: dict[str, tuple[str, Callable[[Table], bytes]]] = {
    f"CSV {encoding} {sign!r} {tells}": (".csv", separated(encoding, sign, tells))
    for encoding, sign, tells in product(ENCODINGS, ",;\t", ("", "sep={}\r\n"))
} | {
    "XLSX of texts": (".xlsx", xlsx),
    "XLSX of numbers": (".xlsx", lambda table: xlsx(as_numbers(table))),
    "XLSM": (".xlsm", lambda table: xlsx(as_numbers(table))),
    "XLS of texts": (".xls", xls),
    "XLS of numbers": (".xls", lambda table: xls(as_numbers(table))),
    "ODS of texts": (".ods", ods),
    "ODS of numbers": (".ods", ods_of_numbers),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_rows_are_the_same_in_each_form(tmp_path: Path, form: str):
    suffix, write = FORMS[form]
    path = tmp_path / f"coal{suffix}"
    path.write_bytes(write([HEADER, *LINES]))
    (sheet,) = read(path, path.name)
    assert list(sheet.header) == HEADER
    assert sheet.cells.astype(str).to_numpy().tolist() == LINES
    assert [problem.rule for problem in sheet.problems] == []


numbers = st.decimals(Decimal("0.01"), Decimal("99999"), places=2).map(str)
months = st.dates(date(2001, 1, 1), date(2022, 12, 31)).map(lambda day: f"{day:%Y-%m}")
notes = st.text(st.sampled_from('快报数,;\t"12 -x'), max_size=8).map(str.strip)
lines = st.tuples(months, numbers, notes).map(
    lambda line: ["coal.output", "522600", *line[:2], "万吨", "exact", "actual", "s2", line[2], ""]
)
tables = st.lists(lines, min_size=1, max_size=4, unique_by=lambda line: line[PERIOD])


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(table=tables, form=st.sampled_from(sorted(FORMS)))
def test_a_table_in_another_form_is_unchanged(tiny: Path, sqlite_url: str, table: Table, form: str):
    engine = connect(sqlite_url)
    for old in (tiny / "observations").glob("coal.*"):
        old.unlink()
    (tiny / f"{COAL}.csv").write_bytes(separated("utf-8", ",", "")([HEADER, *table]))
    assert not load(tiny, engine, today=TODAY, accept=STOPS).report.errors
    (tiny / f"{COAL}.csv").unlink()
    suffix, write = FORMS[form]
    (tiny / f"{COAL}{suffix}").write_bytes(write([HEADER, *table]))
    outcome = load(tiny, engine, today=TODAY)
    assert (outcome.report.errors, outcome.release, outcome.unchanged) == ((), None, True)
