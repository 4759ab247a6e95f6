"""The settings: environment variables with defaults. A wrong one stops the start."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from figures.status_looks import COLOURS, DEFAULT_COLOURS
from targets.rules import DEFAULT_ORDER, RULE_SETS
from wording.words import LANGUAGES, words

ROOT = Path(__file__).resolve().parent.parent
ORIGIN = re.compile(r"https?://[\w.-]+(:\d+)?")


class SettingError(ValueError):
    """A setting that cannot be read; its text names it, its value and what is allowed."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings; a field is the variable `SIXBASES_` with its name in capitals."""

    data: Path = ROOT / "data"
    database_url: str = ""
    host: str = "127.0.0.1"
    port: int = 8050
    workers: int = 1
    lang: str = "zh"
    map_approval: str = ""
    public_url: str = ""
    embed_origins: tuple[str, ...] = ()
    browser: str = ""
    cache: Path = ROOT / "pictures"
    rules: tuple[str, ...] = DEFAULT_ORDER
    colours: str = DEFAULT_COLOURS

    @property
    def database(self) -> str:
        """The address of the database: SQLite in the data folder unless one is given."""
        return self.database_url or f"sqlite:///{self.data / 'sixbases.sqlite3'}"


def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings; an empty variable is none. Raises `SettingError` for a wrong value."""
    given = {
        name: environment[f"SIXBASES_{name.upper()}"]
        for name in Settings.__dataclass_fields__
        if environment.get(f"SIXBASES_{name.upper()}")
    }
    values: dict[str, Any] = {name: _read(name, text) for name, text in given.items()}
    return Settings(**values)


def _read(name: str, text: str) -> str | int | Path | tuple[str, ...]:
    if name in ("port", "workers"):
        return _number(name, text, 65535 if name == "port" else 64)
    if name == "lang" and text not in LANGUAGES:
        raise _wrong(name, text, ", ".join(LANGUAGES))
    if name == "database_url" and not text.startswith(("sqlite:///", "postgresql")):
        raise _wrong(name, text.split("@")[-1], "sqlite:///…, postgresql://…")
    if name == "embed_origins":
        return _origins(name, text)
    if name == "public_url" and not ORIGIN.fullmatch(text.rstrip("/")):
        raise _wrong(name, text, "https://…")
    if name == "rules":
        return _rules(name, text)
    if name == "colours" and text not in COLOURS:
        raise _wrong(name, text, ", ".join(COLOURS))
    return Path(text).resolve() if name in ("data", "cache") else text


def _origins(name: str, text: str) -> tuple[str, ...]:
    origins = tuple(part.strip().rstrip("/") for part in text.split(","))
    if not all(part == "*" or ORIGIN.fullmatch(part) for part in origins):
        raise _wrong(name, text, "https://…, *")
    return origins


def _rules(name: str, text: str) -> tuple[str, ...]:
    chosen = tuple(part.strip() for part in text.split(","))
    if len(set(chosen)) < len(chosen) or not set(chosen) <= set(RULE_SETS):
        raise _wrong(name, text, ", ".join(RULE_SETS))
    return chosen


def _number(name: str, text: str, highest: int) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= highest):
        raise _wrong(name, text, f"1 … {highest}")
    return int(text)


def _wrong(name: str, text: str, choices: str) -> SettingError:
    name = f"SIXBASES_{name.upper()}"
    return SettingError(words("en")("error.setting", name=name, value=text, known=choices))
