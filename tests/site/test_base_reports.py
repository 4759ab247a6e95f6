"""The report of a base: its summary, a sentence under each chart, no empty table, few pages."""

import io
import zipfile
from dataclasses import replace
from typing import Any

import docx
import pytest
from PIL import Image

from callbacks.files import report_builders
from callbacks.files.pictures import public
from callbacks.settings import Settings
from callbacks.site import Site
from charts.chart import Chart
from exports.documents.report import Picture, Report, Text
from exports.documents.report_docx import report_docx
from exports.documents.report_pptx import report_pptx
from exports.documents.report_xlsx import report_xlsx
from exports.pictures.pictures import WORD_LAID_OUT, WORD_WIDTH
from tests.support.base_reports import charts_of, report_of, tables_of
from tests.support.office import Pages

MOST_PAGES = 12


def test_it_opens_with_a_summary(report: Report) -> None:
    first = report.parts[0]
    assert first.heading == "总体情况"
    texts = [s.text for block in first.blocks if isinstance(block, Text) for s in block.sentences]
    counted = [text for text in texts if "2025年及以后到期的" in text]
    assert len(counted) == 1
    assert len(texts) <= 5  # what it is, the verdicts, and three sentences


def test_the_sentences_of_a_summary_are_of_current_targets(report: Report) -> None:
    for block in report.parts[0].blocks[2:]:
        assert isinstance(block, Text)
        (sentence,) = block.sentences
        assert sentence.sources
        assert any(f"{year}年" in sentence.text for year in range(2025, 2036))


def test_below_each_chart_stands_a_sentence_that_is_not_its_alternative_text(
    report: Report,
) -> None:
    for _, picture in charts_of(report):
        assert picture.sentences
        for sentence in picture.sentences:
            assert sentence.text.endswith("。")
            assert sentence.text not in picture.alt
            assert sentence.sources


def test_no_table_is_of_empty_cells(report: Report) -> None:
    for _, table in tables_of(report):
        for column in zip(*(row.cells for row in table.rows), strict=True):
            assert sum(cell is None for cell in column) * 2 < len(column), table.title


def test_each_publication_is_told_once(report: Report) -> None:
    """In the list of references, to which numbers point: no sentence and no line repeats it."""
    document = docx.Document(io.BytesIO(report_docx(report)))
    lines = [paragraph.text for paragraph in document.paragraphs]
    listed = lines.index(next(line for line in lines if line.endswith("资料来源")))
    assert not [line for line in lines[:listed] if "来源：" in line]
    references = [line for line in lines[listed:] if line.startswith("[")]
    assert len(references) == len(set(references)) == len(report.sources)


@pytest.mark.parametrize(
    ("setting", "address"),
    [
        ("https://data.gz.example.cn/", "https://data.gz.example.cn"),
        ("http://127.0.0.1:8050", ""),
        ("http://localhost:8050", ""),
        ("", ""),
    ],
)
def test_only_a_public_address_is_told(unseen: Site, setting: str, address: str) -> None:
    there: Any = type("Told", (), {"settings": replace(unseen.settings, public_url=setting)})
    assert public(there) == address


def test_a_report_without_a_public_address_names_none(unseen: Site) -> None:
    made = report_of(unseen, "batteries")
    assert made.public_address == ""
    texts = [p.text for p in docx.Document(io.BytesIO(report_docx(made))).paragraphs]
    assert not [text for text in texts if "网址" in text]
    for document in (report_docx(made), report_pptx(made), report_xlsx(made)):
        with zipfile.ZipFile(io.BytesIO(document)) as package:
            assert not [n for n in package.namelist() if b"127.0.0.1" in package.read(n)]


def test_with_one_it_closes_with_its_address(settings: Settings) -> None:
    site = Site(replace(settings, browser="none", public_url="https://data.gz.example.cn"))
    made = report_of(site, "batteries")
    last = docx.Document(io.BytesIO(report_docx(made))).paragraphs[-1].text
    assert last == "网址：https://data.gz.example.cn/base/batteries"
    site.browser.close()


def test_that_of_energy_is_short(
    unseen: Site, pages_in_office: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report_builders, "_drawn", blank)
    report = report_of(unseen, "coal")
    assert all(isinstance(picture, Picture) and picture.png for _, picture in charts_of(report))
    assert len(pages_in_office(report_docx(report), "docx")) <= MOST_PAGES


def blank(_site: Site, _view: Any, chart: Chart) -> bytes:
    """A picture as large as that of the chart, with nothing in it."""
    tall = chart.figure(WORD_LAID_OUT)["layout"]["height"]
    out = io.BytesIO()
    size = WORD_WIDTH, round(WORD_WIDTH * tall / WORD_LAID_OUT)
    Image.new("1", size).save(out, "PNG")
    return out.getvalue()
