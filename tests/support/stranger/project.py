"""A copy of the project, in which a stranger writes."""

import csv
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from tests.support.readme import ROOT

HERE = Path(__file__).parent
WHOLE = HERE / "files"  # files that a stranger adds, where they belong
WORDS = HERE / "words"  # what is added to the catalogues, by language
LANGUAGES = ("zh", "en")


@dataclass(frozen=True)
class Project:
    """A copy of what is tracked of the project."""

    folder: Path

    def contents(self) -> dict[str, bytes]:
        """Every file but what running leaves behind."""
        return {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in self.folder.rglob("*")
            if path.is_file() and "__pycache__" not in path.parts and ".sqlite3" not in path.name
        }

    def text(self, path: str) -> str:
        return (self.folder / path).read_text("utf-8")

    def write(self, path: str, text: str) -> None:
        (self.folder / path).write_text(text, "utf-8")

    def add(self, path: str, as_: str = "", **placed: str) -> None:
        """A new file; `placed` are the words in it that depend on the rest of the project."""
        text = (WHOLE / path).read_text("utf-8")
        for word, meant in placed.items():
            text = text.replace(word, meant)
        assert not (self.folder / (as_ or path)).exists()
        self.write(as_ or path, text)

    def say(self, catalogue: str, words: str) -> None:
        """New words in a catalogue of both languages."""
        for lang in LANGUAGES:
            path = f"translations/{lang}/LC_MESSAGES/{catalogue}.po"
            added = (WORDS / lang / f"{words}.po").read_text("utf-8")
            self.write(path, self.text(path) + added)

    def replace(self, path: str, old: str, new: str) -> None:
        """A line that becomes another, or several."""
        text = self.text(path)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        self.write(path, text.replace(old, new))

    def row(self, path: str, **cells: str) -> None:
        """A new row of a file of the data; what is not said is empty."""
        (names,) = csv.reader([self.text(path).splitlines()[0]])
        with (self.folder / path).open("a", encoding="utf-8", newline="") as file:
            csv.DictWriter(file, names, restval="", lineterminator="\n").writerow(cells)

    def column(self, path: str, name: str, first: str) -> None:
        """A new column of a file of the data, filled in its first row."""
        with (self.folder / path).open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        with (self.folder / path).open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow([*header, name])
            writer.writerows([*row, first if n == 0 else ""] for n, row in enumerate(rows))

    def run(self, *arguments: str) -> str:
        """What a command of Python prints in the copy; it must succeed."""
        usual = {name: value for name, value in os.environ.items() if "SIXBASES" not in name}
        # The run that we are part of is not that of the copy.
        usual = {name: value for name, value in usual.items() if "PYTEST" not in name}
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.folder, env=usual | {"SIXBASES_BROWSER": "none"}, capture_output=True,
            text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-3000:]
        return done.stdout


def copied(folder: Path) -> Project:
    """A copy of the tracked files of this project."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    return Project(folder)


def is_named(path: str, patterns: list[str]) -> bool:
    """Whether a file is one of those named, or lies in a folder that is."""
    file = PurePosixPath("/", path)
    return any(
        (file.parent if pattern.endswith("/") else file).match(f"/{pattern}")
        for pattern in patterns
    )
