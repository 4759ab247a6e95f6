"""A million rows: our load against a copy by csvs-to-sqlite, each in its own process."""

import csv
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
DATA = Path(os.environ.get("SIXBASES_DATA", ROOT / "data"))
ROWS = 1_000_000
ROUNDS = 3
SEED = 20260101
HEADER = "indicator,region,period,value,unit,qualifier,status,source,note_zh,note_en"
LOAD = """
import sys
from pathlib import Path
from loaders.load import load
from store.engine import connect
outcome = load(Path(sys.argv[1]), connect("sqlite:///" + sys.argv[2]))
if outcome.report.errors or outcome.unchanged != (sys.argv[3] == "unchanged"):
    sys.exit(f"{outcome.report.errors[:3]} unchanged={outcome.unchanged}")
"""


@dataclass(frozen=True)
class Run:
    """What a process took."""

    seconds: float
    megabytes: int


def generate(folder: Path, rows: int = ROWS) -> Path:
    """Write a data folder whose observations are `rows` rows over the real catalogue."""
    shutil.copytree(DATA, folder, ignore=shutil.ignore_patterns("*.sqlite*", "geo", "observations"))
    (folder / "observations").mkdir()
    path = folder / "observations" / "generated.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write(HEADER + "\n")
        file.writelines(_rows(rows))
    return path


def _rows(rows: int) -> Iterator[str]:
    chance = random.Random(SEED)
    indicators, regions, sources = _catalogue()
    periods = [f"{year}-{month:02}" for year in range(1990, 2026) for month in range(1, 13)]
    keys = ((i, r, p) for p in periods for i in indicators for r in regions)
    for number, ((indicator, unit, scale), region, period) in zip(range(rows), keys, strict=False):
        value = round(chance.uniform(50, 100) * scale, 2)
        note = f"见第{number % 500}页,Page {number % 500}" if number % 5 == 0 else ","
        source = sources[number % len(sources)]
        yield f"{indicator},{region},{period},{value},{unit},exact,actual,{source},{note}\n"


def _catalogue() -> tuple[list[tuple[str, str, float]], list[str], list[str]]:
    def rows(name: str) -> list[dict[str, str]]:
        with (DATA / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    # Every second figure in 亿元 is given in 万元, so that the load has something to convert.
    indicators = [
        (row["id"], "万元", 10_000.0)
        if row["unit"] == "亿元" and at % 2
        else (row["id"], row["unit"], 1.0)
        for at, row in enumerate(rows("indicators"))
    ]
    return indicators, [r["code"] for r in rows("regions")], [r["id"] for r in rows("sources")]


def timed(*command: str) -> Run:
    """Run a command to its end; seconds and the most memory it held."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)})
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command[0]} ended with {process.returncode}")
    return Run(seconds, usage.ru_maxrss // 1024)


def best(runs: list[Run]) -> Run:
    """Return the quickest run: what the others took longer was not their own work."""
    return min(runs, key=lambda run: run.seconds)


def measured(work: Path, path: Path) -> list[tuple[str, Run]]:
    """Copy and load in turns, so that a busy moment falls on both; then reload."""
    copying = str(Path(sys.executable).parent / "csvs-to-sqlite")
    command = [sys.executable, "-c", LOAD, str(work / "data")]
    copies, loads = [], []
    for turn in range(ROUNDS):
        copies.append(timed(copying, str(path), str(work / f"copy{turn}.sqlite3")))
        loads.append(timed(*command, str(work / f"ours{turn}.sqlite3"), "changed"))
    ours = str(work / "ours0.sqlite3")
    say = [("csvs-to-sqlite", best(copies)), ("load", best(loads))]
    say.append(("reload, same bytes", timed(*command, ours, "unchanged")))
    path.write_bytes(path.read_text(encoding="utf-8").replace("\n", "\r\n").encode("gb18030"))
    reloads = []
    for turn in range(ROUNDS):
        reloads.append(timed(*command, str(work / f"ours{turn}.sqlite3"), "unchanged"))
    return [*say, ("reload, GB18030 and CRLF", best(reloads))]


def main() -> None:
    """Generate, copy, load, reload, reload in another encoding; print what each took."""
    with tempfile.TemporaryDirectory() as name:
        path = generate(Path(name) / "data")
        print(f"{ROWS:,} rows, {path.stat().st_size / 1e6:.0f} MB, best of {ROUNDS}")
        runs = measured(Path(name), path)
        for what, run in runs:
            ratio = run.seconds / runs[0][1].seconds
            print(f"{what:26} {run.seconds:6.2f} s {ratio:6.2f} × {run.megabytes:5} MB")


if __name__ == "__main__":
    main()
