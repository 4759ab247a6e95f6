"""The sheet of a template that is filled in: lists in its cells, and locked what is given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from exports.tables.cells import Cell
from exports.tables.sheets import A4, EVERYWHERE, HEADING, row_height, write_cell
from exports.tables.template_lists import Choices
from exports.tables.template_spelling import Spelling
from indicators.template_words import TEMPLATE_WORDS
from indicators.vocabulary import Qualifier, Status

FREE_ROWS = 20  # for figures that nobody asked for
FROZEN = 3  # indicator, region and period stay in sight


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column: what is `given` is locked, what `helps` is read by people only.

    `is_asked` are those that an office must fill in. `strict` is what a spreadsheet does with a
    cell that is in no list: "stop", or "information" where it may be right all the same.
    """

    key: str
    width: int
    is_given: bool = False
    helps: bool = False
    is_asked: bool = False
    strict: str = ""
    number: str = "@"


COLUMNS = (
    FormColumn("indicator", 30, is_given=True, strict="stop"),
    FormColumn("region", 12, is_given=True, strict="stop"),
    FormColumn("period", 15, is_given=True, strict="information"),
    FormColumn("goal", 16, helps=True),
    FormColumn("due", 16, helps=True, number="yyyy-mm-dd"),
    FormColumn("last_year", 16, helps=True),
    FormColumn("value", 13, is_asked=True, number="General"),
    FormColumn("unit", 11, strict="information"),
    FormColumn("qualifier", 8, strict="stop"),
    FormColumn("status", 9, strict="stop"),
    FormColumn("source", 32, is_asked=True, strict="information"),
    FormColumn("note_zh", 16),
    FormColumn("held", 20, helps=True),
)
LINE = "#C4CCD6"
EDGE = {"border": 1, "border_color": LINE, "valign": "top", "text_wrap": True}
GIVEN, ASKED, OPEN = "#E9EDF2", "#FFF3C4", "#FFFFFF"  # the ground of cells
GREY = "#5B6673"


@dataclass(frozen=True, slots=True)
class Form:
    """The sheet to be: rows as cells by column, and the header words of what a load reads."""

    title: str
    headings: Mapping[str, str]
    rows: Sequence[Mapping[str, Cell]]
    choices: Choices
    spelled: Spelling

    def heading(self, column: FormColumn) -> str:
        """The header word of a column."""
        if column.helps:
            help_words = TEMPLATE_WORDS[self.spelled.context.words.lang].help
            return str(getattr(help_words, column.key))
        return self.headings[column.key]


def write_form(book: Workbook, sheet: Worksheet, form: Form) -> None:
    """Write header, asked rows and free rows, with the lists that their cells are chosen from."""
    given = {column.key: _style(book, column, is_free=False) for column in COLUMNS}
    free = {column.key: _style(book, column, is_free=True) for column in COLUMNS}
    _write_head(book, sheet, form)
    for number, row in enumerate(form.rows, 1):
        sheet.set_row(number, row_height((str(row.get(c.key) or ""), c.width) for c in COLUMNS))
        for at, column in enumerate(COLUMNS):
            sheet.write_blank(number, at, None, given[column.key])
            write_cell(sheet, number, at, row.get(column.key), given[column.key])
        _offer(sheet, form.choices.units_like(str(row["unit"])), UNIT, number, number)
    first, last = len(form.rows) + 1, len(form.rows) + FREE_ROWS
    for number in range(first, last + 1):
        _write_free_row(sheet, number, form, free)
    _offer(sheet, form.choices.source("unit"), UNIT, first, last)
    for column in COLUMNS:
        if column.strict and column != UNIT:
            _offer(sheet, form.choices.source(column.key), column, 1, last)
    _set_up(sheet, form, last)


def _write_head(book: Workbook, sheet: Worksheet, form: Form) -> None:
    heading = book.add_format(HEADING | EDGE)
    helping = book.add_format(HEADING | EDGE | {"italic": True, "font_color": GREY})
    sheet.set_row(0, row_height((form.heading(column), column.width) for column in COLUMNS))
    for at, column in enumerate(COLUMNS):
        sheet.set_column(at, at, column.width)
        sheet.write_string(0, at, form.heading(column), helping if column.helps else heading)


def _style(book: Workbook, column: FormColumn, *, is_free: bool) -> Format:
    """What is locked has a ground of its own; what must be filled in has another."""
    is_locked = column.helps or (column.is_given and not is_free)
    ground = ASKED if column.is_asked else GIVEN if is_locked else OPEN
    look: dict[str, Any] = {"locked": is_locked, "bg_color": ground, "num_format": column.number}
    if column.helps:
        look |= {"italic": True, "font_color": GREY}
    if column.key in ("last_year", "value"):
        look["align"] = "right"
    return book.add_format(EDGE | look)


def _write_free_row(
    sheet: Worksheet, number: int, form: Form, styles: Mapping[str, Format]
) -> None:
    """A row for any figure: once its indicator is chosen, it has the unit and the usual words."""
    named = xl_rowcol_to_cell(number, 0, col_abs=True)
    formulas = {
        "unit": form.choices.unit_of(named),
        "qualifier": f'=IF({named}="","","{form.spelled.qualifier(Qualifier.EXACT)}")',
        "status": f'=IF({named}="","","{form.spelled.status(Status.ACTUAL)}")',
    }
    for at, column in enumerate(COLUMNS):
        style = styles[column.key]
        if column.key in formulas:
            sheet.write_formula(number, at, formulas[column.key], style, "")
        else:
            sheet.write_blank(number, at, None, style)


def _offer(sheet: Worksheet, cells: str, column: FormColumn, first: int, last: int) -> None:
    """Let the cells of a column, from the row `first` to `last`, be chosen from a list."""
    at = COLUMNS.index(column)
    rule = {"validate": "list", "source": cells, "error_type": column.strict}
    sheet.data_validation(first, at, last, at, rule)


def _set_up(sheet: Worksheet, form: Form, last: int) -> None:
    """How it is looked at, protected and printed: on A4 across, as wide as the paper."""
    sheet.freeze_panes(1, FROZEN)
    sheet.autofilter(0, 0, last, len(COLUMNS) - 1)
    sheet.ignore_errors({"number_stored_as_text": EVERYWHERE})
    sheet.protect("", {"autofilter": True, "format_columns": True, "format_rows": True})
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, last, len(COLUMNS) - 1)
    sheet.set_header(f"&L&B{_plain(form.title)}&R&A")
    sheet.set_footer("&C&P / &N")


def _plain(text: str) -> str:
    """A text in a page's head, where & begins a command."""
    return text.replace("&", "&&")


UNIT = next(column for column in COLUMNS if column.key == "unit")
