"""The ten tables of the first store. Spelled out, not taken from `sql`: a revision never changes again."""

import sqlalchemy as sa
from alembic import op

revision = "r0001"
down_revision = None

_NAMES = ("store", "slots", "people", "groups", "members", "locks", "headers", "heads", "records", "chunks", "gone")


def upgrade() -> None:
    """Make the tables."""
    for name in _NAMES:
        op.create_table(
            name,
            sa.Column("owner", sa.LargeBinary(16), primary_key=True),
            sa.Column("row", sa.LargeBinary(16), primary_key=True),
            sa.Column("sealed", sa.LargeBinary, nullable=False),
            sqlite_with_rowid=False,
        )


def downgrade() -> None:
    """There is no way back: restore a backup instead."""
    raise NotImplementedError("a store is never taken back a revision; restore a backup")
