"""The sheet of a template with what can be chosen in its cells, each list beside the other."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from exports.tables.sheets import A4, HEADING, row_height
from exports.tables.template_rows import Template
from exports.tables.template_spelling import Spelling
from indicators.template_words import TEMPLATE_WORDS
from indicators.vocabulary import Qualifier, Status
from wording import formats
from wording.words import Words

WIDTHS: Mapping[str, int] = {
    "name": 30, "code": 30, "definition": 54, "meaning": 26, "title": 54, "publisher": 22,
    "full_name": 26,
}  # fmt: skip
USUAL_WIDTH = 14
GAP = 3


@dataclass(frozen=True, slots=True)
class ChoiceList:
    """What can be chosen in a column: in the first cell of a row the choice, then what it means.

    `at` is the number of its first column on the sheet.
    """

    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    at: int

    @property
    def end(self) -> int:
        """The number of the column behind its last one."""
        return self.at + len(self.columns)

    def cells(self, column: int = 0, first: int = 0, count: int = 0) -> str:
        """The address of `count` rows (0: all) of one of its columns, from the row `first` on."""
        name = xl_col_to_name(self.at + column, col_abs=True)
        last = first + (count or len(self.rows))
        return f"{name}${first + 2}:{name}${last + 1}"


@dataclass(frozen=True, slots=True)
class Choices:
    """The lists of a template by the column that they are chosen in; `sheet` is their sheet."""

    sheet: str
    lists: Mapping[str, ChoiceList]

    def source(self, column: str) -> str:
        """The cells to choose from in a column, as a validation names them."""
        return f"='{self.sheet}'!{self.lists[column].cells()}"

    def units_like(self, unit: str) -> str:
        """The cells of the units that measure the same as one of them."""
        rows = self.lists["unit"].rows
        dimension = next(row[1] for row in rows if row[0] == unit)
        alike = [at for at, row in enumerate(rows) if row[1] == dimension]
        return f"='{self.sheet}'!{self.lists['unit'].cells(0, alike[0], len(alike))}"

    def unit_of(self, cell: str) -> str:
        """A formula for the unit of the indicator that is named in a cell; empty without one."""
        names, found = (
            f"'{self.sheet}'!{self.lists['indicator'].cells(column)}" for column in (0, 2)
        )
        return f'=IF({cell}="","",IFERROR(INDEX({found},MATCH({cell},{names},0)),""))'


def choices(template: Template, spelled: Spelling) -> Choices:
    """The lists of a template."""
    lists: dict[str, ChoiceList] = {}
    at = 0
    for name, (columns, rows_of) in LISTS.items():
        lists[name] = ChoiceList(columns, list(rows_of(template, spelled)), at)
        at += len(columns) + 1
    return Choices(TEMPLATE_WORDS[spelled.context.words.lang].lists, lists)


def write_lists(book: Workbook, sheet: Worksheet, chosen: Choices, words: Words) -> None:
    """Write the lists side by side, nothing of which can be changed by mistake."""
    heading = book.add_format(HEADING)
    text = book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
    for one in chosen.lists.values():
        for column, name in enumerate(one.columns, one.at):
            sheet.set_column(column, column, _width(name))
            sheet.write_string(0, column, words(f"template_list.{name}"), heading)
        for number, row in enumerate(one.rows, 1):
            for column, cell in enumerate(row, one.at):
                sheet.write_string(number, column, cell, text)
        sheet.set_column(one.end, one.end, GAP)
    for number, height in enumerate(_heights(chosen), 1):
        sheet.set_row(number, height)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(A4)
    indicators = chosen.lists["indicator"]  # printed are these, with their definitions
    sheet.print_area(0, indicators.at, len(indicators.rows), indicators.end - 1)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.protect("", {"format_columns": True})


def _width(column: str) -> int:
    return WIDTHS.get(column, USUAL_WIDTH)


def _heights(chosen: Choices) -> list[float]:
    """How high each row below the head must be for all lists."""
    count = max(len(one.rows) for one in chosen.lists.values())
    return [
        row_height(
            (cell, _width(name))
            for one in chosen.lists.values()
            for row in one.rows[at : at + 1]
            for name, cell in zip(one.columns, row, strict=True)
        )
        for at in range(count)
    ]


Rows = Iterable[tuple[str, ...]]


def _indicators(template: Template, spelled: Spelling) -> Rows:
    lang = spelled.context.words.lang
    return (
        (spelled.indicators[i.id], i.id, spelled.units[i.unit], i.definition(lang))
        for i in template.indicators
    )


def _regions(template: Template, spelled: Spelling) -> Rows:
    lang = spelled.context.words.lang
    return ((spelled.regions[each.id], each.id, each.name(lang)) for each in template.regions)


def _periods(template: Template, spelled: Spelling) -> Rows:
    return ((spelled.period(each), each) for each in template.periods)


def _units(template: Template, spelled: Spelling) -> Rows:
    """Those that measure what an indicator of the template does, alike ones together."""
    known = spelled.context.catalogue.units
    wanted = {known[each.unit].dimension for each in template.indicators}
    units = sorted(known.values(), key=lambda unit: (unit.dimension, unit.factor, unit.unit))
    return (
        (spelled.units[u.unit], u.dimension, u.unit, u.name_en)
        for u in units
        if u.dimension in wanted
    )


def _qualifiers(_: Template, spelled: Spelling) -> Rows:
    words = spelled.context.words
    return ((spelled.qualifier(q), words(f"template.qualifier.{q}")) for q in Qualifier)


def _statuses(_: Template, spelled: Spelling) -> Rows:
    words = spelled.context.words
    return ((spelled.status(s), words(f"template.status.{s}")) for s in Status)


def _sources(template: Template, spelled: Spelling) -> Rows:
    words = spelled.context.words
    return (
        (spelled.sources[each.id], each.id, formats.publisher(each, words), each.published)
        for each in template.sources
    )


LISTS: Mapping[str, tuple[tuple[str, ...], Callable[[Template, Spelling], Rows]]] = {
    "indicator": (("name", "code", "unit", "definition"), _indicators),
    "region": (("region", "code", "full_name"), _regions),
    "period": (("period", "code"), _periods),
    "unit": (("unit", "dimension", "code", "name_en"), _units),
    "qualifier": (("qualifier", "meaning"), _qualifiers),
    "status": (("status", "meaning"), _statuses),
    "source": (("title", "code", "publisher", "published"), _sources),
}
