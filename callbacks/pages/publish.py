"""`/publish`."""

from collections.abc import Sequence
from itertools import islice

from callbacks.site import Site
from layouts.pages import publish as page
from layouts.pages.publish import Met, PublishPage, RowLine, VerdictLine
from layouts.parts.html import Element
from layouts.view import View
from review import sentences
from review.differences import Differences, file_of
from review.flips import Flip
from review.prospect import Finding, Prospect
from review.stops import Stop
from store.release_rows import RowChange
from store.snapshot import ReleaseData
from wording.words import Words

MOST = 200  # rows of each kind that the page lists; the workbook lists all
EXAMPLES = 5  # of what met a stop


def build(site: Site, view: View, _: ReleaseData, __: str) -> Element:
    """What a load of the data folder would publish; the page machine asks for it here alone."""
    assert site.prospect is not None  # the settings allow the page and hand it in together
    return page.publish(view, _content(view.words, site.prospect(view.words)))


def _content(words: Words, prospect: Prospect) -> PublishPage:
    found = prospect.review
    plain = PublishPage(
        folder=prospect.folder,
        outcome="errors" if prospect.has_errors else "unchanged",
        files=list(prospect.files.items()),
        problems=[(f.severity, f.place, f.sentence, f.remedy) for f in _ordered(prospect)],
        left_out=sum(prospect.left_out.values()),
    )
    if found is None:
        return plain
    of = found.differences
    return PublishPage(
        folder=prospect.folder,
        outcome="stops" if found.stops else "ready",
        files=plain.files,
        problems=plain.problems,
        left_out=plain.left_out,
        accept=sentences.accept(stop.name for stop in found.stops) if found.stops else "",
        stops=[_met(stop, of, words) for stop in found.stops],
        verdicts=[_verdict(flip, of, words) for flip in found.flips],
        conflicts=[sentences.conflict(one, of, words) for one in found.conflicts],
        counts=[(words(f"loaders.table.{t}"), *counts) for t, counts in prospect.counts.items()],
        rows=[
            line
            for kind, rows in (
                ("removed", of.removed), ("changed", of.changed), ("added", of.added),
            )
            for line in _lines(kind, rows, of, words)
        ],
        most=MOST,
    )  # fmt: skip


def _ordered(prospect: Prospect) -> list[Finding]:
    """Errors first, then what the files hold that changed; the rest was told before."""
    return sorted(prospect.findings, key=lambda f: (f.severity != "error", not f.is_new))


def _met(stop: Stop, of: Differences, words: Words) -> Met:
    return Met(
        stop.name,
        sentences.stop_sentence(stop, of, words),
        [sentences.example(one, of, words) for one in islice(stop.examples, EXAMPLES)],
        max(len(stop.examples) - EXAMPLES, 0),
    )


def _verdict(flip: Flip, of: Differences, words: Words) -> VerdictLine:
    return VerdictLine(
        sentences.target(flip.target, of.after.catalogue, words),
        flip.before.status,
        flip.after.status,
        sentences.flip_figures(flip, words),
    )


def _lines(kind: str, rows: Sequence[RowChange], of: Differences, words: Words) -> list[RowLine]:
    return [
        RowLine(
            kind,
            file_of(row, of.before.catalogue),
            sentences.row_subject(row, of, words),
            *sentences.row_cells(row, words),
        )
        for row in rows[:MOST]
    ]
