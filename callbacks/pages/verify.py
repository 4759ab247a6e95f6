"""`/verify`: a picture's passport is computed again from the release of its release."""

from dataclasses import replace

from callbacks.selection.named_chart import chart
from callbacks.selection.named_chart import read as read_address
from callbacks.site import Site
from charts import addresses
from charts.addresses import BadParameterError, State
from indicators.passport import PassportError, changes, read
from layouts.pages.verify import Verdict, verify
from layouts.parts.html import Component
from layouts.view import View
from store.snapshot import NoReleaseError, ReleaseData


def build(site: Site, view: View, _: ReleaseData, __: str) -> Component:
    """Answer what the form or the QR code asks; the empty form without a question."""
    state = view.state
    asked = bool(state.passport or state.address)
    return verify(view, _verdict(site, state) if asked else None)


def _verdict(site: Site, state: State) -> Verdict:
    plain = Verdict("unreadable", state.passport, state.address)
    try:
        wanted = _wanted(state)
        release, digest = read(wanted.passport)
        plain = replace(plain, passport=f"R{release}-{digest}")
        if not wanted.chart:
            return replace(plain, outcome="no_chart")
        return _compared(site, wanted, release, plain)
    except PassportError:
        return plain
    except NoReleaseError:
        return replace(plain, outcome="no_release")
    except BadParameterError as error:
        # what was typed is no address at all, or one of another chart
        return replace(plain, outcome="no_chart" if error.name == "address" else "foreign")


def _wanted(state: State) -> State:
    """The chart that is asked for: by the address typed, else by that of the page itself."""
    if not state.address:
        return state
    name, typed = read_address(state.address)
    name = typed.chart or ("" if name == "verify" else name)
    number = state.passport or typed.passport
    return replace(typed, chart=name, passport=number, lang=state.lang)


def _compared(site: Site, wanted: State, release: int, plain: Verdict) -> Verdict:
    asked = replace(wanted, passport="", chart="", address="")
    then = chart(site, replace(asked, asof=release), wanted.chart)
    verdict = replace(
        plain,
        outcome="foreign",
        chart=wanted.chart,
        parameters=then.parameters,
        title=then.title,
        page=addresses.page_of(replace(then.state, asof=None)),
        release=site.snapshot(release).info,
        current=site.view(State(), "/verify")[1].info,
    )
    if not then.passport or read(then.passport) != read(plain.passport):
        return verdict
    now = chart(site, replace(asked, asof=None), wanted.chart)
    revised = tuple(changes(then.rows, now.rows))
    return replace(verdict, outcome="revised" if revised else "current", changes=revised)
