"""What `adopt` is asked: a file, what it cannot show, and where the result goes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from loaders.adopting import joined
from loaders.adopting.findings import Findings
from loaders.adopting.names import Names
from loaders.adopting.phrases import plain
from loaders.adopting.recipe import Recipe

GIVEN = ("source", "region", "indicator", "unit", "status")
NEAREST = {"region": "regions", "indicator": "indicators"}  # tables by what is named


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked: a file, what it cannot show, and where the result goes.

    `save` is the name of the recipe to store, "" for one made from the file's, None for none.
    """

    file: Path
    data: Path
    source: str = ""
    region: str = ""
    indicator: str = ""
    unit: str = ""
    status: str = ""
    period: str = ""
    sheet: str = ""
    recipe: str = ""
    save: str | None = None
    out: Path | None = None
    replace: bool = False

    @property
    def path(self) -> Path:
        """Where the rows go."""
        return self.out or self.data / joined.FOLDER / f"{self.file.stem}.csv"


def given(request: Request, names: Names, findings: Findings) -> dict[str, str]:
    """Return what was said on the command line, as keys of the catalogue; unknown is found."""
    said = {name: word for name in GIVEN if (word := getattr(request, name))}
    for name, key in (
        ("region", names.region),
        ("indicator", names.indicator),
        ("unit", names.unit),
        ("status", names.status),
    ):
        if word := said.get(name):
            said[name] = key(plain(word))
            if not said[name]:
                nearest = names.nearest(NEAREST[name], plain(word)) if name in NEAREST else ""
                findings.add(f"unknown_{name}", value=word, nearest=nearest)
    return said


def with_given(recipe: Recipe, said: Mapping[str, str]) -> Recipe:
    """Return a recipe with what was said on the command line in place of its own."""
    return replace(
        recipe,
        source=said.get("source", recipe.source),
        status=said.get("status", recipe.status),
        region=said.get("region", recipe.region),
        indicator=said.get("indicator", recipe.indicator),
        unit=said.get("unit", recipe.unit),
    )
