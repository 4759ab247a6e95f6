"""What the styles of an ODS document say of its cells: parts of a date, decimals, raised signs."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from loaders.reading.grid import lifted

DATA_STYLES = ("number-style", "percentage-style", "currency-style", "date-style", "text-style")
RAISED = re.compile(r"super|[1-9][0-9]*%")  # how high above the line
HIDDEN = re.compile("false")
DATE_PARTS = ("year", "month", "day")
BLANKS = {"s": " ", "tab": "\t", "line-break": "\n"}
UNREAD = ("ruby-text", "note", "annotation")


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def attribute(element: Element, name: str) -> str:
    """An attribute by its name without the namespace; "" when it is not there."""
    return next((v for k, v in element.attrib.items() if k.rpartition("}")[2] == name), "")


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document, each by its name.

    `data` are the data styles of cell styles, by their elements' parts; `raised` the styles of
    signs above the line, `hidden` those of sheets that are not shown.
    """

    data: Mapping[str, Element]
    raised: frozenset[str]
    hidden: frozenset[str]

    def date(self, style: str, stored: str, text: str) -> str:
        """A day, a month or a year, by the parts that the style shows; `text` without a year."""
        data = self.data.get(style)
        parts = DATE_PARTS if data is None else list(map(local, data))
        if "year" not in parts:
            return text
        size = 10 if "day" in parts else 7 if "month" in parts else 4
        return stored[:size]

    def is_general(self, style: str) -> bool:
        """Whether a number is shown with as many digits as it has."""
        data = self.data.get(style)
        if data is None:
            return True
        digits = next((part for part in data if local(part) == "number"), None)
        return local(data) == "number-style" and (
            digits is not None and not attribute(digits, "decimal-places")
        )

    def texts(self, element: Element) -> tuple[str, str]:
        """The paragraphs of a cell without raised signs, and with them."""
        paragraphs = [part for part in element if local(part) in ("p", "h")]
        base, whole = (
            "\n".join(self._said(p, keeps_raised=keeps) for p in paragraphs)
            for keeps in (False, True)
        )
        return base, whole

    def _said(self, element: Element, before: str = "", *, keeps_raised: bool) -> str:
        text = before + (element.text or "")
        for part in element:
            text = self._with(part, text, keeps_raised=keeps_raised) + (part.tail or "")
        return text

    def _with(self, part: Element, before: str, *, keeps_raised: bool) -> str:
        kind = local(part)
        if kind in BLANKS:
            return before + BLANKS[kind] * int(attribute(part, "c") or 1)
        if kind in UNREAD:
            return before
        if keeps_raised or attribute(part, "style-name") not in self.raised:
            return self._said(part, before, keeps_raised=keeps_raised)
        return before + lifted(before, self._said(part, keeps_raised=True))


def styles(roots: Sequence[Element]) -> Styles:
    """The styles of a document's parts; a later part overrides an earlier one."""
    all_styles = [style for root in roots for style in root.iter() if attribute(style, "name")]
    data = {attribute(s, "name"): s for s in all_styles if local(s) in DATA_STYLES}
    own = [style for style in all_styles if local(style) == "style"]
    named = {attribute(style, "name"): attribute(style, "data-style-name") for style in own}
    return Styles(
        {name: data[of_data] for name, of_data in named.items() if of_data in data},
        frozenset(attribute(s, "name") for s in own if _property(s, "text-position", RAISED)),
        frozenset(attribute(s, "name") for s in own if _property(s, "display", HIDDEN)),
    )


def _property(style: Element, name: str, pattern: re.Pattern[str]) -> bool:
    return any(pattern.match(attribute(part, name)) for part in style)
