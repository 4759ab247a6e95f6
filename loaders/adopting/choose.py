"""Which stored recipe a file is to be read by: the one whose form its tables have."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from loaders.adopting.form import Form, fitting, forms, strange_lines
from loaders.adopting.known import Known
from loaders.adopting.layout import Cells
from loaders.adopting.names import Names
from loaders.adopting.recipe import Recipe


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet that has the form of a recipe."""

    cells: Cells
    form: Form


@dataclass(frozen=True, slots=True)
class Choice:
    """A recipe and the sheets that it reads; none where it fits no sheet."""

    recipe: Recipe
    tables: tuple[Table, ...]

    @property
    def is_whole(self) -> bool:
        """Whether it speaks of every column."""
        return not any(table.form.unknown() for table in self.tables)


def choices(recipes: Iterable[Recipe], sheets: Sequence[Cells], names: Names) -> list[Choice]:
    """Return the recipes that fit a file; those that speak of every column if there are such."""
    every = [Choice(recipe, tuple(_tables(recipe, sheets, names))) for recipe in recipes]
    fit = [choice for choice in every if choice.tables]
    return [choice for choice in fit if choice.is_whole] or fit


def _tables(recipe: Recipe, sheets: Sequence[Cells], names: Names) -> Iterable[Table]:
    known = Known(recipe, names)
    for cells in sheets:
        if form := fitting(recipe, cells, known):
            yield Table(cells, form)


def asked(recipe: Recipe, sheets: Sequence[Cells], names: Names) -> Choice:
    """Return the sheets that fit a recipe that was asked for, else those with its columns alone.

    What is strange above the head of the latter is found when the recipe is applied.
    """
    if found := tuple(_tables(recipe, sheets, names)):
        return Choice(recipe, found)
    nearly = ((cells, nearest(recipe, cells, names)) for cells in sheets)
    return Choice(recipe, tuple(Table(cells, form) for cells, form in nearly if form))


def nearest(recipe: Recipe, cells: Cells, names: Names) -> Form | None:
    """Return the table whose columns are a recipe's, with the fewest strange lines above them."""
    known = Known(recipe, names)
    found = forms(recipe, cells, known)
    return min(found, key=lambda form: len(strange_lines(recipe, form.layout, known)), default=None)
