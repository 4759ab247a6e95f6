"""The words of lists as the site says them, in either language, and as offices write them.

What the site says is taken from its catalogues; the synonyms are data format, not interface.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from indicators.vocabulary import Comparator
from loaders.spellings.names import Names, forms
from store.schema import BY_NAME
from wording.words import LANGUAGES, Words, words

COMPARATOR = "native.target"
# By table and column, the head of the keys under which the catalogues name the column's words.
HEADS: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("regions", "level"): "level",
        ("indicators", "measure"): "",
        ("indicators", "direction"): "",
        ("indicators", "subject"): "",
        ("sources", "kind"): "kind",
        ("sources", "carrier"): "carrier",
        ("observations", "qualifier"): "qualifier_word",
        ("observations", "status"): "status",
        ("targets", "comparator"): COMPARATOR,
        ("targets", "kind"): "target",
        ("targets", "qualifier"): "qualifier_word",
        ("projects", "stage"): "stage",
        ("events", "kind"): "event",
        ("proposals", "kind"): "proposal",
        ("areas", "kind"): "area",
        ("corrections", "field"): "",
    }
)
QUALIFIERS = {
    "exact": "精确 确切",
    "about": "大约 约为 大概 左右 approximately approx. approx ca. circa",
    "over": "超过 逾 突破 多于 以上 more_than above",
    "under": "不到 未达 低于 以下 less_than below",
}
SYNONYMS: Mapping[tuple[str, str], Mapping[str, str]] = MappingProxyType(
    {
        ("regions", "level"): {
            "province": "省级",
            "prefecture": "市级 州级 市（州） 地级市 自治州",
            "county": "县 区县 县（市、区） 县区",
        },
        ("indicators", "measure"): {
            "flow": "流量 时期数",
            "stock": "存量 时点数",
            "ratio": "比率 比重 占比",
            "growth": "增速 增长率",
            "count": "个数 数量",
        },
        ("indicators", "direction"): {
            "up": "上升 越多越好 越高越好",
            "down": "下降 越少越好 越低越好",
            "none": "无 不分",
        },
        ("indicators", "subject"): {"company": "企业 公司"},
        ("sources", "kind"): {
            "statistics": "统计 统计局",
            "government": "政府",
            "plan": "规划 计划",
            "company": "公司",
            "association": "行业协会",
            "press": "媒体 新闻 报刊",
        },
        ("sources", "carrier"): {"original": "原文 原始 原始来源", "reprint": "转引 转载件"},
        ("observations", "qualifier"): QUALIFIERS,
        ("observations", "status"): {
            "revised": "修订 修正数 修订值 修订后 最终核实数 revised_figure",
            "actual": "实际 实际值 实绩 actual_figure",
            "provisional": "初步 初步核算数 初步核算 初步统计 初步统计数 快报 快报数 preliminary",
            "estimate": "估计 估计值 估算 估算数 estimated",
            "forecast": "预计 预测 预测数 预测值 预计值 projected projection",
        },
        ("targets", "comparator"): {
            ">=": "≥ ⩾ ≧ => 不低于 不少于 不小于 至少 以上 at_least not_less_than",
            "<=": "≤ ⩽ ≦ =< 不高于 不超过 不大于 不多于 至多 以内 at_most not_more_than",
            "=": "== 等于 equals equal_to",
        },
        ("targets", "kind"): {
            "plan": "规划 五年规划",
            "annual": "年度 年度计划 annual_target",
            "aspiration": "愿景",
        },
        ("targets", "qualifier"): {word: QUALIFIERS[word] for word in ("exact", "about")},
        ("projects", "stage"): {
            "planned": "拟建 规划中 前期 前期工作",
            "building": "建设中 续建 正在建设 building",
            "operating": "已投产 建成投产 已建成 建成 运营 已运营",
        },
        ("corrections", "field"): {
            "value": "数值 数据 值 原文数值",
            "unit": "单位 计量单位 原文单位",
            "qualifier": "口径 修饰 限定",
            "status": "状态 数据状态",
        },
    }
)


@cache
def names(table: str, column: str) -> Names | None:
    """What the words of a column may be called; None for a column without a list of words."""
    spec = next(column_spec for column_spec in BY_NAME[table].columns if column_spec.name == column)
    if not spec.words:
        return None
    head, synonyms = HEADS.get((table, column), ""), SYNONYMS.get((table, column), {})
    said = [(text, word) for word in spec.words for text in _said(head, word)]
    written = [(text.replace("_", " "), word) for word, texts in synonyms.items()
               for text in texts.split()]  # fmt: skip
    return Names(frozenset(map(str, spec.words)), (forms(said), forms(written)))


def said(table: str, column: str, say: Words) -> list[str]:
    """The words of a column with what the site says for each: actual（实际数）."""
    spec = next(column_spec for column_spec in BY_NAME[table].columns if column_spec.name == column)
    head = HEADS.get((table, column), "")
    if not head:
        return list(spec.words)
    return [say("loaders.said", word=word, said=say(_key(head, word))) for word in spec.words]


def _said(head: str, word: str) -> Iterator[str]:
    yield word
    if head:
        yield from (words(lang)(_key(head, word)) for lang in LANGUAGES)


def _key(head: str, word: str) -> str:
    return f"{head}.{Comparator(word).name.lower() if head == COMPARATOR else word}"
