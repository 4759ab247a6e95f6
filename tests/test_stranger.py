"""A stranger who follows README's recipes in a copy of the project adds what works at once."""

from collections.abc import Callable
from pathlib import Path

from store.migrations import HEAD
from tests.support.readme import paths, recipes
from tests.support.stranger.project import Project, copied, is_named

NEXT = f"{int(HEAD) + 1:04}"
FAST = (
    "tests/support/stranger/added.py", "tests/charts", "tests/figures/test_columns.py",
    "tests/wording/test_words.py", "tests/test_readme.py", "tests/site/test_looks.py",
    "tests/store/test_migrations.py",
)  # fmt: skip
CHART = "/chart/columns?indicator=economy.gdp"
NEITHER = "not browser and not office and not postgresql"


def chart(project: Project) -> None:
    project.add("figures/columns.py")
    registry, after = "charts/registry.py", 'ChartType("areas", "base", draw.draw_areas),\n'
    row = 'ChartType("columns", "indicator", columns.columns, is_of_one_region=True),\n'
    project.replace(registry, after, f"{after}    {row}")
    after = "from charts.addresses import LASTING_NAMES, BadParameterError\n"
    project.replace(registry, after, f"{after}from figures import columns\n")
    project.say("figures", "columns")
    project.add("tests/figures/test_columns.py")
    project.replace("README.md", "`pace`, `map`,", "`pace`, `columns`, `map`,")
    after = "*_paces(selection, indicator),\n"
    line = '*_of_each("columns", selection, indicator, regions[:1]),\n'
    project.replace("callbacks/pages/indicator.py", after, f"{after}            {line}")


def page(project: Project) -> None:
    project.add("layouts/pages/places.py")
    project.add("callbacks/pages/places.py")
    routes = "callbacks/routes.py"
    project.replace(routes, "    overview,\n", "    overview,\n    places,\n")
    after = '    Page("projects", projects.build, selected_projects.TAKES, place="more"),\n'
    row = '    Page("places", places.build, ("level",), place="more"),\n'
    project.replace(routes, after, after + row)
    project.say("pages", "places")


def page_filter(project: Project) -> None:
    after = '    stage: tuple[str, ...] = _chosen(v.Stage, "stage")\n'
    row = '    level: tuple[str, ...] = _chosen(v.Level, "level")\n'
    project.replace("charts/addresses.py", after, after + row)
    project.say("pages", "level")


def figure(project: Project) -> None:
    project.row(
        "data/observations/coal.csv", indicator="coal.stranger", region="520000", period="2024",
        value="4321", unit="万吨", qualifier="exact", status="actual", source="stranger-s1",
    )  # fmt: skip
    project.row(
        "data/sources.csv", id="stranger-s1", title="异乡人公报", publisher_zh="异乡统计局",
        publisher_en="Strange Statistics Bureau", published="2025-03", kind="statistics",
        carrier="original",
    )  # fmt: skip


def indicator(project: Project) -> None:
    project.row(
        "data/indicators.csv", id="coal.stranger", base="coal", headline="9", name_zh="异乡产量",
        name_en="Strange output", unit="万吨", direction="up", measure="flow",
        definition_zh="异乡的产量。", definition_en="Output of strangers.",
    )  # fmt: skip


def column(project: Project) -> None:
    before = '            _of_kind("number", "investment_yi_yuan",'
    row = '            _text("owner", "业主", required=False, later=True),\n'
    project.replace("store/schema.py", before, row + before)
    revision = "store/migrations/versions/r{}_owners_of_projects.py"
    project.add(revision.format("NEXT"), revision.format(NEXT), NEXT=NEXT, HEAD=HEAD)
    before = '    investment: str = ""\n'
    project.replace("indicators/records.py", before, f'    owner: str = ""\n{before}')
    project.replace("README.md", "unit, investment_yi_yuan,", "unit, owner, investment_yi_yuan,")
    project.column("data/projects.csv", "owner", "异乡集团")


FOLLOWED: dict[str, Callable[[Project], None]] = {
    "Add a figure": figure,
    "Add an indicator": indicator,
    "Add a chart": chart,
    "Add a page": page,
    "Add a filter": page_filter,
    "Add a column": column,
}


def follow(project: Project, recipe: str) -> None:
    """Do what a recipe says; no file is touched that it does not name."""
    before = project.contents()
    FOLLOWED[recipe](project)
    after = project.contents()
    touched = {path for path in after if after[path] != before.get(path)}
    assert touched
    assert before.keys() <= after.keys()
    named = paths(recipes()[recipe])
    assert [path for path in sorted(touched) if not is_named(path, named)] == []


def test_what_the_recipes_add_works(tmp_path: Path) -> None:
    """On pages, in menus, files and proofs, in both languages: `stranger/added.py` looks."""
    project = copied(tmp_path)
    project.run("app.py", "load")  # the release of before
    for recipe in FOLLOWED:
        follow(project, recipe)
    project.run("app.py", "check")
    project.run("app.py", "load")
    project.run("app.py", "export", "charts", CHART, "--format", "xlsx", "--out", "report.xlsx")
    project.run("-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", "-m", NEITHER, *FAST)
