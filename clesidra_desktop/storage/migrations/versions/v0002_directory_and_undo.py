"""The directory of people and organizations; entries of the journal say which entry they undo or redo."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

PERSON = (
    "name",
    "name_km",
    "sex",
    "birth_year",
    "category",
    "organization",
    "position",
    "province",
    "phone",
    "email",
)


def upgrade() -> None:
    """Add tables and columns; nobody is in the directory so far, and no entry undoes another."""
    op.create_table(
        "people",
        sa.Column("id", sa.Uuid, nullable=False),
        *(
            sa.Column(name, sa.BigInteger if name == "birth_year" else sa.Text, nullable=name in ("sex", "birth_year"))
            for name in PERSON
        ),
        sa.Column("flags", sa.JSON, nullable=False),
        sa.Column("same_as", sa.Uuid, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
        sa.ForeignKeyConstraint(["same_as"], ["people.id"], name="fk_people_same_as_people"),
    )
    op.create_index("ix_people_same_as", "people", ["same_as"])
    op.create_table(
        "organizations",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("spellings", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_organizations"),
    )
    with op.batch_alter_table("attendants") as batch:
        batch.add_column(sa.Column("person_id", sa.Uuid, nullable=True))
        batch.create_foreign_key("fk_attendants_person_id_people", "people", ["person_id"], ["id"])
    op.create_index("ix_attendants_person_id", "attendants", ["person_id"])
    for name in ("undoes", "redoes"):
        op.add_column("journal", sa.Column(name, sa.BigInteger, nullable=True))
