"""The command that checks: problems, and what a load would change, which it tries and undoes.

0 is clean, 1 has problems or, held against what is current, stops; 2 is wrong usage.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from loaders.check import Judged, judge, report
from loaders.difference_lines import difference_lines, total_line
from loaders.folder import spread
from loaders.marked import write_marked
from loaders.preview import Preview, preview
from loaders.printing import CLEAN, PROBLEMS, USAGE, complain, printed, report_lines
from review import sentences
from store.engine import DatabaseError, Engine, connect
from store.migrations import NewerDatabaseError
from targets.rules import RuleBook
from wording.words import Words, words


@dataclass(frozen=True, slots=True)
class Comparison:
    """What to hold a check against: the release that is current in a `database`; "" for none.

    With `is_told` all that a load would change is told, without it one line; `marked` is where a
    copy of what was checked is written, with its problems in it.
    """

    database: str = ""
    rules: RuleBook | None = None
    is_told: bool = False
    marked: Path | None = None


NOTHING = Comparison()


def check_command(
    paths: Sequence[Path],
    data: Path,
    lang: str,
    today: date | None = None,
    comparison: Comparison = NOTHING,
) -> int:
    """Check folders and files and say what is wrong; `today` is Beijing's if not given."""
    say = words(lang)
    for path in paths:
        if not path.exists():
            return complain(say("loaders.no_path", path=path), USAGE)
    paths, marked = spread(paths), comparison.marked
    if marked and not _is_free(marked, paths):
        return complain(say("loaders.marked_name", path=marked), USAGE)
    try:
        judged = judge(paths, data, today)
        found = report(judged)
        printed(report_lines(found, say))
        if not found.errors:
            printed([say("loaders.clean")])
        previews = _previews(judged, comparison, today, say)
        code = _compare(previews, comparison, say)
        if marked:
            write_marked(marked, paths, found, previews or [], say)
            printed([say("loaders.marked", path=marked)])
    except OSError as error:
        return complain(say("loaders.file_system", reason=str(error)), PROBLEMS)
    return PROBLEMS if found.errors else code


def _is_free(marked: Path, paths: Sequence[Path]) -> bool:
    """Whether a marked copy may be written there: over none of what was checked."""
    given = {path.resolve() for path in paths}
    return marked.suffix.lower() == ".xlsx" and marked.resolve() not in given


def _previews(
    judged: Iterable[Judged], comparison: Comparison, today: date | None, say: Words
) -> list[Preview] | None:
    """What a load of each would change, of those that it would not refuse.

    None when the database cannot be read.
    """
    if not comparison.database:
        return []
    engine = connect(comparison.database)
    try:
        found = [_preview(one, engine, comparison, today, say) for one in judged]
    except NewerDatabaseError as error:
        complain(say("database.newer", revision=error.revision), PROBLEMS)
        return None
    except DatabaseError as error:
        complain(say("loaders.unread", reason=str(error.orig)), PROBLEMS)
        return None
    finally:
        engine.dispose()
    return [one for one in found if one is not None]


def _preview(
    one: Judged, engine: Engine, comparison: Comparison, today: date | None, say: Words
) -> Preview | None:
    if one.problems.has_errors:
        return None
    if one.problems.has_errors_elsewhere:
        printed([say("loaders.elsewhere")])
        return None
    is_told = comparison.is_told
    found = preview(one.checked, engine, today, comparison.rules, with_conflicts=is_told)
    if found is None and is_told:
        printed([say("loaders.no_current")])
    return found


def _compare(previews: Sequence[Preview] | None, comparison: Comparison, say: Words) -> int:
    """Say what would change; the exit code of a load, as far as stops and the database go."""
    if previews is None:
        return PROBLEMS if comparison.is_told else CLEAN
    code = CLEAN
    for one in previews:
        if not comparison.is_told:
            printed([total_line(one, say)])
            continue
        printed(difference_lines(one, say))
        if one.review and one.review.stops:
            names = sentences.accept(stop.name for stop in one.review.stops)
            code = complain(say("loaders.would_stop", accept=names), PROBLEMS)
    return code
