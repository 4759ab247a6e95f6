"""Whether a table has the form of a recipe: the same lines above, the same kinds of columns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from loaders.adopting.known import Known
from loaders.adopting.layout import BETWEEN, Cells, Layout, layout
from loaders.adopting.patterns import holes, match
from loaders.adopting.phrases import END, plain, split_marks, when
from loaders.adopting.recipe import ColumnRule, Holds, Recipe

ROWS_SEARCHED = 40  # from the top of a sheet, for its head


@dataclass(frozen=True, slots=True)
class Head:
    """A column of a table: its head, its marks, the rule that fits, and what its holes say.

    `rule` is None where no rule of the recipe fits.
    """

    text: str
    marks: tuple[str, ...] = ()
    rule: ColumnRule | None = None
    says: Mapping[str, str] = field(default_factory=dict)

    @property
    def holds(self) -> Holds | None:
        """What the column holds; None where no rule fits."""
        return self.rule.holds if self.rule else None


@dataclass(frozen=True, slots=True)
class Form:
    """A table seen through a recipe; `heads` has one for each column."""

    layout: Layout
    heads: tuple[Head, ...]

    def unknown(self) -> list[Head]:
        """The columns that the recipe does not speak of."""
        return [head for head in self.heads if head.rule is None and head.text]


def forms(recipe: Recipe, cells: Cells, known: Known) -> Iterator[Form]:
    """Return what a table may be by a recipe: one for each row at which its head may begin."""
    for first in range(min(ROWS_SEARCHED, len(cells.rows) - recipe.head_rows)):
        found = layout(cells, first, recipe.head_rows, recipe.end or END)
        heads = tuple(_heads(recipe, found.heads, known))
        if _has_columns(recipe, heads, known):
            yield Form(found, heads)


def fitting(recipe: Recipe, cells: Cells, known: Known) -> Form | None:
    """Return a table seen through a recipe whose form it has; None when it has not."""
    if recipe.sheet and match(recipe.sheet, plain(cells.name), any_number=True) is None:
        return None
    found = (f for f in forms(recipe, cells, known) if not strange_lines(recipe, f.layout, known))
    return next((form for form in found if _knows_rows(form, cells, known)), None)


def strange_lines(recipe: Recipe, found: Layout, known: Known) -> list[tuple[int, str]]:
    """The lines above a head that no line of the recipe is like."""
    return [(row, text) for row, text in found.lines if line(recipe, text, known) is None]


def line(recipe: Recipe, text: str, known: Known) -> dict[str, str] | None:
    """Return what the holes of the recipe's line say that a line is like; None for no line.

    Names that the recipe knows are looked for first: two holes may stand beside one another.
    """
    names = {"regions": tuple(known.regions), "indicators": tuple(known.indicators)}
    found = (
        match(template, plain(text), any_number=True, **some)
        for some in (names, {})
        for template in recipe.lines
    )
    return next((says for says in found if says is not None), None)


def _heads(recipe: Recipe, texts: Sequence[str], known: Known) -> Iterator[Head]:
    used: dict[str, int] = {}
    for text in texts:
        word, marks = head_word(text)
        alike = [rule for rule in recipe.columns if plain(rule.head) == word]
        if alike:  # columns with one head are told apart by their order
            used[word] = used.get(word, -1) + 1
            yield Head(text, marks, alike[min(used[word], len(alike) - 1)])
        else:
            yield Head(text, marks, *_by_holes(recipe, word, known))


def head_word(text: str) -> tuple[str, tuple[str, ...]]:
    """A head as it is compared, without marks, and its marks."""
    parts = [split_marks(plain(part)) for part in text.split(BETWEEN)]
    return BETWEEN.join(word for word, _ in parts), tuple(m for _, marks in parts for m in marks)


def _by_holes(
    recipe: Recipe, word: str, known: Known
) -> tuple[ColumnRule, Mapping[str, str]] | tuple[()]:
    """The rule whose holes fit a head, best one whose names the recipe knows; () for none."""
    fits = [(rule, match(rule.head, word)) for rule in recipe.columns if holes(rule.head)]
    right = [(rule, says) for rule, says in fits if says is not None and _is_right(says, known)]
    best = (each for each in right if _is_known(each[1], known))
    return next(best, right[0] if right else ())


def _is_right(says: Mapping[str, str], known: Known) -> bool:
    """Whether there are a period and units in the holes that are for them."""
    is_period = "period" not in says or when(says["period"]) is not None
    return is_period and ("unit" not in says or bool(known.units(says["unit"])))


def _is_known(says: Mapping[str, str], known: Known) -> bool:
    region, indicator = says.get("region"), says.get("indicator")
    return all(
        name is None or name in words or name in known.not_taken
        for name, words in ((region, known.regions), (indicator, known.indicators))
    )


def _has_columns(recipe: Recipe, heads: Sequence[Head], known: Known) -> bool:
    """Whether what names the rows is there, and most of the rest is known."""
    needed = [rule for rule in recipe.columns if rule.holds.is_of_rows]
    others = [head for head in heads if head.text and not (head.holds and head.holds.is_of_rows)]
    right = [head for head in others if head.rule is not None and _is_known(head.says, known)]
    has_figures = any(head.holds.is_figures for head in right if head.holds)
    has_needed = all(sum(head.rule is rule for head in heads) == 1 for rule in needed)
    return has_needed and has_figures and 2 * len(right) > len(others)


def _knows_rows(form: Form, cells: Cells, known: Known) -> bool:
    """Whether some row is called as the recipe knows it, where it has names for rows."""
    named = {
        Holds.INDICATOR: lambda text: known.name(text).name in known.indicators,
        Holds.REGION: lambda text: known.place(text).name in known.regions,
    }
    return all(
        any(named[head.holds](cells.rows[row][at]) for row in form.layout.body)
        for at, head in enumerate(form.heads)
        if head.holds in named
    )
