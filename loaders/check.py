"""All checks of a data folder, or of single files: everything found comes back at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from indicators import clock
from loaders.checks.beside import check_converted, check_names
from loaders.checks.cells import check_cells
from loaders.checks.figures import check_observations, check_targets
from loaders.checks.keys import check_keys, check_parents, of_a_moment
from loaders.checks.values import Catalogue, Values, catalogue, read_values
from loaders.corrections import correct
from loaders.folder import DataFile, files, read_all
from loaders.joined import by_home, join
from loaders.problems import Problems, Report
from loaders.references import References
from loaders.spellings.canonical import spelled
from loaders.tables import Table, assemble
from store.schema import BY_NAME, CATALOGUE


@dataclass(slots=True)
class Checked:
    """The tables that could be read, their values, and the digest of every file.

    `replaced` are files that others stand for in this check.
    """

    tables: dict[str, Table] = field(default_factory=dict)
    values: dict[str, Values] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    replaced: list[DataFile] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Judged:
    """What was checked together, a folder or files within the data they join, and its problems."""

    checked: Checked
    problems: Problems


def check(paths: Sequence[Path], data: Path, today: date | None = None) -> Report:
    """Check folders, and files within their folder, else within `data`, and beside one another."""
    return report(judge(paths, data, today))


def report(judged: Iterable[Judged]) -> Report:
    """All problems that were found."""
    problems = Problems()
    for one in judged:
        problems.absorb(one.problems)
    return problems.report()


def judge(paths: Sequence[Path], data: Path, today: date | None = None) -> list[Judged]:
    """Check each folder, and the files of each folder together."""
    folders = [path for path in paths if path.is_dir()]
    judged = [_judge_folder(path, today) for path in folders]
    given = by_home((path for path in paths if not path.is_dir()), data)
    return judged + [_judge_files(some, folder, today) for folder, some in given.items()]


def _judge_folder(folder: Path, today: date | None) -> Judged:
    problems = Problems()
    return Judged(check_folder(files(folder, problems), problems, today), problems)


def _judge_files(paths: Sequence[Path], folder: Path, today: date | None) -> Judged:
    problems = Problems(of=())
    joined = join(paths, folder, problems)
    if not joined.placed:
        return Judged(Checked(), problems)
    checked = check_folder(joined.of_tables, problems, today, joined.replaced)
    # What a file stands for is not gone.
    checked.digests |= dict.fromkeys((file.name for file in joined.replaced), "")
    return Judged(checked, problems)


def check_folder(
    of_tables: Mapping[str, list[DataFile]],
    problems: Problems,
    today: date | None = None,
    replaced: Sequence[DataFile] = (),
) -> Checked:
    """Check all tables of a folder; `replaced` are files that others of them stand for."""
    checked, references = _read(of_tables, problems)
    checked.replaced = list(replaced)
    for table in list(checked.tables.values()):
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
        checked.digests |= {sheet.file: sheet.digest for sheet in sheets}
        table = assemble(BY_NAME[name], sheets, problems)
        if table is not None:
            checked.tables[name] = table
            # A table with rows that cannot be read must not make unknown what they name.
            if not any(problem.is_error for sheet in sheets for problem in sheet.problems):
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
        return None
    if name == "observations":
        correct(checked.tables, references, problems)
        table = checked.tables[name]
    of_data = catalogue(checked.tables)
    values = checked.values[name] = read_values(table, of_data, problems)
    check_converted(values, of_data, references, problems)
    if name == "targets":
        return check_targets(values, of_data, problems)
    known = _known(checked.replaced, of_data, references)
    return check_observations(values, of_data, today or clock.today(), problems, known)


def _known(
    replaced: Sequence[DataFile], of_data: Catalogue, references: References
) -> Values | None:
    """The figures of files that others stand for; None without any that can be read."""
    found = [file for file in replaced if file.name.startswith("observations/")]
    sheets = read_all(found, unread := Problems())
    table = assemble(BY_NAME["observations"], sheets, unread) if sheets else None
    return read_values(spelled(table, references), of_data, unread) if table else None
