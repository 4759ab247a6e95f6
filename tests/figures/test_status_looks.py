"""How statuses look."""

import pytest

from figures.status_looks import COLOURS, SHAPES, status_looks
from targets.rules import TargetStatus


def test_every_status_has_a_shape_of_its_own_and_a_colour_in_every_scheme() -> None:
    assert set(SHAPES) == set(TargetStatus)
    assert len(set(SHAPES.values())) == len(TargetStatus)
    assert all(set(colours) == set(TargetStatus) for colours in COLOURS.values())


def test_a_setting_turns_the_meaning_of_red() -> None:
    assert status_looks("red-good").of(TargetStatus.ACHIEVED).colour == "#B3261E"
    assert status_looks().of(TargetStatus.FAR_BEHIND).colour == "#B3261E"
    assert status_looks().of(TargetStatus.FAR_BEHIND).shape == "square"
    grey = {status_looks().of(s).colour for s in TargetStatus if not s.is_judged}
    assert grey == {"#5F6975"}  # what is not known has no colour of judgement


def test_an_unknown_scheme_is_refused() -> None:
    with pytest.raises(KeyError):
        status_looks("green")
