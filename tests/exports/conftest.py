"""Documents as another office program shows them; each is converted once a run."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.once import once
from tests.support.report_rows import pages, squeezed

Pages = Callable[[bytes, str], list[str]]


@pytest.fixture(scope="session")
def pages_in_office(run_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The text of each page of a document, without gaps, as LibreOffice sets it."""

    def converted(document: bytes, kind: str) -> list[str]:
        def write(path: Path) -> None:
            texts = pages(document, kind, tmp_path_factory.mktemp(kind))
            path.write_text(json.dumps([squeezed(text) for text in texts]), encoding="utf-8")

        name = hashlib.sha256(document).hexdigest()[:16]
        found = once(run_folder / f"{name}.{kind}.json", write)
        return list(json.loads(found.read_text(encoding="utf-8")))

    return converted
