"""The page `/publish`: what a load of the data folder would publish, before it does."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from layouts.parts import html
from layouts.parts.components import NONE, copy_button, empty, page, section, table, unfoldable
from layouts.parts.html import Children, Element
from layouts.targets.status import chip
from layouts.view import View
from targets.rules import TargetStatus

# The outcomes, each with the status whose shape and colour it takes.
OUTCOMES = {
    "errors": TargetStatus.MISSED,
    "stops": TargetStatus.BEHIND,
    "ready": TargetStatus.ACHIEVED,
    "unchanged": TargetStatus.NO_DATA,
}
COMMAND = 'python app.py load --note "…"'
STATES = ("gone", "changed", "new", "same")  # in the order in which files are listed
COUNTS = ("added", "changed", "removed")
ROW = ("kind", "file", "row_of", "before", "after", "by")
PROBLEM = ("severity", "place", "problem", "remedy")
VERDICT = ("target", "before", "after", "figures")


@dataclass(frozen=True, slots=True)
class Met:
    """A stop that is met: its name, what it saw, some examples and how many more there are."""

    name: str
    sentence: str
    examples: Sequence[str]
    more: int


@dataclass(frozen=True, slots=True)
class RowLine:
    """A row that is "added", "changed" or "removed": its file, what it is of, old and new."""

    kind: str
    file: str
    subject: str
    before: str
    after: str
    apart: str


@dataclass(frozen=True, slots=True)
class VerdictLine:
    """A target whose status changes, with the figures that did it."""

    target: str
    before: TargetStatus
    after: TargetStatus
    figures: str


@dataclass(frozen=True, slots=True)
class PublishPage:
    """What a load of `folder` would do: `outcome` is one of `OUTCOMES`.

    `files` are names with "new", "changed", "same" or "gone"; `problems` are severity, place,
    sentence and remedy, `left_out` how many more there are; `accept` is the argument for all
    stops; `counts` are rows by table; of each kind of `rows` at most `most` are listed.
    """

    folder: str
    outcome: str
    files: Sequence[tuple[str, str]]
    problems: Sequence[tuple[str, str, str, str]]
    left_out: int
    accept: str = ""
    stops: Sequence[Met] = ()
    verdicts: Sequence[VerdictLine] = ()
    conflicts: Sequence[str] = ()
    counts: Sequence[tuple[str, int, int, int]] = field(default=())
    rows: Sequence[RowLine] = ()
    most: int = 0


def publish(view: View, content: PublishPage) -> Element:
    """The page: what would happen and by which command, then all that it rests on."""
    t = view.words
    lead = t("publish.lead", folder=content.folder)
    problems, is_refused = _problems(view, content), content.outcome == "errors"
    parts = [
        _answer(view, content),
        *(problems if is_refused else ()),
        *_verdicts(view, content),
        *_conflicts(view, content),
        *_changes(view, content),
        *(() if is_refused else problems),  # what only asks for a look can wait
        _files(view, content),
    ]
    return page(view, t("nav.publish"), lead, None, parts)


def _answer(view: View, content: PublishPage) -> Element:
    t, outcome = view.words, content.outcome
    look = view.looks.of(OUTCOMES[outcome])
    word = html.Span(
        t(f"publish.{outcome}"),
        className=f"status shape-{look.shape}",
        style={"color": look.colour},
    )
    head = html.H2(word)
    parts: list[Children] = [html.P(t(f"publish.{outcome}.text"))]
    parts += [_stop(view, stop) for stop in content.stops]
    if outcome in ("ready", "stops"):
        command = f"{COMMAND} {content.accept}".strip()
        told = [html.Code(command), " ", copy_button(view, command)]
        parts.append(html.P([t("publish.by"), " ", *told]))
    return html.Section(
        [html.Div(head, className="section-head"), *parts], className="verdict", role="status"
    )


def _stop(view: View, stop: Met) -> Element:
    t = view.words
    items = [html.Li(text) for text in stop.examples]
    if stop.more:
        items.append(html.Li(t("publish.more", n=stop.more)))
    head = html.P([html.Strong(stop.sentence), " ", html.Code(stop.name)])
    return html.Div([head, html.Ul(items)])


def _problems(view: View, content: PublishPage) -> list[Element]:
    if not content.problems:
        return []
    t = view.words
    rows = [[t(f"loaders.{severity}"), *texts] for severity, *texts in content.problems]
    title = t("marked.problems")
    box = unfoldable(view, _table(view, PROBLEM, rows, title), len(rows))
    hint = t("publish.more", n=content.left_out) if content.left_out else ""
    return [section(title, box, hint=hint)]


def _verdicts(view: View, content: PublishPage) -> list[Element]:
    if not content.verdicts:
        return []
    rows: list[list[Children]] = [
        [row.target, chip(view, row.before), chip(view, row.after), row.figures]
        for row in content.verdicts
    ]
    title = view.words("review.flips", n=len(rows))
    return [section(title, unfoldable(view, _table(view, VERDICT, rows, title), len(rows)))]


def _conflicts(view: View, content: PublishPage) -> list[Element]:
    if not content.conflicts:
        return []
    title = view.words("review.conflicts", n=len(content.conflicts))
    return [section(title, html.Ul([html.Li(text) for text in content.conflicts]))]


def _changes(view: View, content: PublishPage) -> list[Element]:
    if not content.counts:
        return []
    t = view.words
    counts = [[name, *(str(number) for number in row)] for name, *row in content.counts]
    heads = [t("column.table"), *(t(f"column.{name}") for name in COUNTS)]
    by_table = table(heads, counts, t("publish.counts"), looks=("", *["number"] * 3))
    rows = [
        [
            t(f"marked.{row.kind}"), html.Code(row.file), row.subject, row.before or NONE,
            html.Strong(row.after) if row.after else NONE, row.apart or NONE,
        ]
        for row in content.rows
    ]  # fmt: skip
    listed = unfoldable(view, _table(view, ROW, rows, t("marked.differences")), len(rows))
    total = sum(sum(row) for _, *row in content.counts)
    hint = t("publish.listed", most=content.most) if total > len(rows) else ""
    return [
        section(t("publish.counts"), by_table),
        section(t("marked.differences"), listed, hint=hint),
    ]


def _files(view: View, content: PublishPage) -> Element:
    t = view.words
    files = sorted(content.files, key=lambda file: STATES.index(file[1]))
    rows = [[html.Code(name), t(f"publish.file.{state}")] for name, state in files]
    title = t("publish.files")
    if not rows:
        return section(title, empty(t("publish.no_files")))
    heads = [t("marked.file"), t("publish.state")]
    return section(title, unfoldable(view, table(heads, rows, title), len(rows)))


def _table(
    view: View, names: Sequence[str], rows: Sequence[Sequence[Children]], title: str
) -> Element:
    return table([view.words(f"marked.{name}") for name in names], rows, title)
