"""The tracker's columns: every input and reading of a target, and nothing where there is none."""

from decimal import Decimal

import polib
import pytest

from exports.tables.cells import Cell
from exports.tables.tracker_sheets import BANDS, SOURCES
from exports.tables.tracker_table import COLUMNS, tracker_table
from indicators.records import Target
from tests.support import exports_rows as rows
from wording.sentences import sentence
from wording.words import FOLDER, LANGUAGES


def cells(target: Target, *others: Target, lang: str = "en") -> dict[str, Cell]:
    told = rows.context(lang)
    found = tracker_table(rows.assessed((target, *others), told), told)
    return dict(zip((column.key for column in COLUMNS), found.rows[0], strict=True))


def plain(found: dict[str, Cell], *keys: str) -> list[object]:
    """The cells as texts, rounded to four decimals."""
    return [None if found[k] is None else _plain(found[k]) for k in keys]


def _plain(cell: Cell) -> str:
    return f"{round(cell, 4).normalize():f}" if isinstance(cell, Decimal) else str(cell)


def test_a_target_says_what_was_promised_by_whom() -> None:
    assert plain(
        cells(rows.PLANNED), "indicator", "name", "base", "base_name", "region", "region_name",
        "period", "due", "comparator", "printed", "printed_unit", "value", "unit", "kind",
        "source", "title", "publisher", "published", "url", "note_zh", "note_en",
    ) == [
        "coal.output", "Output", "coal", "Energy base", "520000", "Guizhou",
        "2025", "2025-12-31", ">=", "130", "CNY 100m", "130", "CNY 100m", "Plan",
        "plan", "=1+1", "省政府 (reprint)", "2021-01", None, None, None,
    ]  # fmt: skip


def test_growth_and_path_with_their_inputs() -> None:
    found = cells(rows.PLANNED)
    assert plain(found, "status", "reason", "ground", "rule", "attainment", "gap", "headroom") == [
        "Behind", None, "Growth reading", "cagr-95-60", "0.8462", "-20", None
    ]  # fmt: skip
    assert plain(found, "growth", "growth_actual", "growth_required", "growth_status") == [
        "0.906", "0.0488", "0.0539", "Behind"
    ]  # fmt: skip
    assert plain(found, "path", "path_distance", "path_time", "path_status", "disagree") == [
        "-0.0667", "0.3333", "0.4", "Behind", "no"
    ]  # fmt: skip
    assert plain(found, "start_value", "start_period", "start_source") == [
        "100",
        "2020",
        "yearbook",
    ]
    assert plain(found, "trend_value", "trend_period", "trend_source") == [
        "110",
        "2022",
        "yearbook",
    ]
    assert plain(found, "year", "at_due", "per_year", "per_month") == [
        "2026", "126.9059", "0.0573", None
    ]  # fmt: skip
    assert plain(found, "pace", "own_pace", "direct", "reached_value") == [None] * 4


def test_pace_with_both_clocks() -> None:
    found = cells(rows.PACED)
    assert plain(found, "pace", "pace_attainment", "pace_clock", "pace_status") == [
        "0.1483", "0.565", "0.4167", "On track"
    ]  # fmt: skip
    assert plain(found, "own_pace", "own_pace_clock", "own_pace_status") == [
        "0.065", "0.5", "On track"
    ]  # fmt: skip
    assert plain(found, "last_part_value", "last_part_period", "per_month", "ground") == [
        "500", "2023-05/ytd", "62.1429", "Pace"
    ]  # fmt: skip


def test_the_latest_figure_with_its_source() -> None:
    assert plain(
        cells(rows.PACED), "latest_value", "latest_printed", "latest_printed_unit", "latest_period",
        "latest_qualifier", "latest_status", "latest_source", "latest_title",
    ) == [
        "565", "565", "CNY 100m", "2024-05/ytd", "about", "Actual", "yearbook", "统计年鉴"
    ]  # fmt: skip


def test_a_cap_has_headroom() -> None:
    assert plain(cells(rows.CAP), "comparator", "gap", "headroom") == ["<=", "260.5", "-260.5"]


def test_a_growth_rate_compares_directly() -> None:
    assert plain(cells(rows.DIRECT), "attainment", "gap", "direct", "direct_status", "rule") == [
        None, "-8", "-8", "Behind", "direct"
    ]  # fmt: skip


def test_what_is_not_known_stays_empty() -> None:
    found = cells(rows.UNKNOWN)
    told = {key for key, cell in found.items() if cell is not None}
    assert found["reason"] == "no actual figure since the base year is on this site"
    assert told == {
        "indicator", "name", "base", "base_name", "region", "region_name", "period", "due",
        "comparator", "printed", "printed_unit", "value", "unit", "qualifier", "kind", "time",
        "status", "reason", "source", "title", "publisher", "published", "today", "release",
        "sentence",
    }  # fmt: skip


def test_readings_that_disagree_are_said_to() -> None:
    far = rows.target("2027", "200")  # 110 of 200 after two of seven years: R 0.47, path −18.6
    assert plain(cells(far), "growth_status", "path_status", "disagree") == [
        "Far behind", "Far behind", "no"
    ]  # fmt: skip
    near = rows.target("2030", "160")  # R 1.01, path −3.3
    assert plain(cells(near), "growth_status", "path_status", "disagree") == [
        "On track", "Behind", "yes"
    ]  # fmt: skip


def test_a_revised_target_names_what_revises_it() -> None:
    found = cells(rows.OLD, rows.NEW)
    assert plain(found, "revised_by", "revised_title", "revised_value", "replaces") == [
        "later", "中期评估", "950", None
    ]  # fmt: skip
    assert cells(rows.NEW, rows.OLD)["url"] == "https://example.org/l"


def test_a_replacing_target_names_what_it_replaces() -> None:
    assert plain(cells(rows.NEW, rows.OLD), "revised_by", "replaces") == [None, "plan"]


def test_a_repeated_target_is_one_row_that_names_the_other_source() -> None:
    found = cells(rows.AGAIN, rows.PLANNED)
    assert plain(found, "source", "revised_by", "restated") == ["plan", None, "later"]


@pytest.mark.parametrize(
    ("target", "status", "ground"),
    [
        (rows.target("2022", "110"), "Achieved", "An actual figure meets it"),
        (rows.target("2022", "111"), "Missed", "Figure of the due date"),
        (rows.target("2023", "111"), "Awaiting data", "Due date past"),
        (
            rows.target("2024", "500", region="520100", sign="<=", kind="annual"),
            "Missed",
            "Cap exceeded",
        ),
    ],
)
def test_a_settled_status_rests_on_no_rule_set(target: Target, status: str, ground: str) -> None:
    assert plain(cells(target), "status", "ground", "rule") == [status, ground, None]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_row_says_its_sentence_day_and_release(lang: str) -> None:
    told = rows.context(lang)
    found = cells(rows.PLANNED, lang=lang)
    assert found["sentence"] == sentence(rows.assessed([rows.PLANNED], told)[0], told)
    assert plain(found, "today", "release") == ["2024-06-20", "7"]


def test_chinese_words_for_a_chinese_reader() -> None:
    assert plain(
        cells(rows.PLANNED, lang="zh"), "name", "base_name", "region_name", "unit", "kind",
        "status", "latest_qualifier", "disagree",
    ) == ["产量", "能源基地", "贵州省", "亿元", "规划目标", "滞后", "约", "否"]  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("head", "columns"), [("tracker_column", COLUMNS), ("band", BANDS), ("publication", SOURCES)]
)
def test_every_column_has_one_heading_of_its_own(lang: str, head: str, columns: tuple) -> None:
    known = polib.pofile(str(FOLDER / lang / "LC_MESSAGES" / "exports.po"))
    words = {e.msgid.split(".")[1]: e.msgstr for e in known if e.msgid.startswith(f"{head}.")}
    words.pop("backwards", None)  # the one text of a cell
    keys = [column.key for column in columns]
    assert sorted(words) == sorted(keys)
    assert len(set(words.values())) == len(keys)
