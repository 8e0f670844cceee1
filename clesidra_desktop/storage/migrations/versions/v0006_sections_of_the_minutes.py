"""Sections of the minutes are switched off, re-titled, and have free text before and after them."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

TABLE = "minutes_sections"


def upgrade() -> None:
    """Add the table; so far every section is printed as usual."""
    op.create_table(
        TABLE,
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("workshop_id", sa.Uuid, nullable=False),
        sa.Column("ordinal", sa.BigInteger, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("shown", sa.Boolean, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("text_before", sa.JSON, nullable=False),
        sa.Column("text_after", sa.JSON, nullable=False),
        sa.Column("extensions", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{TABLE}"),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshops.id"], name=f"fk_{TABLE}_workshop_id_workshops"),
    )
    op.create_index(f"ix_{TABLE}_workshop_id", TABLE, ["workshop_id"])
