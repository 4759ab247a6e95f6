"""Projects have owners."""

from alembic import op
from sqlalchemy import Column, Text

revision, down_revision = "NEXT", "HEAD"


def upgrade() -> None:
    """Nothing was said of owners before."""
    op.add_column("projects", Column("owner", Text, nullable=False, server_default=""))
