"""The chapter of README on tables of offices: its commands on its table give its recipe."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

import app
from loaders.adopting import recipe
from loaders.adopting.recipe import Holds
from tests.support.foreign_tables import brief, written
from tests.support.readme import ROOT, part, rows

CHAPTER = "Tables of offices"


def block(kind: str) -> str:
    """What stands in the block of a kind."""
    found = re.search(rf"```{kind}\n(.*?)```", part(CHAPTER), re.DOTALL)
    assert found
    return found[1]


def test_the_commands_store_the_recipe_and_write_the_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data", data, ignore=shutil.ignore_patterns("*.sqlite*"))
    monkeypatch.setenv("SIXBASES_DATA", str(data))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bulletin.csv").write_text(block("csv"), encoding="utf-8")
    for command in block("sh").splitlines():
        assert app.main(shlex.split(command)[2:]) == 0
    assert (data / "recipes" / "products.toml").read_text("utf-8") == block("toml")
    assert (
        "coal.power_generation_growth",
        "520000",
        "2025-11/ytd",
        "-1.2",
        "%",
        "actual",
    ) in brief(written(data / "observations" / "bulletin.csv"))


def test_every_key_of_a_recipe_and_every_kind_of_column_is_explained() -> None:
    documented = rows(CHAPTER)
    named = {key.strip("`") for names in documented for key in names.split(", ")}
    assert named == {*recipe.KEYS}
    assert all(f"`{holds}`" in documented["columns"][0] for holds in Holds)
