"""Reports of bases, regions and baskets, by address and from the command line."""

import io
import json
from pathlib import Path
from urllib.parse import unquote

import docx
import openpyxl
import pptx
import pytest
from flask.testing import FlaskClient

from app import main
from callbacks.settings import Settings

SPREADSHEET = "/report/batteries.xlsx"


def words_of(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    cells = (c.text for t in document.tables for row in t.rows for c in row.cells)
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_the_report_of_a_base_says_what_its_page_says(pictures: FlaskClient) -> None:
    response = pictures.get("/report/batteries.docx")
    assert response.status_code == 200
    text = words_of(response.data)
    for part in ("新能源动力电池及材料研发生产基地发展情况报告", "一、总体情况", "二、核心指标",
                 "三、现行目标", "四、图表", "695.05亿元", "现行目标", "图1", "表1",
                 "本站收录2025年及以后到期的现行目标"):  # fmt: skip
        assert part in text, part
    name = unquote(response.headers["Content-Disposition"].partition("UTF-8''")[2])
    assert name == "新能源动力电池及材料研发生产基地发展情况报告_R1.docx"


def test_slides_have_editable_charts(pictures: FlaskClient) -> None:
    slides = pptx.Presentation(io.BytesIO(pictures.get("/report/batteries.pptx").data)).slides
    charts = [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]
    values = [value for chart in charts for series in chart.plots[0].series
              for value in series.values]  # fmt: skip
    assert 695.05 in values
    notes = "\n".join(s.notes_slide.notes_text_frame.text for s in slides if s.has_notes_slide)
    assert "695.05亿元" in notes


def test_a_workbook_has_the_tables_and_the_sources(pictures: FlaskClient) -> None:
    book = openpyxl.load_workbook(io.BytesIO(pictures.get(SPREADSHEET).data))
    cells = [str(value) for sheet in book for row in sheet.values for value in row if value]
    assert any("新能源电池及材料产业工业总产值" in cell for cell in cells)
    assert len(book.worksheets) >= 4


def test_a_region_has_a_report_in_english(pictures: FlaskClient) -> None:
    text = words_of(pictures.get("/report/region/520300.docx?lang=en").data)
    assert "Report on the industry of Zunyi" in text
    assert "Not due yet" in text


def test_a_basket_keeps_its_order_and_its_title(pictures: FlaskClient) -> None:
    charts = ["/chart/map.png?indicator=economy.gdp&size=word", "/chart/pace?indicator=economy.gdp",
              "/chart/trend?indicator=batteries.battery_output"]  # fmt: skip
    form = {"title": "我的图集", "charts": json.dumps(charts), "lang": "zh"}
    text = words_of(pictures.post("/report.docx", data=form).data)
    assert text.startswith("我的图集")
    assert "此图暂无数据：/chart/pace?indicator=economy.gdp" in text
    assert text.index("图1　地区生产总值") < text.index("图2　新能源电池及材料产业工业总产值")


@pytest.mark.parametrize(
    ("path", "form", "status", "said"),
    [
        ("/report/tea.docx", None, 404, "tea"),
        ("/report/coal.odt", None, 400, "format=odt"),
        ("/report/region/999999.docx", None, 404, "999999"),
        ("/report/coal.docx?asof=99", None, 404, "asof=99"),
        ("/report.docx", {"charts": "no json"}, 400, "charts=no json"),
        ("/report.docx", {"charts": "[]"}, 400, "charts=0"),
        ("/report.docx", {"charts": '["/etc/passwd"]'}, 400, "charts=/etc/passwd"),
        ("/report.docx", {"charts": '["/chart/pie?indicator=economy.gdp"]'}, 400, "chart=pie"),
        ("/report.docx", {"charts": '["//[/chart/trend"]'}, 400, "charts=//["),
        ("/report.docx", {"charts": '["/chart/trend?indicator=\\ud800"]'}, 400, "charts="),
        ("/report.docx", {"charts": "[" * 100000}, 400, "charts=["),
        ("/report.docx", {"charts": "[[]]"}, 400, "charts=[[]]"),
    ],
)
def test_a_wrong_report_is_refused(
    client: FlaskClient, path: str, form: dict[str, str] | None, status: int, said: str
) -> None:
    response = client.get(path) if form is None else client.post(path, data=form)
    assert response.status_code == status
    assert said in response.get_data(as_text=True)


def test_the_command_line_writes_a_report(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setenv("SIXBASES_DATABASE_URL", settings.database_url)
    monkeypatch.setenv("SIXBASES_CACHE", str(tmp_path / "pictures"))
    out = tmp_path / "report.xlsx"
    assert main(["export", "base", "batteries", "--format", "xlsx", "--out", str(out)]) == 0
    assert out.stat().st_size > 5000
    assert f"已写入{out}" in capsys.readouterr().out
    charts = ["/chart/ranking?indicator=economy.gdp"]
    wanted = ["export", "charts", *charts, "--title", "排名", "--out", str(tmp_path / "a.docx")]
    assert main(wanted) == 0
    assert "图1　地区生产总值" in words_of((tmp_path / "a.docx").read_bytes())
    capsys.readouterr()
    assert main(["export", "base", "tea", "--out", str(out)]) == 1
    assert "不能导出tea" in capsys.readouterr().err
