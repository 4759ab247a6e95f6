"""What the lines, heads and rows of a table say of its figures, by a recipe."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from loaders.adopting.findings import Findings
from loaders.adopting.form import Form, line, strange_lines
from loaders.adopting.known import Known
from loaders.adopting.layout import Cells
from loaders.adopting.phrases import is_of_nation, plain, status_of, when
from loaders.adopting.reading import LEVEL, kinds_of
from loaders.adopting.recipe import Holds, Recipe
from loaders.adopting.says import Says

NAMING = (Holds.REGION, Holds.INDICATOR, Holds.PERIOD)  # without which a row says nothing


class Places:
    """A table under a recipe; what it names and the recipe does not know is found."""

    def __init__(
        self, recipe: Recipe, form: Form, cells: Cells, known: Known, findings: Findings
    ) -> None:
        self.recipe, self.form, self.cells = recipe, form, cells
        self.known, self.findings = known, findings
        self._above: dict[Holds, str] = {}
        self._last: Says | None = None
        self._section = Says()  # of a heading without figures, for the rows below it
        self._is_in_unknown = False  # below a heading that is unknown, among others that are not

    def lines(self) -> Says:
        """What the lines above the head say, the first that says a thing first."""
        for row, text in strange_lines(self.recipe, self.form.layout, self.known):
            self.findings.add("unlike_form", row + 1, value=text, recipe=self.recipe.name)
        merged = Says()
        for row, text in self.form.layout.lines:
            self._check_line(row, text)
            one = self.holes(line(self.recipe, text, self.known) or {}, row + 1, "")
            merged = Says(
                merged.indicator or one.indicator,
                merged.region or one.region,
                merged.when or one.when,
                merged.units or one.units,
            )
        return merged

    def _check_line(self, row: int, text: str) -> None:
        """Report a line that speaks of the whole country, or of another status than the recipe."""
        word, status = plain(text), status_of(plain(text))
        if is_of_nation(word):
            self.findings.add("national", row + 1, value=text)
        if status and status != self.recipe.status:
            self.findings.add("other_line_status", row + 1, value=text, says=self.recipe.status)

    def holes(self, says: Mapping[str, str], row: int, column: str) -> Says:
        """What the holes of a line or a head say."""
        name = self.known.name(says.get("indicator", ""))
        place = self.known.place(says.get("region", ""))
        return Says(
            self.key("indicators", name.name, row, column),
            self.key("regions", place.name, row, column),
            when(says["period"]) if "period" in says else None,
            self.known.units(says["unit"]) if "unit" in says else name.units,
            name.kinds,
        )

    def key(self, table: str, word: str, row: int, column: str = "") -> str:
        """The key of a name; "" where there is none, which is found unless it is left out."""
        keys = self.known.indicators if table == "indicators" else self.known.regions
        if word and word not in keys and word not in self.known.not_taken:
            nearest = self.known.names.nearest(table, word)
            kind = "unknown_name" if table == "indicators" else "unknown_place"
            self.findings.add(kind, row, column, word, nearest=nearest, recipe=self.recipe.name)
        return keys.get(word, "")

    def row(self, row: int, columns: Mapping[int, Says]) -> Says | None:
        """What a row says of the figures in its columns; None where it is to be passed over."""
        texts = list(self._texts(row))
        if not any(self.cells.rows[row][column].strip() for column in columns):
            self._heading(row, texts)
            return None
        if self._is_in_unknown:
            return None
        says = Says(note="；".join(t for holds, t in texts if holds is Holds.NOTE and t))
        for holds, text in texts:
            found = Says() if holds is Holds.NOTE else self._read(holds, text, row)
            if found is None:
                self._last = None
                return None
            if says.units and found.units and says.units != found.units:
                units = (*says.units, *found.units)
                self.findings.add("two_units", row + 1, value=" ".join(units))
            says = _both(says, found)
        self._last = _both(says, self._section)
        return self._last

    def _texts(self, row: int) -> Iterator[tuple[Holds, str]]:
        """What stands in the columns that are no figures, with what is said above where it is."""
        for column, head in enumerate(self.form.heads):
            if head.rule is None or not (head.rule.holds.is_of_rows or head.holds is Holds.NOTE):
                continue
            text, holds = self.cells.rows[row][column].strip(), head.rule.holds
            if head.rule.fill:
                text = self._above[holds] = text or self._above.get(holds, "")
            yield holds, text

    def _heading(self, row: int, texts: list[tuple[Holds, str]]) -> None:
        """Keep what a row without figures says of those below it, or say that it is unknown."""
        told = {holds for holds, _ in texts}  # by the rows themselves
        for holds, text in texts:
            if holds in NAMING and text:
                says = self._heads_rows(text)
                self._last = says
                if is_of_nation(plain(text)):
                    self.findings.add("national", row + 1, value=text)
                if says is None:
                    self._unknown_heading(row, text)
                else:
                    self._enter(says, told)

    def _unknown_heading(self, row: int, text: str) -> None:
        """Say that a heading is passed over, and with it, where others say something, its rows.

        One that the recipe lists as not taken changes nothing.
        """
        is_listed = self.known.place(text).name in self.known.not_taken
        if self._section == Says() or is_listed:
            self.findings.add("left_heading", row + 1, value=text)
            return
        self._is_in_unknown = True
        kind = "unknown_section" if self.recipe.name else "left_section"
        self.findings.add(kind, row + 1, value=text)

    def _enter(self, says: Says, told: Collection[Holds]) -> None:
        """Go into the rows below a heading; it says nothing that each of them says itself."""
        section = self._section
        if says.indicator and Holds.INDICATOR not in told:
            self._section = replace(says, region=section.region, when=section.when)
        elif says.region and Holds.REGION not in told:
            self._section = replace(section, region=says.region, marks=says.marks)
        elif says.when and Holds.PERIOD not in told:
            self._section = replace(section, when=says.when, marks=says.marks)
        else:
            return
        self._is_in_unknown = False

    def _heads_rows(self, text: str) -> Says | None:
        """What the name of a row without figures says; None where it is unknown."""
        name, place = self.known.name(text), self.known.place(text)
        if name.name in self.known.indicators:
            key = self.known.indicators[name.name]
            return Says(key, units=name.units, kinds=name.kinds, marks=name.marks)
        if place.name in self.known.regions:
            return Says(region=self.known.regions[place.name], marks=place.marks)
        found = when(place.name)
        return Says(when=found, marks=place.marks) if found else None

    def _read(self, holds: Holds, text: str, row: int) -> Says | None:
        """What a cell that names the row says; None where that hinders or the row is left out."""
        if not text and holds in NAMING:
            self.findings.add("no_name", row + 1, value=holds.value)
            return None
        return READERS[holds](self, text, row)

    def _name(self, text: str, row: int) -> Says | None:
        said = self.known.name(text)
        only = kinds_of(text, self.known.unit)
        if only and said.name not in self.known.indicators:  # a growth below what grows
            if self._last is None:
                self.findings.add("left_heading", row + 1, value=text)
                return None
            own = only.kinds - {LEVEL}
            kinds = own if own - {"growth"} else own | self._last.kinds
            return replace(self._last, kinds=kinds, units=only.units, when=None, region="")
        key = self.key("indicators", said.name, row + 1)
        if not key:
            self._leave(said.name, row)
            return None
        return Says(key, units=said.units, kinds=said.kinds, marks=said.marks)

    def _place(self, text: str, row: int) -> Says | None:
        said = self.known.place(text)
        key = self.key("regions", said.name, row + 1)
        if not key:
            self._leave(said.name, row)
            return None
        return Says(region=key, marks=said.marks)

    def _leave(self, name: str, row: int) -> None:
        if name in self.known.not_taken:
            self.findings.add("left_name", row + 1, value=name)

    def _period(self, text: str, row: int) -> Says | None:
        said = self.known.place(text)
        found = when(said.name)
        if found is None:
            self.findings.add("bad_period", row + 1, value=text)
            return None
        return Says(when=found, marks=said.marks)

    def _unit(self, text: str, row: int) -> Says | None:
        units = self.known.units(text)
        if text and not units:
            self.findings.add("unknown_unit", row + 1, value=text, recipe=self.recipe.name)
            return None
        return Says(units=units)


READERS = MappingProxyType(
    {
        Holds.INDICATOR: Places._name,
        Holds.REGION: Places._place,
        Holds.PERIOD: Places._period,
        Holds.UNIT: Places._unit,
    }
)


def _both(one: Says, other: Says) -> Says:
    """What two cells of a row say; the unit of a column of units before that of a name."""
    return Says(
        one.indicator or other.indicator,
        one.region or other.region,
        one.when or other.when,
        one.units or other.units,
        one.kinds | other.kinds,
        one.marks + other.marks,
        one.note,
    )
