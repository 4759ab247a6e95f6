"""The loaders on the command line: what is printed, and the exit code.

0 is clean, 1 has problems, 2 is wrong usage.
"""

from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path

from tqdm import tqdm

from loaders.check_console import check_command
from loaders.difference_lines import stop_lines
from loaders.load import Outcome, load
from loaders.printing import CLEAN, PROBLEMS, USAGE, complain, printed, report_lines
from loaders.trouble import TROUBLES, trouble
from review import sentences
from review.stops import STOPS
from store.engine import connect
from store.releases import Entry
from targets.rules import RuleBook
from wording.words import Words, words

__all__ = ["check_command", "load_command"]

PATIENCE = 1.0  # seconds before a progress bar appears


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
    printed(report_lines(outcome.report, say))
    if outcome.report.errors:
        return complain(say("loaders.refused"), PROBLEMS)
    if outcome.review:
        printed(stop_lines(outcome.review, say))
    if outcome.review and outcome.stops:
        every = sentences.accept(stop.name for stop in outcome.review.stops)
        return complain(say("loaders.stopped", accept=every), PROBLEMS)
    printed(_summary_lines(outcome, say))
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
