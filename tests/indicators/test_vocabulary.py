"""The rules that hang on the words, word by word."""

import pytest

from indicators.vocabulary import (
    Carrier,
    Comparator,
    Direction,
    Level,
    Measure,
    Qualifier,
    SourceKind,
    Status,
    TargetKind,
)


def kept(words: type, rule: str) -> set[str]:
    """The words that a rule holds of."""
    return {word for word in words if getattr(word, rule)}


@pytest.mark.parametrize(
    ("words", "rule", "holds_of"),
    [
        (Measure, "adds_up", {"flow", "stock", "count"}),
        (Measure, "is_rate", {"growth"}),
        (Measure, "covers_a_period", {"flow", "growth"}),
        (Measure, "is_of_a_moment", {"stock", "count"}),
        (Comparator, "is_cap", {"<="}),
        (Comparator, "is_exact", {"="}),
        (Status, "is_actual", {"revised", "actual", "provisional"}),
        (Status, "is_foreseen", {"estimate", "forecast"}),
        (Status, "is_soft", {"provisional", "estimate", "forecast"}),
        (Status, "is_final", {"revised", "actual"}),
        (Status, "is_named", {"revised", "provisional", "estimate", "forecast"}),
        (Qualifier, "is_exact", {"exact"}),
        (Qualifier, "is_bound", {"over", "under"}),
        (Carrier, "is_reprint", {"reprint"}),
        (Level, "is_prefecture", {"prefecture", "area"}),
    ],
)
def test_a_rule_holds_of_these_words_and_no_others(
    words: type, rule: str, holds_of: set[str]
) -> None:
    assert kept(words, rule) == holds_of


def test_a_word_equals_its_text_and_is_found_by_it() -> None:
    assert Status.ACTUAL == "actual"
    assert f"status.{Status.ACTUAL}" == "status.actual"
    assert Status("actual") is Status.ACTUAL
    with pytest.raises(ValueError, match="final"):
        Status("final")


def test_the_order_of_what_is_preferred() -> None:
    assert sorted(SourceKind, key=lambda kind: kind.order) == list(SourceKind)
    assert SourceKind.STATISTICS.order < SourceKind.PRESS.order
    assert Carrier.ORIGINAL.order < Carrier.REPRINT.order
    assert Status.REVISED.order < Status.ACTUAL.order < Status.FORECAST.order
    assert TargetKind.PLAN.order < TargetKind.ASPIRATION.order


def test_signs() -> None:
    assert [Direction(word).sign for word in ("up", "down", "none")] == [1, -1, 0]
    assert [Comparator(word).sign for word in (">=", "<=", "=")] == ["≥", "≤", "="]


def test_over_and_under_change_places_and_the_others_stay() -> None:
    assert [word.turned for word in Qualifier] == ["exact", "about", "under", "over"]
