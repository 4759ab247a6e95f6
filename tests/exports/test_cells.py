"""Texts that a spreadsheet could take for formulas become harmless; figures stay what they are."""

from decimal import Decimal

import pytest

from exports.tables.cells import CODE, QUANTITY, TableColumn, inert, number, table


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+A1", "-A1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "-inf", "--1", "-1_0"],
)
def test_a_formula_becomes_a_text(text: str) -> None:
    assert inert(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "-12.5", "+3", "-1e-5", "-", "--", "=", "a=b", "约5", "—"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert inert(text) == text


@pytest.mark.parametrize(
    ("value", "written"),
    [(0.1 + 0.2, "0.3"), (695.05 - 1000, "-304.95"), (0.0, "0"), (None, None)],
)
def test_a_number_has_no_binary_noise(value: float | None, written: str | None) -> None:
    assert number(value) == (None if written is None else Decimal(written))


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_no_file_can_hold_is_missing(value: float) -> None:
    assert number(value) is None


def test_an_empty_text_is_missing_and_zero_is_not() -> None:
    columns: list[TableColumn[str]] = [
        TableColumn("text", CODE, lambda thing: thing),
        TableColumn("length", QUANTITY, lambda thing: Decimal(len(thing))),
    ]
    found = table("t", columns, str.upper, ["", "ab"])
    assert found.headings == ("TEXT", "LENGTH")
    assert found.rows == ((None, Decimal(0)), ("ab", Decimal(2)))
