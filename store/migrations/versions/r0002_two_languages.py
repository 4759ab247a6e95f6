"""Notes and publishers in two languages, where a source was read, and years to filter by.

Row hashes stay, and so do the digests of releases.
"""

from alembic import op
from sqlalchemy import Column, Integer, Text, bindparam, column, select, table, text, update

from indicators.typography import is_chinese

revision, down_revision = "0002", "0001"

SPLIT = (
    ("sources", "publisher"),
    ("sources", "note"),
    ("observations", "note"),
    ("targets", "note"),
    ("projects", "note"),
)


def upgrade() -> None:
    """Put each text into the language it is written in, and read the years off the periods."""
    for name, former in SPLIT:
        op.alter_column(name, former, new_column_name=f"{former}_zh")
        _add(name, Column(f"{former}_en", Text, nullable=False, server_default=""))
        _split(name, former)
    _add("sources", Column("via", Text, nullable=False, server_default=""))
    for name in ("observations", "targets"):
        _add(name, Column("year", Integer, nullable=False, server_default="0"))
        op.execute(text(f"UPDATE {name} SET year = CAST(substr(period, 1, 4) AS INTEGER)"))


def _add(name: str, added: "Column[str] | Column[int]") -> None:
    op.add_column(name, added)
    # SQLite would have to copy the table for it; nobody relies on the default.
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column(name, added.name, server_default=None)


def _split(name: str, former: str) -> None:
    zh, en = f"{former}_zh", f"{former}_en"
    rows = table(name, column("row_id"), column(zh), column(en))
    written = op.get_bind().execute(select(rows.c.row_id, rows.c[zh]).where(rows.c[zh] != ""))
    moved = [{"row": row, "said": said} for row, said in written if not is_chinese(said)]
    if moved:
        changed = update(rows).where(rows.c.row_id == bindparam("row"))
        op.get_bind().execute(changed.values({en: bindparam("said"), zh: ""}), moved)
