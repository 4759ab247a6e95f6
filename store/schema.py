"""The one declaration of the data's tables: files, checks, database and README follow it.

The header words in Chinese are data format, not interface, and so stand in no catalogue.
"""

from types import MappingProxyType

from sqlalchemy import Column, Integer, MetaData, Table, Text

from indicators.vocabulary import (
    AreaKind,
    Carrier,
    Comparator,
    Direction,
    EventKind,
    Level,
    Measure,
    ProposalKind,
    Qualifier,
    SourceKind,
    Stage,
    Status,
    Subject,
    TargetKind,
)
from store.columns import ColumnSpec, TableSpec, sql_table


def _text(name: str, *headers: str, required: bool = True, later: bool = False) -> ColumnSpec:
    return ColumnSpec(name, "text", required, headers=headers, later=later)


def _code(
    name: str,
    *headers: str,
    words: tuple[str, ...] = (),
    refers: str = "",
    required: bool = True,
    later: bool = False,
) -> ColumnSpec:
    return ColumnSpec(name, "code", required, refers, words, headers, later=later)


def _of_kind(kind: str, name: str, *headers: str, required: bool = True) -> ColumnSpec:
    return ColumnSpec(name, kind, required, headers=headers)


def _kind(words: tuple[str, ...]) -> ColumnSpec:
    return _code("kind", "类别", "种类", words=words)


ID = _code("id", "编号", "代号", "标识")
NAMES = (_text("name_zh", "名称", "中文名", "中文名称"), _text("name_en", "英文名", "英文名称"))
TITLES = (_text("title_zh", "中文标题", "标题", "题目"), _text("title_en", "英文标题"))
SHORT_ZH = _text("short_zh", "简称", "中文简称", required=False)
BASE = _code("base", "基地", "产业基地", refers="bases")
REGION = _code("region", "地区", "区域", "地区代码", "地区名称", "市州", refers="regions")
SOURCE = _code("source", "来源", "数据来源", "资料来源", refers="sources")
UNIT = _code("unit", "单位", "计量单位", refers="units")
DATE = _of_kind("date", "date", "日期")
VALUE = ("value", "数值", "数据", "值", "指标值")
OBSERVED = (
    _code("indicator", "指标", "指标代码", "指标名称", refers="indicators"),
    REGION,
    _of_kind("period", "period", "时期", "期间", "时间", "报告期"),
)
NOTES = (
    ColumnSpec("note_zh", required=False, headers=("中文备注",), former=("note", "备注", "注")),
    _text("note_en", "英文备注", required=False, later=True),
)
PUBLISHERS = (
    ColumnSpec(
        "publisher_zh",
        headers=("中文发布者", "中文发布机构"),
        former=("publisher", "发布者", "发布机构", "发布单位"),
    ),
    _text("publisher_en", "英文发布者", "英文发布机构", required=False, later=True),
)

SPECS = (
    TableSpec(
        "bases",
        (
            ID,
            _of_kind("integer", "order", "顺序", "排序"),
            *NAMES,
            SHORT_ZH,
            _text("short_en", "英文简称", required=False),
            _text("note_zh", "说明", "中文说明", required=False),
            _text("note_en", "英文说明", required=False),
        ),
        key=("id",),
        index=("id",),
    ),
    TableSpec(
        "regions",
        (
            _code("code", "代码", "区划代码", "编码"),
            NAMES[0],
            SHORT_ZH,
            NAMES[1],
            _code("level", "级别", "层级", words=tuple(Level)),
            _code("parent", "上级", "上级代码", required=False),
        ),
        key=("code",),
        index=("code",),
    ),
    TableSpec(
        "units",
        (
            _code("unit", "单位", "计量单位"),
            _code("dimension", "量纲"),
            _of_kind("positive", "factor", "系数", "换算系数"),
            _text("name_en", "英文名", "英文名称", required=False),
            _text("english_unit", "英文单位"),
        ),
        key=("unit",),
        index=("unit",),
    ),
    TableSpec(
        "indicators",
        (
            ID,
            BASE,
            _of_kind("integer", "headline", "头条", "头条次序", required=False),
            _code("reference", "参照", "参照指标", refers="indicators", required=False),
            *NAMES,
            UNIT,
            _code("direction", "方向", words=tuple(Direction)),
            _code("measure", "类型", "指标类型", words=tuple(Measure)),
            _text("definition_zh", "定义", "中文定义", "指标解释"),
            _text("definition_en", "英文定义"),
            _code("growth", "增速", "增速指标", refers="indicators", required=False, later=True),
            _code("subject", "主体", words=tuple(Subject), required=False, later=True),
            _text("aliases", "别名", "又称", required=False, later=True),
        ),
        key=("id",),
        index=("id",),
    ),
    TableSpec(
        "sources",
        (
            ID,
            _text("title", "标题", "题名"),
            *PUBLISHERS,
            _of_kind("date", "published", "发布日期", "发布时间", required=False),
            _text("url", "网址", "链接", required=False),
            _kind(tuple(SourceKind)),
            _code("carrier", "载体", words=tuple(Carrier)),
            _text("via", "转引自", required=False, later=True),
            *NOTES,
        ),
        key=("id",),
        index=("id",),
    ),
    TableSpec(
        "observations",
        (
            *OBSERVED,
            _of_kind("figure", *VALUE, required=False),
            UNIT,
            _code("qualifier", "口径", "修饰", "准确程度", words=tuple(Qualifier)),
            _code("status", "状态", "数据状态", words=tuple(Status)),
            SOURCE,
            *NOTES,
        ),
        key=("indicator", "region", "period", "source"),
        index=("indicator", "region"),
        folder=True,
    ),
    TableSpec(
        "targets",
        (
            *OBSERVED,
            _of_kind("figure", *VALUE, "目标值"),
            UNIT,
            _code("comparator", "比较", "比较符", words=tuple(Comparator)),
            _kind(tuple(TargetKind)),
            SOURCE,
            *NOTES,
            ColumnSpec(
                "qualifier",
                "code",
                required=False,
                words=(Qualifier.EXACT, Qualifier.ABOUT),
                headers=("口径", "修饰"),
                later=True,
            ),
        ),
        key=("indicator", "region", "period", "source", "kind", "value"),
        index=("indicator", "region"),
        folder=True,
    ),
    TableSpec(
        "projects",
        (
            ID,
            _code("project", "项目", "项目代码", required=False, later=True),
            BASE,
            REGION,
            *NAMES,
            _code("stage", "阶段", "建设阶段", words=tuple(Stage)),
            _of_kind("date", "year", "年份", "年度", required=False),
            _of_kind("number", "capacity", "规模", "产能", "能力", required=False),
            _text("unit", "单位", "计量单位", required=False),
            _of_kind("number", "investment_yi_yuan", "投资", "投资额", "投资亿元", required=False),
            SOURCE,
            *NOTES,
        ),
        key=("id",),
        index=("base",),
    ),
    TableSpec(
        "events",
        (DATE, BASE, REGION, *TITLES, _kind(tuple(EventKind)), SOURCE),
        key=("date", "base", "region", "title_zh", "title_en", "kind", "source"),
        index=("base",),
    ),
    TableSpec(
        "proposals",
        (
            ID,
            BASE,
            REGION,
            DATE,
            _kind(tuple(ProposalKind)),
            _text("person", "人员", "提出人", "单位或个人", required=False),
            *TITLES,
            _code("responds_to", "回应", "答复", refers="proposals", required=False),
            SOURCE,
        ),
        key=("id",),
        index=("base",),
    ),
    TableSpec(
        "areas",
        (BASE, _kind(tuple(AreaKind)), *NAMES, REGION, SOURCE),
        key=("base", "name_zh", "region"),
        index=("base",),
        optional=True,
    ),
    TableSpec(
        "corrections",
        (
            *OBSERVED,
            SOURCE,
            _code("field", "字段", words=("value", "unit", "qualifier", "status")),
            _text("stated", "原文"),
            _text("corrected", "更正为", "更正"),
            _text("reason_zh", "理由", "中文理由"),
            _text("reason_en", "英文理由"),
            DATE,
        ),
        key=("indicator", "region", "period", "source", "field"),
        index=("indicator", "region"),
        optional=True,
    ),
)
BY_NAME = MappingProxyType({spec.name: spec for spec in SPECS})
CATALOGUE = ("bases", "regions", "units", "indicators", "sources")  # what other rows name

metadata = MetaData()
TABLES = MappingProxyType({spec.name: sql_table(spec, metadata) for spec in SPECS})
bases, regions, units, indicators, sources = (TABLES[name] for name in CATALOGUE)
observations, targets = TABLES["observations"], TABLES["targets"]
projects, events = TABLES["projects"], TABLES["events"]
proposals, areas = TABLES["proposals"], TABLES["areas"]
corrections = TABLES["corrections"]

releases = Table(
    "releases",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("time", Text, nullable=False),  # ISO 8601, UTC
    Column("note", Text, nullable=False),
    Column("added", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("removed", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    Column("who", Text, nullable=False),  # the account that made it; empty: not known
    Column("files", Text, nullable=False),  # JSON: the SHA-256 of each file by its name
    Column("accepted", Text, nullable=False),  # the stops that were accepted, between blanks
    Column("restores", Integer),  # the release that a rollback made current again
    Column("withdrawn", Text, nullable=False),  # ISO 8601, UTC; empty: it stands
    Column("reason", Text, nullable=False),  # why it was withdrawn
)

# What the files were when they were last loaded, so that an unchanged folder is known at once.
loaded_files = Table(
    "loaded_files",
    metadata,
    Column("name", Text, primary_key=True),
    Column("digest", Text, nullable=False),
)
