"""Every word that a page says, with the language that its element is marked as."""

import json
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
TOLD = ("og:title", "og:site_name")  # what is said of a page elsewhere
FOOT = "foot"  # of a figure: names of sources


class Reader(HTMLParser):
    """Collects texts and the attributes that are said, each with the nearest `lang`."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self.langs = [lang]
        self.names = [False]
        self.found: list[tuple[str, str]] = []
        self.figures: list[tuple[str, str]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        lang = known.get("lang") or self.langs[-1]
        classes = {*known.get("class", "").split()}
        is_name = self.names[-1] or bool(classes & {*NAMED})
        for name, value in known.items():
            is_titled = name == "title" and classes & {*TITLED}
            is_own = tag == "meta" and known.get("property") not in TOLD
            if (name in SAID or name.startswith("data-said")) and not (
                is_name or is_titled or is_own
            ):
                self.found.append((lang, value))
        if tag not in VOID:
            self.langs.append(lang)
            self.names.append(is_name)
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.langs.pop()
        self.names.pop()
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if "script" in self.open:
            if data.startswith('{"data"'):
                self.figures.append((self.langs[-1], data))
        elif not (self.names[-1] or {"style", "template"} & {*self.open}):
            self.found.append((self.langs[-1], data))


def spoken(text: str) -> Iterator[tuple[str, str]]:
    """(language of the element, text) of a document, with the texts of its figures."""
    reader = Reader("")
    reader.feed(text)
    yield from reader.found
    for lang, figure in reader.figures:
        yield from ((lang, said) for said in drawn(json.loads(figure)))


def drawn(figure: dict[str, Any]) -> Iterator[str]:
    """The texts of a figure, without the names of sources at its foot and in its hover texts."""
    layout = figure["layout"]
    texts = [note["text"] for note in layout.get("annotations", []) if note.get("name") != FOOT]
    for axis in ("xaxis", "yaxis"):
        texts += layout[axis].get("ticktext", [])
        texts.append(layout[axis].get("title", {}).get("text", ""))
    for trace in figure["data"]:
        texts.append(trace.get("name", ""))
        said = trace.get("text", [])
        texts += [said] if isinstance(said, str) else said
    yield from (unescape(text) for text in texts if isinstance(text, str))
