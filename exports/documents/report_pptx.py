"""A report as slides: one a chart, native and with its figures; tables and texts as they fit."""

import io
from collections.abc import Iterable, Iterator
from typing import Any

import pptx
from pptx.dml.color import RGBColor
from pptx.presentation import Presentation
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide
from pptx.util import Length, Pt

from exports.documents import pptx_style as style
from exports.documents.native_chart import add_chart
from exports.documents.plain import plain, timeless
from exports.documents.pptx_table import add_table, pieces
from exports.documents.properties import describe
from exports.documents.report import Picture, Report, Sentence, Table, Text
from exports.documents.report_order import Chapter, Numbered, References, chapters
from exports.documents.table_text import numeric, written
from figures.theme import join
from indicators.records import Source
from wording.citations import source_line

GREY = RGBColor(0x59, 0x59, 0x59)
SIGNS = 420  # on a slide of text


def report_pptx(report: Report) -> bytes:
    """Return the slides; the same report gives the same bytes."""
    presentation = pptx.Presentation()
    style.apply_style(presentation)
    describe(presentation.core_properties, report)
    writer = _Writer(presentation, report)
    writer.write_cover()
    for chapter in chapters(report):
        writer.write_chapter(chapter)
    out = io.BytesIO()
    presentation.save(out)
    return timeless(out.getvalue())


class _Writer:
    """Adds the slides of a report, one after the other."""

    def __init__(self, presentation: Presentation, report: Report) -> None:
        self._presentation, self._report = presentation, report
        self._words, self._references = report.words, References(report)

    def write_cover(self) -> None:
        """The title, and what the report was made from."""
        report = self._report
        slide = self._slide(report.title, style.COVER_LAYOUT, style.COVER_TITLE)
        subtitle = slide.placeholders[1]
        style.put(subtitle, style.COVER_SUBTITLE)
        if isinstance(subtitle, Shape):
            _write(subtitle, [plain(report.subtitle)], style.SUBTITLE_SIZE)
        where = report.public_address
        address = self._words("report.address", address=where) if where else ""
        self._foot(slide, [self._words("product.name"), report.made, address])

    def write_chapter(self, chapter: Chapter) -> None:
        """Sentences are the notes of the charts beside them; without a chart they are slides."""
        blocks = [numbered.block for numbered in chapter.blocks]
        sentences = [s for block in blocks if isinstance(block, Text) for s in block.sentences]
        has_picture = any(isinstance(block, Picture) for block in blocks)
        if sentences and not has_picture:
            self._write_sentences(chapter.heading, sentences)
        for numbered in chapter.blocks:
            if isinstance(numbered.block, Picture):
                self._write_picture(numbered.block, sentences)
            elif isinstance(numbered.block, Table):
                self._write_table(numbered, numbered.block)

    def _slide(
        self, title: str, layout: int = style.TITLE_LAYOUT, place: style.Place = style.TITLE
    ) -> Slide:
        slide = self._presentation.slides.add_slide(self._presentation.slide_layouts[layout])
        shape = slide.shapes.title
        if shape is not None:
            style.put(shape, place)
            is_cover = layout == style.COVER_LAYOUT
            _write(shape, [plain(title)], style.COVER_SIZE if is_cover else style.TITLE_SIZE)
            shape.text_frame.paragraphs[0].font.bold = True
        return slide

    def _box(self, slide: Slide, place: style.Place, lines: Iterable[str], size: Length) -> Shape:
        box = slide.shapes.add_textbox(*place)
        box.text_frame.word_wrap = True
        _write(box, [plain(line) for line in lines], size)
        return box

    def _foot(self, slide: Slide, lines: Iterable[str]) -> None:
        box = self._box(slide, style.FOOT, [line for line in lines if line], style.FOOT_SIZE)
        for paragraph in box.text_frame.paragraphs:
            paragraph.font.color.rgb = GREY

    def _write_picture(self, picture: Picture, beside: Iterable[Sentence]) -> None:
        slide = self._slide(picture.title)
        if picture.sheet.lines:
            add_chart(slide, picture, style.CONTENT)
        elif picture.png:
            _place_png(slide, picture, picture.png)
        else:
            see = self._words("report.see", address=picture.address)
            self._box(slide, style.CONTENT, [see], style.TEXT_SIZE)
        passport = picture.passport
        number = self._words("report.passport", passport=passport) if passport else ""
        line = source_line(picture.sources, self._words)
        self._foot(slide, [line, join(self._report.made, number)])
        sentences = (*picture.sentences, *beside)
        self._note(slide, sentences, picture.sources, picture.address)

    def _note(
        self,
        slide: Slide,
        sentences: Iterable[Sentence],
        sources: Iterable[Source],
        address: str = "",
    ) -> None:
        """For the speaker: the sentences, and the publications in full."""
        sentences = tuple(sentences)
        cited = {s.id: s for s in (*sources, *(s for one in sentences for s in one.sources))}
        lines = [*self._sentences(sentences)]
        if cited:
            lines.append(self._words("report.sources"))
        lines += [
            f"{self._references.mark([s])} {self._references.cite(s)}" for s in cited.values()
        ]
        if address:
            lines.append(self._words("report.address", address=address))
        frame = slide.notes_slide.notes_text_frame
        if frame is not None:
            frame.text = "\n".join(plain(line) for line in lines)

    def _sentences(self, sentences: Iterable[Sentence]) -> Iterator[str]:
        return (plain(one.text) + self._references.mark(one.sources) for one in sentences)

    def _write_sentences(self, heading: str, sentences: Iterable[Sentence]) -> None:
        for number, piece in enumerate(_shared_out(tuple(sentences))):
            slide = self._slide(self._continued(heading, number))
            self._box(slide, style.CONTENT, self._sentences(piece), style.TEXT_SIZE)
            self._foot(slide, [self._report.made])
            self._note(slide, piece, ())

    def _continued(self, title: str, number: int) -> str:
        return self._words("report.continued", title=title) if number else title

    def _write_table(self, numbered: Numbered, table: Table) -> None:
        heading, *lines = written(table, self._references, self._words)
        title = self._words("report.caption", label=numbered.label, title=table.title)
        notes = [self._words("report.note", note=note) for note in table.notes]
        sources = {s.id: s for row in table.rows for s in row.sources}
        for number, piece in enumerate(pieces(lines)):
            slide = self._slide(self._continued(title, number))
            add_table(slide, [heading, *piece], numeric(table), style.CONTENT)
            self._foot(slide, [*notes, self._report.made])
            self._note(slide, (), sources.values())


def _write(shape: Shape, lines: list[str], size: Length) -> None:
    """One paragraph a line; the type is as large as it is said, however much there is."""
    frame = shape.text_frame
    frame.text = lines[0] if lines else ""
    for line in lines[1:]:
        frame.add_paragraph().text = line
    for paragraph in frame.paragraphs:
        paragraph.font.size, paragraph.space_after = size, Pt(4)


def _shared_out(sentences: tuple[Sentence, ...]) -> Iterator[tuple[Sentence, ...]]:
    """The sentences in slides of about as many signs as one can read."""
    piece: list[Sentence] = []
    for one in sentences:
        if piece and sum(len(s.text) for s in (*piece, one)) > SIGNS:
            yield tuple(piece)
            piece = []
        piece.append(one)
    yield tuple(piece)


def _place_png(slide: Slide, picture: Picture, png: bytes) -> None:
    """As large as the place allows, in the middle, its proportions kept."""
    left, top, width, height = style.CONTENT
    shape = slide.shapes.add_picture(io.BytesIO(png), left, top)
    fit = min(width / shape.width, height / shape.height)
    shape.width, shape.height = Length(int(shape.width * fit)), Length(int(shape.height * fit))
    shape.left = Length(left + (width - shape.width) // 2)
    element: Any = shape._element
    element.nvPicPr.cNvPr.set("descr", plain(picture.alt))
