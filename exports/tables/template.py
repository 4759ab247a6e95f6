"""A workbook that an office fills in, and that loads as it is."""

import io

from exports.tables.sheets import Properties, new_book
from exports.tables.template_guide import write_guide
from exports.tables.template_lists import choices, write_lists
from exports.tables.template_rows import Template, cells_of
from exports.tables.template_spelling import spelling
from exports.tables.template_table import Form, write_form
from indicators.template_words import TEMPLATE_WORDS
from wording.context import Context

__all__ = ["Template", "template_xlsx"]


def template_xlsx(template: Template, context: Context) -> bytes:
    """Return the workbook; the same template of a release gives the same bytes.

    The table that is filled in comes first, then how that is done, then the lists to choose from.
    """
    words, named = context.words, TEMPLATE_WORDS[context.words.lang]
    title = words("template.title", base=template.base.name(words.lang))
    made = words("template.made", release=context.release.number, date=context.today)
    out = io.BytesIO()
    book = new_book(out, Properties(title, made, context.release.utc))
    form, guide, lists = (
        book.add_worksheet(name) for name in (named.table, named.guide, named.lists)
    )
    spelled = spelling(context)
    chosen = choices(template, spelled)
    rows = [cells_of(asked, spelled) for asked in template.asked]
    write_form(book, form, Form(title, template.headings, rows, chosen, spelled))
    write_guide(book, guide, title, made, template.headings, context)
    write_lists(book, lists, chosen, words)
    book.close()
    return out.getvalue()
