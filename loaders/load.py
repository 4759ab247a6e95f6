"""A load: read, check, compare with what is current, write. All of it or nothing."""

import gc
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from indicators import clock
from loaders.changes import Changes, Content, contents, exchange
from loaders.check import Checked, check, check_folder
from loaders.contents import digest
from loaders.folder import DataFile, files
from loaders.problems import Problems, Report
from loaders.rules import VERSION
from store import release_log
from store.releases import Engine, Entry, Writing, prepare, remembered, writing
from store.releases import digest as content_digest

if TYPE_CHECKING:
    from review.review import Review
    from review.stops import Stop
    from targets.rules import RuleBook

__all__ = ["Changes", "Outcome", "check", "load"]

Progress = Callable[[int, int], None]  # rows done, of rows
RULES = "rules"  # stands among the remembered files for the version of the rules


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a load did. `release` is None when nothing changed or the files were refused.

    `review` is what it would change or changed, None for a first load; `stops` are those for which
    it was refused.
    """

    report: Report
    release: int | None = None
    changes: Mapping[str, Changes] = field(default_factory=dict)
    unchanged: bool = False
    review: "Review | None" = None
    stops: "Sequence[Stop]" = ()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Spare the garbage collector the millions of cells, none of which lies in a cycle."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@_uncollected()
def load(
    folder: Path,
    engine: Engine,
    *,
    progress: Progress | None = None,
    entry: Entry | None = None,
    today: date | None = None,
    accept: Collection[str] = (),
    rules: "RuleBook | None" = None,
) -> Outcome:
    """Load a data folder as a new release, unless it has errors or changes nothing.

    `accept` names the stops of `review.stops` that may be met; any other that is met refuses the
    load. `entry` says by whom and for what; the files are added to it, and all goes into the log.
    An installed database is brought to this version first; raises `NewerDatabaseError`.
    """
    problems = Problems()
    of_tables = files(folder, problems)
    prepare(engine)
    before = remembered(engine)
    if _is_remembered(of_tables, before):
        return Outcome(problems.report(), unchanged=True)
    checked = check_folder(of_tables, problems, today)
    if problems.has_errors:
        return Outcome(problems.report())
    of_files = replace(entry or Entry(), files=checked.digests)
    with writing(engine) as transaction:
        new = list(contents(checked))
        changes = exchange_all(transaction, new, of_files, progress or _silent)
        seen = look(transaction, before, checked, today, rules) if changes else None
        stops = tuple(seen.unaccepted(accept)) if seen else ()
        if stops:
            transaction.abandon()
        else:
            _keep(transaction, checked, seen)
        made = transaction.written() if changes and not stops else None
    if made:
        release_log.record("load", made)
    number = made.number if made else None
    return Outcome(problems.report(), number, changes, not changes, seen, stops)


def _keep(transaction: Writing, checked: Checked, seen: "Review | None") -> None:
    """Write down which stops were accepted, and what the files were."""
    if seen:
        transaction.accept(stop.name for stop in seen.stops)
    transaction.remember(checked.digests | {RULES: VERSION})


def look(
    transaction: Writing,
    before: Mapping[str, str],
    checked: Checked,
    today: date | None,
    rules: "RuleBook | None",
    *,
    with_conflicts: bool = False,
) -> "Review | None":
    """Look at what was exchanged, within the transaction; None for the first release.

    `before` are the files of the last load, as `remembered` returns them.
    """
    if transaction.number == 1:
        return None
    # Not at the top: a first load compares with nothing, and starts sooner without it.
    from review.review import review
    from review.stops import gone
    from targets.rules import rule_book

    missing = gone(before.keys() - {RULES}, checked.digests)
    return review(
        transaction.reading, transaction.number, missing, today or clock.today(),
        rules or rule_book(), with_conflicts=with_conflicts,
    )  # fmt: skip


def _is_remembered(of_tables: Mapping[str, list[DataFile]], before: Mapping[str, str]) -> bool:
    paths = {file.name: file.path for each in of_tables.values() for file in each}
    if before.keys() != {*paths, RULES}:  # so that a first load reads nothing twice
        return False
    return before == {name: digest(path) for name, path in paths.items()} | {RULES: VERSION}


def _silent(done: int, of: int) -> None:
    del done, of


def exchange_all(
    transaction: Writing, new: list[Content], entry: Entry, progress: Progress
) -> dict[str, Changes]:
    """Write the release of these contents; empty when they are what is current."""
    made = content_digest({content.table: content.hashes for content in new})
    if transaction.holds(made):
        return {}
    changes, done, rows = {}, 0, sum(len(content.hashes) for content in new)
    for content in new:
        step = partial(_advance, progress, done, rows)
        changes[content.table] = exchange(transaction, content, step)
        done += len(content.hashes)
    totals = [sum(getattr(each, n) for each in changes.values()) for n in Changes.__slots__]
    transaction.release(entry, made, totals)
    return changes


def _advance(progress: Progress, before: int, rows: int, written: int) -> None:
    progress(before + written, rows)
