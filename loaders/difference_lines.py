"""What a load would publish, as lines on the console."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from loaders.preview import Preview
from review import sentences
from review.differences import Differences
from review.review import Review
from wording.words import Words

LISTED = 20  # of each kind; the workbook lists all
Say = Callable[[Any, Differences, Words], str]


def total_line(preview: Preview, say: Words) -> str:
    """What a load would change, in one line."""
    totals = preview.totals
    if preview.review is None:
        return say("loaders.would_not")
    return say("loaders.would", added=totals.added, changed=totals.changed, removed=totals.removed)


def difference_lines(preview: Preview, say: Words) -> Iterator[str]:
    """All that differs from what is current: rows old to new, conflicts, verdicts, stops."""
    yield total_line(preview, say)
    if preview.review is None:
        return
    found = preview.review.differences
    for key, rows, told in (
        ("added", found.added, sentences.row),
        ("changed", found.changed, sentences.row),
        ("removed", found.removed, sentences.row),
        ("conflicts", preview.review.conflicts, sentences.conflict),
        ("flips", preview.review.flips, sentences.flip),
    ):
        yield from _listed(say(f"review.{key}", n=len(rows)), rows, told, found, say)
    yield from stop_lines(preview.review, say)


def stop_lines(review: Review, say: Words) -> Iterator[str]:
    """The stops that are met, with some of what met each."""
    for stop in review.stops:
        text = sentences.stop_sentence(stop, review.differences, say)
        head = say("loaders.stop", sentence=text, stop=stop.name)
        yield from _listed(head, stop.examples, sentences.example, review.differences, say, 5)


def _listed(
    head: str, rows: Sequence[Any], told: Say, of: Differences, say: Words, most: int = LISTED
) -> Iterator[str]:
    if not rows:
        return
    yield head
    for row in rows[:most]:
        yield say("loaders.example", text=told(row, of, say))
    if len(rows) > most:
        yield say("loaders.more", count=len(rows) - most)
