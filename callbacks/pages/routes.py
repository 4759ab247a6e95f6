"""Which address shows which page; what is unknown gets a 404, what is wrong a 400."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import unquote, urlsplit

from callbacks.errors import NotFound, known_codes
from callbacks.pages import (
    about,
    base,
    indicator,
    overview,
    projects,
    proposals,
    region,
    report,
    sources,
    targets,
    verify,
)
from callbacks.site import Site
from charts import addresses
from charts.addresses import BadParameterError, State
from indicators.records import Named
from layouts.pages import error as error_page
from layouts.pages.error import Wrong
from layouts.parts.html import Component
from layouts.view import View
from store.engine import DatabaseError
from store.snapshot import NoReleaseError, ReleaseData
from wording.words import LANGUAGES, Words, words

log = logging.getLogger(__name__)

Build = Callable[[Site, View, ReleaseData, str], Component]

PAGES: dict[str, Build] = {
    "": overview.build,
    "targets": targets.build,
    "projects": projects.build,
    "proposals": proposals.build,
    "sources": sources.build,
    "about": about.build,
    "verify": verify.build,
    "report": report.build,
}
# Pages of one thing: the first part of the path, and the catalogue that knows its code.
THINGS: dict[str, tuple[str, Build]] = {
    "base": ("bases", base.build),
    "indicator": ("indicators", indicator.build),
    "region": ("regions", region.build),
}


HEADS = {
    HTTPStatus.BAD_REQUEST: "error.400",
    HTTPStatus.NOT_FOUND: "error.404",
    HTTPStatus.INTERNAL_SERVER_ERROR: "error.500",
    HTTPStatus.SERVICE_UNAVAILABLE: "error.unreadable",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """A page or an error page; `view` is None when no release could be read."""

    status: HTTPStatus
    view: View | None
    title: str
    lang: str
    build: Callable[[], Component]


def answer(site: Site, address: str) -> Answer:
    """Return what an address (path and query) shows, not yet built."""
    parts = urlsplit(address)
    path = "/" + unquote(parts.path).strip("/")
    language = words(language_of(site, address))
    try:
        return _answer(site, path, parts.query, language)
    except DatabaseError as error:
        log.warning("the database cannot be read: %s", error)
        wrong = error_page.unreadable(language)
        return _error(HTTPStatus.SERVICE_UNAVAILABLE, site, path, language, wrong)


def _answer(site: Site, path: str, search: str, language: Words) -> Answer:
    try:
        state = addresses.read(search)
        view, release = site.view(state, path)
        build, code = _match(view, release, path)
        known_codes(view)
    except BadParameterError as error:
        wrong = error_page.bad_parameter(language, error)
        return _error(HTTPStatus.BAD_REQUEST, site, path, language, wrong)
    except NotFound as error:
        wrong = error_page.not_found(language, error.what, error.code, error.known)
        return _error(HTTPStatus.NOT_FOUND, site, path, language, wrong)
    except NoReleaseError as error:
        return _without_release(site, path, language, error)
    made = view
    return Answer(
        HTTPStatus.OK, view, _title(view, path, code), language.lang,
        lambda: build(site, made, release, code),
    )  # fmt: skip


def language_of(site: Site, address: str) -> str:
    """The language of an address, even of one that is otherwise wrong."""
    parts = urlsplit(address).query.split("&")
    asked = [part[5:] for part in parts if part.startswith("lang=")]
    return asked[0] if asked and asked[0] in LANGUAGES else site.settings.lang


def _match(view: View, release: ReleaseData, path: str) -> tuple[Build, str]:
    room, _, code = path.strip("/").partition("/")
    if room in PAGES and not code:
        if view.state.id and view.state.id not in release.catalogue.sources:
            raise NotFound(
                "source", view.state.id, [(view.href("/sources"), view.words("nav.sources"))]
            )
        return PAGES[room], ""
    if room not in THINGS:
        known = [(view.href(f"/{n}"), view.words(f"nav.{n or 'overview'}")) for n in PAGES]
        raise NotFound("page", path, known)
    table, build = THINGS[room]
    known = getattr(release.catalogue, table)
    if code not in known:
        raise NotFound(room, code, _nearest(view, room, list(known.values()), code))
    return build, code


def _nearest(view: View, room: str, known: Sequence[Named], code: str) -> list[tuple[str, str]]:
    """What is known: everything of the same beginning, else the first."""
    begins = [k for k in known if k.id.split(".")[0] == code.split(".")[0]] or known
    return [(view.href(f"/{room}/{k.id}"), f"{k.name(view.lang)} {k.id}") for k in begins[:120]]


def _title(view: View, path: str, code: str) -> str:
    room = path.strip("/").partition("/")[0]
    if code:
        name = getattr(view.catalogue, THINGS[room][0])[code].name(view.lang)
    elif view.state.id:
        name = view.catalogue.sources[view.state.id].title
    else:
        name = view.words(f"nav.{room or 'overview'}")
    return f"{name} · {view.words('product.name')}"


def failed(site: Site, address: str, number: str) -> Answer:
    """The page that says that something failed; `number` finds it in the log."""
    language = words(language_of(site, address))
    wrong = error_page.failed(language, number)
    path = urlsplit(address).path
    return _error(HTTPStatus.INTERNAL_SERVER_ERROR, site, path, language, wrong)


def _error(status: HTTPStatus, site: Site, path: str, language: Words, wrong: Wrong) -> Answer:
    """An error page, in the frame of the site where that can be had."""
    # An address need not ask for the language that the site speaks anyway.
    lang = "" if language.lang == site.settings.lang else language.lang
    try:
        view, _ = site.view(State(lang=lang), path)
    except (NoReleaseError, DatabaseError):
        view = None
    title = f"{language(HEADS[status])} · {language('product.name')}"
    return Answer(
        status, view, title, language.lang, lambda: error_page.page(language, wrong, lang)
    )


def _without_release(site: Site, path: str, language: Words, error: NoReleaseError) -> Answer:
    if error.args:  # asof names one that does not exist
        wrong = error_page.not_found(language, "release", str(error.args[0]), ())
        return _error(HTTPStatus.NOT_FOUND, site, path, language, wrong)
    wrong = error_page.no_release(language)
    return _error(HTTPStatus.SERVICE_UNAVAILABLE, site, path, language, wrong)
