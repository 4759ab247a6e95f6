"""All checks of a data folder, or of single files: everything found comes back at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from indicators import clock
from loaders.checks.beside import check_converted, check_names
from loaders.checks.cells import check_cells
from loaders.checks.figures import (
    Catalogue,
    Values,
    catalogue,
    check_observations,
    check_targets,
    read_values,
)
from loaders.checks.keys import check_keys, check_parents, of_a_moment
from loaders.contents import ContentsError
from loaders.folder import DataFile, files, home, read_all, spec_of
from loaders.problems import Problem, Problems, Report
from loaders.read import read
from loaders.references import References
from loaders.spellings.canonical import spelled
from loaders.tables import Table, assemble
from store.schema import BY_NAME, CATALOGUE


@dataclass(slots=True)
class Checked:
    """The tables that could be read, their values, and the digest of every file."""

    tables: dict[str, Table] = field(default_factory=dict)
    values: dict[str, Values] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)


def check(paths: Sequence[Path], data: Path, today: date | None = None) -> Report:
    """Check folders, and files against the catalogue of their folder, else of `data`."""
    problems = Problems()
    for path in paths:
        if path.is_dir():
            check_folder(files(path, problems), problems, today)
        else:
            _check_file(path, home(path, data), problems, today)
    return problems.report()


def check_folder(
    of_tables: Mapping[str, list[DataFile]], problems: Problems, today: date | None = None
) -> Checked:
    """Check all tables of a folder."""
    checked, references = _read(of_tables, problems)
    for table in checked.tables.values():
        _check_table(table, references, checked, problems, today)
    return checked


def _read(
    of_tables: Mapping[str, list[DataFile]], problems: Problems
) -> tuple[Checked, References]:
    checked, whole = Checked(), {}
    for name, of_table in of_tables.items():
        is_read = of_table or BY_NAME[name].optional
        sheets = read_all(of_table, problems) if is_read else None
        if sheets is None:
            continue
        checked.digests |= {sheet.name: sheet.digest for sheet in sheets}
        table = assemble(BY_NAME[name], sheets, problems)
        if table is not None:
            checked.tables[name] = table
            # A table with rows that cannot be read must not make unknown what they name.
            if not any(sheet.problems for sheet in sheets):
                whole[name] = table
    references = References(whole)
    checked.tables = {name: spelled(table, references) for name, table in checked.tables.items()}
    return checked, references


def _check_table(
    table: Table, references: References, checked: Checked, problems: Problems, today: date | None
) -> None:
    check_cells(table, references, problems)
    check_names(table, references, problems)
    check_keys(table, of_a_moment(checked.tables.get("indicators")), problems)
    name = table.spec.name
    if name == "regions":
        check_parents(table, problems)
    if name not in ("observations", "targets") or not checked.tables.keys() >= {*CATALOGUE}:
        return
    of_data = catalogue(checked.tables)
    values = checked.values[name] = read_values(table, of_data, problems)
    check_converted(values, of_data, references, problems)
    _check_values(values, of_data, problems, today or clock.today())


def _check_values(values: Values, of_data: Catalogue, problems: Problems, today: date) -> None:
    if values.table.spec.name == "observations":
        check_observations(values, of_data, today, problems)
    else:
        check_targets(values, of_data, problems)


def _check_file(path: Path, folder: Path, problems: Problems, today: date | None) -> None:
    try:
        sheet = read(path, path.name)
    except FileNotFoundError:
        return problems.add(Problem(str(path), None, "", "missing_file"))
    except ContentsError as error:
        return problems.add(error.problem)
    spec = spec_of(path, sheet)
    if spec is None:
        return problems.add(Problem(path.name, 1, "", "unknown_form"))
    reference = files(folder, Problems())
    needed = {name: reference[name] for name in CATALOGUE if name != spec.name}
    checked, _ = _read(needed, Problems())  # their problems are not this file's
    table = assemble(spec, [sheet], problems)
    if table is None:
        return None
    references = References(checked.tables | {spec.name: table})
    table = checked.tables[spec.name] = spelled(table, references)
    return _check_table(table, references, checked, problems, today)
