"""What a Word document and a presentation say of themselves."""

from datetime import datetime
from typing import Any

from exports.documents.plain import plain
from exports.documents.report import Report
from figures.theme import join

LONGEST = 255  # characters that a property may have


def describe(said: Any, report: Report) -> None:
    """Fill the core properties `said` (those of python-docx and python-pptx are alike)."""
    said.title, said.subject = plain(report.title)[:LONGEST], plain(report.subtitle)[:LONGEST]
    said.author = said.last_modified_by = report.words("product.name")
    said.comments = join(report.made, plain(report.address))[:LONGEST]
    said.language = "en-US" if report.lang == "en" else "zh-CN"
    moment = datetime.fromisoformat(report.release.time).replace(tzinfo=None)
    said.created = said.modified = moment
