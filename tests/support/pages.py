"""The pages that are looked at in a browser, each with the charts that it must at least draw."""

BASES = ("coal", "baijiu", "batteries", "compute", "resources", "backup", "economy")
PAGES = [
    ("/", 2),
    *[(f"/base/{base}", 2) for base in BASES],
    ("/base/coal?region=520200&from=2015", 1),
    ("/indicator/resources.quartz_proven?region=522600", 2),
    ("/indicator/economy.gdp?from=2019", 3),
    ("/indicator/coal.hydro_generation?from=2018", 1),
    ("/indicator/backup.avic_heavy_revenue?region=520100", 3),
    ("/region/522600", 1),
    ("/region/522601", 1),
    ("/targets", 0),
    ("/projects", 0),
    ("/proposals", 0),
    ("/sources", 0),
    ("/sources?id=cppcc-2023", 0),
    ("/about", 0),
    ("/verify?passport=R1-000000&address=/chart/map?indicator=economy.gdp", 0),
    ("/report", 0),
]
WRONG = ("/nowhere", "/base/tea", "/?from=abc")


def in_language(path: str, lang: str) -> str:
    """The same page in a language."""
    return path if lang == "zh" else path + ("&lang=en" if "?" in path else "?lang=en")
