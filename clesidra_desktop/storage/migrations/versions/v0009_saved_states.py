"""The states of a workshop that came in or went out as a file are remembered."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add a table; of what went out so far nothing is known."""
    op.create_table(
        "saved_states",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("workshop_id", sa.Uuid, nullable=False),
        sa.Column("state", sa.Uuid, nullable=False),
        sa.Column("ordinal", sa.BigInteger, nullable=False),
        sa.Column("file_id", sa.Uuid, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_saved_states"),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name="fk_saved_states_file_id_files"),
    )
    for name in ("workshop_id", "file_id"):
        op.create_index(f"ix_saved_states_{name}", "saved_states", [name])
