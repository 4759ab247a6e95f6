"""What a Word document and a presentation say of themselves."""

from typing import Any

from exports.documents.plain import plain
from exports.documents.report import Report
from figures.theme import join

LONGEST = 255  # characters that a property may have


def describe(properties: Any, report: Report) -> None:
    """Fill the core `properties` (those of python-docx and python-pptx are alike)."""
    properties.title, properties.subject = (
        plain(report.title)[:LONGEST],
        plain(report.subtitle)[:LONGEST],
    )
    properties.author = properties.last_modified_by = report.words("product.name")
    properties.comments = join(report.made, plain(report.address))[:LONGEST]
    properties.language = "en-US" if report.lang == "en" else "zh-CN"
    properties.created = properties.modified = report.release.utc
