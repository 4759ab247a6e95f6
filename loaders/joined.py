"""Files judged within the data that they will join: those of a folder, and one another."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from loaders.contents import ContentsError
from loaders.folder import DataFile, files, home, spec_of
from loaders.problems import Problem, Problems
from loaders.read import SUFFIXES, read
from store.columns import TableSpec


@dataclass(slots=True)
class Joined:
    """The files of each table: those of a folder with the ones given, which stand behind them.

    A file given stands for the one of the same name in its table, which is among the `replaced`;
    any other joins the table. `placed` are those that are of a table.
    """

    of_tables: dict[str, list[DataFile]]
    placed: list[DataFile] = field(default_factory=list)
    replaced: list[DataFile] = field(default_factory=list)


def by_home(paths: Iterable[Path], data: Path) -> Mapping[Path, list[Path]]:
    """The files by the data folder that each belongs to, else `data`."""
    homes: dict[Path, list[Path]] = defaultdict(list)
    for path in paths:
        homes[home(path, data)].append(path)
    return homes


def join(paths: Sequence[Path], folder: Path, problems: Problems) -> Joined:
    """Put files into a folder's tables; report those that are of none.

    Problems of the folder's own files are noted, not reported.
    """
    of_folder = Problems()
    joined = Joined(files(folder, of_folder))
    problems.has_errors_elsewhere |= of_folder.has_errors
    for file in _named(paths):
        problems.include(file.name)
        spec = _spec(file, problems)
        if spec is not None:
            _place(file, spec, joined)
    return joined


def _named(paths: Sequence[Path]) -> list[DataFile]:
    """Files by their bare names, by the whole path where two have the same."""
    counts = Counter(path.name for path in paths)
    return [DataFile(p, p.name if counts[p.name] == 1 else p.as_posix()) for p in paths]


def _spec(file: DataFile, problems: Problems) -> TableSpec | None:
    if file.path.exists() and file.path.suffix.lower() not in SUFFIXES:
        problems.add(Problem(file.name, None, "", "not_read"))
        return None
    try:
        sheets = read(file.path, file.name)
    except FileNotFoundError:
        problems.include(str(file.path))
        problems.add(Problem(str(file.path), None, "", "missing_file"))
        return None
    except ContentsError as error:
        problems.add(error.problem)
        return None
    for sheet in sheets:
        problems.include(sheet.name)
    spec = spec_of(file.path, sheets[0])
    if spec is None:
        problems.add(Problem(file.name, 1, "", "unknown_form"))
    return spec


def _place(file: DataFile, spec: TableSpec, joined: Joined) -> None:
    there = joined.of_tables[spec.name]
    alike = [other for other in there if other.path.stem == file.path.stem]
    joined.of_tables[spec.name] = [other for other in there if other not in alike] + [file]
    # The file itself, as it lies in the folder, is no other state of it.
    joined.replaced += [o for o in alike if o.path.resolve() != file.path.resolve()]
    joined.placed.append(file)
