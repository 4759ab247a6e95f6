"""Links that download a page as a document."""

from charts import addresses
from layouts.parts import html
from layouts.parts.html import Element
from layouts.view import View

KINDS = ("docx", "pptx", "xlsx")


def documents(view: View, path: str) -> Element:
    """Links to the report at `path` (without its ending), in the state of the page."""
    query = addresses.query(view.state)
    links = [
        html.A(
            view.words(f"document.{kind}"),
            href=f"{path}.{kind}{query}",
            download="",
            className="button",
        )
        for kind in KINDS
    ]
    return html.Div([html.Span(view.words("document.download")), *links], className="actions")
