"""Text inside a figure: escaped for plotly's pseudo-HTML, measured and wrapped."""

import re

# Width of a character in em, measured generously for the fonts of the template.
WIDE, UPPER, NARROW = 1.0, 0.7, 0.56
TOKEN = re.compile(r"[(\[（《「“]?(?:[A-Za-z0-9][A-Za-z0-9.,%+\-/'’–]* ?|. ?)", re.DOTALL)
CLOSING = "，。、；：）》」”’！？)·,;:"


def escape(text: str) -> str:
    """Make text from the data safe inside a plotly text: no tag, no entity of it comes alive."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def width(text: str) -> float:
    """Estimate how wide `text` is drawn, in em."""
    return sum(_em(sign) for sign in text)


def _em(sign: str) -> float:
    if ord(sign) > 0x2E7F or sign in "“”‘’—…":
        return WIDE
    return UPPER if sign.isupper() or sign in "%@&" else NARROW


def wrap(text: str, limit: float) -> list[str]:
    """Break `text` into lines at most `limit` em wide; never before a closing sign.

    Blanks at the ends of lines go; an empty text has no line.
    """
    lines = [""]
    for token in _tokens(text, limit):
        if (
            lines[-1]
            and width((lines[-1] + token).rstrip()) > limit
            and token.strip() not in CLOSING
        ):
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += token
    return [line for line in (line.strip() for line in lines) if line]


def _tokens(text: str, limit: float) -> list[str]:
    """Words of Latin text, single characters of Chinese; a word wider than a line is cut."""
    tokens: list[str] = []
    for token in TOKEN.findall(" ".join(text.split())):
        tokens.extend([token] if width(token) <= limit else list(token))
    return tokens


def wrapped(text: str, limit: float) -> str:
    """Wrap `text` into lines of `limit` em, escaped and joined as plotly breaks them."""
    return "<br>".join(escape(line) for line in wrap(text, limit))


def cut(text: str, limit: float, most: int) -> list[str]:
    """Wrap `text` into at most `most` lines of `limit` em; an ellipsis stands for the rest."""
    lines = wrap(text, limit)
    return lines if len(lines) <= most else [*lines[: most - 1], lines[most - 1][:-1] + "…"]
