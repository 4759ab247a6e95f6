"""`/sources`."""

import unicodedata
from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any

from callbacks.selection.ordering import ordered
from callbacks.site import Site
from indicators import precedence
from indicators.records import Source
from layouts.pages import sources as page
from layouts.pages.sources import CountedSource, OtherRow, SourcePage
from layouts.parts.html import Element
from layouts.view import View
from store.snapshot import Filter, ReleaseData

LATEST = 5  # releases below the sources; all have a page


def build(site: Site, view: View, release: ReleaseData, _: str) -> Element:
    """One source, or those that the address asks for."""
    if view.state.id:
        return _source(site, view, release, view.state.id)
    counts = release.figures_by_source()
    others = release.others_by_source()
    aims = Counter(
        target.source.id for row in site.assessed(release).tracked for target in row.statements
    )
    latest = sorted(release.catalogue.sources.values(), key=lambda s: s.published, reverse=True)
    rows = [
        CountedSource(s, counts.get(s.id, 0), aims[s.id], others.get(s.id, 0))
        for s in latest
        if _matches(view, s)
    ]
    keys = {name: partial(key, view) for name, key in SORT_KEYS.items()}
    return page.sources(view, ordered(rows, view.state.sort, keys), site.releases()[:LATEST])


def _matches(view: View, source: Source) -> bool:
    """Whether a source is of a kind asked for and holds every word that is looked for."""
    kinds = view.state.kind
    texts = (
        source.title, source.publisher_zh, source.publisher_en, source.via, source.published,
        source.note_zh, source.note_en, source.id,
    )  # fmt: skip
    whole = _plain(" ".join(texts))
    is_found = all(word in whole for word in _plain(view.state.q).split())
    return is_found and (not kinds or source.kind in kinds)


def _plain(text: str) -> str:
    """A text as it is looked for: wide or narrow, large or small letters are one."""
    return unicodedata.normalize("NFKC", text).casefold()


SORT_KEYS: dict[str, Callable[[View, CountedSource], Any]] = {
    "title": lambda _, row: row.source.title,
    "publisher": lambda view, row: row.source.publisher(view.lang),
    "published": lambda _, row: row.source.published or None,
    "kind": lambda _, row: row.source.kind.order,
    "figures": lambda _, row: row.figures,
    "targets": lambda _, row: row.targets,
    "others": lambda _, row: row.others,
}


def _source(site: Site, view: View, release: ReleaseData, code: str) -> Element:
    where = Filter(sources=[code])
    rows = [precedence.Reported(row) for row in release.observations(where)]
    tracked = [
        row
        for row in site.assessed(release).tracked
        if code in {target.source.id for target in row.statements}
    ]
    found = SourcePage(release.catalogue.sources[code], rows, tracked, _others(release, code))
    return page.source(view, found)


def _others(release: ReleaseData, code: str) -> list[OtherRow]:
    """The projects, events, proposals and areas that were taken from a source."""
    areas = (area for base in release.catalogue.bases for area in release.areas(base))
    rows: tuple[OtherRow, ...] = (
        *release.projects, *release.events, *release.proposals, *areas,
    )  # fmt: skip
    return [row for row in rows if row.source and row.source.id == code]
