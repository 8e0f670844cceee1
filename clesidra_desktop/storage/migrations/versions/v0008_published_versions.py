"""Published versions of minutes with their files, which the database itself keeps from being changed."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

FROZEN = {
    "published_versions": ("id", "workshop_id", "number", "at", "who", "language", "edition", "replaces"),
    "published_files": ("id", "version_id", "ordinal", "kind", "size", "sha256"),
}
"""Columns that nothing changes. The others may change only when somebody who asked to be forgotten is taken out."""

REFUSAL = "what was published never changes"


def upgrade() -> None:
    """Add tables and triggers; nothing was published so far."""
    op.create_table(
        "published_versions",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("workshop_id", sa.Uuid, nullable=False),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("who", "language", "edition", "reason")),
        sa.Column("replaces", sa.BigInteger, nullable=True),
        sa.Column("accepted", sa.JSON, nullable=False),
        sa.Column("withdrawn", sa.DateTime, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_published_versions"),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshops.id"], name="fk_published_versions_workshop_id_workshops"),
        sa.UniqueConstraint("workshop_id", "number", name="uq_published_versions_workshop_id_number"),
    )
    op.create_table(
        "published_files",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("version_id", sa.Uuid, nullable=False),
        sa.Column("ordinal", sa.BigInteger, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("kind", "name")),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("file_id", sa.Uuid, nullable=True),
        sa.Column("withdrawn", sa.DateTime, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_published_files"),
        sa.ForeignKeyConstraint(
            ["version_id"], ["published_versions.id"], name="fk_published_files_version_id_published_versions"
        ),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name="fk_published_files_file_id_files"),
    )
    for table, column in (
        ("published_versions", "workshop_id"),
        ("published_files", "version_id"),
        ("published_files", "file_id"),
    ):
        op.create_index(f"ix_{table}_{column}", table, [column])
    if op.get_bind().dialect.name == "sqlite":
        _refuse_in_sqlite()
    else:
        _refuse_in_postgresql()


def _refuse_in_sqlite() -> None:
    for table in FROZEN:
        for name, event, condition in _refusals(table):
            op.execute(
                f"CREATE TRIGGER {name} BEFORE {event} ON {table} {condition} "
                f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
            )


def _refuse_in_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION refuse_change_of_published() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
    )
    for table in FROZEN:
        for name, event, condition in _refusals(table):
            op.execute(
                f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW {condition} "
                "EXECUTE FUNCTION refuse_change_of_published()"
            )


def _refusals(table: str) -> tuple[tuple[str, str, str], ...]:
    """Return the name, the event and the condition of each trigger of a table."""
    same = [f"NEW.{column} IS NOT DISTINCT FROM OLD.{column}" for column in FROZEN[table]]
    withdrawn = ["NEW.withdrawn IS NOT NULL", *(["NEW.file_id IS NULL"] if table == "published_files" else [])]
    return (
        (f"{table}_never_change", "UPDATE", f"WHEN (NOT ({' AND '.join(withdrawn + same)}))"),
        (f"{table}_never_go", "DELETE", ""),
    )
