"""What one running dashboard holds: settings, engine, outlines, and snapshots by release."""

import json
from collections.abc import Mapping

from callbacks.bounded_cache import BoundedCache
from callbacks.selection.series import Series, whole
from callbacks.settings import Settings
from charts.addresses import State
from exports.pictures.browser import Browser
from exports.pictures.picture_cache import Cache
from figures.maps.outlines import Outline, outlines
from figures.status_looks import status_looks
from indicators.release import Release
from layouts.view import View
from review.assessed import Assessed, assessed
from review.prospect import Look
from store import snapshot
from store.engine import connect
from store.snapshot import ReleaseData
from store.standing import standing
from targets.rules import rule_book
from wording.context import Context
from wording.words import words

CACHE_BYTES = 512 * 2**20  # some thousand pictures
KEPT_ADDRESSES = 4096
KEPT_RELEASES = 4  # the current release and a few that somebody looks back at
KEPT_NUMBERS = 65_536  # of pictures: some releases with all that is shown of them
KEPT_BASES = 16  # the series of as many: all of the current release, and some looked back at

# A chart, a format, origin with query, a release, the number of releases that were withdrawn.
PictureAddress = tuple[str, str, str, int, int]
KeptPicture = tuple[str, str]  # its name in the folder of pictures, and its file name


class Site:
    """The resources that every page shares."""

    def __init__(self, settings: Settings, prospect: Look | None = None) -> None:
        """`prospect` looks at what a load would publish; None where nobody may."""
        self.settings = settings
        self.prospect = prospect
        self.engine = connect(settings.database)
        self.rules = rule_book(settings.rules)
        self.looks = status_looks(settings.colours)
        self._snapshots = BoundedCache[tuple[int, int], ReleaseData](KEPT_RELEASES)
        self._assessed = BoundedCache[int, Assessed](KEPT_RELEASES)
        self._series = BoundedCache[tuple[int, str], Series](KEPT_BASES)
        # The addresses of charts by the numbers of their pictures: of those drawn since the
        # start, and of all that the pages of a release show.
        self.issued = BoundedCache[str, str](KEPT_NUMBERS)
        self.shown = BoundedCache[int, Mapping[str, str]](KEPT_RELEASES)
        self.outlines = self._outlines()
        self.browser = Browser(settings.browser or None)
        self.pictures = Cache(settings.cache, CACHE_BYTES)
        self.picture_names = BoundedCache[PictureAddress, KeptPicture](KEPT_ADDRESSES)

    def view(self, state: State, path: str) -> tuple[View, ReleaseData]:
        """Return the reader's view and the release; raise `NoReleaseError` when there are none."""
        release = self.snapshot(state.asof)
        language = words(state.lang or self.settings.lang)
        context = Context(
            release.catalogue, release.info, language, self.rules, until=release.until
        )
        return View(context, state, path, self.looks), release

    def snapshot(self, number: int | None = None) -> ReleaseData:
        """The data of a release, without a number of the newest.

        Raises `NoReleaseError` for one that does not exist. Whether one was withdrawn may change.
        """
        now = standing(self.engine)
        wanted = number or now.newest
        return self._snapshots.made((wanted, now.withdrawals), lambda: self._read(wanted))

    def releases(self) -> list[Release]:
        """All releases, the newest first."""
        return snapshot.releases(self.engine, self.settings.zone)

    def assessed(self, release: ReleaseData) -> Assessed:
        """Every target of a release, assessed once."""
        return self._assessed.made(release.info.number, lambda: assessed(release, self.rules))

    def series(self, release: ReleaseData, base: str) -> Series:
        """The series of a base in a release, grouped once: filters leave some of each."""
        return self._series.made((release.info.number, base), lambda: whole(release, base))

    def _read(self, number: int) -> ReleaseData:
        return ReleaseData(self.engine, number, self.settings.zone)

    def _outlines(self) -> Mapping[str, Outline]:
        path = self.settings.data / "geo" / "guizhou-prefectures.geojson"
        return outlines(json.loads(path.read_text("utf-8"))) if path.exists() else {}
