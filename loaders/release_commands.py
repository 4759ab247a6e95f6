"""Releases on the command line: the list, what one changed, the way back, a withdrawal."""

from collections.abc import Callable, Iterable
from datetime import tzinfo

from indicators.release import Release
from loaders.printing import CLEAN, PROBLEMS, USAGE, complain, printed
from loaders.trouble import TROUBLES, trouble
from review import sentences
from review.differences import differences
from store import history, release_rows
from store.engine import connect
from store.history import HistoryError
from store.release_rows import RowChange
from store.releases import Engine, Entry, prepare
from store.snapshot import ReleaseData, releases
from store.standing import current
from wording.releases import told, withdrawn
from wording.words import Words, words

MOST = 2_000  # changed rows that are read
FIRST = 20  # of them that are told


def rollback_command(number: int, database_url: str, lang: str, entry: Entry) -> int:
    """Make a new release with the facts of an old one."""
    return _act(
        "rollback", lang, lambda: history.rollback(connect(database_url), number, entry)
    )  # fmt: skip


def withdraw_command(number: int, reason: str, database_url: str, lang: str, who: str) -> int:
    """Mark a release as withdrawn."""
    if not reason.strip():
        return complain(words(lang)("history.withdraw.no_reason"), USAGE)
    return _act(
        "withdraw", lang, lambda: history.withdraw(connect(database_url), number, reason, who)
    )


def _act(command: str, lang: str, act: Callable[[], Release]) -> int:
    say = words(lang)
    try:
        release = act()
    except HistoryError as error:
        return complain(_refusal(command, error, say), PROBLEMS)
    except TROUBLES as error:
        return complain(trouble(error, say), PROBLEMS)
    values = {name: getattr(release, name) for name in ("number", "restores", "reason")}
    printed([say(f"history.{command}.done", counts=_counts(release, say), **values)])
    return CLEAN


def _refusal(command: str, error: HistoryError, say: Words) -> str:
    mark = withdrawn(error.release, say) if error.release else ""
    way = f"{command}.{error.why}" if error.why in ("current", "shown") else error.why
    return say(f"history.{way}", number=error.number, newest=error.newest, withdrawn=mark)


def releases_command(number: int | None, database_url: str, lang: str, zone: tzinfo) -> int:
    """List the releases, the newest first, or say what one of them changed."""
    say = words(lang)
    try:
        engine = connect(database_url)
        prepare(engine)
        newest = current(engine)
        known = releases(engine, zone)
        if number is None:
            printed(_line(release, newest, say) for release in known)
            return CLEAN
        if not 1 <= number <= newest:
            return complain(say("history.unknown", number=number, newest=newest), PROBLEMS)
        release = next(each for each in known if each.number == number)
        printed([_line(release, newest, say), *_content(engine, release, say)])
    except TROUBLES as error:
        return complain(trouble(error, say), PROBLEMS)
    return CLEAN


def _line(release: Release, newest: int, say: Words) -> str:
    """A release in a line: number, hour, who, rows, note, and what else is to know of it."""
    parts = [
        say("releases.number", n=release.number),
        say("release.is_current") if release.number == newest else "",
        f"{release.moment:%Y-%m-%d %H:%M}",
        release.who,
        _counts(release, say),
        release.note,
        *told(release, say),
    ]
    return " · ".join(part for part in parts if part)


def _counts(release: Release, say: Words) -> str:
    return say(
        "release.counts", added=release.added, changed=release.changed, removed=release.removed
    )


def _content(engine: Engine, release: Release, say: Words) -> Iterable[str]:
    """What a release changed: by file, and its first rows old to new."""
    known = ReleaseData(engine, release.number).catalogue
    tallies = release_rows.tallies(engine, release.number)
    for file, (written, ended) in release_rows.by_file(tallies, known.indicators).items():
        yield say("releases.file", file=file, written=written, ended=ended)
    count = sum(each.written + each.ended for each in tallies)
    if release.number == 1 or count > MOST:
        yield say("releases.unlisted", most=MOST)
        return
    found = differences(engine, release.number)
    for row in found.rows[:FIRST]:
        subject = sentences.row_subject(row, found, say)
        yield say("releases.row", subject=subject, change=_change(row, say))
    if len(found.rows) > FIRST:
        yield say("releases.more", count=len(found.rows) - FIRST, number=release.number)


def _change(row: RowChange, say: Words) -> str:
    """What was added or removed, else old to new."""
    values = sentences.row_values(row, say)
    if row.before is None:
        return f"{say('releases.added')} {values}".rstrip()
    return values if row.after else f"{say('releases.removed')} {values}".rstrip()
