"""The pages that are looked at in a browser, each with the charts that it must at least draw."""

from callbacks.routes import PAGES as ROWS

BASES = ("coal", "baijiu", "batteries", "compute", "resources", "backup", "economy")
# What is looked at besides the pages without a code, by the path of the page.
EXAMPLES: dict[str, list[tuple[str, int]]] = {
    "base": [
        *[(f"/base/{base}", 2) for base in BASES],
        ("/base/coal?region=520200&from=2015", 1),
    ],
    "indicator": [
        ("/indicator/resources.quartz_proven?region=522600", 2),
        ("/indicator/economy.gdp?from=2019", 3),
        ("/indicator/coal.hydro_generation?from=2018", 1),
        ("/indicator/backup.avic_heavy_revenue?region=520100", 3),
    ],
    "figure": [
        ("/figure/economy.gdp?period=2015", 0),
        ("/figure/economy.gdp?region=520100&period=2023", 0),
    ],
    "region": [("/region/522600", 1), ("/region/522601", 1)],
    "sources": [("/sources", 0), ("/sources?id=cppcc-2023", 0)],
    "verify": [("/verify?passport=R1-000000&address=/chart/map?indicator=economy.gdp", 0)],
}
CHARTS = {"": 1}  # on the pages that no example is of
# Every row of the dashboard's pages is looked at; one with codes needs an example.
PAGES = [
    page
    for path, row in ROWS.items()
    if not row.is_local  # served to nobody here
    for page in (
        EXAMPLES[path] if row.codes or path in EXAMPLES else [(f"/{path}", CHARTS.get(path, 0))]
    )
]
WRONG = ("/nowhere", "/base/tea", "/?from=abc")


def in_language(path: str, lang: str) -> str:
    """The same page in a language."""
    return path if lang == "zh" else path + ("&lang=en" if "?" in path else "?lang=en")
