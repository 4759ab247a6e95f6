"""The frame around every page: header, navigation, notices, help, footer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from layouts.parts import html, ids
from layouts.parts.components import aria, data, link
from layouts.parts.html import Children, Element
from layouts.view import View
from wording import editions, formats
from wording.releases import withdrawn
from wording.words import TAGS

Entries = Sequence[tuple[str, str]]  # paths and titles, in order


@dataclass(frozen=True, slots=True)
class Menu:
    """The pages of the header: those seen at `first`, and `more` behind a button."""

    first: Entries
    more: Entries


# What the display can be switched to; the browser remembers it (assets/shell.js).
MODES = (("type", "large"), ("contrast", "more"))
# Keys that do what the element with the same `aria-keyshortcuts` does; pages by their order.
HELP_KEY, LANGUAGE_KEY, FILTER_KEY, TABLES_KEY = "?", "l", "/", "t"


def frame(view: View | None, header: Children, page: Element, skip: str) -> list[Element]:
    """What is in the body of a document: header, page and footer.

    `header` is what `navigation` returns, `skip` the words of the way past it. Without a release
    (`view` is None) there is neither header nor footer.
    """
    main = html.Main(page, id="main", tabIndex="-1")
    return [
        html.Div(className="waiting", **aria(hidden="true")),
        html.A(skip, href="#main", className="skip"),
        html.Div(header, id=ids.NAVIGATION),
        main,
        *([footer(view), _card(view)] if view else []),
    ]


def navigation(view: View, menu: Menu) -> list[Element]:
    """The header, the regions chosen, notices and help; links keep the state."""
    return [
        html.Header(html.Div(_header(view, menu), className="top-line"), className="top"),
        html.Div([_chosen(view), *_notices(view)], className="notices", role="status"),
        _help(view, menu),
    ]


def _header(view: View, menu: Menu) -> list[Element]:
    t = view.words
    brand = link(
        [html.Span(className="mark"), html.Span(t("product.short"))],
        view.href("/"),
        className="brand",
    )
    after = _after_bases(menu.first)
    items = [_item(view, n, *each, is_first=n == after) for n, each in enumerate(menu.first)]
    entries = [*items, _more(view, menu)]
    nav = html.Nav(html.Ul(entries), id="navigation", **aria(label=t("nav.label")))
    controls = aria(expanded="false", controls="navigation")
    button = html.Button(t("shell.menu"), type="button", className="menu-button", **controls)
    return [brand, button, nav, html.Div(_tools(view), className="tools")]


def _after_bases(menu: Entries) -> int:
    """The place of the first page behind the bases; a row of the menu begins there."""
    return max((n + 1 for n, (path, _) in enumerate(menu) if path.count("/") > 1), default=0)


def _more(view: View, menu: Menu) -> Element:
    """The lists behind one button, which stands out where one of them is shown."""
    start = len(menu.first)
    items = [_item(view, n, *each, is_first=False) for n, each in enumerate(menu.more, start)]
    is_here = any(view.path == path for path, _ in menu.more)
    head = html.Summary(view.words("nav.more"), className="here" if is_here else None)
    return html.Li(html.Details([head, html.Ul(items)], className="nav-more"))


def _item(view: View, number: int, path: str, text: str, *, is_first: bool) -> Element:
    here: Any = aria(current="page") if view.path == path else {}
    look = "here" if here else ""
    shortcut: Any = aria(keyshortcuts=str(number)) if number < 10 else {}
    item = link(text, view.href(path), className=look, **here, **shortcut)
    return html.Li(item, className="nav-break" if is_first else "")


def _tools(view: View) -> list[Element]:
    """The switches of the display, the language, and help."""
    t = view.words
    modes = [
        html.Button(
            t(f"mode.{name}"),
            type="button",
            title=t(f"mode.{name}.text"),
            **aria(pressed="false"),
            **data(mode=name, value=value),
        )
        for name, value in MODES
    ]
    other = "en" if view.lang == "zh" else "zh"
    language = link(
        html.Span(t("shell.other_language"), lang=TAGS[other]),
        view.here(lang=other),
        className="language",
        **aria(keyshortcuts=LANGUAGE_KEY),
    )
    label = aria(label=t("help.title"), keyshortcuts=HELP_KEY)
    ask = html.Button("?", type="button", title=t("help.title"), **label, **data(opens="help"))
    return [*modes, language, ask]


def _chosen(view: View) -> Element:
    """The regions that go along from page to page, and the way to let them go."""
    names = view.region_names(view.state.region) if view.state.region else ""
    if not names:
        return html.Div(className="chosen")
    text = html.Span(view.words("shell.chosen", regions=names))
    return html.Div([text, link(view.words("shell.unchoose"), view.here(region=()))],
                    className="chosen")  # fmt: skip


def _notices(view: View) -> list[Element]:
    """Each notice is there; the script shows what holds now, and remembers what was dismissed."""
    t = view.words
    dismiss = html.Button(t("hint.dismiss"), type="button", **data(dismiss="hint"))
    notices = [
        _notice("when-offline", t("notice.offline"), html.Button(t("notice.retry"), type="button",
                                                                 **data(retry=""))),
        _notice("when-newer", t("notice.newer"), html.Button(t("notice.reload"), type="button",
                                                             **data(reload=""))),
        _notice("when-new", t("hint.text"), dismiss),
    ]  # fmt: skip
    if view.state.asof:
        release = view.context.release
        day = formats.day(release.day, view.words)
        mark = withdrawn(release, t)
        key = "release.notice" if mark else "notice.asof"
        text = t(key, number=release.number, date=day, withdrawn=mark)
        kind = "withdrawn" if mark else "asof"
        notices.append(_notice(kind, text, link(t("notice.current"), view.here(asof=None))))
    return notices


def _notice(kind: str, text: str, action: Element) -> Element:
    return html.Div([html.Span(text), action], className=f"banner banner-{kind}")


def _help(view: View, menu: Menu) -> Element:
    """The dialog that lists the keys and says how to read a page."""
    t = view.words
    numbered = [title for _, title in (*menu.first, *menu.more)][:10]
    keys: Sequence[tuple[str, str]] = (
        *((str(n), title) for n, title in enumerate(numbered)),
        (FILTER_KEY, t("help.filter")),
        (TABLES_KEY, t("help.tables")),
        (LANGUAGE_KEY, t("help.language")),
        (HELP_KEY, t("help.title")),
        ("Esc", t("help.close")),
    )
    rows = [part for key, does in keys for part in (html.Dt(html.Kbd(key)), html.Dd(does))]
    return html.Dialog(
        [
            html.H2(t("help.title"), id="help-title"),
            html.P(t("help.text")),
            html.Dl(rows),
            html.P([html.Button(t("help.keys_on"), type="button", className="button",
                                **aria(pressed="true"), **data(setting="keys"))]),
            html.P(link(t("help.methods"), view.href("/about"))),
            html.Button(t("help.close"), type="button", className="button", **data(closes="help")),
        ],
        id="help",
        **aria(labelledby="help-title"),
    )  # fmt: skip


def _card(view: View) -> Element:
    """The dialog that shows the card of a figure over the page; a script fills it."""
    t = view.words
    button = html.Button(t("help.close"), type="button", className="button", **data(closes="card"))
    parts = [html.P(button), html.Div()]
    return html.Dialog(parts, id="card", **aria(label=t("figure.about")))


def footer(view: View) -> Element:
    """How far the figures reach, the release, and where sources and methods stand."""
    t, release = view.words, view.context.release
    # The script asks for a newer one; where an old one is wanted, that is no news.
    release_mark: Any = {} if view.state.asof else data(release=str(release.number))
    return html.Footer(
        [
            html.Span(editions.shown(release, view.context.until.get("", ""), t), **release_mark),
            link(t("nav.sources"), view.href("/sources")),
            link(t("nav.about"), view.href("/about")),
            link(t("nav.verify"), view.href("/verify")),
        ],
        className="page-foot",
        id=ids.FOOT,
    )
