"""What the texts of a sheet do not show: hidden parts, comments, formulas, digits out of sight."""

from collections.abc import Iterable, Iterator

from loaders.adopting.choose import Table
from loaders.adopting.recipe import Holds
from loaders.problems import Problem
from loaders.read import Grid
from loaders.reading.grid import Finding, address, letters


def beside(table: Table, file: str) -> Iterator[Problem]:
    """Return the problems of the cells that are taken from a sheet, and what lies beside them."""
    grid, rows = table.cells.grid, {*table.form.layout.body}
    taken = {
        at: head.text or letters(at)
        for at, head in enumerate(table.form.heads)
        if head.holds is not None and head.holds is not Holds.NOTHING
    }
    for finding in grid.findings:
        if finding.row < 0 or (finding.row in rows and finding.column in taken):
            yield _problem(finding, taken.get(finding.column, ""), file)
        elif finding.rule == "cell_comment":
            yield _problem(finding, letters(finding.column), file)
    for row in sorted(grid.hidden_rows & rows):
        yield Problem(file, row + 1, "", "hidden_rows", str(row + 1))
    for column in sorted(grid.hidden_columns & taken.keys()):
        yield Problem(file, None, "", "hidden_columns", taken[column])


def hidden_sheets(grids: Iterable[Grid], file: str) -> list[Problem]:
    """Return the sheets that are passed over because nobody sees them."""
    return [
        Problem(file, None, "", "hidden_sheet", grid.name)
        for grid in grids
        if grid.rows and not grid.is_visible
    ]


def _problem(finding: Finding, column: str, file: str) -> Problem:
    if finding.row < 0:
        return Problem(file, None, "", finding.rule, finding.value, finding.details)
    details = {"address": address(finding.row, finding.column), **finding.details}
    return Problem(file, finding.row + 1, column, finding.rule, finding.value, details)
