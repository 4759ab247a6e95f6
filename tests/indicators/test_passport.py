"""The passport: the same for the same rows in any order, another for any visible change."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import passport as p
from indicators.records import Area, Observation, Source, Target
from indicators.vocabulary import (
    AreaKind,
    Carrier,
    Comparator,
    Qualifier,
    SourceKind,
    Status,
    TargetKind,
)

BULLETIN = Source("s1", "公报", "统计局", "2024-03", "", SourceKind.STATISTICS, Carrier.ORIGINAL)
YEARBOOK = replace(BULLETIN, id="s2")
FIGURE = Observation(
    "coal.output",
    "520000",
    "2023",
    "1.31",
    13100.0,
    "亿吨",
    Qualifier.EXACT,
    Status.ACTUAL,
    BULLETIN,
)
WORDS = Comparator.AT_LEAST, TargetKind.PLAN
GOAL = Target("coal.output", "520000", "2025", "1.5", 15000.0, "亿吨", *WORDS, BULLETIN)
ROWS = (FIGURE, replace(FIGURE, period="2024", printed="1.4"), GOAL)
TREND = "indicator=coal.output&from=2018"


def number(*rows: p.Row, release: int = 7, chart: str = "trend", parameters: str = TREND) -> str:
    return p.passport(release, chart, parameters, rows)


def test_the_number_of_these_rows_never_changes() -> None:
    assert number(*ROWS) == "R7-HV26KJ"


def test_a_map_of_areas_is_another_when_an_area_is_named_or_placed_anew() -> None:
    core = Area("batteries", AreaKind.CORE, "瓮安—福泉", "Weng'an-Fuquan", "522725", BULLETIN)
    moved, renamed = replace(core, region="522702"), replace(core, name_zh="瓮福")
    assert len({number(core), number(moved), number(renamed), number()}) == 4
    assert p.changes([core], [core]) == []
    assert [c.word for c in p.changes([core], [renamed])] == ["changed"]
    assert [c.word for c in p.changes([core], [moved])] == ["added", "removed"]


def test_the_order_of_the_rows_does_not_matter_nor_one_drawn_twice() -> None:
    assert number(*ROWS) == number(*reversed(ROWS)) == number(*ROWS, FIGURE)


def test_release_chart_and_parameters_each_make_another_number() -> None:
    others = {
        number(*ROWS, release=8)[-6:], number(*ROWS, chart="ranking")[-6:],
        number(*ROWS, parameters="indicator=coal.output")[-6:],
        number(*ROWS, chart="tren", parameters="d" + TREND)[-6:],
        number(*ROWS)[-6:], number()[-6:],
    }  # fmt: skip
    assert len(others) == 6


SEEN = (
    ("indicator", "coal.sales"), ("region", "522600"), ("period", "2023-H1"), ("printed", "1.310"),
    ("unit", "万吨"), ("source", YEARBOOK),
)  # fmt: skip
OF_FIGURES = (*SEEN, ("qualifier", "about"), ("status", "provisional"))
OF_GOALS = (*SEEN, ("comparator", "="), ("kind", "annual"))


@pytest.mark.parametrize(
    ("row", "field", "value"),
    [(FIGURE, *change) for change in OF_FIGURES] + [(GOAL, *change) for change in OF_GOALS],
)
def test_any_visible_change_of_a_row_changes_the_number(
    row: p.Row, field: str, value: object
) -> None:
    assert number(*ROWS) != number(*({*ROWS} - {row}), replace(row, **{field: value}))


def test_a_target_is_not_a_figure_of_the_same_words() -> None:
    alike = replace(GOAL, comparator="exact", kind="actual")
    figure = replace(FIGURE, period="2025", printed="1.5")
    assert number(alike) != number(figure)


@given(st.integers(1, 999_999_999), st.text(), st.text(), st.sets(st.sampled_from(ROWS)))
def test_every_number_can_be_read(
    release: int, chart: str, parameters: str, rows: set[p.Row]
) -> None:
    made = p.passport(release, chart, parameters, list(rows))
    assert p.read(made) == (release, made[-6:])


@pytest.mark.parametrize(
    "typed",
    ["R7-K301Q2", "r7-k301q2", " R 7 – K3O1Q2\n", "Ｒ７－Ｋ３０ＩＱ２", "r7k3olq2", "R07--K301Q2",
     "R7—K301Q2", "R7−K301Q2", "\u200bR7_K301Q2", "R7一K301Q2", "R7ーK301Q2"],
)  # fmt: skip
def test_what_people_type_is_read(typed: str) -> None:
    assert p.read(typed) == (7, "K301Q2")


@pytest.mark.parametrize(
    "typed",
    ["", "R7", "K301Q2", "7-K301Q2", "R0-K301Q2", "R7-K301Q", "R7-K301Q22", "R12-34567",
     "R7-K301QU", "R7-K301Q!", "S7-K301Q2", "R-7-K301Q2-", "R1234567890-K301Q2",
     "R7-K301Q2" + " " * 200, "R٧-K301Q2"],
)  # fmt: skip
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(p.PassportError):
        p.read(typed)


def test_what_became_of_the_rows() -> None:
    revised = replace(FIGURE, printed="1.29", unit="万吨", note_zh="x")
    gone = replace(FIGURE, period="2022")
    new = replace(GOAL, kind="annual")
    assert p.changes([gone, FIGURE, GOAL], [GOAL, revised, new]) == [
        p.RowChange("removed", gone, None),
        p.RowChange("changed", FIGURE, revised),
        p.RowChange("added", None, new),
    ]
    assert [c.row for c in p.changes([gone, FIGURE], [revised])] == [gone, revised]


@pytest.mark.parametrize(("row", "field", "value"), [
    (FIGURE, "status", "revised"), (FIGURE, "qualifier", "over"), (GOAL, "comparator", "="),
    (FIGURE, "note_zh", "注"), (GOAL, "note_en", "note"),
])  # fmt: skip
def test_a_change_besides_the_value_is_a_change(row: p.Row, field: str, value: str) -> None:
    after = replace(row, **{field: value})
    assert p.changes([row], [after]) == [p.RowChange("changed", row, after)]


def test_nothing_changed_when_only_the_order_did() -> None:
    assert p.changes(ROWS, [*reversed(ROWS)]) == []


def test_a_note_is_part_of_the_number_and_none_leaves_it_as_it_was() -> None:
    plain = p.passport(7, "trend", "", [FIGURE])
    noted = p.passport(7, "trend", "", [replace(FIGURE, note_zh="注")])
    assert len({plain, noted, p.passport(7, "trend", "", [replace(FIGURE, note_en="注")])}) == 3


def test_a_floor_and_a_cap_of_one_source_are_two_rows() -> None:
    floor, cap = replace(GOAL, printed="1"), replace(GOAL, printed="2", comparator="<=")
    wider = replace(cap, printed="3")
    assert p.changes([cap, floor], [floor, wider]) == [p.RowChange("changed", cap, wider)]
    assert p.changes([floor, cap], [floor]) == [p.RowChange("removed", cap, None)]


@given(st.sets(st.sampled_from(ROWS)), st.sets(st.sampled_from(ROWS)))
def test_there_are_changes_just_when_the_number_is_another(
    before: set[p.Row], after: set[p.Row]
) -> None:
    is_same = number(*before) == number(*after)
    assert (p.changes(before, after) == []) is is_same
