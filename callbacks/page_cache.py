"""Pages as they are sent: rendered once for an address, then answered from memory.

A load or a withdrawal makes all of them anew.
"""

import logging
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from callbacks.bounded_cache import BoundedCache
from callbacks.errors import EXPECTED
from callbacks.routes import Answer, answer, failed, menu, refused
from callbacks.site import Site
from layouts import shell
from layouts.parts import ids
from layouts.parts.plot import chart_addresses
from layouts.parts.render import render_with_parts
from store.engine import DatabaseError
from store.snapshot import NoReleaseError
from store.standing import Standing, standing
from wording.words import words

log = logging.getLogger(__name__)

KEPT_PAGES = 128  # pages; the longest are half a megabyte


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A page as HTML.

    `body` is all that stands in the document's body, `parts` what is inside the elements that a
    filter changes, by id (`ids.PARTS`; a page need not have all), `charts` the addresses of its
    charts in order, `is_local` whether it is for this machine alone, `retry_after` the seconds
    after which it may be well (None: nobody knows).
    """

    status: HTTPStatus
    title: str
    lang: str
    body: str
    parts: Mapping[str, str]
    charts: tuple[str, ...]
    is_local: bool = False
    retry_after: int | None = None

    @property
    def has_filters(self) -> bool:
        """Whether there is anything on the page for Dash to do."""
        return f'id="{ids.PLAIN_FILTERS}"' in self.body


class PageCache:
    """The pages of a site, the latest asked for in memory."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._pages = BoundedCache[tuple[str, Standing], RenderedPage](KEPT_PAGES)

    def get(self, address: str, *, is_local: bool = False) -> RenderedPage:
        """Return the page of an address (path and query), of whatever status.

        `is_local` says that it was asked on the machine itself, and that the settings allow it.
        """
        try:
            key = address, standing(self._site.engine)
        except (NoReleaseError, DatabaseError):
            return self._rendered(address, is_local=is_local)
        # Pages are rendered side by side: two readers of a new one may both render it.
        page = self._pages.get(key)
        if page is None:
            page = self._rendered(address, is_local=is_local)
            if page.status == HTTPStatus.OK and not page.is_local:
                self._pages.put(key, page)
        return page

    def _rendered(self, address: str, *, is_local: bool) -> RenderedPage:
        """Render a page; a failure becomes one, too, with a number that finds it in the log."""
        try:
            return self._built(answer(self._site, address, is_local=is_local))
        except EXPECTED as error:  # the database went away while the page was built
            return self._built(refused(self._site, address, error))
        except Exception:
            number = secrets.token_hex(4)
            log.exception("the page %s cannot be built (error %s)", address, number)
            return self._built(failed(self._site, address, number))

    def _built(self, page: Answer) -> RenderedPage:
        return rendered(page, with_local=self._site.settings.publish)


def rendered(page: Answer, *, with_local: bool = False) -> RenderedPage:
    """Build a page and write it as HTML; `with_local` pages of this machine are in the menu."""
    tree = page.build()
    own = menu(page.view, with_local=with_local) if page.view else None
    head = shell.navigation(page.view, own) if page.view and own else None
    skip = words(page.lang)("shell.skip")
    body, parts = render_with_parts(shell.frame(page.view, head, tree, skip), ids.PARTS)
    charts = tuple(chart_addresses(tree))
    return RenderedPage(
        page.status, page.title, page.lang, body, parts, charts, page.is_local, page.retry_after
    )
