"""What adopting a table finds: what must be mended, what is worth a look, what is not taken."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from loaders.problems import LIMIT
from wording.words import Words

# The sentence of a kind is `adopt.found.<kind>` in translations/*/adopt.po.
KINDS: Mapping[str, str] = MappingProxyType(
    {
        "no_table": "error",
        "is_data": "error",
        "no_figures": "error",
        "no_source": "error",
        "unknown_source": "error",
        "unknown_region": "error",
        "unknown_indicator": "error",
        "unknown_status": "error",
        "unknown_key": "error",
        "unlike_form": "error",
        "unlike_columns": "error",
        "differs": "error",
        "unknown_name": "error",
        "unknown_place": "error",
        "unknown_column": "error",
        "unknown_section": "error",
        "unknown_unit": "error",
        "unknown_mark": "error",
        "other_mark": "error",
        "other_status": "error",
        "bad_period": "error",
        "no_name": "error",
        "no_indicator": "error",
        "no_region": "error",
        "no_period": "error",
        "no_unit": "error",
        "not_a_number": "error",
        "percent_unit": "error",
        "merged_figures": "error",
        "below_end": "error",
        "national": "error",
        "two_units": "error",
        "after_title": "error",
        "missing_column": "warning",
        "other_line_status": "warning",
        "title_period": "warning",
        "unused_region": "warning",
        "unexplained_mark": "warning",
        "twice": "left",
        "left_unknown": "left",
        "left_name": "left",
        "left_column": "left",
        "left_growth": "left",
        "left_note": "left",
        "left_heading": "left",
        "left_section": "left",
        "left_sheet": "left",
        "left_repeated": "left",
    }
)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something found in a foreign table. `row` counts as a spreadsheet does; None: no row."""

    kind: str
    row: int | None = None
    column: str = ""
    value: str = ""
    details: Mapping[str, str] = field(default_factory=dict)
    sheet: str = ""  # where a file has several

    @property
    def severity(self) -> str:
        """error, warning or left."""
        return KINDS[self.kind]


class Findings:
    """Collects what is found; each thing once."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, int | None, str, str], Finding] = {}

    def add(
        self, kind: str, row: int | None = None, column: str = "", value: str = "", **more: str
    ) -> None:
        """Keep a finding, unless the same was found before."""
        self._found.setdefault((kind, row, column, value), Finding(kind, row, column, value, more))

    def extend(self, others: "Findings", sheet: str = "") -> None:
        """Keep what was found on a sheet."""
        for one in others:
            kept = replace(one, sheet=sheet or one.sheet)
            self._found.setdefault((one.kind, one.row, one.column + kept.sheet, one.value), kept)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._found.values())

    def of(self, severity: str) -> list[Finding]:
        """Those of a severity, in the order in which they were found."""
        return [finding for finding in self if finding.severity == severity]

    def has(self, kind: str) -> bool:
        """Whether there is one of a kind."""
        return any(finding.kind == kind for finding in self)

    def without_again(self) -> "Findings":
        """The same without what a recipe leaves out because nothing is called so."""
        again = {(f.value, f.column) for f in self if f.kind == "left_unknown"}
        names, columns = {value for value, _ in again}, {column for _, column in again if column}
        kept = Findings()
        for key, one in self._found.items():
            is_name = one.kind == "left_name" and one.value in names
            if not is_name and not (one.kind == "left_column" and one.column in columns):
                kept._found[key] = one
        return kept

    @property
    def has_errors(self) -> bool:
        """Whether something must be mended before a row is written."""
        return bool(self.of("error"))


def lines(found: list[Finding], file: str, say: Words) -> Iterator[str]:
    """Say each finding with its place; those of a kind beyond the first twenty are counted."""
    counts: Counter[str] = Counter()
    for finding in found:
        counts[finding.kind] += 1
        if counts[finding.kind] <= LIMIT:
            yield say(
                "adopt.line", place=_place(finding, file, say), sentence=_sentence(finding, say)
            )
    for kind, count in counts.items():
        if count > LIMIT:
            yield say("adopt.more", count=count - LIMIT, kind=kind)


def _sentence(finding: Finding, say: Words) -> str:
    key = f"adopt.found.{finding.kind}"
    nearest = finding.details.get("nearest", "")
    hint = say("adopt.nearest", nearest=nearest) if nearest else ""
    return say(
        key, **{"value": finding.value, "column": finding.column, **finding.details, "hint": hint}
    )


def _place(finding: Finding, file: str, say: Words) -> str:
    parts = [file, *([finding.sheet] if finding.sheet else [])]
    if finding.row is not None:
        parts.append(say("loaders.row", row=finding.row))
    if finding.column:
        parts.append(say("loaders.column", column=finding.column))
    return say("loaders.place_separator").join(parts)
