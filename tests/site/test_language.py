"""Every page in both languages: no word of the other one outside names and sources."""

import re
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from dash import Dash
from flask.testing import FlaskClient

from callbacks.settings import Settings
from store.engine import connect
from store.snapshot import ReleaseData
from tests.support.pages import in_language
from tests.support.rendered import document
from tests.support.spoken import spoken

HAN = re.compile(r"[\u3400-\u9fff]")
LATIN = re.compile(r"[A-Za-z][A-Za-z'’]{2,}")
# Sources in the brackets of a sentence to be quoted, and what no language owns: addresses, codes.
SOURCES = re.compile(r"（据.*）|\(Sources?: .*\)|^.* · (?:贵州六大|Guizhou Six).*$")
CODES = re.compile(
    r"https?://\S+|/[\w./?=&-]*|(?<![a-z])[a-z]+-[sp]?\d+|R\d+-[0-9A-Z]{6}|\b[0-9a-f]{12}\b"
    r"|\{\w+\}|<[^>]*>|“[\w-]+”|参数 \w+ |\S+\.(?:com|cn|net|org)\b\S*"
)
# Words that a Chinese report writes in Latin letters, too: files, units, terms, makers.
COMMON = {
    "Word", "PowerPoint", "Excel", "CSV", "PNG", "SVG", "PDF", "GDP", "GWh", "EFLOPS", "PFLOPS",
    "PUE", "Gbps", "Tab", "Esc", "GitHub", "iCloud", "LNG", "Open", "SDG", "Apache",
    "ECharts", "License", "plotly", "MIT", "English", "APEC", "IAI", "CREA", "Wind",
}  # fmt: skip


def paths(settings: Settings) -> Iterator[str]:
    """Every kind of page; of the many pages of one kind, a part."""
    engine = connect(settings.database)
    known = ReleaseData(engine, 1).catalogue
    engine.dispose()
    yield from (
        "/",
        "/prefectures",
        "/targets",
        "/projects",
        "/proposals",
        "/sources",
        "/about",
        "/report",
    )
    yield from ("/verify", "/verify?passport=R1-000000", "/nowhere", "/base/tea", "/?from=abc")
    yield from ("/?asof=1", "/base/coal?region=522600&from=2020&source=statistics")
    yield from (f"/base/{code}" for code in known.bases)
    yield from (f"/region/{code}" for code in list(known.regions)[:12])
    yield from (f"/indicator/{name}" for name in list(known.indicators)[::19])
    yield from ("/figure/economy.gdp?period=2015", "/figure/coal.raw_coal_output?period=2023")
    yield from (f"/sources?id={code}" for code in list(known.sources)[::36])


def lang_attribute(text: str, lang: str) -> list[str]:
    """The words in `text` that are not of the language."""
    plain = CODES.sub(" ", SOURCES.sub(" ", text))
    if lang == "en":
        return HAN.findall(plain)
    return [word for word in LATIN.findall(plain) if word not in COMMON]


Said = Callable[[str], dict[tuple[str, str], str]]


@pytest.fixture(scope="module")
def said(app: Dash, settings: Settings) -> Said:
    """(language of the element, text) → a page that says it, no list of sources if it can be."""
    client = app.server.test_client()
    ordered = sorted(paths(settings), key=lambda path: path.startswith("/sources"))

    @cache
    def of_pages(lang: str) -> dict[tuple[str, str], str]:
        found: dict[tuple[str, str], str] = {}
        for path in ordered:
            for each in spoken(document(client, in_language(path, lang))):
                found.setdefault(each, path)
        return found

    return of_pages


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_word_of_the_other_language(said: Said, lang: str) -> None:
    other = {"zh": "en", "en": "zh-CN"}[lang]
    assert {
        text[:120]: path
        for (own, text), path in said(lang).items()
        if own != other and lang_attribute(text, lang)
    } == {}


def test_chinese_text_has_full_width_signs(said: Said) -> None:
    half = re.compile(r"[\u3400-\u9fff”）][,;:?!(]|[,;:?!(][\u3400-\u9fff“]")
    found = set()
    for (own, text), path in said("zh").items():
        is_published = path.startswith("/sources")  # titles as they were published
        is_formula = "÷" in text
        if own == "en" or is_published or is_formula:
            continue
        if half.search(CODES.sub(" ", SOURCES.sub("", text))):
            found.add(text[:120])
    assert found == set()


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/base/coal", ["1.65亿吨", "2025年上半年", "超1亿千瓦", "2025年6月30日"]),
        ("/base/coal?lang=en", ["165 Mt", "H1 2025", "over 100 GW", "30 Jun 2025"]),
        ("/base/baijiu?lang=en", ["CNY 120.44 bn", "Jan–Sep 2025"]),
        ("/indicator/resources.quartz_proven?region=522600&lang=en", ["400 Mt"]),
    ],
)  # fmt: skip
def test_units_and_dates_are_natural(client: FlaskClient, path: str, said: list[str]) -> None:
    text = document(client, path)
    assert [each for each in said if each not in text] == []
