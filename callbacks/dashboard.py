"""The Dash application around our pages: every address is answered by a document of our own."""

from contextlib import suppress
from functools import cached_property, partial
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl

from dash import Dash
from flask import Flask, Response, request

from callbacks import filters, request_parts
from callbacks.assets import FOLDER, assets
from callbacks.files.pictures import origin
from callbacks.page_cache import PageCache, RenderedPage
from callbacks.site import Site
from layouts.document import PLOTLY, SCRIPTS, STYLES, Head, document
from layouts.parts.menu import file
from store.engine import DatabaseError
from store.snapshot import NoReleaseError
from wording.words import words

WITHDRAWN = "X-Release-Withdrawn"  # a header: the time of the withdrawal, ISO 8601 in UTC
# What Dash asks for before it works: the same for all pages, until the program changes.
LASTING = ("/_dash-layout", "/_dash-dependencies")


class Dashboard(Dash):
    """Answers pages as documents; Dash itself lives in their filters."""

    def __init__(self, server: Flask, site: Site) -> None:
        super().__init__(
            "sixbases",
            server=server,  # type: ignore[arg-type]  # Dash is typed to take a bool
            assets_folder=str(FOLDER),
            include_assets_files=False,  # documents name our files themselves
            suppress_callback_exceptions=True,  # a page need not have all parts
            update_title="",
        )
        self._site = site
        self._pages = PageCache(site)
        filters.register(self, self._pages)
        server.after_request(_finish)
        server.after_request(partial(_mark, site))

    def index(self, *_args: Any, **_kwargs: Any) -> Any:
        """Answer the page of the address asked."""
        is_local = self._site.settings.publish and request_parts.is_local()
        page = self._pages.get(request_parts.address(), is_local=is_local)
        response = Response(self._document(page), page.status)
        if page.is_local:
            response.headers["Cache-Control"] = "no-store"
            response.headers["X-Robots-Tag"] = "noindex, nofollow"
        if page.retry_after:
            response.headers["Retry-After"] = str(page.retry_after)
        return response

    def interpolate_index(self, *_args: Any, **parts: Any) -> Any:
        """Return what Dash needs, to be woken in the filters of a page."""
        return "".join(parts[name] for name in ("app_entry", "config", "scripts", "renderer"))

    @cached_property
    def dash_parts(self) -> str:
        """What Dash needs as HTML; the same for every page."""
        return str(super().index())

    def _document(self, page: RenderedPage) -> str:
        head = Head(
            title=page.title,
            site=words(page.lang)("product.name"),
            lang=page.lang,
            picture=self._picture(page),
            assets=assets(*STYLES, *SCRIPTS, PLOTLY, "favicon.svg"),
            dash_parts=self.dash_parts if page.has_filters else "",
        )
        return document(head, page.body, has_charts=bool(page.charts))

    def _picture(self, page: RenderedPage) -> str:
        """The page's leading chart as a picture; that of the overview where it has none."""
        charts = page.charts or self._pages.get(f"/?lang={page.lang}").charts
        return origin(self._site) + file(charts[0], "png") if charts else ""


def _mark(site: Site, response: Response) -> Response:
    """Say of what was made of a withdrawn release when it was withdrawn, whatever the format."""
    asof = dict(parse_qsl(request_parts.search())).get("asof", "")  # bytes may be no UTF-8
    if asof and response.status_code in (HTTPStatus.OK, HTTPStatus.NOT_MODIFIED):
        with suppress(NoReleaseError, DatabaseError, ValueError):
            if withdrawn := site.snapshot(int(asof)).info.withdrawn:
                response.headers[WITHDRAWN] = withdrawn
    return response


def _finish(response: Response) -> Response:
    """What every answer says to the browser."""
    headers = response.headers
    headers["Referrer-Policy"] = "same-origin"
    headers["X-Content-Type-Options"] = "nosniff"
    if "Content-Security-Policy" not in headers:  # an embed says who may frame it
        headers["Content-Security-Policy"] = "frame-ancestors 'none'"
        headers["X-Frame-Options"] = "DENY"
    if request.path in LASTING:
        headers["Cache-Control"] = "public, no-cache"
        response.add_etag()
        response.make_conditional(request)
    return response
