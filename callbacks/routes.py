"""Which address shows which page: one row a page. What is wrong gets a page that says so."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Literal
from urllib.parse import unquote

from callbacks.errors import EXPECTED, NotFound, check_codes, fault, sentence
from callbacks.pages import (
    about,
    base,
    conflicts,
    figure,
    gaps,
    indicator,
    overview,
    prefectures,
    projects,
    proposals,
    publish,
    region,
    releases,
    report,
    sources,
    targets,
    verify,
)
from callbacks.request_parts import language_of
from callbacks.selection import gaps as selected_gaps
from callbacks.selection import named_chart
from callbacks.selection import projects as selected_projects
from callbacks.selection import targets as selected_targets
from callbacks.selection.years import years
from callbacks.site import Site
from charts import addresses
from charts.addresses import LASTING_NAMES, State
from indicators.catalogue import Catalogue
from indicators.records import Named
from layouts.pages import error as error_page
from layouts.pages.error import ErrorPage
from layouts.parts.html import Element
from layouts.shell import Menu
from layouts.view import View
from store.engine import DatabaseError
from store.snapshot import NoReleaseError, ReleaseData
from wording import formats
from wording.words import Words

log = logging.getLogger(__name__)

MOST_LINKS = 120  # to what exists in place of the missing
Build = Callable[[Site, View, ReleaseData, str], Element]


@dataclass(frozen=True, slots=True)
class Page:
    """A page: `/<path>`, or `/<path>/<code>` where `codes` names the catalogue's table of codes.

    `takes` are its parameters beside those that every page takes. The menu shows the pages of
    `place` "first" in the order of the rows, then those of "more" behind one button. A page
    without codes is called by the words `nav.<path>`. One that `is_local` is for who sits at the
    machine that serves it, where the settings allow it; nobody else learns of it, and it is built
    anew each time.
    """

    path: str
    build: Build
    takes: tuple[str, ...] = ()
    codes: str = ""
    place: Literal["first", "more", ""] = ""
    is_local: bool = False

    @property
    def title(self) -> str:
        """The key of the page's name."""
        return f"nav.{self.path or 'overview'}"

    @property
    def what(self) -> str:
        """What its codes name, such as "base": also the path of the pages of these."""
        return self.codes.removesuffix("s")

    def things(self, catalogue: Catalogue) -> Mapping[str, Named]:
        """What its codes name, by code; empty for a page without codes."""
        things: Mapping[str, Named] = getattr(catalogue, self.codes) if self.codes else {}
        return things


_ROWS = (
    Page("", overview.build, ("indicator",), place="first"),
    Page("base", base.build, codes="bases", place="first"),
    Page("prefectures", prefectures.build, ("indicator",), place="first"),
    Page("targets", targets.build, selected_targets.TAKES, place="first"),
    Page("projects", projects.build, selected_projects.TAKES, place="more"),
    Page("proposals", proposals.build, ("base", "kind"), place="more"),
    Page("sources", sources.build, ("kind", "id", "q", "sort"), place="more"),
    Page("conflicts", conflicts.build, ("base", "sort")),
    Page("gaps", gaps.build, selected_gaps.TAKES),
    Page("releases", releases.build, ("number", "indicator", "since")),
    Page("report", report.build, place="more"),
    Page("about", about.build, place="more"),
    Page("verify", verify.build, ("passport", "chart", "address", *named_chart.TAKES)),
    Page("publish", publish.build, place="more", is_local=True),
    Page("indicator", indicator.build, codes="indicators"),
    Page("figure", figure.build, ("period",), codes="indicators"),
    Page("region", region.build, ("indicator",), codes="regions"),
)
PAGES: dict[str, Page] = {row.path: row for row in _ROWS}


@dataclass(frozen=True, slots=True)
class Answer:
    """A page or an error page; `view` is None when no release could be read.

    `is_local` says that it is for this machine alone. `retry_after` are the seconds after which it
    may be well, None where nobody knows.
    """

    status: HTTPStatus
    view: View | None
    title: str
    lang: str
    build: Callable[[], Element]
    is_local: bool = False
    retry_after: int | None = None


def menu(view: View, *, with_local: bool = False) -> Menu:
    """The pages of the menu; a page with codes is one entry a code."""
    rows = [row for row in PAGES.values() if with_local or not row.is_local]
    first, more = (
        [entry for row in rows if row.place == place for entry in _entries(view, row)]
        for place in ("first", "more")
    )
    return Menu(first, more)


def _entries(view: View, row: Page) -> list[tuple[str, str]]:
    if not row.codes:
        return [(f"/{row.path}", view.words(row.title))]
    things = row.things(view.catalogue).items()
    return [(f"/{row.path}/{code}", thing.short(view.lang)) for code, thing in things]


def answer(site: Site, address: str, *, is_local: bool = False) -> Answer:
    """Return what an address (path and query) shows, not yet built.

    `is_local` says that it was asked on the machine itself, and that the settings allow it.
    """
    path, _, search = address.partition("?")
    language = language_of(search, site.settings)
    try:
        where = "/" + addresses.decoded(path).strip("/")
        return _page(site, where, search, language, is_local=is_local)
    except EXPECTED as error:
        return refused(site, address, error)


def _page(site: Site, path: str, search: str, language: Words, *, is_local: bool) -> Answer:
    room, _, code = path.strip("/").partition("/")
    row = PAGES.get(room)
    if row is None or bool(row.codes) != bool(code) or (row.is_local and not is_local):
        raise _unknown_page(site, path, language)
    state = addresses.read(search, (*LASTING_NAMES, *row.takes))
    view, release = site.view(state, path)
    check_codes(view)
    view = replace(view, years=years(release, row.codes, code))
    name = _name(view, row, code)
    return Answer(
        HTTPStatus.OK, view, f"{name} · {language('product.name')}", language.lang,
        lambda: row.build(site, view, release, code), row.is_local,
    )  # fmt: skip


def _unknown_page(site: Site, path: str, language: Words) -> NotFound:
    view, _ = site.view(State(lang=_lang_value(site, language)), path)
    plain = [row for row in PAGES.values() if not (row.codes or row.is_local)]
    existing = [(view.href(f"/{row.path}"), language(row.title)) for row in plain]
    return NotFound("page", path, existing)


def _name(view: View, row: Page, code: str) -> str:
    """The name of a page; raise `NotFound` for a code that does not exist."""
    if row.codes:
        things = row.things(view.catalogue)
        if code not in things:
            raise NotFound(row.what, code, _nearest(view, row, code))
        return " · ".join([things[code].name(view.lang), *_narrowed(view, row)])
    if view.state.id:
        return _source_name(view)
    return view.words(row.title)


def _narrowed(view: View, row: Page) -> list[str]:
    """Which of the figures of an indicator a page of a single figure is asked for, in words."""
    state = view.state
    if "period" not in row.takes or not state.period:
        return []
    regions = [view.region_names(state.region)] if state.region else []
    return [*regions, formats.period(state.period, view.words)]


def _source_name(view: View) -> str:
    source = view.catalogue.sources.get(view.state.id)
    if source is None:
        link = view.href("/sources"), view.words("nav.sources")
        raise NotFound("source", view.state.id, [link])
    return source.title


def _nearest(view: View, row: Page, code: str) -> list[tuple[str, str]]:
    """Addresses and names of what has the same beginning as `code`, else of what there is."""
    things = row.things(view.catalogue)
    near = [c for c in things if c.split(".")[0] == code.split(".")[0]] or list(things)
    return [(view.href(f"/{row.what}/{c}"), things[c].name(view.lang)) for c in near[:MOST_LINKS]]


def refused(site: Site, address: str, error: Exception) -> Answer:
    """The page that says what is wrong with an address, or that the data cannot be read."""
    language = language_of(address.partition("?")[2], site.settings)
    row = fault(error)
    if row.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        log.warning("%s: %s: %s", address.partition("?")[0], type(error).__name__, error)
    existing = error.existing if isinstance(error, NotFound) else ()
    content = ErrorPage(language(row.heading), sentence(error, language), existing)
    page = _error(site, address, row.status, language, content)
    return replace(page, retry_after=row.retry_after)


def failed(site: Site, address: str, number: str) -> Answer:
    """The page that says that something failed; `number` finds it in the log."""
    language = language_of(address.partition("?")[2], site.settings)
    content = ErrorPage(language("error.500"), language("error.500.text", number=number))
    return _error(site, address, HTTPStatus.INTERNAL_SERVER_ERROR, language, content)


def _error(
    site: Site, address: str, status: HTTPStatus, language: Words, content: ErrorPage
) -> Answer:
    """An error page, in the frame of the site where that can be had."""
    lang, path = _lang_value(site, language), "/" + unquote(address.partition("?")[0]).strip("/")
    try:
        view, _ = site.view(State(lang=lang), path)
    except (NoReleaseError, DatabaseError):
        view = None
    title = f"{content.heading} · {language('product.name')}"
    return Answer(
        status, view, title, language.lang, lambda: error_page.page(language, content, lang)
    )


def _lang_value(site: Site, language: Words) -> str:
    """The parameter `lang` that asks for a language; empty for the language of the site."""
    return "" if language.lang == site.settings.lang else language.lang
