"""README's chapter on a clerk's month runs as it stands: each command, with its exit code."""

import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from app import main
from store import snapshot
from store.engine import connect
from store.snapshot import Filter, ReleaseData
from tests.support.readme import ROOT, part

BLOCKS = re.findall(r"```sh\n(.*?)```", part("A clerk's month"), re.DOTALL)
COMMAND = re.compile(r"python app\.py (?P<arguments>.*?)  # (?P<code>\d)")
ASKED = "火电发电量"
FIGURE = Filter(["coal.thermal_generation"], ["520000"], first=2026)
SERIES = "coal.thermal_generation", "520000", "2026-10/ytd"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with the data of one base, that of the chapter."""
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data", data, ignore=shutil.ignore_patterns("*.sqlite3*", "geo"))
    for path in (*data.glob("observations/*"), *data.glob("targets/*")):
        if path.stem != "coal":
            path.unlink()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SIXBASES_DATA", str(data))
    monkeypatch.setenv("SIXBASES_DATABASE_URL", f"sqlite:///{tmp_path / 'facts.sqlite3'}")
    return tmp_path


def fill(path: Path, value: object) -> None:
    """Write the value that an office found, and where, into the row that asks for it."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    columns = {cell.value: cell.column for cell in sheet[1]}
    row = next(r[0].row for r in sheet.iter_rows(min_row=2) if r[0].value == ASKED)
    sheet.cell(row, columns["数值"], value)
    sheet.cell(row, columns["来源"], "t2b-nbs1")
    book.save(path)


# What the office does before each block of the chapter.
BEFORE: tuple[Callable[[Path], None], ...] = (
    lambda _: None,
    lambda folder: fill(folder / "october.xlsx", "一千四百"),
    lambda folder: fill(folder / "october.xlsx", 14_027_000),
    lambda _: None,
    lambda folder: fill(folder / "october.xlsx", 1402.7),
)


def test_the_chapter_runs_as_it_stands(office: Path, capfd: pytest.CaptureFixture[str]) -> None:
    said = []
    for before, block in zip(BEFORE, BLOCKS, strict=True):
        before(office)
        for line in block.splitlines():
            if line.startswith("cp "):
                shutil.copy(*shlex.split(line)[1:])
                continue
            found = COMMAND.fullmatch(line)
            assert found, line
            code = main(shlex.split(found["arguments"]))
            output = "".join(capfd.readouterr())
            assert code == int(found["code"]), (line, output)
            said.append(output)
    _, _, problem, marked, preview, stopped, *_, listed, mended = said
    assert "“一千四百”不是数" in problem
    assert "october.xlsx" in problem
    assert marked
    assert openpyxl.load_workbook(office / "marked.xlsx").worksheets
    assert "14027000" in preview
    assert "--accept off-series" in stopped
    assert "10,000 kWh" in listed
    assert "4" in mended
    the_slip_was_public_once_and_is_no_more(office)


def the_slip_was_public_once_and_is_no_more(office: Path) -> None:
    engine = connect(f"sqlite:///{office / 'facts.sqlite3'}")
    shown = {
        number: [(o.period, o.printed) for o in ReleaseData(engine, number).observations(FIGURE)
                 if o.period == SERIES[2]]
        for number in range(1, 5)
    }  # fmt: skip
    assert shown == {1: [], 2: [(SERIES[2], "14027000")], 3: [], 4: [(SERIES[2], "1402.7")]}
    releases = {release.number: release for release in snapshot.releases(engine)}
    assert releases[2].withdrawn
    assert releases[3].restores == 1
    assert releases[3].digest == releases[1].digest
    engine.dispose()
