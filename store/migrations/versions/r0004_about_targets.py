"""How exact a target is meant: an empty word is exact.

Row hashes stay, and so do the digests of releases.
"""

from alembic import op
from sqlalchemy import Column, Text

revision, down_revision = "0004", "0003"


def upgrade() -> None:
    """Add the word; the targets of earlier releases stay exact."""
    op.add_column("targets", Column("qualifier", Text, nullable=False, server_default=""))
    # SQLite would have to copy the table for it; nobody relies on the default.
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("targets", "qualifier", server_default=None)
