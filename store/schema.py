"""The tables. A fact is a row of a CSV file, valid from one release until another.

Every fact table has the columns of its file as text, and besides: `row_hash` (64 bits of the row's
content, by which a load finds what changed), `valid_from` and `valid_to` (release numbers; NULL
means still valid). Rows are never deleted.
"""

from sqlalchemy import BigInteger, Column, Float, Index, Integer, MetaData, Table, Text

metadata = MetaData()


def _facts(name: str, *columns: Column[object], keys: tuple[str, ...]) -> Table:
    return Table(
        name,
        metadata,
        Column("row_id", Integer, primary_key=True),
        *columns,
        Column("row_hash", BigInteger, nullable=False),
        Column("valid_from", Integer, nullable=False),
        Column("valid_to", Integer),
        Index(f"ix_{name}", *keys),
    )


def _texts(*names: str) -> list[Column[object]]:
    return [Column(name, Text, nullable=False) for name in names]


bases = _facts(
    "bases",
    *_texts("id"),
    Column("order", Integer, nullable=False),
    *_texts("name_zh", "name_en", "short_zh", "short_en", "note_zh", "note_en"),
    keys=("id",),
)
regions = _facts(
    "regions",
    *_texts("code", "name_zh", "short_zh", "name_en", "level", "parent"),
    keys=("code",),
)
units = _facts(
    "units", *_texts("unit", "dimension", "factor", "name_en", "english_unit"), keys=("unit",)
)
indicators = _facts(
    "indicators",
    *_texts("id", "base"),
    Column("headline", Integer),
    *_texts("reference", "name_zh", "name_en", "unit", "direction", "measure"),
    *_texts("definition_zh", "definition_en"),
    keys=("id",),
)
sources = _facts(
    "sources",
    *_texts("id", "title", "publisher", "published", "url", "kind", "carrier", "note"),
    keys=("id",),
)
observations = _facts(
    "observations",
    *_texts("indicator", "region", "period", "printed"),
    Column("value", Float),  # in the indicator's unit; NULL when missing
    *_texts("unit", "qualifier", "status", "source", "note"),
    keys=("indicator", "region"),
)
targets = _facts(
    "targets",
    *_texts("indicator", "region", "period", "printed"),
    Column("value", Float, nullable=False),  # in the indicator's unit
    *_texts("unit", "comparator", "kind", "source", "note"),
    keys=("indicator", "region"),
)
projects = _facts(
    "projects",
    *_texts("id", "base", "region", "name_zh", "name_en", "stage", "year", "capacity", "unit"),
    *_texts("investment_yi_yuan", "source", "note"),
    keys=("base",),
)
events = _facts(
    "events",
    *_texts("date", "base", "region", "title_zh", "title_en", "kind", "source"),
    keys=("base",),
)
proposals = _facts(
    "proposals",
    *_texts("id", "base", "region", "date", "kind", "person", "title_zh", "title_en"),
    *_texts("responds_to", "source"),
    keys=("base",),
)
areas = _facts(
    "areas",
    *_texts("base", "kind", "name_zh", "name_en", "region", "source"),
    keys=("base",),
)

FACTS = (
    bases, regions, units, indicators, sources,
    observations, targets, projects, events, proposals, areas,
)  # fmt: skip

releases = Table(
    "releases",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("time", Text, nullable=False),  # ISO 8601, UTC
    Column("note", Text, nullable=False),
    Column("added", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("removed", Integer, nullable=False),
    Column("digest", Text, nullable=False),
)

# What the files were when they were last loaded, so that an unchanged folder is known at once.
loaded_files = Table(
    "loaded_files",
    metadata,
    Column("name", Text, primary_key=True),
    Column("digest", Text, nullable=False),
)
