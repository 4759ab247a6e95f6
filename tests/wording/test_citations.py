"""A publication as a reference, in the two styles that offices ask for."""

from dataclasses import replace
from datetime import date

import pytest

from indicators.records import Source
from indicators.vocabulary import Carrier, SourceKind
from wording.citations import apa, citation
from wording.words import LANGUAGES, words

SOURCE = Source(
    "s1", "2023年统计公报", "贵州省统计局", "2024-03-20", "https://tjj.example/2023",
    SourceKind.STATISTICS, Carrier.ORIGINAL,
)  # fmt: skip
REPRINT = replace(SOURCE, carrier=Carrier.REPRINT)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("source", "written"),
    [
        (SOURCE, "贵州省统计局. (2024, March 20). 2023年统计公报. https://tjj.example/2023"),
        (REPRINT, "贵州省统计局. (2024, March 20). 2023年统计公报."),
        (replace(REPRINT, published="2024-03"), "贵州省统计局. (2024, March). 2023年统计公报."),
        (replace(REPRINT, published="2024"), "贵州省统计局. (2024). 2023年统计公报."),
        (replace(REPRINT, published=""), "贵州省统计局. (n.d.). 2023年统计公报."),
    ],
)
def test_apa_names_publisher_date_title_and_what_was_read(
    lang: str, source: Source, written: str
) -> None:
    assert apa(source, words(lang)) == written


def test_the_national_style_says_when_it_was_cited() -> None:
    cited = citation(SOURCE, date(2026, 11, 24), words("zh"))
    assert cited == (
        "贵州省统计局. 2023年统计公报[EB/OL]. (2024-03-20)[2026-11-24]. https://tjj.example/2023."
    )
