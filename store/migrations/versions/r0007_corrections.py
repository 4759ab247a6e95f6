"""Corrections of sources, other names of indicators, and who made a release of what.

Row hashes stay, and so do the digests of releases.
"""

from alembic import op
from sqlalchemy import BigInteger, Column, Integer, Text

revision, down_revision = "0007", "0006"

TEXTS = {
    "indicators": ("aliases",),
    "releases": ("who", "files", "accepted", "withdrawn", "reason"),
}
CORRECTIONS = (
    "indicator", "region", "period", "source", "field", "stated", "corrected",
    "reason_zh", "reason_en", "date",
)  # fmt: skip


def upgrade() -> None:
    """Add the columns, of which nothing is known for what is there, and the empty table."""
    for table, names in TEXTS.items():
        for name in names:
            op.add_column(table, Column(name, Text, nullable=False, server_default=""))
            # SQLite would have to copy the table for it; nobody relies on the default.
            if op.get_bind().dialect.name == "postgresql":
                op.alter_column(table, name, server_default=None)
    op.add_column("releases", Column("restores", Integer))
    op.create_table(
        "corrections",
        Column("row_id", Integer, primary_key=True),
        *(Column(name, Text, nullable=False) for name in CORRECTIONS),
        Column("year", Integer, nullable=False),
        Column("row_hash", BigInteger, nullable=False),
        Column("valid_from", Integer, nullable=False),
        Column("valid_to", Integer),
    )
    op.create_index("ix_corrections", "corrections", ["indicator", "region"])
