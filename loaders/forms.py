"""The forms of the data files: which columns a file has, in which words, and what a cell may hold.

The header words in Chinese are data format, not interface, and so stand here and in no catalogue.
"""

from dataclasses import dataclass, field
from types import MappingProxyType

from indicators.vocabulary import (
    AREA_KINDS,
    CARRIERS,
    COMPARATORS,
    DIRECTIONS,
    EVENT_KINDS,
    LEVELS,
    MEASURES,
    PROPOSAL_KINDS,
    QUALIFIERS,
    SOURCE_KINDS,
    STAGES,
    STATUSES,
    TARGET_KINDS,
)


@dataclass(frozen=True, slots=True)
class Field:
    """A column. `kind` says how a cell is read, `refers` which table it names a row of."""

    name: str
    kind: str = "text"  # text · code · number · integer · positive · period · date
    required: bool = True  # an empty cell is a problem
    refers: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A table's file (or folder of files); `key` tells its rows apart."""

    table: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    folder: bool = False
    optional: bool = False  # a folder may do without it
    names: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", tuple(f.name for f in self.fields))


def _code(name: str, *words: str, refers: str = "", required: bool = True) -> Field:
    return Field(name, "code", required, refers, words)


def _text(name: str, *, required: bool = True) -> Field:
    return Field(name, "text", required)


def _date(name: str, *, required: bool = True) -> Field:
    return Field(name, "date", required)


NAMES = (_text("name_zh"), _text("name_en"))
TITLES = (_text("title_zh"), _text("title_en"))
NOTE = _text("note", required=False)
BASE = _code("base", refers="bases")
REGION = _code("region", refers="regions")
SOURCE = _code("source", refers="sources")
FIGURE = (
    _code("indicator", refers="indicators"),
    REGION,
    Field("period", "period"),
)

FORMS = (
    Form(
        "bases",
        (
            _code("id"),
            Field("order", "integer"),
            *NAMES,
            _text("short_zh", required=False),
            _text("short_en", required=False),
            _text("note_zh", required=False),
            _text("note_en", required=False),
        ),
        key=("id",),
    ),
    Form(
        "regions",
        (
            _code("code"),
            _text("name_zh"),
            _text("short_zh", required=False),
            _text("name_en"),
            _code("level", *LEVELS),
            _code("parent", required=False),
        ),
        key=("code",),
    ),
    Form(
        "units",
        (
            _code("unit"),
            _code("dimension"),
            Field("factor", "positive"),
            _text("name_en", required=False),
            _text("english_unit"),
        ),
        key=("unit",),
    ),
    Form(
        "indicators",
        (
            _code("id"),
            BASE,
            Field("headline", "integer", required=False),
            _code("reference", refers="indicators", required=False),
            *NAMES,
            _code("unit", refers="units"),
            _code("direction", *DIRECTIONS),
            _code("measure", *MEASURES),
            _text("definition_zh"),
            _text("definition_en"),
        ),
        key=("id",),
    ),
    Form(
        "sources",
        (
            _code("id"),
            _text("title"),
            _text("publisher"),
            _date("published", required=False),
            _text("url", required=False),
            _code("kind", *SOURCE_KINDS),
            _code("carrier", *CARRIERS),
            NOTE,
        ),
        key=("id",),
    ),
    Form(
        "observations",
        (
            *FIGURE,
            Field("value", "figure", required=False),
            _code("unit", refers="units"),
            _code("qualifier", *QUALIFIERS),
            _code("status", *STATUSES),
            SOURCE,
            NOTE,
        ),
        key=("indicator", "region", "period", "source"),
        folder=True,
    ),
    Form(
        "targets",
        (
            *FIGURE,
            Field("value", "number"),
            _code("unit", refers="units"),
            _code("comparator", *COMPARATORS),
            _code("kind", *TARGET_KINDS),
            SOURCE,
            NOTE,
        ),
        key=("indicator", "region", "period", "source", "kind", "value"),
        folder=True,
    ),
    Form(
        "projects",
        (
            _code("id"),
            BASE,
            REGION,
            *NAMES,
            _code("stage", *STAGES),
            _date("year", required=False),
            Field("capacity", "number", required=False),
            _text("unit", required=False),
            Field("investment_yi_yuan", "number", required=False),
            SOURCE,
            NOTE,
        ),
        key=("id",),
    ),
    Form(
        "events",
        (_date("date"), BASE, REGION, *TITLES, _code("kind", *EVENT_KINDS), SOURCE),
        key=("date", "base", "region", "title_zh", "title_en", "kind", "source"),
    ),
    Form(
        "proposals",
        (
            _code("id"),
            BASE,
            REGION,
            _date("date"),
            _code("kind", *PROPOSAL_KINDS),
            _text("person", required=False),
            *TITLES,
            _code("responds_to", refers="proposals", required=False),
            SOURCE,
        ),
        key=("id",),
    ),
    Form(
        "areas",
        (BASE, _code("kind", *AREA_KINDS), *NAMES, REGION, SOURCE),
        key=("base", "name_zh", "region"),
        optional=True,
    ),
)
BY_TABLE = MappingProxyType({form.table: form for form in FORMS})
CATALOGUE = ("bases", "regions", "units", "indicators", "sources")

# What a clerk may write for a column; a word counts only in files that have its column.
HEADERS = MappingProxyType(
    {
        "id": ("编号", "代号", "标识"),
        "code": ("代码", "区划代码", "编码"),
        "order": ("顺序", "排序"),
        "name_zh": ("名称", "中文名", "中文名称"),
        "name_en": ("英文名", "英文名称"),
        "short_zh": ("简称", "中文简称"),
        "short_en": ("英文简称",),
        "note_zh": ("说明", "中文说明"),
        "note_en": ("英文说明",),
        "level": ("级别", "层级"),
        "parent": ("上级", "上级代码"),
        "dimension": ("量纲",),
        "factor": ("系数", "换算系数"),
        "english_unit": ("英文单位",),
        "base": ("基地", "产业基地"),
        "headline": ("头条", "头条次序"),
        "reference": ("参照", "参照指标"),
        "unit": ("单位", "计量单位"),
        "direction": ("方向",),
        "measure": ("类型", "指标类型"),
        "definition_zh": ("定义", "中文定义", "指标解释"),
        "definition_en": ("英文定义",),
        "title": ("标题", "题名"),
        "publisher": ("发布者", "发布机构", "发布单位"),
        "published": ("发布日期", "发布时间"),
        "url": ("网址", "链接"),
        "kind": ("类别", "种类"),
        "carrier": ("载体",),
        "note": ("备注", "注"),
        "indicator": ("指标", "指标代码"),
        "region": ("地区", "区域", "地区代码"),
        "period": ("时期", "期间", "时间"),
        "value": ("数值", "数据", "值"),
        "qualifier": ("口径", "修饰"),
        "status": ("状态", "数据状态"),
        "source": ("来源", "数据来源"),
        "comparator": ("比较", "比较符"),
        "stage": ("阶段", "建设阶段"),
        "year": ("年份", "年度"),
        "capacity": ("规模", "产能", "能力"),
        "investment_yi_yuan": ("投资", "投资额", "投资亿元"),
        "date": ("日期",),
        "title_zh": ("中文标题", "标题", "题目"),
        "title_en": ("英文标题",),
        "person": ("人员", "提出人", "单位或个人"),
        "responds_to": ("回应", "答复"),
    }
)
