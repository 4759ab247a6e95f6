"""The page `/proposals`."""

from collections.abc import Mapping, Sequence

from indicators.records import Proposal
from layouts.parts import listings
from layouts.parts.components import empty, page, section
from layouts.parts.filters import filters
from layouts.parts.html import Element
from layouts.view import View


def proposals(
    view: View, rows: Sequence[Proposal], answers: Mapping[str, Sequence[Proposal]]
) -> Element:
    """The page `/proposals`: who proposed what for which base, and what came of it."""
    t = view.words
    bar = filters(view, "base", "region", "proposal_kind")
    groups = [
        section(
            base.name(view.lang),
            listings.proposals(view, of_base, answers),
            class_name=f"base-{base.id}",
        )
        for base in view.catalogue.bases.values()
        if (of_base := [row for row in rows if row.base == base.id])
    ]
    return page(
        view, t("nav.proposals"), t("proposals.lead"), bar, groups or empty(t("proposals.none"))
    )
