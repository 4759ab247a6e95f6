"""A recipe applied to a table: rows in the project's form, and what is found on the way."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from indicators import periods
from indicators.vocabulary import Measure, Qualifier
from loaders.adopting.columns import Columns
from loaders.adopting.findings import Findings
from loaders.adopting.form import Form
from loaders.adopting.known import Known
from loaders.adopting.layout import Cells
from loaders.adopting.names import PERCENT
from loaders.adopting.notes import Marks, check_notes, notes
from loaders.adopting.phrases import When, plain, when
from loaders.adopting.places import Places
from loaders.adopting.recipe import Holds, Recipe
from loaders.adopting.says import Meaning, Says, together, unit_of
from loaders.adopting.values import split_value
from loaders.numbers import number

SAME = ("value", "unit")


@dataclass(frozen=True, slots=True)
class Figure:
    """A row in the project's form; `row` (as a spreadsheet counts) and `column` had its value."""

    cells: Mapping[str, str]
    row: int
    column: str

    @property
    def key(self) -> tuple[str, ...]:
        """What it is of, in the one spelling of its period."""
        period = periods.stretch(self.cells["period"]).text
        return self.cells["indicator"], self.cells["region"], period


class Application:
    """One table under one recipe. `period` is that of a table that does not say it."""

    def __init__(
        self, recipe: Recipe, form: Form, cells: Cells, known: Known, period: str = ""
    ) -> None:
        self.recipe, self.form, self.cells, self.known = recipe, form, cells, known
        self.findings = Findings()
        notes_below = notes(cells, form.layout)
        check_notes(recipe, notes_below, self.findings)
        self._marks = Marks(recipe, notes_below, self.findings)
        self._has_units = any(head.holds is Holds.UNIT for head in form.heads)
        self._given = Says(
            recipe.indicator,
            recipe.region,
            when(plain(period)) if period else None,
            (recipe.unit,) if recipe.unit else (),
        )

    def figures(self) -> list[Figure]:
        """Return the figures; what hinders or is left out is among `findings` then."""
        self._check_keys()
        self._check_form()
        if self.findings.has("unknown_key"):
            return []
        places = Places(self.recipe, self.form, self.cells, self.known, self.findings)
        lines, found = places.lines(), dict[tuple[str, ...], Figure]()
        for figure in self._figures(places, lines):
            self._keep(figure, found)
        self._check_title(lines.when, found.values())
        self._check_heads(lines.when)
        return list(found.values())

    def _figures(self, places: Places, lines: Says) -> Iterator[Figure]:
        heads = Columns(places).heads()
        for row in self.form.layout.body:
            says = places.row(row, heads)
            for column, head in heads.items() if says else ():
                figure = self._figure(row, column, (says or Says(), head, lines, self._given))
                if figure is not None:
                    yield figure

    def _figure(self, row: int, column: int, places: tuple[Says, ...]) -> Figure | None:
        """The figure in a cell; None where there is none, or something hinders."""
        text, own_marks = split_value(self.cells.rows[row][column])
        meaning = self._meaning(places, self.form.heads[column].text) if text else None
        if meaning is None:
            return None
        unit = self._unit(meaning, places)
        is_merged = (row, column) in self.cells.merged
        printed, rule = self._printed(text, unit, is_merged=is_merged)
        head = self.form.heads[column].text
        if rule == "no_unit" and not self._has_units:
            self.findings.add(rule, None, head)  # nowhere in the column
            return None
        if rule:
            self.findings.add(rule, row + 1, head, text)
            return None
        marks = (*own_marks, *(mark for one in places for mark in one.marks))
        self._marks.check(marks, row + 1, head)
        remarks = (places[0].note, self._marks.note(marks))
        cells = {
            "indicator": meaning.indicator,
            "region": meaning.region,
            "period": meaning.period,
            "value": printed,
            "unit": unit,
            "qualifier": Qualifier.EXACT.value,
            "status": self._marks.status(marks, meaning.period) or str(self.recipe.status),
            "source": self.recipe.source,
            "note_zh": "；".join(filter(None, remarks)),
            "note_en": "",
        }
        return Figure(cells, row + 1, head)

    def _meaning(self, places: tuple[Says, ...], head: str) -> Meaning | None:
        """What a figure is of, with its growth indicator; None where something is not said."""
        meaning = together(places)
        for name, column in (("indicator", ""), ("region", ""), ("period", head)):
            if not getattr(meaning, name):
                self.findings.add(f"no_{name}", None, column)
                return None
        own = self.known.names.indicators[meaning.indicator].measure
        if not meaning.is_growth or own == Measure.GROWTH:
            return meaning
        growth = self.known.names.growth_of(meaning.indicator)
        if not growth:
            name = self.known.names.indicators[meaning.indicator].name
            self.findings.add("left_growth", value=name)
            return None
        return meaning._replace(indicator=growth)

    def _unit(self, meaning: Meaning, places: tuple[Says, ...]) -> str:
        if meaning.is_growth:
            return PERCENT
        return unit_of(meaning.indicator, places, self.known.names)

    def _printed(self, text: str, unit: str, *, is_merged: bool) -> tuple[str, str]:
        """A number as it goes into a row, and the kind of what hinders ("" for nothing)."""
        if is_merged:
            return text, "merged_figures"
        if not unit:
            return text, "no_unit"
        if text.endswith("%") and unit != PERCENT:
            return text, "percent_unit"
        printed, rule = number(text, may_miss=True)
        return printed, "not_a_number" if rule else ""

    def _keep(self, figure: Figure, found: dict[tuple[str, ...], Figure]) -> None:
        """Keep a figure; one that is told twice alike is kept once."""
        first = found.setdefault(figure.key, figure)
        if first is figure:
            return
        is_same = all(first.cells[name] == figure.cells[name] for name in SAME)
        self.findings.add(
            "twice" if is_same else "differs",
            figure.row,
            figure.column,
            figure.cells["value"],
            first=str(first.row),
            head=first.column,
            other=first.cells["value"],
        )

    def _check_keys(self) -> None:
        """Report keys of the recipe that the catalogue does not have."""
        names, recipe = self.known.names, self.recipe
        for keys, there in (
            ((recipe.indicator, *recipe.indicators.values()), names.indicators.keys()),
            ((recipe.region, *recipe.regions.values()), names.regions.keys()),
            ((recipe.unit, *recipe.units.values()), names.dimensions.keys()),
        ):
            for key in keys:
                if key and key not in there:
                    self.findings.add("unknown_key", value=key, recipe=recipe.name)

    def _check_form(self) -> None:
        """Report columns that are not there, and figures below the line that ends the table."""
        there = {id(head.rule) for head in self.form.heads}
        for rule in self.recipe.columns:
            if id(rule) not in there and rule.holds is not Holds.NOTHING:
                self.findings.add("missing_column", value=rule.head)
        for row in sorted({row for row, _ in self.form.layout.tail}):
            texts = [split_value(cell)[0] for cell in self.cells.rows[row][1:]]
            if any(text and not number(text, may_miss=False)[1] for text in texts):
                self.findings.add("below_end", row + 1, value=self.cells.rows[row][0])

    def _check_heads(self, title: When | None) -> None:
        """Report heads whose month, in the year of the title, is after that of the title."""
        if title is None or not title.year or not title.part:
            return
        end = periods.parse(title.year + title.part).end
        for head in self.form.heads:
            said = when(head.says["period"]) if "period" in head.says else None
            if said and not said.year and said.part is not None:
                text = title.year + said.part
                if periods.parse(text).end > end:
                    title_text = title.year + title.part
                    self.findings.add("after_title", None, head.text, text, title=title_text)

    def _check_title(self, title: When | None, figures: Iterable[Figure]) -> None:
        """Report a title of another month or year than the latest figures below it."""
        if title is None or not title.year:
            return
        of_title = periods.parse(title.year + (title.part or ""))
        latest = max(
            (periods.parse(f.cells["period"]) for f in figures), key=lambda p: p.end, default=None
        )
        if latest is not None and latest.end != of_title.end:
            self.findings.add("title_period", value=of_title.text, latest=latest.text)
