"""Which indicator tells the published growth of another: an empty word is none.

Row hashes stay, and so do the digests of releases.
"""

from alembic import op
from sqlalchemy import Column, Text

revision, down_revision = "0005", "0004"


def upgrade() -> None:
    """Add the id; the indicators of earlier releases have none."""
    op.add_column("indicators", Column("growth", Text, nullable=False, server_default=""))
    # SQLite would have to copy the table for it; nobody relies on the default.
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("indicators", "growth", server_default=None)
