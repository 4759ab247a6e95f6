"""A recipe: how the tables of one form become rows. A small reviewed TOML file beside the data."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any

import tomli_w

from indicators.vocabulary import Status

FOLDER = "recipes"  # inside the data folder
NAME = re.compile(r"[\w-]+")


class Holds(StrEnum):
    """What a column of a foreign table holds."""

    REGION = "region"
    INDICATOR = "indicator"
    PERIOD = "period"
    UNIT = "unit"
    NOTE = "note"
    VALUE = "value"  # of the period that its head or its row says
    MONTH = "month"
    CUMULATED = "cumulated"  # since January
    GROWTH = "growth"  # of the value column before it, unless its head says of what
    MONTH_GROWTH = "growth of the month"
    CUMULATED_GROWTH = "growth of the cumulated"
    NOTHING = "not taken"

    @property
    def is_of_rows(self) -> bool:
        """Whether it says what the figures of its row are."""
        return self in (Holds.REGION, Holds.INDICATOR, Holds.PERIOD, Holds.UNIT)

    @property
    def is_growth(self) -> bool:
        """Whether its figures tell the change over a year, in percent."""
        return self in (Holds.GROWTH, Holds.MONTH_GROWTH, Holds.CUMULATED_GROWTH)

    @property
    def is_figures(self) -> bool:
        """Whether figures stand in it."""
        return not self.is_of_rows and self not in (Holds.NOTE, Holds.NOTHING)


@dataclass(frozen=True, slots=True)
class ColumnRule:
    """What the columns with such a head hold.

    `head` may have holes ({period}, {region}, {indicator}, {unit}); rows of a head of several
    rows stand in it one after another, between `|`. With `fill`, an empty cell says what the one
    above it says.
    """

    head: str
    holds: Holds
    fill: bool = False


@dataclass(frozen=True, slots=True)
class NoteRule:
    """A note below the table: `mark` is the sign of its footnote, "" where it has none.

    A mark that the table does not explain says "".

    `status` is that of the figures it speaks of; without one, its text goes with the figures
    that bear the mark.
    """

    says: str = ""
    mark: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the tables of a form become rows; `name` is that of its file.

    `region`, `indicator` and `unit` (of all rows) are empty where the table says them. `lines`
    stand above the head, `end` are words that begin the lines below the figures. `indicators`,
    `regions` and `units` are keys by foreign names; `not_taken` are the names that are left out.
    """

    name: str = ""
    source: str = ""
    status: str = Status.ACTUAL
    region: str = ""
    indicator: str = ""
    unit: str = ""
    sheet: str = ""
    head_rows: int = 1
    lines: tuple[str, ...] = ()
    end: tuple[str, ...] = ()
    not_taken: tuple[str, ...] = ()
    columns: tuple[ColumnRule, ...] = ()
    notes: tuple[NoteRule, ...] = ()
    indicators: Mapping[str, str] = field(default_factory=dict)
    regions: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)


class RecipeError(Exception):
    """A recipe that cannot be read; `place` is the key that is wrong."""

    def __init__(self, path: Path, place: str) -> None:
        super().__init__(place)
        self.path = path
        self.place = place


TEXTS = ("source", "status", "region", "indicator", "unit", "sheet")
LISTS = ("lines", "end", "not_taken")
MAPS = ("indicators", "regions", "units")
RULES: Mapping[str, type[ColumnRule | NoteRule]] = MappingProxyType(
    {"columns": ColumnRule, "notes": NoteRule}
)
KEYS = (*TEXTS, "head_rows", *LISTS, *RULES, *MAPS)


def text(recipe: Recipe) -> str:
    """Return a recipe as the text of its file; what is empty is left out."""
    content: dict[str, Any] = {key: str(getattr(recipe, key)) for key in TEXTS}
    content["head_rows"] = recipe.head_rows
    content |= {key: list(getattr(recipe, key)) for key in LISTS}
    content |= {key: [_table(rule) for rule in getattr(recipe, key)] for key in RULES}
    content |= {key: dict(getattr(recipe, key)) for key in MAPS}
    return tomli_w.dumps({key: value for key, value in content.items() if value})


def _table(rule: ColumnRule | NoteRule) -> dict[str, Any]:
    names = rule.__dataclass_fields__
    cells = {name: getattr(rule, name) for name in names}
    return {k: str(v) if isinstance(v, str) else v for k, v in cells.items() if v or k == "head"}


def read(path: Path) -> Recipe:
    """Read the recipe in a file; raise `RecipeError` where it does not say what one says."""
    try:
        content = tomllib.loads(path.read_text("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RecipeError(path, str(error)) from error
    for key, value in content.items():
        if key not in KEYS or not _is_right(key, value):
            raise RecipeError(path, key)
    made = {key: [_rule(path, key, each) for each in content.get(key, [])] for key in RULES}
    lists = {
        key: tuple(value) for key, value in (content | made).items() if key in (*LISTS, *RULES)
    }
    if not lists.get("columns"):
        raise RecipeError(path, "columns")
    if content.get("status", Status.ACTUAL) not in tuple(Status):
        raise RecipeError(path, "status")
    return Recipe(**(content | lists | {"name": path.stem}))


def _is_right(key: str, value: Any) -> bool:
    if key in MAPS:
        return isinstance(value, dict) and all(isinstance(v, str) for v in value.values())
    if key in RULES:
        return isinstance(value, list) and all(isinstance(v, dict) for v in value)
    if key in LISTS:
        return isinstance(value, list) and all(isinstance(v, str) for v in value)
    if key == "head_rows":
        return type(value) is int and 1 <= value <= 5
    return isinstance(value, str)


def _rule(path: Path, key: str, cells: dict[str, Any]) -> ColumnRule | NoteRule:
    try:
        if key == "columns":
            return ColumnRule(**(cells | {"holds": Holds(cells["holds"])}))
        return NoteRule(
            **(cells | {"status": str(Status(cells["status"]))} if cells.get("status") else cells)
        )
    except (KeyError, TypeError, ValueError) as error:
        raise RecipeError(path, f"{key}: {error}") from error


def read_all(data: Path) -> list[Recipe]:
    """Read the recipes of a data folder, by name; raise `RecipeError`."""
    return [read(path) for path in sorted((data / FOLDER).glob("*.toml"))]


def path_of(data: Path, name: str) -> Path:
    """Return where the recipe of a name lies."""
    return data / FOLDER / f"{name}.toml"


def is_name(name: str) -> bool:
    """Whether a recipe may be called so: letters, digits, `_` and `-` alone."""
    return NAME.fullmatch(name) is not None
