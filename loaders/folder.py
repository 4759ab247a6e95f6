"""Which file of a data folder is which table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path, PurePath

from loaders.contents import ContentsError
from loaders.headers import likeness
from loaders.problems import Problem, Problems
from loaders.read import SUFFIXES, Sheet, read
from store.columns import TableSpec
from store.schema import SPECS

OF_TABLES = frozenset(spec.name for spec in SPECS if spec.folder)
OTHER_FOLDERS = ("geo", "recipes")  # of the program, not of the tables
LEFT_ALONE = ("*.sqlite*", "*.md", "thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of a data folder; `name` is its path inside the folder."""

    path: Path
    name: str


def is_home(folder: Path) -> bool:
    """Whether a folder is a data folder: some table lies in it."""
    return any(_files_of(spec, folder) for spec in SPECS)


def files_within(folder: Path) -> list[Path]:
    """All files in a folder that may be meant as data, at any depth."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return [path for path in paths if not _is_left_alone(path.relative_to(folder))]


def spread(paths: Iterable[Path]) -> list[Path]:
    """The paths, with its files in the place of a folder that is no data folder and has any."""
    return [
        each
        for path in paths
        for each in ((files_within(path) if path.is_dir() and not is_home(path) else ()) or (path,))
    ]


def files(folder: Path, problems: Problems) -> dict[str, list[DataFile]]:
    """Return the files of each table; report what is missing, double or of no table."""
    found = {spec.name: _files_of(spec, folder) for spec in SPECS}
    for spec in SPECS:
        if not found[spec.name] and not spec.optional:
            problems.add(Problem(_expected(spec), None, "", "missing_file"))
    taken = {file.path for each in found.values() for file in each}
    found = {table: _without_twins(each, problems) for table, each in found.items()}
    for path in files_within(folder):
        name = path.relative_to(folder)
        if path not in taken:
            rule = "not_read" if name.parts[0] in OF_TABLES else "unknown_file"
            problems.add(Problem(name.as_posix(), None, "", rule))
    return found


def _is_left_alone(name: PurePath) -> bool:
    """Whether a file of a data folder is none that anybody may have meant as data."""
    return (
        name.parts[0] in OTHER_FOLDERS
        or any(part.startswith((".", "~$")) for part in name.parts)
        or any(fnmatch(name.name.lower(), pattern) for pattern in LEFT_ALONE)
    )


def _files_of(spec: TableSpec, folder: Path) -> list[DataFile]:
    pattern = f"{spec.name}/*" if spec.folder else f"{spec.name}.*"
    return [DataFile(p, p.relative_to(folder).as_posix()) for p in _sheets(folder, pattern)]


def _sheets(folder: Path, pattern: str) -> list[Path]:
    found = (path for path in folder.glob(pattern) if path.suffix.lower() in SUFFIXES)
    return sorted(
        path for path in found if path.is_file() and not path.name.startswith(("~$", "."))
    )


def _expected(spec: TableSpec) -> str:
    return f"{spec.name}/*.csv" if spec.folder else f"{spec.name}.csv"


def _without_twins(found: list[DataFile], problems: Problems) -> list[DataFile]:
    kept: dict[Path, DataFile] = {}
    for file in found:
        first = kept.setdefault(file.path.with_suffix(""), file)
        if first != file:
            problems.add(Problem(file.name, None, "", "two_files", first.name))
    return list(kept.values())


def read_all(found: list[DataFile], problems: Problems) -> list[Sheet] | None:
    """Read the files of a table; None when one cannot be read whose problems are collected."""
    sheets: list[Sheet] = []
    is_whole = True
    for file in found:
        try:
            sheets += read(file.path, file.name)
        except ContentsError as error:
            problems.add(error.problem)
            is_whole &= not problems.concerns(file.name)
    return sheets if is_whole else None


def home(path: Path, default: Path) -> Path:
    """Return the data folder that a file belongs to: its own, the one above, or the default."""
    for folder in (path.parent, path.parent.parent):
        if _sheets(folder, "indicators.*"):
            return folder
    return default


def spec_of(path: Path, sheet: Sheet) -> TableSpec | None:
    """Return the spec of a single file: by its place, by its name, else by its header."""
    by_place: Mapping[str, TableSpec] = {spec.name: spec for spec in SPECS if spec.folder}
    by_name: Mapping[str, TableSpec] = {spec.name: spec for spec in SPECS if not spec.folder}
    if spec := by_place.get(path.parent.name) or by_name.get(path.stem):
        return spec
    best = max(SPECS, key=lambda spec: likeness(spec, sheet.header))
    return best if likeness(best, sheet.header) > 0.5 else None
