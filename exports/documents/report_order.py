"""How the parts of a report are numbered: headings, figures, tables and references."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from exports.documents.report import Block, Part, Picture, Report, Table
from indicators.records import Source
from wording.citations import citation, marks
from wording.words import Words

TEN = 10
MANY = 100  # from here on headings are numbered in digits in Chinese, too


@dataclass(frozen=True, slots=True)
class Numbered:
    """A block with its label (图1, Table 2); a text has none."""

    label: str
    block: Block


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part with its numbered heading and blocks."""

    heading: str
    level: int
    blocks: tuple[Numbered, ...]


class References:
    """The publications of a report by number, in the order of their first mention."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._numbers = {source.id: n for n, source in enumerate(report.sources, 1)}

    def mark(self, sources: Iterable[Source]) -> str:
        """The numbers of these publications in brackets."""
        return marks(self._numbers[source.id] for source in sources)

    def cite(self, source: Source) -> str:
        """A publication as a reference, without its number."""
        return citation(source, self._report.release.day, self._report.words)

    def listed(self) -> list[tuple[str, str]]:
        """Every number in brackets with its reference."""
        return [(self.mark([source]), self.cite(source)) for source in self._report.sources]


def chapters(report: Report) -> list[Chapter]:
    """Return the parts in order, numbered."""
    words, labels = report.words, _Labels(report.words)
    headings = _headings(report.parts, words)
    return [
        Chapter(heading, part.level, tuple(Numbered(labels.of(b), b) for b in part.blocks))
        for heading, part in zip(headings, report.parts, strict=True)
    ]


def numeral(number: int, words: Words) -> str:
    """A number as headings have it: 十二, 12."""
    if words.lang == "en" or number >= MANY:
        return str(number)
    digits = words("report.digits")
    tens, ones = divmod(number, TEN)
    head = digits[tens - 1] if tens > 1 else ""
    return head + (digits[-1] if tens else "") + (digits[ones - 1] if ones else "")


class _Labels:
    """Figures and tables are counted apart."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._figures, self._tables = count(1), count(1)

    def of(self, block: Block) -> str:
        if isinstance(block, Picture):
            return self._words("report.figure", number=next(self._figures))
        if isinstance(block, Table):
            return self._words("report.table", number=next(self._tables))
        return ""


def _headings(parts: Iterable[Part], words: Words) -> Iterator[str]:
    """A part without a heading has no number, either."""
    first = second = 0
    for part in parts:
        if not part.heading:
            yield ""
            continue
        if part.level == 1:
            first, second = first + 1, 0
        else:
            second += 1
        number = numeral(first if part.level == 1 else second, words)
        yield words(f"report.heading.{part.level}", number=number, heading=part.heading)
