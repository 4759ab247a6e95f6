"""Elements become HTML, every text and attribute escaped; parts are found by their ids."""

import json

from layouts.parts import html
from layouts.parts.components import link
from layouts.parts.render import elements, render, render_with_parts


def test_a_tree_is_written_in_order() -> None:
    tree = html.Section([html.H2("目标"), None, [html.P(["一", html.B(2)])]], className="tracker")
    assert render(tree) == '<section class="tracker"><h2>目标</h2><p>一<b>2</b></p></section>'


def test_nothing_of_the_data_comes_alive() -> None:
    evil = '<img src=x onerror="alert(1)">&'
    safe = "&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;"
    assert render(html.P([html.Span(evil, title=evil), evil])) == (
        f'<p><span title="{safe}">{safe}</span>{safe}</p>'
    )


def test_data_for_scripts_ends_no_element() -> None:
    value = {"text": "</script><!--<script>"}
    text = render(html.json_script(value))
    inner = text.removeprefix('<script type="application/json">').removesuffix("</script>")
    assert "<" not in inner
    assert json.loads(inner) == value


def test_a_link_is_a_link() -> None:
    tree = html.P([link("能源", "/base/coal"), html.A("原文", href="https://example.org")])
    assert render(tree) == (
        '<p><a href="/base/coal">能源</a><a href="https://example.org">原文</a></p>'
    )


def test_attributes_are_written_as_html_has_them() -> None:
    inner = render([
        html.Details(html.Summary("x"), open=True),
        html.Details(html.Summary("x"), open=False),
        html.Label("y", htmlFor="z", title=None),
        html.Time("t", dateTime="2025", **{"aria-label": "年", "data-x": "1"}),
        html.Span(style={"--done": "5%", "marginTop": "3px"}, tabIndex="0"),
        html.Img(src="/a.svg", alt=""),
    ])  # fmt: skip
    assert inner == (
        "<details open><summary>x</summary></details><details><summary>x</summary></details>"
        '<label for="z">y</label><time aria-label="年" data-x="1" datetime="2025">t</time>'
        '<span style="--done:5%;margin-top:3px" tabindex="0"></span><img alt="" src="/a.svg">'
    )


def test_what_is_inside_a_part_is_found_by_its_id() -> None:
    inner = html.Div(html.P("x"), id="results")
    tree = html.Main([html.H1("a"), html.Div(["b", inner], id="page")])
    text, parts = render_with_parts(tree, ("results", "page", "foot"))
    assert text == render(tree)
    assert parts == {
        "results": "<p>x</p>",
        "page": 'b<div id="results"><p>x</p></div>',
    }


def test_lists_and_texts_pass() -> None:
    assert render(["a", None, 3]) == "a3"
    assert render(None) == ""
    assert [each.tag for each in elements([html.Ul([html.Li("1"), "2"]), None])] == ["ul", "li"]
