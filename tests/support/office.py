"""Documents as another office program shows them."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from pypdf import PdfReader

Pages = Callable[[bytes, str], list[str]]  # the text of each page of a document of a kind
NEEDED = (
    "LibreOffice is needed: install libreoffice-writer-nogui, libreoffice-impress-nogui and "
    "libreoffice-calc-nogui (sh tests/office_needs.sh)"
)


def pages(document: bytes, kind: str, folder: Path) -> list[str]:
    """The text of a document's pages, as LibreOffice sets them."""
    office = shutil.which("soffice")
    assert office, NEEDED
    made = folder / f"report.{kind}"
    made.write_bytes(document)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, made]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    pdf = made.with_suffix(".pdf")
    assert pdf.exists(), NEEDED
    return [page.extract_text() for page in PdfReader(pdf).pages]


def squeezed(text: str) -> str:
    """Without the gaps that a PDF has between digits and Chinese."""
    return "".join(text.split())
