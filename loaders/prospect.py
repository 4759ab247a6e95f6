"""What a load would publish, for a page: the data folder is read and tried, and nothing stays."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from loaders.check import judge
from loaders.load import RULES
from loaders.preview import Preview, preview
from loaders.problems import Problem, place, remedy, sentence
from review.prospect import Finding, Prospect
from store.engine import connect
from store.releases import remembered
from targets.rules import RuleBook
from wording.words import Words


def look_ahead(folder: Path, database: str, today: date, rules: RuleBook, words: Words) -> Prospect:
    """Look at what a load of a folder would publish; raises `DatabaseError`."""
    (judged,) = judge([folder], folder, today)
    report = judged.problems.report()
    engine = connect(database)
    try:
        found = None
        if not report.errors:
            found = preview(judged.checked, engine, today, rules, with_conflicts=True)
        files = _files(judged.checked.digests, remembered(engine))
    finally:
        engine.dispose()
    same = tuple(name for name, state in files.items() if state == "same")
    return Prospect(
        str(folder),
        files,
        [_finding(problem, same, words) for problem in report.problems],
        report.left_out,
        bool(report.errors),
        _counts(found or Preview()),
        found.review if found else None,
    )


def _files(now: Mapping[str, str], before: Mapping[str, str]) -> dict[str, str]:
    """What became of each file since the last load, by name."""
    states = {
        name: "new" if name not in before else "same" if before[name] == digest else "changed"
        for name, digest in now.items()
    }
    return states | dict.fromkeys(before.keys() - now.keys() - {RULES}, "gone")


def _finding(problem: Problem, same: tuple[str, ...], words: Words) -> Finding:
    # A sheet of a workbook is named behind its file.
    return Finding(
        not problem.file.startswith(same),
        problem.severity,
        place(problem, words),
        sentence(problem, words),
        remedy(problem, words),
    )


def _counts(found: Preview) -> dict[str, tuple[int, int, int]]:
    return {
        table: (each.added, each.changed, each.removed)
        for table, each in found.changes.items()
        if each.added or each.changed or each.removed
    }
