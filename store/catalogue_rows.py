"""The catalogue of a release out of its rows."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from sqlalchemy import RowMapping

from indicators import records as v
from indicators.catalogue import Catalogue
from indicators.units import english
from store import schema
from store.row_records import by_id

Reader = Callable[..., Sequence[RowMapping]]  # of a table, in the order of the columns named


def catalogue(rows: Reader, highest: Mapping[str, float]) -> Catalogue:
    """Return the catalogue; `highest` is the largest figure of each indicator, without sign."""
    t = schema
    units = [{**row, "factor": Decimal(row["factor"])} for row in rows(t.units)]
    regions = [
        {**{k: w for k, w in row.items() if k != "code"}, "id": row["code"]}
        for row in rows(t.regions, "code")
    ]
    known = {row["unit"]: v.Unit(**row) for row in units}
    indicators = by_id(v.Indicator, rows(t.indicators, "id"))
    return Catalogue(
        bases=by_id(v.Base, rows(t.bases, "order")),
        regions=by_id(v.Region, regions),
        units=known,
        indicators=indicators,
        sources=by_id(v.Source, rows(t.sources, "id")),
        english_units={
            name: english(indicators[name], value, known) for name, value in highest.items()
        },
    )
