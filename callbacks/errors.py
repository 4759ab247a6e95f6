"""Codes and names that do not exist, and what is known instead."""

from collections.abc import Sequence

from charts.addresses import BadParameterError
from layouts.view import View


class NotFound(LookupError):
    """A code or an address that does not exist: what it should have been, and the code."""

    def __init__(self, what: str, code: str, known: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(what, code)
        self.what, self.code, self.known = what, code, known


def known_codes(view: View) -> None:
    """Raise `BadParameterError` for a region or base of the address that does not exist."""
    catalogue = view.catalogue
    for name, codes, known in (
        ("region", view.state.region, catalogue.regions),
        ("base", view.state.base, catalogue.bases),
    ):
        unknown = [code for code in codes if code not in known]
        if unknown:
            names = [f"{k} {known[k].short(view.lang)}" for k in list(known)[:11]]
            raise BadParameterError(name, unknown[0], view.words("list.join").join(names))
