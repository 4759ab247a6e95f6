"""The number format of a cell, taken apart: `0.0%;[Red](0.0%)` and the like.

The grammar is that of ECMA-376, part 1, 18.8.31; the numbers of the formats that a workbook need
not spell out are those of 18.8.30, for Chinese from 27 on.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

BUILT_IN = MappingProxyType(
    {
        0: "General",
        1: "0",
        2: "0.00",
        3: "#,##0",
        4: "#,##0.00",
        9: "0%",
        10: "0.00%",
        11: "0.00E+00",
        12: "# ?/?",
        13: "# ??/??",
        14: "yyyy/m/d",
        15: "d-mmm-yy",
        16: "d-mmm",
        17: "mmm-yy",
        18: "h:mm AM/PM",
        19: "h:mm:ss AM/PM",
        20: "h:mm",
        21: "h:mm:ss",
        22: "yyyy/m/d h:mm",
        37: "#,##0_);(#,##0)",
        38: "#,##0_);[Red](#,##0)",
        39: "#,##0.00_);(#,##0.00)",
        40: "#,##0.00_);[Red](#,##0.00)",
        41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
        42: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
        43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
        44: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
        45: "mm:ss",
        46: "[h]:mm:ss",
        47: "mm:ss.0",
        48: "##0.0E+0",
        49: "@",
    }
    | dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"')
    | dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"')
    | dict.fromkeys((30,), "m-d-yy")
    | dict.fromkeys((31,), 'yyyy"年"m"月"d"日"')
    | dict.fromkeys((32,), 'h"时"mm"分"')
    | dict.fromkeys((33,), 'h"时"mm"分"ss"秒"')
    | dict.fromkeys((34, 55), '上午/下午h"时"mm"分"')
    | dict.fromkeys((35, 56), '上午/下午h"时"mm"分"ss"秒"')
)

TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?'
    r"|[\\!](?P<escaped>.)"
    r"|_.|\*."  # as wide as a sign, or filled with it: nothing that is read
    r"|\[(?P<elapsed>h+|m+|s+)\]"
    r"|\[(?P<condition>[<>=]+-?[0-9.]+)\]"
    r"|\[\$(?P<currency>[^\]-]*)[^\]]*\]"
    r"|\[[^\]]*\]"  # a colour, digits of another script
    r"|(?P<general>General|G/通用格式)"
    r"|(?P<noon>AM/PM|A/P|上午/下午)"
    r"|(?P<exponent>E[+-])"
    r"|(?P<date>y+|m+|d+|h+|s+|e+|a{3,4}|b{2,4}|g+)"
    r"|(?P<digit>[0#?])"
    r"|(?P<point>\.)|(?P<comma>,)|(?P<percent>%)|(?P<fraction>/)|(?P<text>@)"
    r"|(?P<literal>.)",
    re.IGNORECASE | re.DOTALL,
)
SPLIT = re.compile(r'"[^"]*"?|[\\!_*].|\[[^\]]*\]|;|.', re.DOTALL)
LITERALS = ("quoted", "escaped", "currency", "literal")
HOLDS: MappingProxyType[str, Callable[[float, float], bool]] = MappingProxyType(
    {
        "<": lambda value, bound: value < bound,
        "<=": lambda value, bound: value <= bound,
        ">": lambda value, bound: value > bound,
        ">=": lambda value, bound: value >= bound,
        "=": lambda value, bound: value == bound,
        "<>": lambda value, bound: value != bound,
    }
)


@dataclass(frozen=True, slots=True)
class Token:
    """A part of a format: its kind as `TOKEN` names it, and what is written."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """What a format says for the numbers for which `condition` holds; "" for its place's."""

    tokens: tuple[Token, ...]
    condition: str = ""

    def has(self, *kinds: str) -> bool:
        """Whether a token is of one of these kinds."""
        return any(token.kind in kinds for token in self.tokens)

    def holds(self, value: float) -> bool:
        """Whether the condition, if it has one, holds for a number."""
        sign = self.condition.rstrip("-.0123456789")
        return sign in HOLDS and HOLDS[sign](value, float(self.condition[len(sign) :]))


@lru_cache(maxsize=1024)
def sections(code: str) -> tuple[Section, ...]:
    """The sections of a format, in order; at least one."""
    parts = [""]
    for piece in SPLIT.findall(code or "General"):
        if piece == ";":
            parts.append("")
        else:
            parts[-1] += piece
    found = tuple(_section(part) for part in parts)
    return found if len(found) > 1 or found[0].tokens else sections("General")


def _section(part: str) -> Section:
    tokens, condition = [], ""
    for match in TOKEN.finditer(part):
        kind = match.lastgroup
        if kind == "condition":
            condition = match[kind]
        elif kind in LITERALS:
            tokens.append(Token("literal", match[kind]))
        elif kind is not None:
            tokens.append(Token(kind, match[kind].lower()))
    return Section(tuple(tokens), condition)


def section_of(code: str, value: float) -> tuple[Section, bool]:
    """The section that shows a number, and whether it shows the number without its sign."""
    found = [s for s in sections(code) if not s.has("text")][:3] or [GENERAL]
    if any(section.condition for section in found):
        rest = next((section for section in reversed(found) if not section.condition), GENERAL)
        return next((section for section in found if section.holds(value)), rest), False
    if value < 0 and len(found) > 1:
        return found[1], True
    return (found[2] if value == 0 and len(found) > 2 else found[0]), False


GENERAL = sections("General")[0]
