"""A file as the tables that are in it, or as the texts of its cells."""

from pathlib import Path

from loaders.reading.grid import Grid
from loaders.reading.separated import separated_grid, separated_sheet
from loaders.reading.sheet import Sheet

__all__ = ["SUFFIXES", "Grid", "Sheet", "grids", "read"]

SUFFIXES = (".csv", ".xlsx", ".xlsm", ".xls", ".ods")


def read(path: Path, name: str) -> list[Sheet]:
    """Read a file: each visible sheet that has the form of a table, at least one.

    Its cells are categorical columns, so that a check looks at each distinct word once. Raises
    `ContentsError` with the one thing for which it cannot be read.
    """
    if _is_workbook(path):
        from loaders.reading.workbook import workbook_sheets

        return workbook_sheets(path, name)
    return [separated_sheet(path, name)]


def grids(path: Path, name: str) -> list[Grid]:
    """All sheets of a workbook, or the one table of a CSV file, of whatever form.

    Raises `ContentsError`.
    """
    if _is_workbook(path):
        from loaders.reading.workbook import workbook_grids

        return workbook_grids(path, name)
    return [separated_grid(path, name)]


def _is_workbook(path: Path) -> bool:
    if path.suffix.lower() == ".csv":
        return False
    # Not at the top: a folder of CSV files is loaded sooner without what reads workbooks.
    from loaders.reading.workbook import is_workbook

    return is_workbook(path)
