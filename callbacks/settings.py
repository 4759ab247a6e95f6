"""The settings: environment variables with defaults. A wrong one stops the start."""

import os
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from figures.status_looks import COLOURS, DEFAULT_COLOURS
from indicators.clock import PLACE, zone
from targets.rules import DEFAULT_ORDER, RULE_SETS
from wording.words import LANGUAGES, words

ROOT = Path(__file__).resolve().parent.parent
Value = str | int | bool | Path | tuple[str, ...]
Reader = Callable[[str, str], Value]  # of a setting, by its name and its text
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
    timezone: str = PLACE
    publish: bool = False
    who: str = ""

    @property
    def zone(self) -> ZoneInfo:
        """Where days begin and hours are told."""
        return zone(self.timezone)

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


def _read(name: str, text: str) -> Value:
    return READERS[name](name, text) if name in READERS else text


def _number(highest: int) -> Reader:
    def read(name: str, text: str) -> int:
        if not (text.isascii() and text.isdigit() and 1 <= int(text) <= highest):
            raise _wrong(name, text, f"1 … {highest}")
        return int(text)

    return read


def _flag(name: str, text: str) -> bool:
    if text not in ("0", "1"):
        raise _wrong(name, text, "0, 1")
    return text == "1"


def _one_of(known: Collection[str]) -> Reader:
    def read(name: str, text: str) -> str:
        if text not in known:
            raise _wrong(name, text, ", ".join(known))
        return text

    return read


def _folder(_: str, text: str) -> Path:
    return Path(text).resolve()


def _database(name: str, text: str) -> str:
    if not text.startswith(("sqlite:///", "postgresql")):
        raise _wrong(name, text.split("@")[-1], "sqlite:///…, postgresql://…")
    return text


def _origin(name: str, text: str) -> str:
    if not ORIGIN.fullmatch(text.rstrip("/")):
        raise _wrong(name, text, "https://…")
    return text


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


def _timezone(name: str, text: str) -> str:
    try:
        return zone(text).key
    except ValueError as error:
        raise _wrong(name, text, "Asia/Shanghai, Asia/Urumqi, UTC …") from error


def _wrong(name: str, text: str, choices: str) -> SettingError:
    name = f"SIXBASES_{name.upper()}"
    return SettingError(words("en")("error.setting", name=name, value=text, known=choices))


# What reads a setting; any other is taken as it is.
READERS: dict[str, Reader] = {
    "data": _folder,
    "database_url": _database,
    "port": _number(65535),
    "workers": _number(64),
    "lang": _one_of(LANGUAGES),
    "public_url": _origin,
    "embed_origins": _origins,
    "cache": _folder,
    "rules": _rules,
    "colours": _one_of(COLOURS),
    "timezone": _timezone,
    "publish": _flag,
}
