"""Whose an indicator is, where it is not the region's: an empty word is the region's.

Row hashes stay, and so do the digests of releases.
"""

from alembic import op
from sqlalchemy import Column, Text

revision, down_revision = "0006", "0005"


def upgrade() -> None:
    """Add the word; the indicators of earlier releases have none."""
    op.add_column("indicators", Column("subject", Text, nullable=False, server_default=""))
    # SQLite would have to copy the table for it; nobody relies on the default.
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("indicators", "subject", server_default=None)
