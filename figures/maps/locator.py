"""Where a prefecture lies: the outlines with one of them filled."""

from collections.abc import Collection, Mapping

from figures import theme
from figures.drawing import Drawing, Heading
from figures.maps import shapes as parts
from figures.maps.outlines import Outline, tile_grid
from wording.context import Context

PLOT = 230  # px
CHOSEN = parts.tint("#12365C", 0.5)


def locator(
    context: Context, *, outlines: Mapping[str, Outline], selected: Collection[str], approval: str
) -> Drawing:
    """Draw the prefectures, those whose codes are `selected` filled; tiles when one has no outline.

    `approval` is the review number of the outlines, empty without one. There are no rows.
    """
    words = context.words
    is_tiled = any(code in tile_grid() and code not in outlines for code in selected)
    shapes = tile_grid() if is_tiled else outlines
    names = [context.catalogue.regions[code].name(words.lang) for code in selected]
    note = parts.note(approval, context, is_tiled=is_tiled)
    heading = Heading(theme.join(*names), (), theme.foot_lines((), context), note)
    fills = {code: CHOSEN if code in selected else parts.BARE for code in shapes}
    data = [*parts.ground(shapes, fills, ()), parts.labels(shapes, parts.names(shapes, context))]
    plot = {"data": data, "layout": parts.layout(shapes, PLOT)}
    return Drawing(plot, heading, (), words("locator.alt", regions=theme.join(*names)), ())
