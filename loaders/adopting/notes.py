"""The notes below a table: what the marks of footnotes mean, and which figures are not final."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from loaders.adopting.findings import Findings
from loaders.adopting.layout import BETWEEN, Cells, Layout
from loaders.adopting.patterns import match
from loaders.adopting.phrases import (
    IN_TEXT,
    MARK,
    RAISED_DIGITS,
    WHOLE_TABLE,
    When,
    plain,
    split_marks,
    status_of,
    when,
)
from loaders.adopting.recipe import NoteRule, Recipe

HEADING = re.compile(r"^(?:附?注|说明):?")
# A new note begins at a mark or at a number of a list, not within a decimal number.
LISTED = r"\d{1,2}[、.．):](?!\d(?!\d{3}年))"
PARTS = re.compile(rf"(?={MARK})|(?<![\d.])(?={LISTED})")
NUMBERING = re.compile(f"^{LISTED}")
FIRST_MARK = re.compile(f"^{MARK}")
STOP = "。；;，,"


@dataclass(frozen=True, slots=True)
class Note:
    """A note as the table has it: its row (from 0), its mark ("" for none) and its plain text."""

    row: int
    mark: str
    text: str


def notes(cells: Cells, table: Layout) -> list[Note]:
    """Split the lines below a table into notes.

    Where the table bears raised numbers, the numbers of its notes are these marks.
    """
    found, used = [], set(_used(cells, table))
    for row, text in table.tail:
        for part in PARTS.split(HEADING.sub("", plain(text))):
            number = NUMBERING.match(part)
            word = NUMBERING.sub("", part)
            mark = FIRST_MARK.match(word)
            raised = number[0].strip("、.．):").translate(RAISED_DIGITS) if number else ""
            word = FIRST_MARK.sub("", word).strip(STOP).removeprefix(":")
            if word:
                of_number = raised if raised in used else ""
                found.append(Note(row, mark[0] if mark else of_number, word))
    return found


def _used(cells: Cells, table: Layout) -> Iterable[str]:
    """The marks that heads and rows bear."""
    texts = [*table.heads, *(text for row in table.body for text in cells.rows[row])]
    for text in texts:
        for part in text.split(BETWEEN):
            yield from split_marks(plain(part))[1]


def proposed(cells: Cells, table: Layout) -> tuple[NoteRule, ...]:
    """Return the rules that the notes of a table suggest, and its marks that none explains."""
    rules, found = [], notes(cells, table)
    for note in found:
        status = str(status_of(note.text) or "")
        period = IN_TEXT.search(note.text)
        says = note.text
        if status and not note.mark and period and not period["years"]:
            says = says.replace(period[0], "{period}", 1)
        is_of_some = bool(note.mark) or says != note.text or _is_of_all(says)
        rules.append(NoteRule(says, note.mark, status if is_of_some else ""))
    explained = {note.mark for note in found}
    others = [m for m in _used(cells, table) if m not in explained and not status_of(m)]
    return tuple(dict.fromkeys((*rules, *(NoteRule(mark=mark) for mark in others))))


def _is_of_all(says: str) -> bool:
    return any(word in says for word in WHOLE_TABLE)


def check_notes(recipe: Recipe, found: Sequence[Note], findings: Findings) -> None:
    """Report notes that the recipe does not know, and those that are not taken."""
    for note in found:
        rule = _rule(recipe, note)
        same_mark = [r for r in recipe.notes if note.mark and r.mark == note.mark]
        row = note.row + 1
        if rule is None and same_mark:
            findings.add("other_mark", row, value=note.mark, text=note.text, says=same_mark[0].says)
        elif rule is None and status_of(note.text):
            findings.add("other_status", row, value=note.text)
        elif not note.mark and not (rule and rule.status):
            findings.add("left_note", row, value=note.text)


def _rule(recipe: Recipe, note: Note) -> NoteRule | None:
    alike = (
        r for r in recipe.notes
        if r.mark == note.mark and match(r.says, note.text, any_number=True) is not None
    )  # fmt: skip
    return next(alike, None)


class Marks:
    """What marks and notes make of figures."""

    def __init__(self, recipe: Recipe, found: Sequence[Note], findings: Findings) -> None:
        self._rules = {rule.mark: rule for rule in recipe.notes if rule.mark}
        self._texts = {note.mark: note.text for note in found if note.mark}
        self._unmarked = list(_statuses(recipe, found))
        self._findings = findings

    def status(self, marks: Iterable[str], period: str) -> str:
        """The status of a figure of a period with marks; "" for that of the recipe."""
        rules = (
            self._rules[mark].status if mark in self._rules else str(status_of(mark) or "")
            for mark in marks
        )
        of_period = (s for w, s in self._unmarked if w is None or _covers(w, period))
        return next((status for status in (*rules, *of_period) if status), "")

    def note(self, marks: Iterable[str]) -> str:
        """The texts of the marks that say something else than a status."""
        rules = [self._rules[mark] for mark in dict.fromkeys(marks) if mark in self._rules]
        texts = (self._texts.get(rule.mark, rule.says) for rule in rules if not rule.status)
        return "；".join(filter(None, texts))

    def check(self, marks: Iterable[str], row: int | None, column: str) -> None:
        """Report marks that the recipe does not know or the table does not explain."""
        for mark in marks:
            if mark not in self._rules and not status_of(mark):
                self._findings.add("unknown_mark", row, column, mark)
            elif mark in self._rules and mark not in self._texts:
                self._findings.add("unexplained_mark", value=mark, says=self._rules[mark].says)


def _statuses(recipe: Recipe, found: Iterable[Note]) -> Iterable[tuple[When | None, str]]:
    """The statuses of notes without a mark: of a period, or (None) of the whole table."""
    for note in found:
        rule = _rule(recipe, note)
        if rule is not None and rule.status and not rule.mark:
            says = match(rule.says, note.text, any_number=True) or {}
            yield when(says["period"]) if "period" in says else None, rule.status


def _covers(said: When, period: str) -> bool:
    """Whether a period is the one that a note names, or a part of the year that it names."""
    if said.part is None:
        return period.startswith(said.year)
    return period[4:] == said.part and said.year in ("", period[:4])
