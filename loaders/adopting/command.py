"""`adopt` on the command line: a foreign table by its recipe, or a recipe proposed for it.

0 is written or proposed whole, 1 has something to mend, 2 is wrong usage.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from loaders.adopting import joined
from loaders.adopting.apply import Application, Figure
from loaders.adopting.beside import beside, hidden_sheets
from loaders.adopting.choose import Choice, Table, asked, choices, nearest
from loaders.adopting.findings import Findings, lines
from loaders.adopting.form import fitting, strange_lines
from loaders.adopting.joined import Fresh
from loaders.adopting.known import Known
from loaders.adopting.layout import Cells
from loaders.adopting.names import Names, names_of
from loaders.adopting.phrases import IN_TEXT, plain
from loaders.adopting.propose import propose
from loaders.adopting.recipe import Recipe, RecipeError, is_name, path_of, read_all, text
from loaders.adopting.request import Request, given, with_given
from loaders.contents import ContentsError
from loaders.printing import CLEAN, PROBLEMS, USAGE, complain, printed, report_lines
from loaders.problems import Problems, Report
from loaders.read import Grid, grids
from wording.words import Words, words

FIRST_ROWS = 12  # of a proposal, shown
SHOWN = ("indicator", "region", "period", "value", "unit", "status", "note_zh")
NO_LETTERS = re.compile(r"[\W\d_]+")


def adopt_command(request: Request, lang: str, today: date | None = None) -> int:
    """Adopt a file, or propose a recipe for it; `today` is Beijing's if not given."""
    say = words(lang)
    if not request.file.is_file():
        return complain(say("loaders.no_path", path=request.file), USAGE)
    try:
        found = grids(request.file, request.file.name)
        recipes = read_all(request.data)
    except ContentsError as error:
        return complain(next(iter(report_lines(Report((error.problem,)), say))), PROBLEMS)
    except RecipeError as error:
        return complain(say("adopt.bad_recipe", file=error.path, place=error.place), PROBLEMS)
    session = _Session(request, say, today, names_of(request.data), found)
    return session.run(recipes)


class _Session:
    """One run of the command."""

    def __init__(
        self, request: Request, say: Words, today: date | None, names: Names, found: list[Grid]
    ) -> None:
        self.request, self.say, self.today, self.names = request, say, today, names
        self.every = [Cells(grid) for grid in found if grid.is_visible and grid.rows]
        self.problems = Problems()
        for problem in hidden_sheets(found, request.file.name):
            self.problems.add(problem)
        self.sheets = [c for c in self.every if request.sheet in ("", c.name)]
        self.findings = Findings()
        self.given = given(request, names, self.findings)

    def run(self, recipes: list[Recipe]) -> int:
        """Apply the recipe that fits, else propose one."""
        if self.request.sheet and not self.sheets:
            known = self.say("adopt.comma").join(cells.name for cells in self.every)
            return complain(
                self.say("adopt.no_sheet", sheet=self.request.sheet, known=known), USAGE
            )
        if self.request.recipe:
            return self._by_name(recipes)
        found = choices(recipes, self.sheets, self.names) if self.request.save is None else []
        if len(found) > 1:
            known = self.say("adopt.comma").join(choice.recipe.name for choice in found)
            return complain(self.say("adopt.several_recipes", known=known), USAGE)
        return self._apply(found[0]) if found else self._propose(recipes)

    def _by_name(self, recipes: list[Recipe]) -> int:
        """Apply the recipe that was asked for."""
        recipe = next((one for one in recipes if one.name == self.request.recipe), None)
        if recipe is None:
            known = self.say("adopt.comma").join(one.name for one in recipes)
            name = self.request.recipe
            return complain(self.say("adopt.no_recipe", name=name, known=known), USAGE)
        choice = asked(recipe, self.sheets, self.names)
        if not choice.tables:
            heads = self.say("adopt.comma").join(rule.head for rule in recipe.columns)
            self.findings.add("unlike_columns", value=heads, recipe=recipe.name)
        return self._apply(choice)

    def _apply(self, choice: Choice) -> int:
        """Write the rows that a recipe gives, unless something hinders."""
        recipe = with_given(choice.recipe, self.given)
        figures = self._figures(recipe, choice.tables)
        path = path_of(self.request.data, recipe.name)
        printed([self.say("adopt.by_recipe", path=path, n=len(figures))])
        fresh = self._checked(recipe, figures)
        self._print_found(fresh.report)
        if self.findings.has_errors or fresh.report.errors:
            return complain(self.say("adopt.not_written"), PROBLEMS)
        if not fresh.figures:
            printed([self.say("adopt.nothing_new")])
            return CLEAN
        return self._write(fresh.figures)

    def _figures(self, recipe: Recipe, tables: Iterable[Table]) -> list[Figure]:
        """The figures of all sheets that a recipe reads; what is found on them is kept."""
        figures: list[Figure] = []
        tables = tuple(tables)
        for table in tables:
            known = Known(recipe, self.names)
            one = Application(recipe, table.form, table.cells, known, self.request.period)
            figures += one.figures()
            for problem in beside(table, self.request.file.name):
                self.problems.add(problem)
            self.findings.extend(one.findings, table.cells.name if len(self.every) > 1 else "")
        read = {table.cells.name for table in tables}
        for cells in self.every:
            if cells.name not in read:
                self.findings.add("left_sheet", value=cells.name)
        region = self.given.get("region", "")
        if figures and region and all(f.cells["region"] != region for f in figures):
            self.findings.add("unused_region", value=self.names.regions[region])
        if tables and not figures and not self.findings.has_errors:
            self.findings.add("no_figures")
        return figures

    def _checked(self, recipe: Recipe, figures: list[Figure]) -> Fresh:
        """The rows that are new to the data, and what a check says of them there.

        Without a source that is known nothing is checked: it would say the same thrice.
        """
        if not recipe.source:
            self.findings.add("no_source")
        elif recipe.source not in self.names.sources:
            self.findings.add("unknown_source", value=recipe.source)
        elif figures:
            file, data = self.request.file.name, self.request.data
            fresh = joined.checked(figures, self.request.path, file, data, self.today)
            self._tell_repeated(fresh)
            return replace(fresh, report=joined.both(self.problems.report(), fresh.report))
        return Fresh(figures, self.problems.report())

    def _tell_repeated(self, fresh: Fresh) -> None:
        for file, count in Counter(fresh.repeated).items():
            self.findings.add("left_repeated", value=file, count=str(count))

    def _write(self, figures: Sequence[Figure]) -> int:
        path = self.request.path
        new, there = joined.content(figures), joined.taken(path)
        if there == path and path.read_bytes() == new:
            printed([self.say("adopt.same", path=path)])
            return CLEAN
        if there and not (self.request.replace and there == path):
            return complain(self.say("adopt.exists", path=there), PROBLEMS)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(new)
        except OSError as error:
            return complain(self.say("loaders.file_system", reason=str(error)), PROBLEMS)
        printed([self.say("adopt.written", path=path)])
        return CLEAN

    def _propose(self, recipes: list[Recipe]) -> int:
        """Show the recipe that the table suggests, and store it if that was asked."""
        self._print_near(recipes)
        found = [
            (recipe, cells, seen) for cells in self.sheets for recipe, seen in self._looked(cells)
        ]
        if len(found) > 1:
            known = self.say("adopt.comma").join(cells.name for _, cells, _ in found)
            return complain(self.say("adopt.several_sheets", known=known), USAGE)
        if not found:
            is_data = any(joined.is_of_the_data(cells.rows[0]) for cells in self.sheets)
            self.findings.add("is_data" if is_data else "no_table")
            self._print_found(Report())
            return PROBLEMS
        recipe, cells, seen = found[0]
        self.findings.extend(seen)
        form = fitting(recipe, cells, Known(recipe, self.names))
        figures = self._figures(recipe, [Table(cells, form)] if form else [])
        self.findings = self.findings.without_again()
        report = self._checked(recipe, figures).report
        if self.request.save is None:
            printed([self.say("adopt.no_fit", file=self.request.file.name)])
        printed([self.say("adopt.proposed"), "", text(recipe)])
        printed([self.say("adopt.first_rows", n=len(figures)), *map(_shown, figures[:FIRST_ROWS])])
        self._print_found(report)
        # That the figures are in the data already is no fault of the recipe.
        hindering = [problem for problem in report.errors if problem.rule != "duplicate_key"]
        return self._store(recipe, is_right=not self.findings.has_errors and not hindering)

    def _looked(self, cells: Cells) -> Iterator[tuple[Recipe, Findings]]:
        """The recipe that a sheet suggests, if it suggests one, and what is found by looking."""
        seen = Findings()
        sheet = cells.name if len(self.every) > 1 else ""
        recipe = propose(cells, self.names, with_given(Recipe(sheet=sheet), self.given), seen)
        if recipe is not None:
            yield recipe, seen

    def _store(self, recipe: Recipe, *, is_right: bool) -> int:
        if not is_right:
            return complain(self.say("adopt.not_stored"), PROBLEMS)
        name = self._name()
        path = path_of(self.request.data, name)
        if self.request.save is None:
            printed([self.say("adopt.to_store", name=name)])
            return CLEAN
        if not is_name(name):
            return complain(self.say("adopt.bad_name", name=name), USAGE)
        if path.exists() and not self.request.replace:
            return complain(self.say("adopt.exists", path=path), PROBLEMS)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text(recipe), encoding="utf-8")
        printed([self.say("adopt.stored", path=path, file=self.request.file)])
        return CLEAN

    def _name(self) -> str:
        """The name of the recipe: as asked, else that of the file without its month and year."""
        stem = IN_TEXT.sub("", plain(self.request.file.stem))
        return self.request.save or "-".join(filter(None, NO_LETTERS.split(stem))) or "recipe"

    def _print_near(self, recipes: list[Recipe]) -> None:
        """Say why a recipe with the columns of a sheet does not fit it."""
        for recipe in recipes if self.request.save is None else ():
            for cells in self.sheets:
                form = nearest(recipe, cells, self.names)
                known = Known(recipe, self.names)
                for _, line in strange_lines(recipe, form.layout, known)[:1] if form else ():
                    printed([self.say("adopt.nearly", name=recipe.name, line=line)])

    def _print_found(self, report: Report) -> None:
        file, say = self.request.file.name, self.say
        for severity in ("error", "warning"):
            for line in lines(self.findings.of(severity), file, say):
                printed([f"{say(f'loaders.{severity}')}: {line}"])
        printed(report_lines(report, say))
        if left := self.findings.of("left"):
            printed([say("adopt.left"), *(f"  {line}" for line in lines(left, file, say))])


def _shown(figure: Figure) -> str:
    """A row as it is shown before it is written."""
    return "  " + " · ".join(figure.cells[name] for name in SHOWN if figure.cells[name])
