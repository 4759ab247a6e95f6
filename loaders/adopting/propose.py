"""A recipe proposed for a table by looking at it: what its heads, names, lines and notes are."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from indicators.vocabulary import Status
from loaders.adopting.findings import Findings
from loaders.adopting.form import head_word
from loaders.adopting.heads import HeadSays, head_says, indicator_said
from loaders.adopting.layout import Cells, Layout, layout
from loaders.adopting.names import PERCENT, Names
from loaders.adopting.notes import proposed
from loaders.adopting.phrases import END, cleaned, plain, split_marks, status_of, when
from loaders.adopting.reading import kinds_of, units_in
from loaders.adopting.recipe import ColumnRule, Holds, Recipe
from loaders.adopting.titles import is_label, line_says
from loaders.adopting.values import is_figure

ROLES: Mapping[str, Holds] = MappingProxyType(
    dict.fromkeys(
        (
            "地区",
            "地区名称",
            "市州",
            "市(州)",
            "市、州",
            "市州名称",
            "区域",
            "区县",
            "县(市、区)",
            "行政区划",
        ),
        Holds.REGION,
    )
    | dict.fromkeys(
        ("指标", "指标名称", "主要指标", "产品名称", "产品", "项目", "品名", "名称"),
        Holds.INDICATOR,
    )
    | dict.fromkeys(
        ("年份", "年度", "月份", "季度", "时间", "时期", "日期", "统计时间", "报告期"), Holds.PERIOD
    )
    | dict.fromkeys(("单位", "计量单位"), Holds.UNIT)
    | dict.fromkeys(("备注", "注", "说明"), Holds.NOTE)
)
KINDS: Mapping[frozenset[str], Holds] = MappingProxyType(
    {
        frozenset(): Holds.VALUE,
        frozenset({"month"}): Holds.MONTH,
        frozenset({"cumulated"}): Holds.CUMULATED,
        frozenset({"growth"}): Holds.GROWTH,
        frozenset({"growth", "month"}): Holds.MONTH_GROWTH,
        frozenset({"growth", "cumulated"}): Holds.CUMULATED_GROWTH,
    }
)
OTHER_THAN_OUTPUT = (
    "销",
    "库存",
    "进口",
    "出口",
    "消费",
    "价",
    "投资",
    "产值",
    "能力",
    "产能",
    "储量",
)
SECOND_HEADS = 2  # rows of a head below its first
HALF, MOST = 0.5, 0.8


@dataclass(slots=True)
class Used:
    """The names that a table uses: keys by foreign name, and those that no key has."""

    indicators: dict[str, str] = field(default_factory=dict)
    regions: dict[str, str] = field(default_factory=dict)
    not_taken: dict[str, None] = field(default_factory=dict)


def propose(cells: Cells, names: Names, given: Recipe, findings: Findings) -> Recipe | None:
    """Return a recipe for the table on a sheet, with what is given; None where there is no table.

    Names and columns that it would not take are found.
    """
    first = _first_head(cells)
    if first is None:
        return None
    head_rows = _head_rows(cells, first)
    table = layout(cells, first, head_rows, END)
    names = names if _is_of_output(table) else names.without_output()
    columns = _columns(cells, table, names)
    if not any(rule.holds.is_figures for rule in columns.values()):
        return None
    used = _names(cells, table, columns, names, findings)
    wants_indicator = not given.indicator and not _names_indicators(columns.values())
    lines = [line_says(text, names, wants_indicator=wants_indicator) for _, text in table.lines]
    for says in lines:
        named = HeadSays("", region=says.region, indicator=says.indicator)
        _use(used, names, named, (None, ""), findings)
    of_title = next((str(s) for _, t in table.lines if (s := status_of(plain(t)))), given.status)
    return replace(
        given,
        status=of_title if given.status == Status.ACTUAL else given.status,
        head_rows=head_rows,
        lines=tuple(dict.fromkeys(says.template for says in lines)),
        end=END,
        columns=tuple(dict.fromkeys(columns.values())),
        notes=proposed(cells, table),
        indicators=used.indicators,
        regions=used.regions,
        not_taken=tuple(used.not_taken),
    )


def _is_of_output(table: Layout) -> bool:
    """Whether nothing around the figures says that they are of something else than output."""
    around = plain("".join((*table.heads, *(text for _, text in table.lines))))
    return not any(word in around for word in OTHER_THAN_OUTPUT)


def _names_indicators(rules: Iterable[ColumnRule]) -> bool:
    """Whether the rows or the heads of a table name indicators."""
    return any(rule.holds is Holds.INDICATOR or "{indicator}" in rule.head for rule in rules)


def _first_head(cells: Cells) -> int | None:
    """The first row of the head: it is no line, and spans most of the table."""
    texts = [cells.texts(row) for row in range(len(cells.rows))]
    half = max(map(len, texts), default=0) / 2

    def spans(row: int) -> bool:
        filled = sum(bool(text.strip()) for text in cells.rows[row])
        is_above = not cells.rows[row + 1][0].strip() and len(texts[row + 1]) >= half
        return filled >= half or is_above

    heads = (
        row for row, found in enumerate(texts[:-1])
        if len(found) > 1 and not any(map(is_label, found)) and spans(row)
    )  # fmt: skip
    return next(heads, None)


def _head_rows(cells: Cells, first: int) -> int:
    """How many rows the head has: below the first, those whose first cell is empty."""
    count = 1
    for row in range(first + 1, min(first + 1 + SECOND_HEADS, len(cells.rows))):
        starts = cells.rows[row][0].strip() and (row, 0) not in cells.covered
        has_figures = any(is_figure(t) and when(plain(t)) is None for t in cells.texts(row))
        if starts or has_figures or not cells.texts(row):
            break
        count += 1
    return count


def _columns(cells: Cells, table: Layout, names: Names) -> dict[int, ColumnRule]:
    """What each column that is not empty holds, by its number from 0."""
    rules: dict[int, ColumnRule] = {}
    whole = [row for row in table.body if len(cells.texts(row)) > 1]  # no headings
    rows = whole or list(table.body)
    for at, head in enumerate(table.heads):
        filled = [text for row in rows if (text := cells.rows[row][at].strip())]
        if head or filled:
            says = head_says(head, names)
            before = {rule.holds for rule in rules.values()}
            holds = _holds(head_word(head)[0], filled, says, before, names)
            template = says.template if holds.is_figures else head_word(head)[0]
            rules[at] = ColumnRule(template, holds)
    rules = _without_strange(rules, table, names)
    figures = [at for at, rule in rules.items() if rule.holds.is_figures]
    rows = [row for row in rows if any(cells.rows[row][at].strip() for at in figures)]
    return {at: _filled_down(cells, at, rule, rows, rules) for at, rule in rules.items()}


def _without_strange(
    rules: Mapping[int, ColumnRule], table: Layout, names: Names
) -> dict[int, ColumnRule]:
    """The columns, where a head like that of an indicator is one only beside a known one."""
    said = {at: head_says(table.heads[at], names) for at in rules}
    known = {says.template for says in said.values() if names.indicator(says.indicator)}
    return {
        at: ColumnRule(head_word(table.heads[at])[0], Holds.NOTHING)
        if said[at].indicator and rule.holds.is_figures and rule.head not in known
        else rule
        for at, rule in rules.items()
    }


def _filled_down(
    cells: Cells, at: int, rule: ColumnRule, rows: list[int], rules: Mapping[int, ColumnRule]
) -> ColumnRule:
    """A column that names rows and is empty where the name above goes on."""
    others = [r for c, r in rules.items() if c != at and r.holds.is_of_rows]
    is_gappy = rule.holds.is_of_rows and any(not cells.rows[row][at].strip() for row in rows)
    starts = bool(rows) and bool(cells.rows[rows[0]][at].strip())
    is_filled = is_gappy and starts and bool(others) and rule.holds is not Holds.UNIT
    return replace(rule, fill=True) if is_filled else rule


def _holds(word: str, filled: list[str], says: HeadSays, before: set[Holds], names: Names) -> Holds:
    """What a column holds, by its head and by what stands in it."""
    role = ROLES.get(word)
    if role is Holds.NOTE:
        return role
    if role in (Holds.UNIT, Holds.PERIOD) and role not in before:
        return role
    if says.is_figures and (not filled or _share(filled, is_figure) >= HALF):
        return _kind(says)
    tests: tuple[tuple[Holds, Callable[[str], bool], float], ...] = (
        (Holds.UNIT, lambda t: bool(units_in(plain(t), names.unit)), MOST),
        (Holds.REGION, lambda t: bool(names.region(place(t))), HALF),
        (Holds.INDICATOR, lambda t: bool(names.indicator(indicator_said(t, names).name)), HALF),
        (Holds.PERIOD, lambda t: when(place(t)) is not None, MOST),
    )
    for holds, test, least in tests:
        if holds not in before and filled and _share(filled, test) >= least:
            return holds
    is_text = _share(filled, is_figure) < HALF
    return role if role and role not in before and is_text else Holds.NOTHING


def _share(texts: list[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, texts)) / len(texts) if texts else 0.0


def _kind(says: HeadSays) -> Holds:
    kinds = says.kinds - {"level"}
    if "growth" in kinds and says.units not in ((), (PERCENT,)):
        return Holds.NOTHING  # a difference in percentage points
    return KINDS.get(kinds, Holds.NOTHING)


def place(text: str) -> str:
    """A name of a place or a period as it is compared."""
    return split_marks(cleaned(split_marks(plain(text))[0]))[0]


def _names(
    cells: Cells,
    table: Layout,
    columns: Mapping[int, ColumnRule],
    names: Names,
    findings: Findings,
) -> Used:
    """The names in the heads of figures and before the rows that have figures."""
    used = Used()
    figures = [at for at, rule in columns.items() if rule.holds.is_figures]
    for at in figures:
        says = head_says(table.heads[at], names)
        _use(used, names, says, (None, table.heads[at]), findings)
    for row in table.body:
        is_heading = not any(cells.rows[row][at].strip() for at in figures)
        for at, rule in columns.items():
            text = cells.rows[row][at]
            says = _heading(text, names) if is_heading else _row_says(rule.holds, text, names)
            _use(used, names, says, (row + 1, ""), findings)
    return used


def _heading(text: str, names: Names) -> HeadSays:
    """What the name of a row without figures says of those below it, where it is known."""
    indicator, region = indicator_said(text, names).name, place(text)
    return HeadSays(
        "",
        indicator=indicator if names.indicator(indicator) else "",
        region=region if names.region(region) else "",
    )


def _row_says(holds: Holds, text: str, names: Names) -> HeadSays:
    """What a cell names, where its column names rows."""
    if holds is Holds.REGION:
        return HeadSays("", region=place(text))
    if holds is Holds.INDICATOR and not kinds_of(text, names.unit):
        return HeadSays("", indicator=indicator_said(text, names).name)
    return HeadSays("")


def _use(
    used: Used, names: Names, says: HeadSays, at: tuple[int | None, str], findings: Findings
) -> None:
    """Keep the names that a head or a row has; those that nothing is called by are found."""
    for table, word, key, keys in (
        ("indicators", says.indicator, names.indicator(says.indicator), used.indicators),
        ("regions", says.region, names.region(says.region), used.regions),
    ):
        if key:
            keys[word] = key
        elif word:
            used.not_taken[word] = None
            findings.add("left_unknown", *at, word, nearest=names.nearest(table, word))
