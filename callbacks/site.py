"""What one running dashboard holds: settings, engine, outlines, and snapshots by release."""

import json
from collections.abc import Mapping
from functools import lru_cache

from callbacks.selection.assessed import Assessed, assessed
from callbacks.settings import Settings
from charts.addresses import State
from exports.pictures.browser import Browser
from exports.pictures.picture_cache import Cache
from figures.maps.outlines import Outline, outlines
from layouts.view import View
from store import snapshot
from store.engine import connect
from store.snapshot import ReleaseData
from targets.rules import rule_book
from wording.context import Context
from wording.words import words

CACHE_BYTES = 512 * 2**20  # some thousand pictures
KEPT_ADDRESSES = 4096
KEPT_SNAPSHOTS = 4  # the current release and a few that somebody looks back at


# A chart, a format, a query string and a release.
Known = tuple[str, str, str, int]


class Site:
    """The resources that every page shares."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.engine = connect(settings.database)
        self.rules = rule_book(settings.rules, settings.colours)
        self.snapshot = lru_cache(maxsize=KEPT_SNAPSHOTS)(self._snapshot)
        self._assessed = lru_cache(maxsize=KEPT_SNAPSHOTS)(self._assess)
        self.outlines = self._outlines()
        self.browser = Browser(settings.browser or None)
        self.pictures = Cache(settings.cache, CACHE_BYTES)
        self.kept: dict[Known, tuple[str, str]] = {}

    def view(self, state: State, path: str) -> tuple[View, ReleaseData]:
        """Return the reader's view and the release; raise `NoReleaseError` when there are none."""
        release = self.snapshot(state.asof or snapshot.current(self.engine))
        language = words(state.lang or self.settings.lang)
        context = Context(release.catalogue, release.info, language, self.rules)
        return View(context, state, path), release

    def remember(self, asked: Known, found: tuple[str, str]) -> None:
        """Keep where the picture of an address lies, and its file name; the oldest go first."""
        while len(self.kept) >= KEPT_ADDRESSES:
            self.kept.pop(next(iter(self.kept)), None)
        self.kept[asked] = found

    def assessed(self, release: ReleaseData) -> Assessed:
        """Every target of a release, assessed once."""
        return self._assessed(release.info.number)

    def _assess(self, number: int) -> Assessed:
        return assessed(self.snapshot(number), self.rules)

    def _snapshot(self, number: int) -> ReleaseData:
        return ReleaseData(self.engine, number)

    def _outlines(self) -> Mapping[str, Outline]:
        path = self.settings.data / "geo" / "guizhou-prefectures.geojson"
        return outlines(json.loads(path.read_text("utf-8"))) if path.exists() else {}
