"""The README is right: settings, columns, dependencies, rooms and commands."""

import json
import re

import pytest

from callbacks.settings import Settings
from charts.registry import CHARTS
from figures.status_looks import COLOURS
from store import schema
from targets.rules import DEFAULT_ORDER, RULE_SETS
from tests.support.readme import README, ROOT, paths, recipes, rows


def test_every_setting_is_documented_with_its_default() -> None:
    documented = rows("Settings")
    fields = {f"SIXBASES_{name.upper()}": f for name, f in Settings.__dataclass_fields__.items()}
    assert documented.keys() == fields.keys()
    for name in ("HOST", "PORT", "WORKERS", "LANG", "COLOURS", "TIMEZONE"):
        assert documented[f"SIXBASES_{name}"][0] == f"`{fields[f'SIXBASES_{name}'].default}`"
    assert documented["SIXBASES_RULES"][0] == f"`{','.join(DEFAULT_ORDER)}`"
    assert all(f"`{name}`" in documented["SIXBASES_RULES"][1] for name in RULE_SETS)
    assert all(f"`{name}`" in documented["SIXBASES_COLOURS"][1] for name in COLOURS)


def test_the_examples_run() -> None:
    examples = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    assert examples
    for example in examples:
        exec(compile(example, "README.md", "exec"), {})


def test_every_column_is_documented() -> None:
    documented = rows("Data format")
    for spec in schema.SPECS:
        file = f"{spec.name}/<base>.csv" if spec.folder else f"{spec.name}.csv"
        name = next(n for n in documented if n.startswith(file))
        assert name.endswith("(optional)") == spec.optional
        assert documented[name][0] == ", ".join(spec.names), name


def test_every_word_of_a_list_is_documented() -> None:
    documented = rows("Data format")
    lists = {f"{s.name}.{c.name}": c.words for s in schema.SPECS for c in s.columns if c.words}
    for name, words in lists.items():
        assert documented[name][0] == ", ".join(f"`{word}`" for word in words), name


def test_every_runtime_dependency_is_pinned_and_explained() -> None:
    pins = (ROOT / "requirements.txt").read_text().split()
    names = [re.fullmatch(r"([\w-]+)(?:\[\w+\])?==[\d.]+", pin) for pin in pins]
    assert all(names), pins
    assert [n[1] for n in names if n] == list(rows("Why each dependency"))


def test_every_tool_of_development_is_pinned_and_explained() -> None:
    pins = (ROOT / "requirements-dev.txt").read_text().split()[2:]  # after those that run it
    assert all(re.fullmatch(r"[\w-]+==[\d.]+", pin) for pin in pins), pins
    scripts = json.loads((ROOT / "package.json").read_text())["devDependencies"]
    names = {*(pin.partition("==")[0] for pin in pins), *scripts}
    assert {name for row in rows("Why each tool") for name in row.split(", ")} == names


def test_every_room_is_named_and_is_there() -> None:
    documented = {name.strip("/") for name in rows("Rooms")}
    found = (*ROOT.glob("*/__init__.py"), *ROOT.glob("*/*/__init__.py"))
    rooms = {path.parent.relative_to(ROOT).as_posix() for path in found}
    assert {room for room in rooms if room.split("/")[0] not in OTHERS} <= documented
    assert all((ROOT / name).exists() for name in documented)


OTHERS = ("tests", "node_modules", ".venv")
DATA = ROOT / "data"  # files of the data format are named as they lie in their folder


@pytest.mark.parametrize("path", sorted({*paths(README)}))
def test_every_path_is_there(path: str) -> None:
    assert list(ROOT.glob(path)) or list(DATA.glob(path))


@pytest.mark.parametrize("title", recipes())
def test_a_recipe_names_the_files_it_touches(title: str) -> None:
    assert paths(recipes()[title])


def test_the_picture_is_there() -> None:
    assert (ROOT / "docs" / "overview.png").stat().st_size > 20_000


def test_every_chart_and_every_way_to_make_is_named() -> None:
    address = next(text for text in rows("Pictures, embeds, reports") if text.startswith("/chart/"))
    meaning = rows("Pictures, embeds, reports")[address][0]
    assert all(f"`{name}" in meaning for name in CHARTS)
    targets = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert targets
    helpers = {"check", "lint", "tests", "quick-tests", "browser", "office", "postgresql", "node"}
    assert all(f"make {name}" in README for name in {*targets[1].split()} - helpers)
