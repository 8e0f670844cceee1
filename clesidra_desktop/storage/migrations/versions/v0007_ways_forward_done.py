"""Ways forward know the day on which they were done."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the column; so far nobody has said of any that it was done."""
    op.add_column("ways_forward", sa.Column("done", sa.Text, nullable=True))
