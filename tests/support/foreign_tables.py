"""Tables in the forms that offices use, and a data folder that they are adopted into.

The numbers are made up; the forms are real.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook

from loaders.adopting.command import adopt_command
from loaders.adopting.request import Request
from tests.support.tiny_folder import TINY, write

Rows = Sequence[Sequence[str]]

REGIONS = """code,name_zh,short_zh,name_en,level,parent
520000,贵州省,贵州,Guizhou,province,
520100,贵阳市,贵阳,Guiyang,prefecture,520000
520300,遵义市,遵义,Zunyi,prefecture,520000
520500,毕节市,毕节,Bijie,prefecture,520000
522300,黔西南布依族苗族自治州,黔西南,Qianxinan,prefecture,520000
522600,黔东南苗族侗族自治州,黔东南,Qiandongnan,prefecture,520000
522700,黔南布依族苗族自治州,黔南,Qiannan,prefecture,520000
"""
UNITS = """unit,dimension,factor,name_en,english_unit
吨,mass,1,t,t
万吨,mass,10000,10 kt,kt
亿元,money,100000000,CNY 100m,CNY bn
亿千瓦时,energy,100000000,100 GWh,TWh
万人,count,10000,10k people,thousand
%,ratio,1,%,%
个百分点,points,1,pp,pp
"""
HEAD = (
    "id,base,headline,reference,name_zh,name_en,unit,direction,measure,"
    "definition_zh,definition_en,growth,subject,aliases\n"
)
INDICATORS = HEAD + "".join(
    f"{id_},coal,,,{name},{id_},{unit},up,{measure},定义。,Definition.,{growth},,{aliases}\n"
    for id_, name, unit, measure, growth, aliases in (
        ("gdp", "地区生产总值", "亿元", "flow", "gdp_growth", ""),
        ("gdp_growth", "地区生产总值增速", "%", "growth", "", ""),
        ("industry_growth", "规模以上工业增加值增速", "%", "growth", "", ""),
        ("people", "常住人口", "万人", "stock", "", ""),
        ("power", "发电量", "亿千瓦时", "flow", "power_growth", ""),
        ("power_growth", "发电量增速", "%", "growth", "", ""),
        ("thermal", "火电发电量", "亿千瓦时", "flow", "", "火力发电量"),
        ("hydro", "水电发电量", "亿千瓦时", "flow", "hydro_growth", "水力发电量"),
        ("hydro_growth", "水电发电量增速", "%", "growth", "", ""),
        ("metals", "十种有色金属产量", "万吨", "flow", "", ""),
        ("cement", "水泥产量", "万吨", "flow", "", ""),
        ("cement_growth", "水泥产量增速", "%", "growth", "", ""),
    )
)
OBSERVATIONS = TINY["observations/coal.csv"].splitlines()[0] + "\n"
TARGETS = TINY["targets/coal.csv"].splitlines()[0] + "\n"
FILES = TINY | {
    "regions.csv": REGIONS,
    "units.csv": UNITS,
    "indicators.csv": INDICATORS,
    "sources.csv": TINY["sources.csv"]
    + "s3,月报,统计局,Statistics Bureau,2026-05,,statistics,original,,,\n",
    "observations/coal.csv": OBSERVATIONS,
    "targets/coal.csv": TARGETS,
    "projects.csv": TINY["projects.csv"].splitlines()[0] + "\n",
}

YEARS = (
    ("各市（州）地区生产总值", "", "", "", ""),
    ("单位：亿元", "", "", "", ""),
    ("地区", "2021年", "2022年", "2023年①", "备注"),
    ("全省", "19458.9", "20010", "20913.25", ""),
    ("贵阳市", "4711.04", "4921.17", "5154.75", ""),
    ("黔西南州", "…", "1508.69", "1552.24", ""),
    ("注：①2023年为初步核算数。", "", "", "", ""),
)
BULLETIN = (
    ("2025年10月规模以上工业主要产品产量", "", "", "", "", ""),
    ("产品名称", "计量单位", "10月", "同比（%）", "1—10月", "同比（%）"),
    ("发电量", "亿千瓦时", "185.20", "3.1", "2010.4", "5.2"),
    (" #火力发电量", "亿千瓦时", "120.5", "−2.4", "1402.7", "1.8"),
    ("  水力发电量", "亿千瓦时", "45.1", "12.0", "431.9", "9.6"),
    ("十种有色金属", "万吨", "17.3", "8.8", "172.8", "10.1"),
    ("注：1.“#”表示其中。2.同比按可比口径计算。", "", "", "", "", ""),
)
ACROSS = (
    ("市州", "年份", "地区生产总值（亿元）", "规模以上工业增加值增速（%）"),
    ("贵阳", "2023年", "5,154.75", "7.0"),
    ("毕节", "2023年", "2,302.02", "-1.3"),
    ("黔南州", "2023年", "1,800.95", "—"),
)
PORTAL = (
    ("数据库：分省月度数据", "", "", ""),
    ("地区：贵州省", "", "", ""),
    ("指标", "2025年3月", "2025年2月", "2024年12月"),
    ("火力发电量当期值(亿千瓦时)", "131.9", "", "160.2"),
    ("火力发电量累计值(亿千瓦时)", "402.6", "270.7", "1633.6"),
    ("火力发电量累计增长(%)", "4.1", "6.0", "2.6"),
    ("数据来源：国家统计局", "", "", ""),
)


def folder(path: Path) -> Path:
    """A data folder whose catalogue has what the tables name, and no figures yet."""
    return write(path, FILES)


def workbook(path: Path, rows: Rows, merged: Iterable[str] = (), sheet: str = "表1") -> Path:
    """Write a table as a workbook of texts; `merged` are ranges such as A1:E1."""
    book = Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append([text or None for text in row])
    for area in merged:
        book.active.merge_cells(area)
    book.save(path)
    return path


def csv_file(path: Path, rows: Rows, encoding: str = "utf-8") -> Path:
    """Write a table as CSV."""
    to = io.StringIO()
    csv.writer(to).writerows(rows)
    path.write_bytes(to.getvalue().encode(encoding))
    return path


def adopted(file: Path, data: Path, period: str = "", **asked: str) -> list[dict[str, str]]:
    """Propose and store a recipe for a file, adopt it by that, and return the rows."""
    asked = {"source": "s3", "save": "form"} | asked
    assert adopt_command(Request(file, data, period=period, replace=True, **asked), "en") == 0
    assert adopt_command(Request(file, data, period=period, replace=True), "en") == 0
    return written(data / "observations" / f"{file.stem}.csv")


def written(path: Path) -> list[dict[str, str]]:
    """The rows of a file that was written."""
    return list(csv.DictReader(path.read_text("utf-8").splitlines()))


def brief(rows: Iterable[dict[str, str]]) -> list[tuple[str, ...]]:
    """What rows say, without qualifier, source and notes."""
    names = ("indicator", "region", "period", "value", "unit", "status")
    return [tuple(row[name] for name in names) for row in rows]
