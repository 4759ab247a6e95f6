"""What README says: its tables, its recipes, and the paths that it names."""

import re
from pathlib import Path
from zoneinfo import available_timezones

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")
ENDS = (".py", ".po", ".csv", ".md")


def part(heading: str) -> str:
    """What stands below a heading."""
    return README.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]


def rows(heading: str) -> dict[str, list[str]]:
    """The table below a heading, by the first cell without its backticks."""
    lines = [line.strip("|").split("|") for line in part(heading).splitlines() if line[:1] == "|"]
    return {cells[0].strip(" `"): [c.strip() for c in cells[1:]] for cells in lines[2:]}


def recipes() -> dict[str, str]:
    """The recipes below "How to", by what they are for."""
    return dict(re.findall(r"^- \*\*(.+?)\*\*: (.+?)(?=^- |\Z)", part("How to"), re.M | re.S))


def paths(text: str) -> list[str]:
    """The files and folders that a text names, as patterns: a part in <> stands for any name.

    The names of time zones have a stroke, too.
    """
    code = re.findall(r"`([^`\s]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))
    named = [word for word in code if "/" in word or word.endswith(ENDS)]
    zones = available_timezones()
    ours = [w for w in named if w[0].isalpha() and "://" not in w and w not in zones]
    return [re.sub(r"<[^>]+>", "*", word) for word in ours]
