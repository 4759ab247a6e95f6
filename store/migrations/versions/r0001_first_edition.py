"""The tables as they were before revisions: those that are not there yet are made."""

from alembic import op
from sqlalchemy import BigInteger, Column, Float, Index, Integer, MetaData, Table, Text

revision, down_revision = "0001", None
metadata = MetaData()

# Every column of a data table that is no text, by table; the other columns are texts.
NUMBERS: dict[str, dict[str, Column[int] | Column[float]]] = {
    "bases": {"order": Column("order", Integer, nullable=False)},
    "indicators": {"headline": Column("headline", Integer)},
    "observations": {"value": Column("value", Float)},
    "targets": {"value": Column("value", Float, nullable=False)},
}
TABLES = {
    "bases": "id order name_zh name_en short_zh short_en note_zh note_en",
    "regions": "code name_zh short_zh name_en level parent",
    "units": "unit dimension factor name_en english_unit",
    "indicators": "id base headline reference name_zh name_en unit direction measure "
    "definition_zh definition_en",
    "sources": "id title publisher published url kind carrier note",
    "observations": "indicator region period printed value unit qualifier status source note",
    "targets": "indicator region period printed value unit comparator kind source note",
    "projects": "id base region name_zh name_en stage year capacity unit investment_yi_yuan "
    "source note",
    "events": "date base region title_zh title_en kind source",
    "proposals": "id base region date kind person title_zh title_en responds_to source",
    "areas": "base kind name_zh name_en region source",
}
INDEXES = {
    "bases": ("id",),
    "regions": ("code",),
    "units": ("unit",),
    "indicators": ("id",),
    "sources": ("id",),
    "observations": ("indicator", "region"),
    "targets": ("indicator", "region"),
    "projects": ("base",),
    "events": ("base",),
    "proposals": ("base",),
    "areas": ("base",),
}


def _columns(table: str) -> list[Column[int] | Column[float] | Column[str]]:
    numbers = NUMBERS.get(table, {})
    return [
        numbers[name] if name in numbers else Column(name, Text, nullable=False)
        for name in TABLES[table].split()
    ]


for table in TABLES:
    Table(
        table,
        metadata,
        Column("row_id", Integer, primary_key=True),
        *_columns(table),
        Column("row_hash", BigInteger, nullable=False),
        Column("valid_from", Integer, nullable=False),
        Column("valid_to", Integer),
        Index(f"ix_{table}", *INDEXES[table]),
    )
Table(
    "releases",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("time", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("added", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("removed", Integer, nullable=False),
    Column("digest", Text, nullable=False),
)
Table(
    "loaded_files",
    metadata,
    Column("name", Text, primary_key=True),
    Column("digest", Text, nullable=False),
)


def upgrade() -> None:
    """Make what is missing; a database of an early version has no areas yet."""
    metadata.create_all(op.get_bind())
