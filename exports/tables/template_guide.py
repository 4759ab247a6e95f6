"""The sheet of a template that says how it is filled in."""

from collections.abc import Iterator, Mapping

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from exports.tables.sheets import A4, HEADING, row_height
from indicators import periods
from wording import formats
from wording.context import Context

STEPS = ("fill", "awaited", "empty", "free", "send")
EXAMPLES = {
    "indicator": "",
    "region": "",
    "period": "",
    "value": "1234.5",
    "unit": "",
    "qualifier": "",
    "status": "",
    "source": "",
    "note_zh": "",
}
PERIODS = ("2026", "2026-H1", "2026-Q3", "2026-10", "2026-10/ytd", "2026-10-31")
WIDTHS = (16, 76, 26)
Line = tuple[str, tuple[str, ...]]  # how it looks, and its cells from the first on


def write_guide(
    book: Workbook,
    sheet: Worksheet,
    title: str,
    made: str,
    headings: Mapping[str, str],
    context: Context,
) -> None:
    """Write the title, the steps, a row for each column and one for each form of a period."""
    styles = {
        "title": book.add_format({"bold": True, "font_size": 15}),
        "heading": book.add_format(HEADING),
        "text": book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"}),
        "small": book.add_format({"italic": True, "font_color": "#5B6673"}),
    }
    for at, width in enumerate(WIDTHS):
        sheet.set_column(at, at, width)
    for number, (look, cells) in enumerate(_lines(title, made, headings, context)):
        if look == "text":
            sheet.set_row(number, row_height(zip(cells, WIDTHS, strict=False)))
        for at, cell in enumerate(cells):
            sheet.write_string(number, at, cell, styles[look])
    sheet.hide_gridlines(2)
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.protect("", {"format_columns": True})


def _lines(title: str, made: str, headings: Mapping[str, str], context: Context) -> Iterator[Line]:
    words = context.words
    yield "title", (title,)
    yield "small", (made,)
    yield "text", ()
    for number, step in enumerate(STEPS, 1):
        yield "text", (words("template.step", n=str(number)), words(f"template.step.{step}"))
    yield "text", ()
    yield "heading", tuple(words(f"template.guide.{name}") for name in ("column", "how", "example"))
    for column, example in EXAMPLES.items():
        how = words(f"template.how.{column}")
        yield "text", (headings[column], how, example or words(f"template.example.{column}"))
    yield "text", ()
    yield "heading", tuple(words(f"template.guide.{name}") for name in ("period", "use", "short"))
    for text in PERIODS:
        use = words(f"template.period.{periods.parse(text).kind}")
        yield "text", (formats.period(text, words), use, text)
