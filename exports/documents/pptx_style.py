"""The look of slides: 16:9, the types of Chinese offices, and places on a slide."""

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.util import Inches, Length, Pt

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
EDGE = Inches(0.6)
INNER = Length(WIDTH - 2 * EDGE)
Place = tuple[Length, Length, Length, Length]  # left, top, width, height
TITLE: Place = (EDGE, Inches(0.35), INNER, Inches(0.95))
CONTENT: Place = (EDGE, Inches(1.4), INNER, Inches(5.05))
FOOT: Place = (EDGE, Inches(6.5), INNER, Inches(0.75))
COVER_TITLE: Place = (EDGE, Inches(2.1), INNER, Inches(1.7))
COVER_SUBTITLE: Place = (EDGE, Inches(3.9), INNER, Inches(1.0))
COVER_SIZE, TITLE_SIZE, SUBTITLE_SIZE = Pt(40), Pt(26), Pt(20)
TEXT_SIZE, TABLE_SIZE, FOOT_SIZE = Pt(18), Pt(12), Pt(11)
COVER_LAYOUT, TITLE_LAYOUT = 0, 5
# Of the theme: all types of all slides follow it.
LATIN = b'<a:latin typeface="Calibri"/>'
TYPES = b'<a:latin typeface="Arial"/><a:ea typeface="Microsoft YaHei"/>'
NO_TYPE = b'<a:ea typeface=""/>'


def apply_style(presentation: Presentation) -> None:
    """Make the slides 16:9, with layouts as wide, and set the types of the theme."""
    stretch = WIDTH / (presentation.slide_width or WIDTH)
    presentation.slide_width, presentation.slide_height = WIDTH, HEIGHT
    # Layouts first: what has no place of its own takes that of the master.
    for room in (*presentation.slide_layouts, presentation.slide_master):
        for shape in room.placeholders:
            top, height = shape.top, shape.height
            shape.left, shape.width = (
                Length(int(length * stretch)) for length in (shape.left, shape.width)
            )
            shape.top, shape.height = top, height
    theme = presentation.slide_master.part.part_related_by(RT.THEME)
    theme.blob = theme.blob.replace(LATIN + NO_TYPE, TYPES)


def put(shape: BaseShape, place: Place) -> None:
    """Move a shape to its place."""
    shape.left, shape.top, shape.width, shape.height = place
