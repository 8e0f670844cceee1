"""Merges that can come apart again, pairs that are no doubles, and entries of the journal that were rewritten."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add tables, a column and indexes; nothing was merged or rewritten so far that they could tell of."""
    op.create_table(
        "merges",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("workshop_id", sa.Uuid, nullable=True),
        sa.Column("kept_id", sa.Uuid, nullable=False),
        sa.Column("other_id", sa.Uuid, nullable=False),
        sa.Column("sequence", sa.BigInteger, nullable=False),
        sa.Column("stays", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_merges"),
    )
    for name in ("workshop_id", "kept_id", "other_id"):
        op.create_index(f"ix_merges_{name}", "merges", [name])
    op.create_table(
        "told_apart",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("first_id", sa.Uuid, nullable=False),
        sa.Column("second_id", sa.Uuid, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_told_apart"),
    )
    for name in ("first_id", "second_id"):
        op.create_index(f"ix_told_apart_{name}", "told_apart", [name])
    with op.batch_alter_table("journal") as batch:
        batch.add_column(sa.Column("sealed", sa.Boolean, nullable=False, server_default=sa.false()))
    op.drop_index("ix_journal_workshop_id", "journal")
    op.create_index("ix_journal_workshop_id_sequence", "journal", ["workshop_id", "sequence"])
    op.create_index("ix_people_name", "people", ["name"])
