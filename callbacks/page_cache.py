"""Pages as they are sent: built once for an address and a release, then answered from memory."""

import logging
import secrets
from collections import OrderedDict
from dataclasses import dataclass
from http import HTTPStatus
from threading import Lock
from typing import Any

from dash import no_update

from callbacks.pages.routes import Answer, answer, failed, menu
from callbacks.site import Site
from layouts.parts.html import Live
from layouts.parts.plot import Plot, plots
from layouts.parts.render import still
from layouts.shell import framed, navigation, shell
from store.engine import DatabaseError
from store.snapshot import NoReleaseError, current
from wording.words import words

log = logging.getLogger(__name__)

KEPT = 128  # pages; the longest are half a megabyte


@dataclass(frozen=True, slots=True)
class Built:
    """A page in the parts that are sent; `charts` are the figures' places on it, in order."""

    status: HTTPStatus
    title: str
    lang: str
    navigation: Any
    page: Live
    charts: tuple[Plot, ...]

    def part(self, name: str) -> Any:
        """What stands in the element of that id; nothing new where the page has none."""
        return self.page[name].children if name in self.page else no_update


class Pages:
    """The pages of a site, the latest asked for in memory."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._kept: OrderedDict[tuple[str, int], Built] = OrderedDict()
        self._lock = Lock()

    def get(self, address: str) -> Built:
        """Return the page of an address (path and query), of whatever status."""
        try:
            known = address, current(self._site.engine)
        except (NoReleaseError, DatabaseError):
            return self._made(address)
        with self._lock:
            if known in self._kept:
                self._kept.move_to_end(known)
                return self._kept[known]
        found = self._made(address)
        if found.status == HTTPStatus.OK:
            self._keep(known, found)
        return found

    def document(self, address: str, found: Built) -> Live:
        """The whole document of an address around its page."""
        skip = words(found.lang)("shell.skip")
        shown: Live = still(shell(found.navigation, found.page, address, skip))
        return shown

    def _keep(self, known: tuple[str, int], found: Built) -> None:
        with self._lock:
            self._kept[known] = found
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)

    def _made(self, address: str) -> Built:
        """Build a page; a failure becomes one, too, with a number that finds it in the log."""
        try:
            return _built(answer(self._site, address))
        except Exception:
            number = secrets.token_hex(4)
            log.exception("the page %s cannot be built (error %s)", address, number)
            return _built(failed(self._site, address, number))


def _built(found: Answer) -> Built:
    page = framed(found.view, found.build(), found.title)
    shown: Live = still(page)
    return Built(
        found.status,
        found.title,
        found.lang,
        still(navigation(found.view, menu(found.view))) if found.view else None,
        shown,
        tuple(plots(shown)),
    )
