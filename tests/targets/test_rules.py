"""The bands, on each bound and below it; the rule book of a setting."""

from typing import Any

import pytest

from targets.rules import COLOURS, DIRECT, RULE_SETS, SHAPES, STATUSES, rule_book

ROUND_UP = 1e-9  # to which readings are rounded


@pytest.mark.parametrize(
    ("rule", "bound", "at", "below"),
    [
        ("pace-10-30", 0, "on_track", "slightly_behind"),
        ("pace-10-30", -0.10, "slightly_behind", "behind"),
        ("pace-10-30", -0.30, "behind", "far_behind"),
        ("cagr-95-60", 0.95, "on_track", "behind"),
        ("cagr-95-60", 0.60, "behind", "far_behind"),
        ("cagr-95-60", 0, "far_behind", "moving_away"),
        ("path", 0, "on_track", "behind"),
        ("path", -0.10, "behind", "far_behind"),
    ],
)
def test_a_bound_belongs_to_the_band_above_it(rule: str, bound: float, at: str, below: str) -> None:
    assert RULE_SETS[rule].status(bound) == at
    assert RULE_SETS[rule].status(bound - ROUND_UP) == below


def test_only_the_path_has_a_status_of_its_own_for_going_backwards() -> None:
    assert RULE_SETS["path"].status(-0.05, is_backwards=True) == "moving_away"
    assert RULE_SETS["pace-10-30"].status(-0.05, is_backwards=True) == "slightly_behind"


def test_direct_knows_above_and_below() -> None:
    assert (DIRECT.status(0), DIRECT.status(-ROUND_UP)) == ("on_track", "behind")


def test_every_status_has_a_shape_of_its_own_and_a_colour_in_every_scheme() -> None:
    assert set(SHAPES) == set(STATUSES)
    assert len(set(SHAPES.values())) == len(STATUSES)
    assert all(set(colours) == set(STATUSES) for colours in COLOURS.values())


def test_a_setting_turns_the_meaning_of_red() -> None:
    assert rule_book(colours="red-good").look("achieved").colour == "#B3261E"
    assert rule_book().look("far_behind").colour == "#B3261E"
    assert rule_book().look("far_behind").shape == "square"


def test_a_rule_book_knows_rules_that_do_not_decide() -> None:
    book = rule_book(("path",))
    assert [rule.name for rule in book.order] == ["path"]
    assert book.rule("growth").name == "cagr-95-60"


@pytest.mark.parametrize("names", [{"order": ("pace",)}, {"colours": "green"}])
def test_an_unknown_name_is_refused(names: dict[str, Any]) -> None:
    with pytest.raises(KeyError):
        rule_book(**names)
