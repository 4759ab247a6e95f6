"""The loaders on the command line: what is printed, and the exit code.

0 is clean, 1 has problems, 2 is wrong usage.
"""

import sys
from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path
from typing import TextIO

from tqdm import tqdm

from loaders.load import Outcome, check, load
from loaders.problems import Problem, Report, place, remedy, sentence
from loaders.trouble import TROUBLES, trouble
from review import sentences
from review.review import Review
from review.stops import STOPS, Stop
from store.engine import connect
from store.releases import Entry
from targets.rules import RuleBook
from wording.words import Words, words

CLEAN, PROBLEMS, USAGE = 0, 1, 2
PATIENCE = 1.0  # seconds before a progress bar appears
EXAMPLES = 5  # of what met a stop


def load_command(
    folder: Path,
    database_url: str,
    lang: str,
    today: date | None = None,
    accept: Collection[str] = (),
    rules: RuleBook | None = None,
    entry: Entry | None = None,
) -> int:
    """Load a folder into the database and say what changed; `today` is Beijing's if not given."""
    say = words(lang)
    if not folder.is_dir():
        return complain(say("loaders.no_folder", path=folder), USAGE)
    if unknown := [name for name in accept if name not in STOPS]:
        known = ", ".join(STOPS)
        return complain(say("loaders.unknown_stop", value=unknown[0], known=known), USAGE)
    try:
        outcome = _load_with_bar(folder, database_url, today, accept, rules, entry)
    except TROUBLES as error:
        return complain(trouble(error, say), PROBLEMS)
    return tell(outcome, say)


def tell(outcome: Outcome, say: Words) -> int:
    """Say what a load did, or why it did nothing, and return the exit code."""
    printed(_report_lines(outcome.report, say))
    if outcome.report.errors:
        return complain(say("loaders.refused"), PROBLEMS)
    if outcome.review:
        printed(_stop_lines(outcome.review, say))
    if outcome.review and outcome.stops:
        every = sentences.accept(stop.name for stop in outcome.review.stops)
        return complain(say("loaders.stopped", accept=every), PROBLEMS)
    printed(_summary_lines(outcome, say))
    return CLEAN


def check_command(paths: list[Path], data: Path, lang: str, today: date | None = None) -> int:
    """Check folders and files and say what is wrong; `today` is Beijing's if not given."""
    say = words(lang)
    for path in paths:
        if not path.exists():
            return complain(say("loaders.no_path", path=path), USAGE)
    try:
        report = check(paths, data, today)
    except OSError as error:
        return complain(say("loaders.file_system", reason=str(error)), PROBLEMS)
    printed(_report_lines(report, say))
    if report.errors:
        return PROBLEMS
    printed([say("loaders.clean")])
    return CLEAN


def _load_with_bar(
    folder: Path,
    database_url: str,
    today: date | None,
    accept: Collection[str],
    rules: RuleBook | None,
    entry: Entry | None,
) -> Outcome:
    with tqdm(delay=PATIENCE, disable=None, leave=False, unit_scale=True) as bar:

        def progress(done: int, of: int) -> None:
            bar.total = of
            bar.update(done - bar.n)

        engine = connect(database_url)
        return load(
            folder, engine, progress=progress, today=today, accept=accept, rules=rules,
            entry=entry,
        )  # fmt: skip


def _stop_lines(review: Review, say: Words) -> Iterable[str]:
    for stop in review.stops:
        text = sentences.stop_sentence(stop, review.differences, say)
        yield say("loaders.stop", sentence=text, stop=stop.name)
        yield from _examples(stop, review, say)


def _examples(stop: Stop, review: Review, say: Words) -> Iterable[str]:
    for one in stop.examples[:EXAMPLES]:
        yield say("loaders.example", text=sentences.example(one, review.differences, say))
    if len(stop.examples) > EXAMPLES:
        yield say("loaders.more", count=len(stop.examples) - EXAMPLES)


def _report_lines(report: Report, say: Words) -> Iterable[str]:
    for problem in report.problems:
        yield _line(problem, say)
    for rule, count in report.left_out.items():
        yield say("loaders.left_out", rule=rule, count=count)
    if report.problems:
        yield say("loaders.count", errors=len(report.errors), warnings=len(report.warnings))


def _line(problem: Problem, say: Words) -> str:
    return say(
        "loaders.problem",
        severity=say(f"loaders.{problem.severity}"),
        place=place(problem, say),
        sentence=sentence(problem, say),
        remedy=remedy(problem, say),
        rule=problem.rule,
    )


def _summary_lines(outcome: Outcome, say: Words) -> Iterable[str]:
    if outcome.unchanged:
        yield say("loaders.unchanged")
        return
    yield say("loaders.release", number=outcome.release)
    for table, changes in outcome.changes.items():
        if changes.added or changes.changed or changes.removed:
            yield say(
                "loaders.changes",
                table=say(f"loaders.table.{table}"),
                added=changes.added,
                changed=changes.changed,
                removed=changes.removed,
            )


def printed(lines: Iterable[str], to: TextIO | None = None) -> None:
    """Write lines to standard output, else to `to`."""
    for line in lines:
        (to or sys.stdout).write(line + "\n")


def complain(line: str, code: int) -> int:
    """Write a line to standard error, and return the exit code."""
    printed([line], sys.stderr)
    return code
