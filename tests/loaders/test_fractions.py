"""Fractions among figures in per cent: told where they stand out, left alone where they may be."""

from datetime import date
from pathlib import Path

import pytest

from loaders.check import check
from tests.conftest import TINY, write

TODAY = date(2026, 6, 1)
COAL = "observations/coal.csv"
HEADER = TINY[COAL].split("\n")[0]


def told(tiny: Path, values: list[str], measure: str = "ratio", unit: str = "%") -> list[str]:
    line = "coal.share,520000,{},{},{},exact,actual,s1,,"
    rows = [line.format(2000 + at, value, unit) for at, value in enumerate(values)]
    indicators = TINY["indicators.csv"].replace("none,ratio", f"none,{measure}")
    write(tiny, {COAL: "\n".join([HEADER, *rows]), "indicators.csv": indicators})
    problems = check([tiny], tiny, TODAY).problems
    return [problem.value for problem in problems if problem.rule == "fraction_of_percent"]


@pytest.mark.parametrize(
    ("values", "measure", "fractions"),
    [
        (["12.93", "0.1293"], "ratio", ["0.1293"]),
        (["95", "97", "0.1293"], "ratio", ["0.1293"]),  # however far it is from the others
        (["12.93", "13.1", "0.1293", "0.131"], "ratio", ["0.1293", "0.131"]),
        (["0.4", "0.5", "0.6", "1.1"], "ratio", []),  # most are below 1: so it is
        (["0.1293"], "ratio", []),  # nothing tells
        (["12.93", "1", "0"], "ratio", []),
        (["8.7", "9.1", "0.085"], "growth", ["0.085"]),
        (["8.7", "9.1", "-0.085"], "growth", ["-0.085"]),
        (["8.7", "9.1", "0.5"], "growth", []),  # it may have been a bad year
    ],
)
def test_a_fraction_is_told(tiny: Path, values: list[str], measure: str, fractions: list[str]):
    assert told(tiny, values, measure) == fractions
