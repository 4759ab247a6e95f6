"""What the commands of the loaders print: problems a line each, and the exit codes."""

import sys
from collections.abc import Iterable
from typing import TextIO

from loaders.problems import Problem, Report, place, remedy, sentence
from wording.words import Words

CLEAN, PROBLEMS, USAGE = 0, 1, 2


def report_lines(report: Report, say: Words) -> Iterable[str]:
    """Every problem in a line, and how many there are."""
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


def printed(lines: Iterable[str], to: TextIO | None = None) -> None:
    """Write lines to standard output, else to `to`."""
    for line in lines:
        (to or sys.stdout).write(line + "\n")


def complain(line: str, code: int) -> int:
    """Write a line to standard error, and return the exit code."""
    printed([line], sys.stderr)
    return code
