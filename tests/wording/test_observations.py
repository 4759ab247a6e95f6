"""A single observation as a sentence to quote."""

from dataclasses import replace

import pytest

from indicators.records import Observation
from indicators.vocabulary import Subject
from tests.support.figures_rows import HOLDINGS, OUTPUT, context, figure
from wording.observations import end, sentence
from wording.words import words

ROW = figure("2023", "695.05").shown
STOCK = replace(ROW, indicator=HOLDINGS.id)


@pytest.mark.parametrize(
    ("row", "lang", "start"),
    [
        (ROW, "zh", "2023年，贵州省产值<b>x</b>695.05亿元（据"),
        (STOCK, "zh", "截至2023年末，贵州省存量695.05亿元（据"),
        (replace(STOCK, period="2023-06"), "zh", "截至2023年6月末，贵州省存量"),
        (replace(STOCK, period="2023-06-30"), "zh", "截至2023年6月30日，贵州省存量"),
        (replace(ROW, region="520300"), "zh", "2023年，遵义市产值"),
        (figure("2023", "695.05", status="provisional").shown, "zh",
         "2023年，贵州省产值<b>x</b>695.05亿元，为初步数（据"),
        (STOCK, "en", "Holdings, Guizhou: CNY 69.51 bn as of the end of 2023 (Source: "),
    ],
)  # fmt: skip
def test_a_flow_is_of_its_period_and_a_state_of_the_end_of_it(
    row: Observation, lang: str, start: str
) -> None:
    assert sentence(row, context(lang)).startswith(start)


def test_a_company_is_none_of_a_regions() -> None:
    plain = context()
    own = {OUTPUT.id: replace(OUTPUT, subject=Subject.COMPANY)}
    of_company = replace(plain, catalogue=replace(plain.catalogue, indicators=own))
    assert sentence(ROW, of_company).startswith("2023年，产值")


def test_a_missing_value_is_no_sentence() -> None:
    assert sentence(replace(ROW, printed="—", value=None), context()) == ""


@pytest.mark.parametrize(
    ("period", "written"),
    [("2023", "2023年末"), ("2023-Q4", "2023年末"), ("2023-H1", "2023年6月末"),
     ("2023-01", "2023年1月末"), ("2023-12-31", "2023年12月31日")],
)  # fmt: skip
def test_the_end_of_a_period_has_a_name(period: str, written: str) -> None:
    assert end(period, words("zh")) == written
