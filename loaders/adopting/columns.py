"""What the heads of the columns with figures say, by a recipe: a growth of the values before it."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from loaders.adopting.form import Head
from loaders.adopting.places import Places
from loaders.adopting.recipe import Holds
from loaders.adopting.says import Says
from loaders.adopting.values import is_figure
from loaders.reading.grid import letters

KINDS: Mapping[Holds, frozenset[str]] = MappingProxyType(
    {
        Holds.VALUE: frozenset(),
        Holds.MONTH: frozenset({"month"}),
        Holds.CUMULATED: frozenset({"cumulated"}),
        Holds.GROWTH: frozenset({"growth"}),
        Holds.MONTH_GROWTH: frozenset({"growth", "month"}),
        Holds.CUMULATED_GROWTH: frozenset({"growth", "cumulated"}),
    }
)
YEAR_BEFORE = ("上年", "去年")  # in the head of a column that stands between values and growth


class Columns:
    """The columns of a table under a recipe; those that are left out are found."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._row = places.form.layout.first + places.recipe.head_rows
        self._before: list[Says | None] = []  # of the columns with values; None: it is left out
        self._run: list[Says] = []  # those since the last column of growth

    def heads(self) -> dict[int, Says]:
        """What the head of each column says that is taken, by its number from 0."""
        heads = ((at, self._says(at, head)) for at, head in enumerate(self._places.form.heads))
        return {at: says for at, says in heads if says is not None}

    def _says(self, column: int, head: Head) -> Says | None:
        if head.holds and (head.holds.is_of_rows or head.holds is Holds.NOTE):
            return None
        name = head.text or letters(column)
        if head.holds is None or head.holds is Holds.NOTHING or self._is_left(head.says):
            self._leave(column, name, is_known=head.rule is not None)
            return None
        says = self._places.holes(head.says, self._row, head.text)
        says = replace(says, kinds=says.kinds | KINDS[head.holds], marks=head.marks)
        if not says.is_growth:
            self._before.append(says)
            self._run.append(says)
            return says
        whole = self._of_what(says)
        self._run = []
        if whole is None:
            self._places.findings.add("left_column", self._row, name)
        return whole

    def _is_left(self, says: Mapping[str, str]) -> bool:
        names = (says.get("indicator"), says.get("region"))
        return any(name in self._places.known.not_taken for name in names)

    def _leave(self, column: int, name: str, *, is_known: bool) -> None:
        """Say that a column is not taken, if there is anything in it."""
        cells, rows = self._places.cells, self._places.form.layout.body
        texts = [text for row in rows if (text := cells.rows[row][column].strip())]
        if not texts:
            return
        kind = "left_column" if is_known else "unknown_column"
        recipe = self._places.recipe.name
        self._places.findings.add(kind, self._row, name, recipe=recipe)
        if any(map(is_figure, texts)) and not any(word in name for word in YEAR_BEFORE):
            self._before.append(None)

    def _of_what(self, growth: Says) -> Says | None:
        """A column of growth with what it leaves to the nearest column of values before it.

        None where that column is left out, and so its growth.
        """
        own = growth.kinds - {"growth"}
        is_of_last = not (own or growth.indicator or growth.region or growth.when)
        if is_of_last and self._before and self._before[-1] is None:
            return None
        before = (value for value in reversed(self._before) if value is not None)
        of = next((value for value in before if _may_be(growth, value)), Says())
        of = max((value for value in self._run if _is_of_a_year(value, of)), key=_year, default=of)
        return replace(
            growth,
            indicator=growth.indicator or of.indicator,
            region=growth.region or of.region,
            when=growth.when or of.when,
            kinds=growth.kinds if own else growth.kinds | of.kinds,
            marks=growth.marks or of.marks,
        )


def _may_be(growth: Says, value: Says) -> bool:
    """Whether a column of values says nothing else than a column of growth says."""
    pairs = (
        (growth.indicator, value.indicator),
        (growth.region, value.region),
        (growth.when, value.when),
        (growth.kinds - {"growth"}, value.kinds),
    )
    return all(not own or not other or own == other for own, other in pairs)


def _is_of_a_year(one: Says, other: Says) -> bool:
    """Whether two columns of values are of the same thing, of the same part of any year."""
    parts = [value.when.part if value.when else None for value in (one, other)]
    return parts[0] == parts[1] and replace(one, when=None, marks=()) == replace(
        other, when=None, marks=()
    )


def _year(value: Says) -> str:
    return value.when.year if value.when else ""
