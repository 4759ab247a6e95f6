"""A report as a Word document in the style of GB/T 9704-2012."""

import io
from collections.abc import Iterable

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.image.image import Image
from docx.oxml.ns import qn
from docx.shared import Inches, Length, Mm, Pt
from docx.text.paragraph import Paragraph

from exports.documents import docx_style as style
from exports.documents.docx_table import add_table
from exports.documents.plain import plain, timeless
from exports.documents.properties import describe
from exports.documents.report import Picture, Report, Sentence, Table, Text
from exports.documents.report_order import Chapter, Numbered, References, chapters
from figures.theme import join

DPI = 300
TALLEST = Mm(77)  # two pictures with captions and sentences stand on a page
FULL_STOPS = ("。", ".")
HANGING = Pt(30)  # of references: the numbers stand alone
AT_THE_END = Pt(2 * 16)  # two signs between the date and the margin


def report_docx(report: Report) -> bytes:
    """Return the document; the same report gives the same bytes."""
    document = docx.Document()
    style.apply_style(document, report.lang)
    style.number_pages(document)
    describe(document.core_properties, report)
    writer = _Writer(document, report)
    writer.add(style.TITLE, report.title)
    writer.add(style.SUBTITLE, report.subtitle)
    for chapter in chapters(report):
        writer.write_chapter(chapter)
    writer.write_references()
    writer.write_end()
    out = io.BytesIO()
    document.save(out)
    return timeless(out.getvalue())


class _Writer:
    """Adds the blocks of a report to a document, one after the other."""

    def __init__(self, document: Document, report: Report) -> None:
        self._document, self._report = document, report
        self._words, self._references = report.words, References(report)

    def add(self, name: str, text: str = "") -> Paragraph:
        """Add a paragraph of a style."""
        paragraph = self._document.add_paragraph(style=name)
        self._run(paragraph, plain(text))
        return paragraph

    def write_chapter(self, chapter: Chapter) -> None:
        if chapter.heading:
            self.add(style.HEADINGS[chapter.level], chapter.heading)
        for numbered in chapter.blocks:
            block = numbered.block
            if isinstance(block, Text):
                self._write_text(block.sentences)
            elif isinstance(block, Picture):
                self._write_picture(numbered, block)
            else:
                self._write_table(numbered, block)

    def _run(self, paragraph: Paragraph, text: str, *, is_mark: bool = False) -> None:
        """Chinese dashes and quotation marks are as wide as a sign, digits are not."""
        if not text:
            return
        run = paragraph.add_run(text)
        if is_mark:
            run.font.superscript = True
        elif self._report.lang == "zh":
            run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hint"), "eastAsia")

    def _write_text(self, sentences: Iterable[Sentence]) -> None:
        """The numbers of references stand before the full stop, as in print."""
        paragraph = self.add(style.BODY)
        for number, sentence in enumerate(sentences):
            text = plain(sentence.text)
            stop = text[-1:] if text.endswith(FULL_STOPS) else ""
            between = " " if number and self._report.lang == "en" else ""
            self._run(paragraph, between + text.removesuffix(stop))
            self._run(paragraph, self._references.mark(sentence.sources), is_mark=True)
            self._run(paragraph, stop)

    def _caption(self, numbered: Numbered, title: str, unit: str = "") -> Paragraph:
        unit_note = self._words("report.unit", unit=unit) if unit else ""
        return self.add(
            style.CAPTION,
            self._words("report.caption", label=numbered.label, title=title + unit_note),
        )

    def _write_picture(self, numbered: Numbered, picture: Picture) -> None:
        if picture.png:
            self._draw(picture, picture.png)
        else:
            see = self._words("report.see", address=picture.address)
            number = self._words("report.passport", passport=picture.passport)
            below = self.add(style.SMALL, join(see, number if picture.passport else ""))
            below.paragraph_format.keep_with_next = True
        caption = self._caption(numbered, picture.title)
        self._run(caption, self._references.mark(picture.sources), is_mark=True)
        caption.paragraph_format.keep_with_next = bool(picture.sentences)
        if picture.sentences:
            self._write_text(picture.sentences)

    def _draw(self, picture: Picture, png: bytes) -> None:
        paragraph = self.add(style.CELL)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.space_before = Pt(6)
        shape = paragraph.add_run().add_picture(io.BytesIO(png))
        shape.width, shape.height = _size(Image.from_blob(png))
        for side in "TBLR":  # some programs keep a distance where none is said
            shape._inline.set(f"dist{side}", "0")
        about = shape._inline.docPr
        about.set("descr", plain(picture.alt))
        about.set("title", plain(picture.title))
        about.set("name", f"Picture {about.id}")

    def _write_table(self, numbered: Numbered, table: Table) -> None:
        caption = self._caption(numbered, table.title)
        caption.paragraph_format.keep_with_next = True
        caption.paragraph_format.space_before = Pt(6)
        add_table(self._document, table, self._references, self._words)
        for note in table.notes:
            self.add(style.SMALL, self._words("report.note", note=note))
        self.add(style.SMALL)  # between this table and what follows

    def write_references(self) -> None:
        """List the publications under their numbers."""
        listed = self._references.listed()
        if not listed:
            return
        self.add(style.HEADINGS[1], self._words("report.sources"))
        note = self.add(style.SMALL, self._words("report.sources_note"))
        note.paragraph_format.keep_with_next = True
        for mark, reference in listed:
            paragraph = self.add(style.REFERENCE)
            self._run(paragraph, f"{mark}\t{plain(reference)}")
            lines = paragraph.paragraph_format
            lines.left_indent, lines.first_line_indent = HANGING, -HANGING
            lines.tab_stops.add_tab_stop(HANGING)
            lines.keep_with_next = mark == listed[-1][0]  # the end never stands alone on a page

    def write_end(self) -> None:
        """Close with the date and the release, as an official document does."""
        for number, text in enumerate((self._words("product.name"), self._report.made)):
            paragraph = self.add("Normal", text)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            paragraph.paragraph_format.right_indent = AT_THE_END
            paragraph.paragraph_format.space_before = Pt(0 if number else 29)
            paragraph.paragraph_format.keep_with_next = True
        if self._report.public_address:
            address = self._words("report.address", address=self._report.public_address)
            self.add(style.SMALL, address).alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _size(image: Image) -> tuple[Length, Length]:
    """300 dots an inch, more where the picture would be larger than the text."""
    width, height = Inches(image.px_width / DPI), Inches(image.px_height / DPI)
    fit = min(1.0, style.TEXT_WIDTH / width, TALLEST / height)
    return Length(int(width * fit)), Length(int(height * fit))
