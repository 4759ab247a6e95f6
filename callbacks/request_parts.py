"""What a request asks for: its address, its parameters, its language."""

import string
from collections.abc import Collection
from ipaddress import ip_address
from urllib.parse import parse_qsl, quote, urlsplit

from flask import request
from werkzeug.exceptions import HTTPException

from callbacks.errors import check_codes
from callbacks.settings import Settings
from callbacks.site import Site
from charts import addresses
from charts.addresses import LASTING_NAMES, State
from layouts.view import View
from store.snapshot import ReleaseData
from wording.words import LANGUAGES, Words, words

OF_PROXIES = ("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP")
IN_PATH = "/:@!$&'()*+,;=~-._"  # signs that stand for themselves in a path


def is_local() -> bool:
    """Whether the request comes from this machine, by address and name, and through no proxy.

    What a proxy says of the reader is not believed: that it is one is enough.
    """
    name = urlsplit(f"//{request.host}").hostname or ""
    is_direct = not any(header in request.headers for header in OF_PROXIES)
    return is_direct and _is_loopback(request.remote_addr or "") and _is_loopback(name)


def _is_loopback(name: str) -> bool:
    if name == "localhost":
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def address() -> str:
    """The path and the query that were asked, in ASCII: all other bytes percent-encoded."""
    query = search()
    return f"{path()}?{query}" if query else path()


def path() -> str:
    """The path that was asked, in ASCII."""
    return quote(request.environ["PATH_INFO"].encode("latin-1"), safe=IN_PATH)


def search() -> str:
    """The query that was asked, in ASCII, without its question mark."""
    return quote(request.query_string, safe=string.printable)


def state(takes: Collection[str] = ()) -> State:
    """The state of the address of a file; it takes `takes` beside what every address takes.

    Raises `BadParameterError` for any other parameter, a wrong value, bytes that are no UTF-8.
    """
    addresses.decoded(path())
    return addresses.read(search(), (*LASTING_NAMES, *takes))


def view(site: Site, state: State) -> tuple[View, ReleaseData]:
    """The view and the release of a state; raise `BadParameterError` for an unknown code."""
    shown, release = site.view(state, request.path)
    check_codes(shown)
    return shown, release


def language(settings: Settings) -> Words:
    """The words of the language that the request asks for, however wrong it is otherwise."""
    try:
        typed = request.form.get("lang", "")
    except HTTPException:  # a form that is too large is not read
        typed = ""
    return language_of(search(), settings, typed)


def language_of(query: str, settings: Settings, typed: str = "") -> Words:
    """The words of the language that a form (`typed`) or else a query asks for."""
    languages = [typed, *(text for name, text in parse_qsl(query) if name == "lang")]
    return words(next((lang for lang in languages if lang in LANGUAGES), settings.lang))
