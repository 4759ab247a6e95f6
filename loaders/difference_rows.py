"""What a load would publish, as rows of a list: all of it."""

from collections.abc import Iterator

from loaders.preview import Preview
from review import sentences
from review.differences import file_of
from wording.words import Words


def difference_rows(preview: Preview, say: Words) -> Iterator[list[str]]:
    """Rows: kind, file, what it is of, before, after, and how far they are apart."""
    if preview.review is None:
        return
    found = preview.review.differences
    for stop in preview.review.stops:
        text = sentences.stop_sentence(stop, found, say)
        yield [say("marked.stop"), "", text, "", "", sentences.accept([stop.name])]
    for flip in preview.review.flips:
        old, new = (say(f"tstatus.{one.status}") for one in (flip.before, flip.after))
        figures = sentences.flip_figures(flip, say)
        of = sentences.target(flip.target, found.after.catalogue, say)
        yield [say("marked.flip"), "", of, old, new, figures]
    for conflict in preview.review.conflicts:
        yield [say("marked.conflict"), "", sentences.conflict(conflict, found, say), "", "", ""]
    for kind, rows in (
        ("removed", found.removed),
        ("changed", found.changed),
        ("added", found.added),
    ):
        for row in rows:
            of = sentences.row_subject(row, found, say)
            file, cells = file_of(row, found.before.catalogue), sentences.row_cells(row, say)
            yield [say(f"marked.{kind}"), file, of, *cells]
