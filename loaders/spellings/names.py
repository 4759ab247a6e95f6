"""Names for codes: the forms in which a thing may be named, and which things a form names."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from loaders.signs import DASHES, half_width

UNSAID = re.compile(
    r"""[\s"'`“”‘’«»《》〈〉「」『』【】·•・]+"""
)  # makes no difference between names
STRIPES = re.compile(f"[{re.escape(DASHES)}]+")
SCOPE = re.compile(r"\([^()]*\)$")  # what a name says of its scope at its end, folded
SHORTENED = (("规上", "规模以上"),)
CLOSE = 0.75  # of the signs of two names that are like one another
CLOSE_CODE = 0.85
LEAST = 3  # signs of a name of which one may be wrong
LEAST_CODE = 4
AMOUNT = re.compile(r"\d+|[十百千万亿]+")


@lru_cache(maxsize=65536)
def squeezed(name: str) -> str:
    """A name without blanks and quotes, large and small letters as they are: mL is no ML."""
    return STRIPES.sub("-", UNSAID.sub("", half_width(name)))


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """A name in the one spelling that is compared: small letters, no blanks, no quotes."""
    text = squeezed(name).casefold()
    for short, long in SHORTENED:
        text = text.replace(short, long)
    return text


Forms = Mapping[str, frozenset[str]]  # the codes that each form names, folded
Fold = Callable[[str], str]


def forms(pairs: Iterable[tuple[str, str]], fold: Fold = folded) -> Forms:
    """The forms of (name, code) pairs; an empty name is none."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, code in pairs:
        if form := fold(name):
            found[form].add(code)
    return {form: frozenset(codes) for form, codes in found.items()}


@dataclass(frozen=True, slots=True)
class Names:
    """What the things of a table are called: tiers of forms, the surest first, made by `fold`."""

    codes: frozenset[str]
    tiers: tuple[Forms, ...]
    fold: Fold = folded

    def named(self, word: str) -> tuple[str, ...]:
        """The codes that a word may mean, in order; several of one tier are ambiguous."""
        if word in self.codes:
            return (word,)
        form = self.fold(word)
        return next((tuple(sorted(tier[form])) for tier in self.tiers if form in tier), ())

    def nearest(self, word: str, may_mean: Callable[[str], bool] = lambda _: True) -> str:
        """The code that was most likely meant by a word that names none; "" when none is near.

        A name without its scope is near, then one that differs in few signs and in no digit.
        """
        form = self.fold(word)
        if len(unscoped := self._unscoped(form)) == 1:
            return next(iter(unscoped))
        scores: dict[str, float] = {}
        for known, codes in self._near(form).items():
            for code in filter(may_mean, codes):
                scores[code] = max(scores.get(code, 0.0), likeness(form, known))
        return _best(scores)

    def _unscoped(self, form: str) -> frozenset[str]:
        """The codes whose name is `form` and a scope in brackets."""
        alike = [codes for tier in self.tiers for known, codes in tier.items()
                 if SCOPE.sub("", known) == form]  # fmt: skip
        return frozenset().union(*alike)

    def _near(self, form: str) -> Forms:
        near: dict[str, frozenset[str]] = {}
        for known, codes in ((f, c) for tier in self.tiers for f, c in tier.items()):
            if is_near(form, known, CLOSE):
                near[known] = near.get(known, frozenset()) | codes
        for code in self.codes:
            if is_near(form, self.fold(code), CLOSE_CODE):
                near[self.fold(code)] = frozenset({code})
        return near


def _best(scores: Mapping[str, float]) -> str:
    """The best one; "" where there is none, or several are as good."""
    ordered = sorted(scores, key=lambda code: (-scores[code], code))
    if not ordered or (len(ordered) > 1 and scores[ordered[0]] == scores[ordered[1]]):
        return ""
    return ordered[0]


def is_near(form: str, known: str, close: float) -> bool:
    """Whether two folded forms may be one word with a slip: alike, and the same numbers in each.

    2021 and 2022, s08 and s09, 万吨 and 亿吨 are two things, not a slip.
    """
    least = LEAST_CODE if form.isascii() else LEAST
    if min(len(form), len(known)) < least or AMOUNT.findall(form) != AMOUNT.findall(known):
        return False
    matcher = SequenceMatcher(None, form, known, autojunk=False)
    return (
        matcher.real_quick_ratio() >= close
        and matcher.quick_ratio() >= close
        and matcher.ratio() >= close
    )


def likeness(form: str, known: str) -> float:
    """The share of signs that two folded forms have in common, in their order."""
    return SequenceMatcher(None, form, known, autojunk=False).ratio()
