"""Every word that a page says, with the language that its element is marked as."""

from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from typing import Any

from layouts.parts.render import VOID

# What a page marks as a name, and links to a source, are as the publication has them; so is the
# title on a figure, which names its source.
NAMED = ("source-link", "name")
TITLED = ("figure-link", "change", "revised", "restated")
SAID = ("title", "aria-label", "alt", "placeholder", "data-text", "data-title", "data-copy",
        "data-done", "aria-description", "content")  # fmt: skip
FOOT = "foot"  # of a figure: names of sources


class Reader(HTMLParser):
    """Collects texts and the attributes that are said, each with the nearest `lang`."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self.langs = [lang]
        self.names = [False]
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        lang = known.get("lang") or self.langs[-1]
        classes = {*known.get("class", "").split()}
        is_name = self.names[-1] or bool(classes & {*NAMED})
        for name, value in known.items():
            is_titled = name == "title" and classes & {*TITLED}
            if (name in SAID or name.startswith("data-said")) and not (is_name or is_titled):
                self.found.append((lang, value))
        if tag not in VOID:
            self.langs.append(lang)
            self.names.append(is_name)

    def handle_endtag(self, tag: str) -> None:
        self.langs.pop()
        self.names.pop()

    def handle_data(self, data: str) -> None:
        if not self.names[-1]:
            self.found.append((self.langs[-1], data))


def spoken(node: Any, lang: str = "") -> Iterator[tuple[str, str]]:
    """(language of the element, text) of a layout's JSON."""
    if isinstance(node, list):
        for part in node:
            yield from spoken(part, lang)
    elif isinstance(node, str):
        yield lang, node
    elif isinstance(node, dict) and "props" in node:
        yield from _component(node, lang)


def _component(node: dict[str, Any], lang: str) -> Iterator[tuple[str, str]]:
    props = node["props"]
    if node["type"] == "Markup":
        attributes = props["attributes"]
        own = attributes.get("lang") or lang
        yield from ((own, v) for k, v in attributes.items() if k in SAID)
        reader = Reader(own)
        reader.feed(props["html"])
        yield from reader.found
    elif node["type"] == "Plot":
        yield from ((lang, text) for text in drawn(props["figure"]))
    else:
        own = props.get("lang") or lang
        yield from ((own, v) for k, v in props.items() if k in SAID)
        yield from ((own, text) for text in _choices(props))
        yield from spoken(props.get("children"), own)


def _choices(props: dict[str, Any]) -> Iterator[str]:
    for option in props.get("options") or []:
        yield option["label"]
        yield option.get("title", "")
    yield from (props.get("labels") or {}).values()


def drawn(figure: dict[str, Any]) -> Iterator[str]:
    """The texts of a figure, without the names of sources at its foot and in its hover texts."""
    layout = figure["layout"]
    texts = [layout["title"]["text"]]
    texts += [note["text"] for note in layout["annotations"] if note.get("name") != FOOT]
    for axis in ("xaxis", "yaxis"):
        texts += layout[axis].get("ticktext", [])
        texts.append(layout[axis].get("title", {}).get("text", ""))
    for trace in figure["data"]:
        texts.append(trace.get("name", ""))
        said = trace.get("text", [])
        texts += [said] if isinstance(said, str) else said
    yield from (unescape(text) for text in texts if isinstance(text, str))
