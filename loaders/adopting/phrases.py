"""Words of foreign tables: how offices write periods, parts of a year, growth, units and marks.

They are data format, not interface, and so stand in no catalogue. All are compared as `plain`
writes them: half-width, without blanks and signs of no width.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

from indicators import periods
from indicators.vocabulary import Status
from loaders.signs import DASHES, half_width

BLANKS = re.compile(r"\s+")
DASH = f"[{re.escape(DASHES)}至到]{{1,2}}"
YEAR = r"(?:19|20)\d\d"
MONTH = r"1[0-2]|0?[1-9]"
# A phrase of time: a year, a part of one, or both. Every part may stand alone in a head.
PERIOD = (
    rf"(?:(?:(?P<year>{YEAR})年?)?(?:"
    rf"0?1(?:月)?{DASH}(?P<to>{MONTH})月份?(?:累计)?"
    rf"|(?P<month>{MONTH})月(?:份|末|底)?(?:(?P<day>[12]\d|3[01]|0?[1-9])日)?"
    r"|(?P<half>[上下])半年|前(?P<quarters>[二三23])个?季度|[一1]"
    + DASH
    + r"(?P<through>[二三四2-4])季度"
    r"|第?(?P<quarter>[一二三四1-4])季度|(?P<whole>全年|年度|年末|年底|末|底))"
    rf"|(?P<only>{YEAR})年?"
    rf"|(?P<stated>{YEAR}(?:-(?:H[12]|Q[1-4]|\d\d(?:/ytd|-\d\d)?)))"
    rf"|(?P<y>{YEAR})[-./](?P<m>{MONTH})"
    r"|(?P<compact>(?:19|20)\d\d(?:0[1-9]|1[0-2])))"
)
WHEN = re.compile(PERIOD, re.ASCII)
# In a sentence a year alone is no period, and a range of years is none either.
YEARS = rf"{YEAR}年?{DASH}{YEAR}年?"
IN_TEXT = re.compile(
    rf"(?P<years>{YEARS})|(?=\d|[上下一二三四前全第])"
    rf"(?:(?:{YEAR}年)?(?:0?1月?{DASH}(?:{MONTH})月份?|(?:{MONTH})月份?(?:\d\d?日)?|[上下]半年"
    rf"|前[二三23]个?季度|第?[一二三四1-4]季度)|{YEAR}年(?:度|末|底)?)",
    re.ASCII,
)
DIGITS = MappingProxyType({"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4})

MARKS = r"①-⑳❶-❿⁰¹²³⁴-⁹*＊※†‡△▲"
SELF_EXPLAINED = r"\([^()]{0,4}(?:初步|快报|预计|预测|估计|估算|修订)[^()]{0,4}\)"
MARK = rf"(?:[{MARKS}]|\[\d{{1,2}}\]|【\d{{1,2}}】|{SELF_EXPLAINED})"
LAST_MARKS = re.compile(rf"{MARK}+$")
FIRST_MARKS = re.compile(r"^[*＊※△▲]+(?=\D)")
EACH_MARK = re.compile(MARK)
LEAST_FOOTNOTE = 4  # signs of what a mark means
MARKED = re.compile(f"(?:{MARK})+")
RAISED = re.compile(r"[\[(]?(\d{1,2})[)\].、]?", re.ASCII)
RAISED_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# What stands before a name and is no part of it: of a whole, numbering, dashes of a list.
BEFORE = re.compile(
    r"^(?:[#＃]+|其中[:：]?|[-–—·•]+|\d+(?:\.\d+)*[、.．)](?!\d)|\d+(?:\.\d+)+(?=[㐀-鿿])|\([一二三四五六七八九十\d]+\)"
    r"|[一二三四五六七八九十]+[、.．])"
)
GROWTH = (
    "同比增长率", "同比增长", "同比增速", "同比增减", "同比±", "同比", "比上年同期增长",
    "较上年同期增长", "比上年增长", "较上年增长", "比上年同期±", "比上年±", "增长速度", "增长率",
    "增长", "增速", "±",
)  # fmt: skip
MONTHLY = ("当期值", "当月值", "本月值", "本月数", "当月", "本月", "当期", "本期")
CUMULATED = (
    "本月止累计", "自年初累计", "年初至本月累计", "1-本月累计", "1—本月", "1-本月", "本年累计",
    "累计值", "累计数", "累计",
)  # fmt: skip
LEVEL = ("绝对量", "绝对数", "总量", "数值", "产量", "数量", "金额", "实绩", "数据", "指标值", "值")
SAID = (
    *((word, "growth") for word in GROWTH),
    *((word, "cumulated") for word in CUMULATED),
    *((word, "month") for word in MONTHLY),
    *((word, "level") for word in LEVEL),
)
# In the order in which they are looked for in a note.
STATUSES = MappingProxyType(
    {
        "初步": Status.PROVISIONAL,
        "快报": Status.PROVISIONAL,
        "预测": Status.FORECAST,
        "预计": Status.ESTIMATE,
        "估计": Status.ESTIMATE,
        "估算": Status.ESTIMATE,
        "最终核实": Status.REVISED,
        "修订": Status.REVISED,
    }
)
NATION = ("全国", "我国")
END = ("注", "附注", "数据来源", "资料来源", "来源", "说明", "备注")
AFTER_END = ("", ":", "1", "(", "①", "*")  # what follows such a word where it ends a table
WHOLE_TABLE = ("本表", "以上", "均为", "全部", "表中")


@dataclass(frozen=True, slots=True)
class When:
    """A period as far as one cell says it.

    `year` is "" where none is said; `part` is what follows the year in a period ("-10",
    "-10/ytd"), "" for the whole year, None where no part is said.
    """

    year: str = ""
    part: str | None = None


def plain(text: str) -> str:
    """Return a text half-width and without blanks."""
    return BLANKS.sub("", half_width(text))


def when(text: str) -> When | None:
    """Return the period that the whole of a plain text says; None when it says none."""
    found = WHEN.fullmatch(text)
    if found is None:
        return None
    said = found.groupdict()
    year = next((said[key] for key in ("year", "only", "y") if said[key]), "")
    if said["only"]:
        return When(year)
    if compact := said["compact"]:
        return _checked(When(compact[:4], f"-{compact[4:]}"))
    if stated := said["stated"]:
        return _checked(When(stated[:4], stated[4:]))
    return _checked(When(year, _part(said)))


def _part(said: dict[str, str | None]) -> str:
    if to := said["to"]:
        return f"-{int(to):02}/ytd"
    if quarters := said["quarters"] or said["through"]:
        return f"-{3 * DIGITS[quarters]:02}/ytd"
    if month := said["month"] or said["m"]:
        day = said["day"]
        return f"-{int(month):02}" + (f"-{int(day):02}" if day else "")
    if quarter := said["quarter"]:
        return f"-Q{DIGITS[quarter]}"
    return {"上": "-H1", "下": "-H2"}.get(said["half"] or "", "")


def _checked(found: When) -> When | None:
    try:
        periods.parse((found.year or "2024") + (found.part or ""))
    except periods.PeriodError:
        return None
    return found


def split_marks(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a plain text without the marks of footnotes at its ends, and the marks."""
    marks: list[str] = []
    for pattern in (LAST_MARKS, FIRST_MARKS):
        if found := pattern.search(text):
            marks += EACH_MARK.findall(found[0])
            text = text[: found.start()] + text[found.end() :]
    return text, tuple(marks)


def with_marks(text: str, whole: str) -> str:
    """Return a text with its raised signs, given both without and with them, as marks.

    A raised number is written as the sign for it: `2023年¹`.
    """
    pairs = zip(text, whole, strict=False)
    start = next((at for at, (one, other) in enumerate(pairs) if one != other), len(text))
    raised = plain(whole[start : start + len(whole) - len(text)])
    number = RAISED.fullmatch(raised)
    mark = number[1].translate(RAISED_DIGITS) if number else raised
    return f"{text[:start]}{mark}{text[start:]}" if MARKED.fullmatch(mark) else text


def cleaned(text: str) -> str:
    """Return a plain name without what says its place in a list: `#`, `其中：`, `1.`."""
    while (shorter := BEFORE.sub("", text)) != text:
        text = shorter
    return text


def is_of_nation(text: str) -> bool:
    """Whether a plain title or heading is of the whole country, of which no figures are kept."""
    found = IN_TEXT.match(text)
    start = found.end() if found else 0
    return any(text.startswith(word, at) for word in NATION for at in (0, start))


def status_of(note: str) -> Status | None:
    """Return the status that a note gives to figures; None when it gives none."""
    return next((status for word, status in STATUSES.items() if word in note), None)


def is_footnote(text: str) -> bool:
    """Whether a plain text is a mark and what it means."""
    mark = EACH_MARK.match(text)
    return mark is not None and len(text) - mark.end() >= LEAST_FOOTNOTE


def ends_table(text: str, words: Iterable[str] = END) -> bool:
    """Whether a row that begins with a plain text stands below the figures."""
    after = (text.removeprefix(word)[:1] for word in words if text.startswith(word))
    return any(sign in AFTER_END for sign in after)
