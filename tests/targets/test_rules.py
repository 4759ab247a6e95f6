"""The bands, on each bound and below it; the rule book of a setting."""

import re
from pathlib import Path

import pytest

from targets.rules import DIRECT, RULE_SETS, TargetStatus, rule_book

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


def test_what_lags_and_what_cannot_be_judged() -> None:
    assert [status for status in TargetStatus if status.is_lagging] == [
        "slightly_behind", "behind", "far_behind", "moving_away", "missed",
        "still_unmet",
    ]  # fmt: skip
    assert {s for s in TargetStatus if not s.is_judged} == {
        "awaited",
        "unrecorded",
        "not_due",
        "no_data",
    }


def test_a_rule_book_knows_rules_that_do_not_decide() -> None:
    book = rule_book(("path",))
    assert [rule.name for rule in book.order] == ["path"]
    assert book.rule("growth").name == "cagr-95-60"


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(KeyError):
        rule_book(("pace",))


def test_targets_know_no_colour() -> None:
    """Nor do the rooms beside them: colour belongs to what is drawn."""
    hue = re.compile(r"#[0-9A-Fa-f]{3,8}\b|colou?r|rgb|status_looks|\bhue", re.IGNORECASE)
    paths = [
        path for room in ("indicators", "targets", "wording") for path in Path(room).glob("*.py")
    ]
    assert len(paths) > 20
    assert {path.name: hue.findall(path.read_text("utf-8")) for path in paths} == {
        path.name: [] for path in paths
    }
