"""The named areas of a base's plan on the map: whole prefectures filled, parts of one hatched."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from figures import theme
from figures.drawing import Drawing, Heading
from figures.keys import keys_of
from figures.maps import shapes as parts
from figures.maps.outlines import Outline, tile_grid
from indicators.records import Area, Base
from indicators.vocabulary import AreaKind
from wording.context import Context

STRENGTHS = {"core": 0.56, "zone": 0.24}  # of the hue
PART = 0.22  # of the surface that the hatching of a part covers


def areas(
    base: Base,
    rows: Sequence[Area],
    context: Context,
    *,
    outlines: Mapping[str, Outline],
    approval: str,
) -> Drawing | None:
    """Draw the prefectures that the areas lie in; None when no prefecture of the map is in one.

    A prefecture of which only counties belong to an area is hatched. Areas are named in the
    place of their prefecture.
    """
    shapes = outlines or tile_grid()
    inside = _by_prefecture(rows, shapes, context)
    if not inside:
        return None
    hue = theme.hue(base.id)
    whole = {code: _kind_of_whole(code, those) for code, those in inside.items()}
    fills = {c: parts.tint(hue, STRENGTHS[kind]) for c, kind in whole.items() if kind}
    data = parts.ground(shapes, {c: fills.get(c, parts.BARE) for c in shapes}, ())
    _hatch(data, shapes, {c: those[0].kind for c, those in inside.items() if not whole[c]}, hue)
    lines = parts.names(shapes, context)
    lines |= {code: _names(those, context) for code, those in inside.items()}
    data += [parts.labels(shapes, lines), *_kinds(rows, hue, context)]
    heading = _heading(base, rows, context, approval, is_tiled=not outlines)
    plot = {"data": data, "layout": parts.layout(shapes)}
    return Drawing(plot, heading, keys_of(data), alt(base, rows, context), tuple(rows))


def _by_prefecture(
    rows: Sequence[Area], shapes: Mapping[str, Outline], context: Context
) -> dict[str, list[Area]]:
    """The areas of each prefecture of the map, be it they lie in it or in counties of it."""
    inside: dict[str, list[Area]] = defaultdict(list)
    for row in rows:
        region = context.catalogue.regions[row.region]
        code = row.region if row.region in shapes else region.parent
        if code in shapes:
            inside[code].append(row)
    return dict(inside)


def _kind_of_whole(code: str, areas_there: Sequence[Area]) -> str:
    """The kind of the area that a prefecture belongs to as a whole; empty when only parts do."""
    return next((row.kind for row in areas_there if row.region == code), "")


def _names(areas_there: Sequence[Area], context: Context) -> tuple[str, ...]:
    """The names of the areas in a prefecture, written where else its own name would stand."""
    return tuple(dict.fromkeys(area.name(context.words.lang) for area in areas_there))


def _hatch(
    data: list[dict[str, Any]], shapes: Mapping[str, Outline], kinds: Mapping[str, str], hue: str
) -> None:
    for trace, code in zip(data, shapes, strict=True):
        if code in kinds:
            trace["fillcolor"] = parts.BARE
            trace["fillpattern"] = {
                "shape": "/", "size": 7, "solidity": PART, "bgcolor": "#FFFFFF",
                "fgcolor": parts.tint(hue, STRENGTHS[kinds[code]]),
            }  # fmt: skip


def _kinds(rows: Sequence[Area], hue: str, context: Context) -> list[dict[str, Any]]:
    kinds = [kind for kind in AreaKind if any(row.kind == kind for row in rows)]
    return [
        parts.key(context.words(f"area.{kind}"), parts.tint(hue, STRENGTHS[kind])) for kind in kinds
    ]


def _heading(
    base: Base, rows: Sequence[Area], context: Context, approval: str, *, is_tiled: bool
) -> Heading:
    words = context.words
    note = parts.note(approval, context, is_tiled=is_tiled)
    title = words("areas.title", base=base.short(words.lang))
    return Heading(title, (words("areas.hint"),), theme.foot_lines(rows, context), note)


def _order(kind: AreaKind) -> int:
    return kind.order


def alt(base: Base, rows: Sequence[Area], context: Context) -> str:
    """Say the areas in words, each kind with its areas and their regions."""
    words = context.words
    regions: dict[tuple[AreaKind, str], list[str]] = defaultdict(list)
    for row in rows:
        name = context.catalogue.regions[row.region].short(words.lang)
        regions[row.kind, row.name(words.lang)].append(name)
    join = words("list.join").join
    sentences = [
        words("areas.alt.area", kind=words(f"area.{kind}"), name=name, regions=join(names))
        for (kind, name), names in sorted(regions.items(), key=lambda pair: _order(pair[0][0]))
    ]
    text = words("sentence.join").join(sentences)
    return words("areas.alt", base=base.name(words.lang), areas=text)
