"""One chart as an HTML document of its own, for the iframe of another page."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from wording.words import TAGS, Words

ASSETS = (
    "embed.css", "favicon.svg", "plotly-basic.min.js", "plotly-locale-zh-cn.js", "embed.js",
)  # fmt: skip

PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
{head}
</head>
<body class="embed">
<main>{body}</main>
<footer><a href="{page}" target="_blank" rel="noopener">{back}</a></footer>
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Frame:
    """What the document says: its title, the page that it leads to, and where its assets lie."""

    title: str
    page: str
    assets: Mapping[str, str]


def embed_page(figure: dict[str, Any], sentence: str, frame: Frame, words: Words) -> str:
    """The document of a chart: its framed figure, and in words what it shows."""
    alt = escape(sentence)
    body = (
        f'<div id="embed-figure" role="img" aria-label="{alt}"></div>'
        f"<noscript><p>{alt}</p></noscript>"
        f'<script type="application/json" id="embed-data">{inlined(figure)}</script>'
    )
    return _document(_head(frame, words), body, frame, words)


def message_page(text: str, frame: Frame, words: Words) -> str:
    """The document that says why there is no chart."""
    return _document(_style(frame), f"<p>{escape(text)}</p>", frame, words)


def inlined(value: object) -> str:
    """JSON that no HTML parser takes for the end of its script, or for a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")


def _document(head: str, body: str, frame: Frame, words: Words) -> str:
    return PAGE.format(
        lang=TAGS[words.lang],
        title=escape(frame.title),
        head=head,
        body=body,
        page=escape(frame.page),
        back=escape(words("embed.back")),
    )


def _style(frame: Frame) -> str:
    sheet, icon = (escape(frame.assets[name]) for name in ("embed.css", "favicon.svg"))
    return f'<link rel="stylesheet" href="{sheet}">\n<link rel="icon" href="{icon}">'


def _head(frame: Frame, words: Words) -> str:
    """Scripts run when the document is read: plotly, its Chinese words, then ours."""
    names = [name for name in ASSETS if name.endswith(".js")]
    if words.lang != "zh":
        names.remove("plotly-locale-zh-cn.js")
    tags = [f'<script {_kind(name)} src="{escape(frame.assets[name])}"></script>' for name in names]
    return "\n".join([_style(frame), *tags])


def _kind(name: str) -> str:
    """Our own script is a module, plotly and its words are none; all wait for the document."""
    return 'type="module"' if name == "embed.js" else "defer"
