"""A template: made, filled in, checked and loaded, as an office and a clerk do it."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from openpyxl import Workbook

from app import main
from callbacks.selection.template import template, wanted
from callbacks.settings import Settings
from callbacks.site import Site
from charts.addresses import State
from exports.tables.template import template_xlsx
from indicators.template_words import TEMPLATE_WORDS
from loaders.load import check, load
from store.engine import connect
from store.snapshot import ReleaseData
from tests.conftest import TINY, write
from tests.support.office import Pages
from tests.support.template_filling import Row, asked, choices, fill, opened, save

DAY = date(2026, 6, 1)
HEADS = (
    "指标", "地区", "时期", "对应目标（参考）", "目标到期（参考）", "去年同期（参考）", "数值",
    "单位", "口径", "状态", "来源", "备注", "已有数据（参考）",
)  # fmt: skip
LAST_YEAR, VALUE = HEADS[5:7]


@pytest.fixture
def loaded(tiny: Path, tmp_path: Path) -> Settings:
    """A tiny folder, loaded on the first of June 2026."""
    path = tmp_path / "facts.sqlite3"
    new = "s3,快报,统计局,Statistics Bureau,2026-05-20,,statistics,original,,,\n"
    more = {"units.csv": "kt,mass,1000,kt,kt\n", "sources.csv": new}
    write(tiny, {name: TINY[name] + line for name, line in more.items()})
    engine = connect(f"sqlite:///{path}")
    assert load(tiny, engine, today=DAY).release == 1
    engine.dispose()
    with sqlite3.connect(path) as database:
        database.execute("UPDATE releases SET time = '2026-06-01T08:00:00+00:00'")
    database.close()
    return Settings(data=tiny, database_url=f"sqlite:///{path}")


def made(settings: Settings, period: str = "2023", lang: str = "", *regions: str) -> bytes:
    site = Site(settings)
    view, release = site.view(State(lang=lang), "/")
    chosen = wanted(release, "coal", period, regions)
    return template_xlsx(template(site, release, chosen, view.lang), view.context)


def test_what_a_target_awaits_is_on_top(loaded: Settings) -> None:
    first, second, *_ = asked(opened(made(loaded)))
    assert tuple(first) == HEADS
    assert first == {
        **dict.fromkeys(HEADS),
        "指标": "原煤产量", "地区": "贵州", "时期": "2025年", "单位": "万吨",
        "口径": "准确", "状态": "实际数", "对应目标（参考）": "15000万吨以上",
        "目标到期（参考）": first["目标到期（参考）"],
    }  # fmt: skip
    assert first["目标到期（参考）"].date() == date(2025, 12, 31)
    assert second["对应目标（参考）"] is None


def test_last_years_figure_of_the_same_period_stands_beside(loaded: Settings) -> None:
    rows = {(r["指标"], r["地区"], r["时期"]): r[LAST_YEAR] for r in asked(opened(made(loaded)))}
    assert rows["原煤产量", "贵州", "2023年"] == "12813"
    assert rows["原煤产量", "黔东南", "2023年"] == "0.00011"  # 1.1吨 in the unit of the row
    assert rows["占比", "黔东南", "2023年"] == "—"
    halves = {r["时期"]: r[LAST_YEAR] for r in asked(opened(made(loaded, "2024-06/ytd")))}
    assert halves["2024年上半年"] == "约6500.40"


def test_a_month_asks_for_what_was_told_of_it_a_year_before(tiny: Path, loaded: Settings) -> None:
    more = "coal.output,520000,2022-10/ytd,10000,万吨,exact,actual,s1,,\n"
    write(tiny, {"observations/coal.csv": TINY["observations/coal.csv"] + more})
    load(tiny, connect(loaded.database), today=DAY)
    periods = {row["时期"]: row[LAST_YEAR] for row in asked(opened(made(loaded, "2023-10")))}
    assert periods["2023年1—10月"] == "10000"
    assert "2023年10月" not in periods


@pytest.mark.parametrize(("lang", "period"), [("zh", "2023年"), ("en", "2023")])
def test_filled_in_it_loads_as_it_is(loaded: Settings, lang: str, period: str) -> None:
    book = opened(made(loaded, lang=lang))
    sheet = book.worksheets[0]
    rows = asked(book)
    heads = list(rows[0])
    at = next(n for n, row in enumerate(rows, 2) if row[heads[2]] == period)
    source = {heads[10]: "快报"}
    fill(sheet, 2, **{heads[6]: 15100.5}, **source)
    fill(sheet, at, **{heads[6]: "12900"}, **source)
    free = ("coal.share", "520000", "2024", 68, "%", "exact", "actual")
    fill(sheet, len(rows) + 2, **dict(zip([*heads[:3], *heads[6:10]], free, strict=True)), **source)
    inbox = save(book, loaded.data.parent / "inbox.xlsx")
    assert {p.rule for p in check([inbox], loaded.data, DAY).problems} == {"left_empty"}
    path = save(book, loaded.data / "observations" / "form.xlsx")
    report = check([path], loaded.data, DAY)
    assert [(p.rule, p.value) for p in report.problems] == [("left_empty", str(len(rows) - 2))]
    outcome = load(loaded.data, connect(loaded.database), today=DAY)
    assert not outcome.report.errors
    assert not outcome.report.warnings
    assert outcome.changes["observations"].added == 3
    assert outcome.changes["observations"].removed == 0
    found = ReleaseData(connect(loaded.database), 2).observations()
    assert {(o.indicator, o.region, o.period, o.printed, o.value, o.source.id) for o in found} >= {
        ("coal.output", "520000", "2025", "15100.5", 15100.5, "s3"),
        ("coal.output", "520000", "2023", "12900", 12900.0, "s3"),
        ("coal.share", "520000", "2024", "68", 68.0, "s3"),
    }


def test_an_empty_value_of_another_file_stays_a_missing_figure(loaded: Settings) -> None:
    more = "coal.output,520000,2021,,万吨,exact,actual,s1,,\n"
    text = TINY["observations/coal.csv"] + more
    write(loaded.data, {"observations/coal.csv": text})
    outcome = load(loaded.data, connect(loaded.database), today=DAY)
    assert outcome.report.problems == ()
    assert outcome.changes["observations"].added == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_word_that_can_be_chosen_is_read(
    settings: Settings, tmp_path: Path, lang: str
) -> None:
    """Of the real data: a file with a row for each word of each list is without problems."""
    site = Site(settings)
    view, release = site.view(State(lang=lang), "/")
    chosen = wanted(release, "coal", "2024", ())
    book = opened(template_xlsx(template(site, release, chosen, lang), view.context))
    heads = [str(cell.value) for cell in book.worksheets[0][1]]
    lists = [words for head in heads for words in choices(book, head) if words]
    assert len(lists) > 20
    known = _rows_of_each_word(book, heads)
    text = ",".join(f'"{head}"' for head in heads) + "\n"
    text += "".join(",".join(f'"{row.get(h, "")}"' for h in heads) + "\n" for row in known)
    file = tmp_path / "form.csv"
    file.write_text(text, encoding="utf-8")
    problems = check([file], settings.data, DAY).problems
    assert [p for p in problems if p.is_error and p.rule in WORDS] == []


WORDS = (
    "unknown_indicator", "unknown_region", "unknown_unit", "unknown_source", "unknown_word",
    "bad_period", "ambiguous_name", "national_figure", "unknown_column", "empty_cell",
)  # fmt: skip


def _rows_of_each_word(book: Workbook, heads: list[str]) -> list[Row]:
    lists = {head: [w for words in choices(book, head) for w in words] for head in heads}
    usual = {head: words[0] for head, words in lists.items() if words} | {heads[6]: "1"}
    return [usual | {head: word} for head, words in lists.items() for word in dict.fromkeys(words)]


def test_what_is_given_is_locked_and_what_is_asked_is_not(loaded: Settings) -> None:
    book = opened(made(loaded))
    sheet = book.worksheets[0]
    assert all(each.protection.sheet for each in book.worksheets)
    free = [c.column_letter for c in sheet[2] if not c.protection.locked]
    assert [sheet[f"{letter}1"].value for letter in free] == [
        "数值", "单位", "口径", "状态", "来源", "备注",
    ]  # fmt: skip
    assert sheet.freeze_panes == "D2"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.print_title_rows == "$1:$1"


def test_a_region_asks_for_what_lies_in_it(loaded: Settings) -> None:
    book = opened(made(loaded, "2023", "zh", "522600"))
    assert {row["地区"] for row in asked(book)} == {"黔东南"}
    assert choices(book, "地区") == [["黔东南", "凯里"]]
    assert choices(book, "来源") == [["快报", "统计公报", "工作报告"]]


def test_a_template_of_a_language_has_its_words_alone(loaded: Settings) -> None:
    for lang, other in (("zh", "en"), ("en", "zh")):
        names = opened(made(loaded, lang=lang)).sheetnames
        assert names == [getattr(TEMPLATE_WORDS[lang], n) for n in ("table", "guide", "lists")]
        assert TEMPLATE_WORDS[other].table not in names


def test_it_is_printed_on_a4(loaded: Settings, pages_in_office: Pages) -> None:
    form, guide, *lists = pages_in_office(made(loaded), "xlsx")
    assert "原煤产量" in form
    assert "目标到期" in form
    assert "第1步" in guide
    assert len(lists) == 1


def test_the_command_writes_it(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setenv("SIXBASES_DATABASE_URL", settings.database_url)
    monkeypatch.chdir(tmp_path)
    assert main(["template", "coal", "--month", "2026-10", "--region", "520200"]) == 0
    assert "已写入coal_2026-10_520200_template.xlsx" in capsys.readouterr().out
    rows = asked(opened((tmp_path / "coal_2026-10_520200_template.xlsx").read_bytes()))
    assert {row["时期"] for row in rows} >= {"2025年", "2026年1—10月"}
    for wrong, said in (
        (["tea"], "没有代码为“tea”的基地"),
        (["coal", "--region", "999999"], "没有代码为“999999”的地区"),
        (["coal", "--month", "2026"], "参数 month 的值“2026”"),
        (["coal", "--period", "2026-13"], "参数 period 的值“2026-13”"),
    ):
        assert main(["template", *wrong]) == 1
        assert said in capsys.readouterr().err


def test_the_page_of_gaps_leads_to_it(client: FlaskClient) -> None:
    page = client.get("/gaps?region=520200").get_data(as_text=True)
    assert 'href="/template/coal.xlsx?region=520200"' in page
    rows = asked(opened(client.get("/template/coal.xlsx?region=520200&period=2025").data))
    assert {row["地区"] for row in rows} == {"六盘水"}
