"""`/about`."""

from callbacks.site import Site
from layouts.about import about
from layouts.html import Component
from layouts.view import View
from store.snapshot import Snapshot


def build(_: Site, view: View, facts: Snapshot, __: str) -> Component:
    """What is in the database, and what its words mean."""
    catalogue = facts.catalogue
    definitions = [i for base in catalogue.bases for i in catalogue.indicators_of(base)]
    return about(view, facts.counts(), definitions)
