"""Outlines of the regions on a small grid: projected from GeoJSON, or as tiles without borders."""

import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

WIDE = 999  # the grid's width; three digits keep the coordinates short
MOST_HITS = 210  # points that take a click, all regions together
SAMPLE = 20  # distance of the spots for which the nearest such point is checked
FINE = 12  # distance of the spots tried for a name
NAME = 220, 105  # width and height of a name and its value on the smallest map
SMALLEST = 80  # area, in the grid's units, of a bend that is worth a vertex
Spot = tuple[int, int]  # a place in the grid: east, north
Ring = tuple[Spot, ...]

# No borders, only about who lies where; Gui'an lies between Guiyang and Anshun.
TILES = {
    "520500": (1, 0), "520300": (2, 0), "520600": (3, 0),
    "520200": (0, 1), "520199": (1, 1), "520100": (2, 1), "522600": (3, 1),
    "522300": (0, 2), "520400": (1, 2), "522700": (2, 2),
}  # fmt: skip
TILE, GUTTER = 250, 8


@dataclass(frozen=True, slots=True)
class Outline:
    """A region in the grid: closed rings, where its name stands, what takes a click for it.

    The grid is `WIDE` across; the second coordinate grows to the north.
    """

    rings: tuple[Ring, ...]
    label: Spot
    hits: tuple[Spot, ...]


def tile_grid() -> dict[str, Outline]:
    """Return a square per prefecture and Gui'an: the map without borders."""
    return {code: _tile(column, row) for code, (column, row) in TILES.items()}


def _tile(column: int, row: int) -> Outline:
    low_x, low_y = column * TILE, (2 - row) * TILE
    high_x, high_y = low_x + TILE - GUTTER, low_y + TILE - GUTTER
    ring = ((low_x, low_y), (high_x, low_y), (high_x, high_y), (low_x, high_y), (low_x, low_y))
    middle = (low_x + high_x) // 2, (low_y + high_y) // 2
    return Outline((ring,), middle, (middle,))


def outlines(geojson: Mapping[str, Any]) -> dict[str, Outline]:
    """Project a GeoJSON of polygons with `id` to the grid, by region code.

    Longitude is shortened by the cosine of the middle latitude. Bends too small to be seen are
    left out where they are not a corner of three regions, the same on both sides of a border.
    """
    shapes = {str(f["id"]): list(_rings(f["geometry"])) for f in geojson["features"]}
    flat = [spot for rings in shapes.values() for ring in rings for spot in ring]
    west, east = min(x for x, _ in flat), max(x for x, _ in flat)
    south, north = min(y for _, y in flat), max(y for _, y in flat)
    squeeze = math.cos(math.radians((south + north) / 2))
    scale = WIDE / ((east - west) * squeeze)

    def project(lon: float, lat: float) -> Spot:
        return round((lon - west) * squeeze * scale), round((lat - south) * scale)

    grid = {
        c: [_distinct(project(*p) for p in ring) for ring in rings] for c, rings in shapes.items()
    }
    rings_of = _simplified(grid)
    labels = _labels(rings_of)
    hits = _hits(rings_of, labels)
    return {c: Outline(rings, labels[c], hits[c]) for c, rings in rings_of.items()}


def _rings(geometry: Mapping[str, Any]) -> Iterable[list[tuple[float, float]]]:
    polygons = geometry["coordinates"]
    for polygon in [polygons] if geometry["type"] == "Polygon" else polygons:
        yield [(point[0], point[1]) for point in polygon[0]]


def _distinct(spots: Iterable[Spot]) -> list[Spot]:
    """Return an open ring without repeated neighbours."""
    ring: list[Spot] = []
    for spot in spots:
        if not ring or spot != ring[-1]:
            ring.append(spot)
    return ring[:-1] if len(ring) > 1 and ring[0] == ring[-1] else ring


def _simplified(grid: Mapping[str, list[list[Spot]]]) -> dict[str, tuple[Ring, ...]]:
    """Drop the flattest bends, one by one, from all rings that share them."""
    rings = [list(ring) for of_region in grid.values() for ring in of_region]
    while bends := _bends(rings):
        touched: set[Spot] = set()
        gone: set[Spot] = set()
        for spot, (before, after) in sorted(
            bends.items(), key=lambda b: (_area(b[0], *b[1]), b[0])
        ):
            if not touched & {spot, before, after}:
                gone.add(spot)
                touched |= {spot, before, after}
        rings = [[spot for spot in ring if spot not in gone] for ring in rings]
    closed = iter([(*ring, ring[0]) for ring in rings])
    return {code: tuple(next(closed) for _ in of_region) for code, of_region in grid.items()}


def _bends(rings: list[list[Spot]]) -> dict[Spot, tuple[Spot, Spot]]:
    """The spots with two neighbours in all rings that hold them, and too small a bend."""
    beside: dict[Spot, set[Spot]] = defaultdict(set)
    kept: set[Spot] = set()
    for ring in rings:
        for index, spot in enumerate(ring):
            beside[spot] |= {ring[index - 1], ring[(index + 1) % len(ring)]}
        kept |= set(ring) if len(ring) <= 4 else set()
    pairs = {s: tuple(sorted(n)) for s, n in beside.items() if len(n) == 2 and s not in kept}
    return {s: (n[0], n[1]) for s, n in pairs.items() if _area(s, n[0], n[1]) < SMALLEST}


def _area(spot: Spot, one: Spot, other: Spot) -> float:
    cross = (one[0] - spot[0]) * (other[1] - spot[1]) - (other[0] - spot[0]) * (one[1] - spot[1])
    return abs(cross) / 2


def _labels(rings_of: Mapping[str, tuple[Ring, ...]]) -> dict[str, Spot]:
    """Where the names stand: with most room around them, and clear of one another."""
    rooms = {code: _rooms(rings) for code, rings in rings_of.items()}
    labels: dict[str, Spot] = {}
    for code in sorted(rooms, key=lambda c: max(rooms[c].values())):
        room = rooms[code]
        labels[code] = max(
            room, key=lambda s: room[s] - 2 * sum(_crowding(s, at) for at in labels.values())
        )
    return labels


def _rooms(rings: tuple[Ring, ...]) -> dict[Spot, float]:
    """The room around every spot inside, counting twice as much beside as above."""
    ring = max(rings, key=len)
    edge = [
        spot
        for a, b in itertools.pairwise(ring)
        for spot in (a, ((a[0] + b[0]) // 2, (a[1] + b[1]) // 2))
    ]
    return {
        (x, y): min(math.hypot((x - a) / 2, y - b) for a, b in edge)
        for x, y in _lattice((ring,), FINE)
    }


def _crowding(one: Spot, other: Spot) -> float:
    """How far two names at these spots reach into each other."""
    wide, tall = NAME
    beside, above = abs(one[0] - other[0]), abs(one[1] - other[1])
    return max(0, min((wide - beside) / 2, tall - above))


def _lattice(rings: tuple[Ring, ...], step: int) -> list[Spot]:
    xs, ys = [x for ring in rings for x, _ in ring], [y for ring in rings for _, y in ring]
    return [
        (x, y)
        for x in range(min(xs) // step * step, max(xs), step)
        for y in range(min(ys) // step * step, max(ys), step)
        if any(_inside((x, y), ring) for ring in rings)
    ]


def _hits(
    rings_of: Mapping[str, tuple[Ring, ...]], labels: Mapping[str, Spot]
) -> dict[str, tuple[Spot, ...]]:
    """Choose points so that nearly everywhere the nearest one lies in the same region.

    A click on a fill tells nothing in plotly.js, a click near a point does. From the labels
    on, the spot that is furthest inside the reach of another region's point is added.
    """
    samples = [(s, code) for code, rings in rings_of.items() for s in _lattice(rings, SAMPLE)]
    to_own = [math.dist(s, labels[code]) for s, code in samples]
    to_other = [
        min(math.dist(s, at) for c, at in labels.items() if c != code) for s, code in samples
    ]
    hits = {code: [spot] for code, spot in labels.items()}
    for _ in range(MOST_HITS - len(hits)):
        worst = max(range(len(samples)), key=lambda i: to_own[i] - to_other[i])
        if to_own[worst] <= to_other[worst]:
            break
        spot, owner = samples[worst]
        hits[owner].append(spot)
        for i, (sample, code) in enumerate(samples):
            near = to_own if code == owner else to_other
            near[i] = min(near[i], math.dist(sample, spot))
    return {code: tuple(spots) for code, spots in hits.items()}


def _inside(spot: Spot, ring: Ring) -> bool:
    x, y = spot
    is_inside = False
    for (ax, ay), (bx, by) in itertools.pairwise(ring):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            is_inside = not is_inside
    return is_inside
