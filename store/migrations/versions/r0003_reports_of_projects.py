"""Reports of one project are told apart from those of others."""

from alembic import op
from sqlalchemy import Column, Text

revision, down_revision = "0003", "0002"


def upgrade() -> None:
    """Each report stands alone until a load says which belong together."""
    op.add_column("projects", Column("project", Text, nullable=False, server_default=""))
    # SQLite would have to copy the table for it; nobody relies on the default.
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("projects", "project", server_default=None)
