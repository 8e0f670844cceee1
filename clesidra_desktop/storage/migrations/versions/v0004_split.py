"""Locks of groups, and the rules of the split into groups: sets of people and wishes."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add tables; nobody is locked so far, and every split has the usual rules."""
    _make_table("group_locks", _number("ordinal"), parents={"group_id": "groups", "attendant_id": "attendants"})
    _make_table(
        "splits",
        _number("seed"),
        _number("balance"),
        sa.Column("attributes", sa.JSON, nullable=False),
        sa.Column("extensions", sa.JSON, nullable=False),
        parents={"workshop_id": "workshops"},
    )
    _make_table(
        "split_sets",
        sa.Column("kind", sa.Text, nullable=False),
        _number("round"),
        _number("ordinal"),
        parents={"split_id": "splits"},
    )
    _make_table("split_members", _number("ordinal"), parents={"set_id": "split_sets", "attendant_id": "attendants"})
    _make_table(
        "wishes",
        _number("ordinal"),
        sa.Column("sectors", sa.JSON, nullable=False),
        sa.Column("extensions", sa.JSON, nullable=False),
        parents={"split_id": "splits", "attendant_id": "attendants"},
    )


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=False)


def _make_table(table: str, *columns: sa.Column[int] | sa.Column[str], parents: dict[str, str]) -> None:
    """Make a table with its id, and an indexed foreign key for each of `parents`: the table by the name of the key."""
    op.create_table(
        table,
        sa.Column("id", sa.Uuid, nullable=False),
        *(sa.Column(name, sa.Uuid, nullable=False) for name in parents),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        *(
            sa.ForeignKeyConstraint([name], [f"{parent}.id"], name=f"fk_{table}_{name}_{parent}")
            for name, parent in parents.items()
        ),
    )
    for name in parents:
        op.create_index(f"ix_{table}_{name}", table, [name])
