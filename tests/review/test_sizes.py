"""The middle of a series, of which one figure may be left out, and what is far from it."""

from statistics import median_high, median_low

from hypothesis import given
from hypothesis import strategies as st

from review.sizes import Middle, Sizes

SIZES = st.lists(st.sampled_from([0.5, 1.0, 2.0, 7.0, 100.0, 650.0]), max_size=9)


@given(SIZES, st.sampled_from([0.5, 1.0, 3.0, 650.0]))
def test_the_middle_is_that_of_the_others(sizes: list[float], without: float) -> None:
    others = sorted(sizes)
    assert Sizes(others).middle() == expected(others)
    rest = list(others)
    if without in rest:
        rest.remove(without)
    assert Sizes(others).middle(without=without) == expected(rest)


def expected(sizes: list[float]) -> Middle | None:
    return Middle(median_low(sizes), median_high(sizes)) if sizes else None


def test_far_is_a_hundred_times_more_or_less() -> None:
    near = Middle(10, 20)
    assert near.median == 15
    assert [near.is_far_from(size) for size in (0.14, 0.16, 15, 1499, 1501)] == [
        True, False, False, False, True,
    ]  # fmt: skip
    assert not Middle(1, 1000).is_far_from(1000)
    assert Middle(1, 1000).is_far_from(200_000)
