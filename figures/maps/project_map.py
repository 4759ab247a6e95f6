"""Where projects lie: outlines shaded by how many are in each, the number below the name."""

from collections.abc import Mapping
from typing import Any

from figures.maps import shapes as parts
from figures.maps.outlines import Outline, tile_grid
from wording.context import Context

HUE = "#12365C"
LIGHTEST, DARKEST = 0.12, 0.5  # shares of the hue: names stay readable on both


def project_map(
    counts: Mapping[str, int], context: Context, *, outlines: Mapping[str, Outline]
) -> dict[str, Any]:
    """Return the plot of the numbers of projects by code of prefecture; one without has no shade.

    A place without an outline is not drawn: its number stands in the list beside the map. Where
    there are no outlines at all, tiles are.
    """
    shapes = outlines or tile_grid()
    most = max((n for code, n in counts.items() if code in shapes), default=1)
    fills = {code: _shade(counts.get(code, 0), most) for code in shapes}
    names = parts.names(shapes, context)
    lines = {
        code: (*name, *([str(counts[code])] if counts.get(code) else []))
        for code, name in names.items()
    }
    data = [*parts.ground(shapes, fills, ()), parts.labels(shapes, lines)]
    return {"data": data, "layout": parts.layout(shapes)}


def _shade(count: int, most: int) -> str:
    if not count:
        return parts.BARE
    return parts.tint(HUE, LIGHTEST + (DARKEST - LIGHTEST) * count / most)
