"""Agenda items are given other lengths and skipped; polls take several answers; answers know when they were typed."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add columns; so far nothing was skipped, and every poll took one answer a person."""
    op.add_column("agenda_items", sa.Column("allotted", sa.BigInteger, nullable=True))
    op.add_column("agenda_items", sa.Column("skipped", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("polls", sa.Column("multiple", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("answers", sa.Column("typed_at", sa.DateTime, nullable=True))
