"""All checks of a data folder, or of single files: everything found comes back at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from loaders.cells import Known, check_cells
from loaders.contents import ContentsError
from loaders.figures import (
    Catalogue,
    Figures,
    catalogue,
    check_observations,
    check_targets,
    figures,
)
from loaders.folder import DataFile, files, home, read_all, spec_of
from loaders.keys import check_keys, check_parents
from loaders.problems import Findings, Problem, Report
from loaders.sheets import read
from loaders.tables import Facts, assemble
from store.schema import BY_NAME, CATALOGUE


@dataclass(slots=True)
class Checked:
    """The tables that could be read, their figures, and the digest of every file."""

    tables: dict[str, Facts] = field(default_factory=dict)
    figures: dict[str, Figures] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)


def check(paths: Sequence[Path], data: Path, today: date | None = None) -> Report:
    """Check folders, and files against the catalogue of their folder, else of `data`."""
    findings = Findings()
    for path in paths:
        if path.is_dir():
            check_folder(files(path, findings), findings, today)
        else:
            _check_file(path, home(path, data), findings, today)
    return findings.report()


def check_folder(
    found: Mapping[str, list[DataFile]], findings: Findings, today: date | None = None
) -> Checked:
    """Check all tables of a folder."""
    checked, known = _read(found, findings)
    for facts in checked.tables.values():
        _check_table(facts, known, checked, findings, today)
    return checked


def _read(found: Mapping[str, list[DataFile]], findings: Findings) -> tuple[Checked, Known]:
    checked, whole = Checked(), {}
    for table, of_table in found.items():
        is_read = of_table or BY_NAME[table].optional
        sheets = read_all(of_table, findings) if is_read else None
        if sheets is None:
            continue
        checked.digests |= {sheet.name: sheet.digest for sheet in sheets}
        facts = assemble(BY_NAME[table], sheets, findings)
        if facts is not None:
            checked.tables[table] = facts
            # A table with rows that cannot be read must not make unknown what they name.
            if not any(sheet.problems for sheet in sheets):
                whole[table] = facts
    return checked, Known(whole)


def _check_table(
    facts: Facts, known: Known, checked: Checked, findings: Findings, today: date | None
) -> None:
    check_cells(facts, known, findings)
    check_keys(facts, findings)
    table = facts.spec.name
    if table == "regions":
        check_parents(facts, findings)
    if table not in ("observations", "targets") or not checked.tables.keys() >= {*CATALOGUE}:
        return
    words = catalogue(checked.tables)
    checked.figures[table] = figures(facts, words, findings)
    _check_figures(checked.figures[table], words, findings, today or date.today())


def _check_figures(found: Figures, words: Catalogue, findings: Findings, today: date) -> None:
    if found.facts.spec.name == "observations":
        check_observations(found, words, today, findings)
    else:
        check_targets(found, words, findings)


def _check_file(path: Path, folder: Path, findings: Findings, today: date | None) -> None:
    try:
        sheet = read(path, path.name)
    except FileNotFoundError:
        return findings.add(Problem(str(path), None, "", "missing_file"))
    except ContentsError as error:
        return findings.add(error.problem)
    spec = spec_of(path, sheet)
    if spec is None:
        return findings.add(Problem(path.name, 1, "", "unknown_form"))
    reference = files(folder, Findings())
    needed = {table: reference[table] for table in CATALOGUE if table != spec.name}
    checked, _ = _read(needed, Findings())  # their problems are not this file's
    facts = assemble(spec, [sheet], findings)
    if facts is None:
        return None
    checked.tables[spec.name] = facts
    return _check_table(facts, Known(checked.tables), checked, findings, today)
