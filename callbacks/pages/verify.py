"""`/verify`: a picture's passport is computed again from the release of its release."""

from dataclasses import replace

from callbacks.selection.issued import address_of
from callbacks.selection.named_chart import chart
from callbacks.selection.named_chart import read as read_address
from callbacks.site import Site
from charts import addresses
from charts.addresses import BadParameterError, State
from indicators.passport import PassportError, changes, read
from layouts.pages.verify import Verdict, verify
from layouts.parts.html import Element
from layouts.view import View
from store.snapshot import NoReleaseError, ReleaseData


def build(site: Site, view: View, _: ReleaseData, __: str) -> Element:
    """Answer what the form or the QR code asks; the empty form without a question."""
    state = view.state
    is_question = bool(state.passport or state.address)
    return verify(view, _verdict(site, state) if is_question else None)


def _verdict(site: Site, state: State) -> Verdict:
    plain = Verdict("unreadable", state.passport, state.address)
    try:
        request = _request(state)
        release, digest = read(request.passport)
        info = site.snapshot(release).info
        wrong = info if info.withdrawn else None
        plain = replace(plain, passport=f"R{release}-{digest}", withdrawn=wrong)
        if not request.chart:
            address = address_of(site, plain.passport, release)
            if not address:
                return replace(plain, outcome="no_chart")
            request = _request(replace(state, passport=plain.passport, address=address))
        return _compared(site, request, release, plain)
    except PassportError:
        return plain
    except NoReleaseError:
        return replace(plain, outcome="no_release")
    except BadParameterError as error:
        # what was typed is no address at all, or one of another chart
        return replace(plain, outcome="no_chart" if error.name == "address" else "foreign")


def _request(state: State) -> State:
    """The chart that is asked for: by the address typed, else by that of the page itself."""
    if not state.address:
        return state
    name, typed = read_address(state.address)
    name = typed.chart or ("" if name == "verify" else name)
    number = state.passport or typed.passport
    return replace(typed, chart=name, passport=number, lang=state.lang)


def _compared(site: Site, request: State, release: int, plain: Verdict) -> Verdict:
    subject = replace(request, passport="", chart="", address="")
    then = chart(site, replace(subject, asof=release), request.chart)
    verdict = replace(
        plain,
        outcome="foreign",
        chart=request.chart,
        parameters=then.parameters,
        title=then.title,
        page=addresses.page_of(replace(then.state, asof=None)),
        release=site.snapshot(release).info,
        current=site.view(State(), "/verify")[1].info,
    )
    if not then.passport or read(then.passport) != read(plain.passport):
        return verdict
    now = chart(site, replace(subject, asof=None), request.chart)
    revised = tuple(changes(then.rows, now.rows))
    return replace(verdict, outcome="revised" if revised else "current", changes=revised)
