"""One fact, many spellings: a folder in the words of offices is the same release."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from loaders.changes import contents
from loaders.check import check_folder
from loaders.folder import files
from loaders.problems import Problems
from store.releases import digest
from tests.conftest import TINY, write
from tests.loaders.test_spelled_periods import half_forms, year_forms

COAL, TARGETS = "observations/coal.csv", "targets/coal.csv"
HEADERS = {
    "indicator": ["指标", "指标名称", "Indicator"], "region": ["地区", "地区代码", "\ufeff市州"],
    "period": ["时期", "报告期"], "value": ["数值", "原文数值"], "unit": ["单位", "printed_unit"],
    "qualifier": ["口径", "限定", "准确程度"], "status": ["状态", "STATUS"],
    "source": ["来源", "来源编号"],
    "comparator": ["比较符", "比较"], "kind": ["类别", "目标类别"],
}  # fmt: skip
WORDS = {
    "coal.output": ["原煤产量", "Coal output", "Coal.Output", "原煤 产量"],
    "coal.share": ["占比", "Share", "“占比”"],
    "520000": ["贵州", "贵州省", "全省", "Guizhou", "贵\u200b州"],
    "522600": ["黔东南", "黔东南州", "贵州省黔东南州", "Qiandongnan Prefecture"],
    "2022": year_forms(2022), "2025": year_forms(2025), "2023-H1": half_forms(2023, 1),
    "12813": ["12,813", "１２８１３", "12\u200b813"], "1.1": ["１．１", "+1.1"],
    "—": ["——", "–", "―"],
    "万吨": ["10 kt", "万 吨", "\u00a0万吨"], "吨": ["吨 "], "%": ["％"],
    "exact": ["准确", "Exact", "精确"], "about": ["约", "大约"],
    "actual": ["实际数", "Actual", "实际"],
    "s1": ["《统计公报》", "统计公报", "S1"], "s2": ["工作报告"],
    ">=": ["≥", "＞＝", "不低于", "至少"],
    "plan": ["规划目标", "Plan"],
}  # fmt: skip


def respelled(text: str, draw: Callable[[list[str]], str]) -> str:
    """The rows of a file with each cell and header word in a spelling that is drawn."""
    head, *rows = list(csv.reader(io.StringIO(text)))
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(draw([word, *HEADERS.get(word, [])]) for word in head)
    writer.writerows([draw([cell, *WORDS.get(cell, [])]) for cell in row] for row in rows)
    return out.getvalue()


def facts(folder: Path) -> str:
    problems = Problems()
    checked = check_folder(files(folder, problems), problems)
    assert problems.report().problems == ()
    return digest({content.table: content.hashes for content in contents(checked)})


@given(data=st.data())
@settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.generate],  # what fails is told as it was drawn: to shrink it takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_however_it_is_spelled_it_is_the_same_release(tiny: Path, data: st.DataObject) -> None:
    def draw(choices: list[str]) -> str:
        return data.draw(st.sampled_from(choices))

    write(tiny, {COAL: TINY[COAL], TARGETS: TINY[TARGETS]})
    expected = facts(tiny)
    write(tiny, {name: respelled(TINY[name], draw) for name in (COAL, TARGETS)})
    assert facts(tiny) == expected


@pytest.mark.parametrize(
    "again", ["原煤产量,贵州,2022年,12813", "Coal output,全省,2022年1—12月,12813"]
)
def test_one_fact_in_two_spellings_is_a_double(tiny: Path, again: str) -> None:
    write(tiny, {COAL: f"{TINY[COAL]}{again},万吨,准确,实际数,统计公报,,\n"})
    problems = Problems()
    check_folder(files(tiny, problems), problems)
    (problem,) = problems.report().problems
    assert (problem.rule, problem.row, problem.details["row"]) == ("duplicate_key", 7, "2")
