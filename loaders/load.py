"""A load: read, check, compare with what is current, write. All of it or nothing."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders.check import check, check_folder
from loaders.contents import digest
from loaders.folder import DataFile, files
from loaders.problems import Findings, Report
from loaders.rows import Content, contents
from loaders.rules import VERSION
from store.releases import Engine, Writing, prepare, remembered, writing
from store.releases import digest as facts_digest

__all__ = ["Changes", "Outcome", "check", "load"]

Progress = Callable[[int, int], None]  # rows done, of rows
RULES = "rules"  # stands among the remembered files for the version of the rules


@dataclass(frozen=True, slots=True)
class Changes:
    """How many rows of a table a load added, changed and removed."""

    added: int = 0
    changed: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a load did. `release` is None when nothing changed or the files were refused."""

    report: Report
    release: int | None = None
    changes: Mapping[str, Changes] = field(default_factory=dict)
    unchanged: bool = False


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
    note: str = "",
    today: date | None = None,
) -> Outcome:
    """Load a data folder as a new release, unless it has errors or changes nothing.

    An installed database is brought to this version first; raises `NewerDatabaseError`.
    """
    findings = Findings()
    found = files(folder, findings)
    prepare(engine)
    if _is_remembered(found, remembered(engine)):
        return Outcome(findings.report(), unchanged=True)
    checked = check_folder(found, findings, today)
    if findings.has_errors:
        return Outcome(findings.report())
    new = list(contents(checked))
    with writing(engine) as transaction:
        changes = _exchange_all(transaction, new, note, progress or _silent)
        transaction.remember(checked.digests | {RULES: VERSION})
    release = transaction.number if changes else None
    return Outcome(findings.report(), release, changes, unchanged=release is None)


def _is_remembered(found: Mapping[str, list[DataFile]], before: Mapping[str, str]) -> bool:
    paths = {file.name: file.path for each in found.values() for file in each}
    if before.keys() != {*paths, RULES}:  # so that a first load reads nothing twice
        return False
    return before == {name: digest(path) for name, path in paths.items()} | {RULES: VERSION}


def _silent(done: int, of: int) -> None:
    del done, of


def _exchange_all(
    transaction: Writing, new: list[Content], note: str, progress: Progress
) -> dict[str, Changes]:
    facts = facts_digest({content.table: content.hashes for content in new})
    if transaction.holds(facts):
        return {}
    changes, done, rows = {}, 0, sum(len(content.hashes) for content in new)
    for content in new:
        step = partial(_advance, progress, done, rows)
        changes[content.table] = _exchange(transaction, content, step)
        done += len(content.hashes)
    totals = [sum(getattr(each, n) for each in changes.values()) for n in Changes.__slots__]
    transaction.release(note, facts, totals)
    return changes


def _advance(progress: Progress, before: int, rows: int, written: int) -> None:
    progress(before + written, rows)


def _exchange(transaction: Writing, content: Content, step: Callable[[int], None]) -> Changes:
    ids, hashes = transaction.current(content.table)
    gone = ids[~pd.Series(hashes).isin(content.hashes).to_numpy()]
    fresh = content.sorted(np.flatnonzero(~pd.Series(content.hashes).isin(hashes).to_numpy()))
    changed = 0
    if len(gone) and len(fresh):
        before = set(transaction.keys(content.table, content.key, gone))
        changed = len(before & content.keys(fresh))
    transaction.close(content.table, gone)
    transaction.insert(content.table, content.names, _counted(content, fresh, step))
    return Changes(len(fresh) - changed, changed, len(gone) - changed)


def _counted(
    content: Content, fresh: NDArray[Any], step: Callable[[int], None]
) -> Iterator[Iterable[tuple[Any, ...]]]:
    written = 0
    for size, rows in content.batches(fresh):
        yield rows
        written += size
        step(written)
