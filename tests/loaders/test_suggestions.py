"""What is suggested for a word that is unknown: what was meant, or nothing."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.check import check
from loaders.problems import remedy
from loaders.references import References
from loaders.spellings import vocabulary
from loaders.spellings.regions import COUNTY_LIKE, PREFECTURE_LIKE
from tests.conftest import TINY, write
from tests.loaders.test_spellings import references
from wording.words import words

__all__ = ["references"]

COAL = "observations/coal.csv"


@pytest.mark.parametrize(
    ("table", "word", "nearest"),
    [
        ("regions", "黔西南洲", "522300"),
        ("regions", "黔西南市", "522300"),
        ("regions", "黔西州", "522300"),
        ("regions", "毕节地区", "520500"),
        ("regions", "凯里县", "522601"),
        ("regions", "622600", "522600"),
        ("regions", "522690", ""),
        ("regions", "522310", ""),
        ("regions", "四川省", ""),
        ("regions", "成都市", ""),
        ("regions", "全市", ""),
        ("regions", "1", ""),
        ("indicators", "原煤产量", "coal.raw_coal_output"),
        ("indicators", "coal.raw_coal_ouput", "coal.raw_coal_output"),
        ("indicators", "火电发电总量", "coal.thermal_generation"),
        ("indicators", "房地产开发投资", ""),
        ("indicators", "粮食产量", ""),
        ("sources", "某县统计公报", ""),
        ("sources", "《贵州统计年鉴2022》", ""),
        ("sources", "coal-s99", ""),
        ("sources", "new-source-2026", ""),
        ("sources", "cpcc-2023", "cppcc-2023"),
        ("units", "顿", ""),
        ("units", "万顿", ""),
        ("units", "百千瓦时", ""),
        ("units", "亿千瓦小時", "亿千瓦小时"),
        ("bases", "旅游", ""),
    ],
)
def test_the_nearest_is_what_was_meant_or_none(
    references: References, table: str, word: str, nearest: str
) -> None:
    assert references.nearest(table, word) == nearest


@pytest.mark.parametrize(
    ("column", "word", "nearest"),
    [("status", "reviced", "revised"), ("status", "待定", ""), ("qualifier", "很准", "")],
)
def test_a_word_of_a_list_is_suggested_only_when_near(column: str, word: str, nearest: str) -> None:
    names = vocabulary.names("observations", column)
    assert names
    assert names.nearest(word) == nearest


@settings(deadline=None)
@given(word=st.text("黔贵州遵义毕节安顺南东西市县区新兴仁威宁自治", min_size=1, max_size=6))
def test_a_suggestion_never_crosses_the_levels(references: References, word: str) -> None:
    is_unknown = not references.named("regions", word)
    nearest = references.nearest("regions", word) if is_unknown else ""
    if nearest and PREFECTURE_LIKE.search(word):
        assert nearest.endswith("00")
        assert nearest != "520000"
    if nearest and COUNTY_LIKE.search(word):
        assert not nearest.endswith("00")


@pytest.mark.parametrize(
    ("old", "new", "rule", "says"),
    [
        ("coal.share,522600", "coal.share,四川", "unknown_region", "贵州省内地区的代码或名称"),
        ("actual,s2", "actual,年鉴", "unknown_source", "先登记到 sources.csv"),
    ],
)
def test_without_a_near_word_none_is_asked_for(
    tiny: Path, old: str, new: str, rule: str, says: str
) -> None:
    write(tiny, {COAL: TINY[COAL].replace(old, new)})
    (problem,) = check([tiny], tiny).problems
    assert problem.rule == rule
    assert "是否应为" not in remedy(problem, words("zh"))
    assert says in remedy(problem, words("zh"))


def test_a_suggestion_says_what_the_code_is_called(tiny: Path) -> None:
    write(tiny, {COAL: TINY[COAL].replace("coal.share,522600", "coal.share,黔东南洲")})
    (problem,) = check([tiny], tiny).problems
    assert remedy(problem, words("zh")).startswith("是否应为 522600（黔东南州）？")
    assert remedy(problem, words("en")).startswith("Did you mean 522600 (Qiandongnan)?")


def test_a_name_of_several_is_told_with_the_codes_of_each(tiny: Path) -> None:
    more = "coal.part,coal,,,占 比,Part,%,none,ratio,比重。,Part.\n"
    lines = TINY[COAL].replace("coal.share,522600", "占比,522600")
    write(tiny, {"indicators.csv": TINY["indicators.csv"] + more, COAL: lines})
    (problem,) = check([tiny], tiny).problems
    assert problem.details["known"] == "coal.part coal.share"
    assert remedy(problem, words("zh")) == "改写代码，可用：coal.part（占 比）、coal.share（占比）"
