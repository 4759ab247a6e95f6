"""Still parts become escaped HTML; what callbacks need stays a component."""

from typing import Any

from dash import dcc

from layouts.parts import html, ids
from layouts.parts.components import link
from layouts.parts.render import Markup, still


def shown(tree: Any) -> tuple[str, dict[str, Any], str]:
    found = still(tree)
    assert isinstance(found, Markup)
    return found.tag, found.attributes, found.html


def test_a_tree_without_state_is_one_component() -> None:
    tree = html.Section([html.H2("目标"), None, [html.P(["一", html.B(2)])]], className="tracker")
    assert shown(tree) == ("section", {"className": "tracker"}, "<h2>目标</h2><p>一<b>2</b></p>")


def test_nothing_of_the_data_comes_alive() -> None:
    evil = '<img src=x onerror="alert(1)">&'
    tag, attributes, inner = shown(html.P([html.Span(evil, title=evil), evil]))
    safe = "&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;"
    assert (tag, attributes) == ("p", {})
    assert inner == f'<span title="{safe}">{safe}</span>{safe}'


def test_a_link_inside_is_marked_for_the_script() -> None:
    tree = html.P([link("能源", "/base/coal"), html.A("原文", href="https://example.org")])
    assert shown(tree)[2] == (
        '<a data-page="" href="/base/coal">能源</a><a href="https://example.org">原文</a>'
    )


def test_attributes_are_written_as_html_has_them() -> None:
    inner = shown(html.Div([
        html.Details(html.Summary("x"), open=True),
        html.Details(html.Summary("x"), open=False),
        html.Label("y", htmlFor="z"),
        html.Time("t", dateTime="2025", **{"aria-label": "年", "data-x": "1"}),
        html.Span(style={"--done": "5%", "marginTop": "3px"}, tabIndex="0"),
        html.Img(src="/a.svg", alt=""),
    ]))[2]  # fmt: skip
    assert inner == (
        "<details open><summary>x</summary></details><details><summary>x</summary></details>"
        '<label for="z">y</label><time aria-label="年" data-x="1" datetime="2025">t</time>'
        '<span style="--done:5%;margin-top:3px" tabindex="0"></span><img alt="" src="/a.svg">'
    )


def test_what_is_alive_stays_with_all_that_holds_it() -> None:
    graph, results = dcc.Graph(id="g"), html.Div(html.P("x"), id=ids.RESULTS)
    tree = html.Div([html.H1("a"), html.Div(graph), results, "text"])
    found = still(tree)
    heading, holder, same, text = found.children
    assert isinstance(heading, Markup)
    assert holder.children is graph
    assert (same.id, same.children.html, text) == (ids.RESULTS, "x", "text")


def test_lists_and_texts_pass() -> None:
    assert still(["a", None, 3]) == ["a", "3"]
    assert still(None) is None
