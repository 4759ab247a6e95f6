"""The look of a report in Word: paper, type and page numbers of GB/T 9704-2012."""

from dataclasses import dataclass

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

# The types of the norm, by the names that Word in China knows them by.
SONG, FANGSONG, HEI, KAI = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"
ROMAN, GROTESQUE = "Times New Roman", "Arial"
# Styles that Word has, for what a report has.
TITLE, SUBTITLE, BODY, CAPTION = "Title", "Subtitle", "Body Text", "Caption"
CELL, SMALL, REFERENCE, PAGE = "No Spacing", "Body Text 3", "Body Text 2", "Footer"
HEADINGS = {1: "Heading 1", 2: "Heading 2"}
PAPER, MARGINS = (Mm(210), Mm(297)), (Mm(37), Mm(35), Mm(28), Mm(26))
TEXT_WIDTH = PAPER[0] - MARGINS[2] - MARGINS[3]
FOOTER = Mm(25)  # the page number stands 7 mm below the text
# 28 signs of 16 points are set a quarter of a point (in twentieths) closer to fill a line; with
# 28.9 points between the lines a page has 22. A grid of Word would say the same of all styles.
CLOSER = "-5"
CENTRE, BOTH = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY


@dataclass(frozen=True, slots=True)
class Face:
    """The type of a style: for Chinese, for English headings or text, in points.

    `line` is the exact distance of lines; 0 lets a line be as high as what stands in it.
    """

    chinese: str
    size: float
    line: float
    latin: str = ROMAN
    align: WD_ALIGN_PARAGRAPH | None = None
    indent: int = 0  # of the first line, in signs
    after: float = 0


FACES = {
    "Normal": Face(FANGSONG, 16, 28.9),
    TITLE: Face(SONG, 22, 36, GROTESQUE, CENTRE, after=8),
    SUBTITLE: Face(KAI, 16, 28.9, ROMAN, CENTRE, after=20),
    HEADINGS[1]: Face(HEI, 16, 28.9, GROTESQUE, indent=2),
    HEADINGS[2]: Face(KAI, 16, 28.9, GROTESQUE, indent=2),
    BODY: Face(FANGSONG, 16, 28.9, align=BOTH, indent=2),
    CAPTION: Face(HEI, 12, 20, GROTESQUE, CENTRE),
    SMALL: Face(FANGSONG, 10.5, 15),
    CELL: Face(FANGSONG, 10.5, 0),
    REFERENCE: Face(FANGSONG, 12, 20),
    PAGE: Face("宋体", 14, 0),
}


def apply_style(document: Document, lang: str) -> None:
    """Set paper, grid, types and the language of what is written."""
    _lay_paper(document)
    for name, face in FACES.items():
        style = document.styles[name]
        if isinstance(style, ParagraphStyle):
            _set_type(style, face, lang)
            _set_lines(style, face)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-US")
        language.set(qn("w:eastAsia"), "zh-CN")


def _lay_paper(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = PAPER
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = MARGINS
    section.footer_distance = FOOTER
    for grid in list(section._sectPr.iter(qn("w:docGrid"))):
        section._sectPr.remove(grid)


def _set_type(style: ParagraphStyle, face: Face, lang: str) -> None:
    """Nothing of the template's own type remains, neither its blue nor its theme fonts."""
    if style.element.rPr is not None:
        style.element.remove(style.element.rPr)
    style.font.size, style.font.bold, style.font.italic = Pt(face.size), False, False
    latin = face.latin if lang == "en" else ROMAN
    fonts = style.element.rPr.get_or_add_rFonts()
    for script, name in (("ascii", latin), ("hAnsi", latin), ("cs", latin)):
        fonts.set(qn(f"w:{script}"), name)
    fonts.set(qn("w:eastAsia"), face.chinese)
    if style.name == BODY and lang == "zh":
        spacing = OxmlElement("w:spacing")
        spacing.set(qn("w:val"), CLOSER)
        style.element.rPr.insert_element_before(spacing, "w:sz")


def _set_lines(style: ParagraphStyle, face: Face) -> None:
    lines = style.paragraph_format
    lines.space_before, lines.space_after = Pt(0), Pt(face.after)
    lines.alignment, lines.widow_control = face.align, True
    if face.line:
        lines.line_spacing_rule, lines.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(face.line)
    else:
        lines.line_spacing_rule = WD_LINE_SPACING.SINGLE
    if face.indent:
        lines.first_line_indent = Pt(face.indent * face.size)
        indent = style.element.pPr.find(qn("w:ind"))
        indent.set(qn("w:firstLineChars"), str(face.indent * 100))
    for border in style.element.pPr.findall(qn("w:pBdr")):
        style.element.pPr.remove(border)


def number_pages(document: Document) -> None:
    """Write "— 1 —" below the text: at the right on odd pages, at the left on even ones."""
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    for footer, side in (
        (section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        paragraph = footer.paragraphs[0]
        paragraph.style = document.styles[PAGE]
        paragraph.alignment = side
        indent = paragraph.paragraph_format
        indent.left_indent = indent.right_indent = Pt(FACES[PAGE].size)
        paragraph.add_run("— ")
        _add_page_number(paragraph)
        paragraph.add_run(" —")


def _add_page_number(paragraph: Paragraph) -> None:
    """The only field of a document: it is ours, none comes from data."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run = paragraph.add_run("1")
    run._r.addprevious(field)
    field.append(run._r)
