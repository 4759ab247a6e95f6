"""What the lines above the head of a foreign table are like: their templates."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from loaders.adopting.names import Names
from loaders.adopting.phrases import IN_TEXT, plain, when
from loaders.adopting.reading import split_units, units_in

LABELS: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(("单位", "计量单位"), "unit")
    | dict.fromkeys(("地区", "区域", "市州", "行政区划"), "region")
    | dict.fromkeys(("时间", "时期", "报告期", "年份", "月份"), "period")
    | dict.fromkeys(("指标", "指标名称"), "indicator")
)
LABEL = re.compile(r"^\(?([^:()]{1,6}):(.+?)\)?$")
# What a title says around the name of its indicator.
BEFORE = re.compile(
    r"^(?:表[\d一二三四五六七八九十.-]*|[\d.、-]+|各市\(州\)|分市\(州\)|各市州|分市州|各地区|分地区|各县\(市、区\)"
    r"|历年|主要年份|全省|\{(?:period|region)\}|年)+"
)
AFTER = re.compile(r"(?:情况表|统计表|一览表|数据表|完成情况|情况|数据|表)$")
NAMED = ("region", "indicator")
MADE_ON = ("制表", "制作", "发布", "更新", "打印", "填报", "生成", "导出", "下载", "查询")
KINDS_OF_PLACE = ("省", "市", "州", "区", "县")
PERIOD = "{period}"
PLACE_LENGTHS = range(12, 2, -1)


def is_label(text: str) -> bool:
    """Whether a cell says `单位：亿元` or the like, as lines above a table do."""
    found = LABEL.match(plain(text))
    return found is not None and found[1] in LABELS


@dataclass(frozen=True, slots=True)
class LineSays:
    """The template of a line, and the names in its holes."""

    template: str
    region: str = ""
    indicator: str = ""


def line_says(text: str, names: Names, *, wants_indicator: bool) -> LineSays:
    """Read a line; only where it is wanted, a title names the indicator."""
    word = plain(text)
    if found := LABEL.match(word):
        hole, value = LABELS.get(found[1], ""), found[2]
        if hole and _reads(hole, value, names):
            template = word.replace(value, f"{{{hole}}}")
            return LineSays(template, **({hole: value} if hole in NAMED else {}))
    title, units = split_units(word, names.unit)
    end = word[len(title) :]
    if units:
        inside = end[1:-1]
        end = f"({inside[: inside.find(':') + 1]}{{unit}})"
    title, region = _with_region(_with_period(title), names)
    indicator = ""
    if wants_indicator:
        title, indicator = _with_indicator(title, names)
    return LineSays(title + end, region, indicator)


def _reads(hole: str, value: str, names: Names) -> bool:
    read = {
        "unit": lambda: bool(units_in(value, names.unit)),
        "region": lambda: bool(names.region(value)),
        "period": lambda: when(value) is not None,
        "indicator": lambda: bool(names.indicator(value)),
    }
    return read[hole]()


def _with_period(title: str) -> str:
    found = IN_TEXT.search(title)
    if not found or found["years"] or not when(found[0]) or any(w in title for w in MADE_ON):
        return title
    return title.replace(found[0], PERIOD, 1)


def _with_region(title: str, names: Names) -> tuple[str, str]:
    """A title that begins with the full name of a place, or has one behind its period."""
    for start in (0, title.find(PERIOD) + len(PERIOD)):
        for length in PLACE_LENGTHS:
            name = title[start : start + length]
            if name.endswith(KINDS_OF_PLACE) and names.region(name):
                return f"{title[:start]}{{region}}{title[start + len(name) :]}", name
    return title, ""


def _with_indicator(title: str, names: Names) -> tuple[str, str]:
    before = BEFORE.match(title)
    name = AFTER.sub("", title[before.end() if before else 0 :])
    if not names.indicator(name):
        return title, ""
    return title.replace(name, "{indicator}"), name
