"""What regions are called: full names, short ones, and a place behind the one that it lies in.

The words of places are data format, not interface.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from indicators.vocabulary import PROVINCE, Level
from loaders.spellings.names import Names, folded, forms

WHOLE = ("全省", "我省", "本省")
NATIONS = (
    "全国", "中国", "我国", "国家", "全国平均", "全国平均水平", "全国水平", "全国合计", "全国总计",
    "全国均值", "China", "PRC", "National", "Nationwide", "National average", "National total",
    "Whole country", "100000", "000000",
)  # fmt: skip
NATION = frozenset(map(folded, NATIONS))
AUTONOMOUS = ("自治州", "自治县")
# The endings of names by level, those that are told apart at a glance.
ENDINGS: Mapping[Level, tuple[str, ...]] = MappingProxyType(
    {
        Level.PROVINCE: ("省", " Province"),
        Level.PREFECTURE: ("自治州", "州", " Prefecture", " City"),
        Level.AREA: ("新区", " New Area"),
        Level.COUNTY: ("自治县", "县", "区", "特区", " County", " District", " City"),
    }
)
# Endings by which a word is one of a level; 市 is of two and so of none.
PREFECTURE_LIKE = re.compile(r"(?:州|盟|地区|prefecture)$")
COUNTY_LIKE = re.compile(r"(?:县|(?<!地)区|旗|county|district)$")
LEVELS = MappingProxyType({level.value: level for level in Level})
LOWEST = (Level.COUNTY, Level.AREA)
ENDING = re.compile(r"(?:自治州|自治县|新区|特区|地区|省|州|市|县|区)$")
CODE = re.compile(r"\d{6}")


@dataclass(frozen=True, slots=True)
class Region:
    """A row of the table of regions."""

    code: str
    name_zh: str
    short_zh: str
    name_en: str
    level: str
    parent: str


class RegionNames:
    """What the regions of a table are called."""

    def __init__(self, rows: Iterable[Region]) -> None:
        self._regions = {row.code: row for row in rows}
        full = forms((n, r.code) for r in self._regions.values() for n in (r.name_zh, r.name_en))
        short = forms((n, r.code) for r in self._regions.values() for n in _short(r))
        self._names = Names(frozenset(self._regions), (full, short))

    @property
    def codes(self) -> frozenset[str]:
        return self._names.codes

    def named(self, word: str) -> tuple[str, ...]:
        """The codes that a word may mean: a name, or one behind that of a region above it."""
        return self._names.named(word) or self._below(folded(word))

    def _below(self, form: str) -> tuple[str, ...]:
        """The one that is named behind a region in which it lies: 贵州省贵阳市, 毕节市威宁县."""
        found: set[str] = set()
        for cut in range(2, len(form) - 1):
            above = self._names.named(form[:cut])
            # 贵阳贵安 are two places beside one another, 贵阳市贵安新区 is one.
            if above == (PROVINCE,) or (above and ENDING.search(form[:cut])):
                within = self.named(form[cut:])
                found |= {code for code in within if {*above} & {*self._above(code)}}
        return tuple(sorted(found))

    def _above(self, code: str) -> Iterator[str]:
        while parent := self._regions[code].parent:
            if parent not in self._regions or parent == code:
                return
            yield parent
            code = parent

    def nearest(self, word: str) -> str:
        """The code most likely meant, of the level that the word's ending says; "" for none."""
        if CODE.fullmatch(word):
            return self._one_digit_off(word)
        form = folded(word)
        stem = ENDING.sub("", form)
        stems = [r.code for r in self._regions.values()
                 if folded(r.short_zh) == stem and self._fits(form, r.code)]  # fmt: skip
        if len(stems) == 1:
            return stems[0]
        return self._names.nearest(word, lambda code: self._fits(form, code))

    def _fits(self, form: str, code: str) -> bool:
        """Whether a region is of the level that the ending of a word says."""
        level = self._regions[code].level
        if PREFECTURE_LIKE.search(form):
            return level == Level.PREFECTURE
        return level in LOWEST if COUNTY_LIKE.search(form) else True

    def _one_digit_off(self, word: str) -> str:
        """The one code that differs in a digit; none that ends as another level's does."""
        off = [
            code
            for code in self._regions
            if len(code) == len(word) and sum(a != b for a, b in zip(code, word, strict=True)) == 1
        ]
        is_one = len(off) == 1 and off[0].endswith("00") == word.endswith("00")
        return off[0] if is_one else ""


def is_nation(word: str) -> bool:
    """Whether a word names the whole country, of which no figures are kept."""
    return folded(word) in NATION


def _short(region: Region) -> Iterator[str]:
    """The usual short forms of a name, with and without its ending."""
    level = LEVELS.get(region.level)
    yield region.short_zh
    if region.code == PROVINCE:
        yield from WHOLE
    for ending in ENDINGS.get(level, ()) if level else ():
        if ending.startswith(" "):
            yield region.name_en + ending
        elif region.name_zh.endswith(ending) or _is_part(ending, region.name_zh):
            yield region.short_zh + ending


def _is_part(ending: str, name: str) -> bool:
    """Whether an ending is the last part of a name's own: 县 of 自治县, 州 of 自治州."""
    return any(name.endswith(whole) and whole.endswith(ending) for whole in AUTONOMOUS)
