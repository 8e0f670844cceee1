"""The first schema: workshops with everything in them, files, and the journal."""

from typing import Any, TypeAlias

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

AnyColumn: TypeAlias = sa.Column[Any]


def upgrade() -> None:
    """Make all tables in an empty database."""
    _make_workshops()
    _make_attendants()
    _make_groups()
    _make_agenda()
    _make_polls()
    _make_annexes()
    _make_journal()


def _text(name: str, *, nullable: bool = False) -> AnyColumn:
    return sa.Column(name, sa.Text, nullable=nullable)


def _number(name: str, *, nullable: bool = False) -> AnyColumn:
    return sa.Column(name, sa.BigInteger, nullable=nullable)


def _json(name: str) -> AnyColumn:
    return sa.Column(name, sa.JSON, nullable=False)


def _time(name: str) -> AnyColumn:
    return sa.Column(name, sa.DateTime, nullable=True)


def _make_table(table: str, *columns: AnyColumn, parents: dict[str, str] | None = None) -> None:
    """Make a table with its id, and an indexed foreign key for each of `parents`: the table by the name of the key."""
    links = {name: sa.Column(name, sa.Uuid, nullable=False) for name in parents or {}}
    op.create_table(
        table,
        sa.Column("id", sa.Uuid, nullable=False),
        *links.values(),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        *(
            sa.ForeignKeyConstraint([name], [f"{parent}.id"], name=f"fk_{table}_{name}_{parent}")
            for name, parent in (parents or {}).items()
        ),
    )
    for name in links:
        op.create_index(f"ix_{table}_{name}", table, [name])


def _make_list(table: str, *columns: AnyColumn, parents: dict[str, str] | None = None) -> None:
    """Make a table of rows that have an order and extensions; they belong to a workshop unless `parents` differ."""
    parents = parents or {"workshop_id": "workshops"}
    _make_table(table, _number("ordinal"), *columns, _json("extensions"), parents=parents)


def _make_workshops() -> None:
    _make_table(
        "workshops",
        _text("language"),
        _text("title"),
        _text("programme_name", nullable=True),
        _text("programme_funder"),
        _text("programme_activity"),
        _json("programme_extensions"),
        _time("starts"),
        _time("ends"),
        _text("timezone"),
        _text("venue"),
        _text("place"),
        _json("facilitator"),
        _json("mc"),
        _json("minute_taker"),
        _json("team_extensions"),
        _json("objectives"),
        _json("extensions"),
    )


def _make_attendants() -> None:
    _make_list("categories", _text("code"), _text("label"))
    _make_list(
        "attendants",
        _text("name"),
        _text("name_km"),
        _text("category"),
        _text("sex", nullable=True),
        _number("birth_year", nullable=True),
        _text("age_group"),
        _text("organization"),
        _text("position"),
        _text("province"),
        _text("phone"),
        _text("email"),
        _json("flags"),
        _text("signature"),
        sa.Column("consent", sa.Boolean, nullable=True),
    )
    _make_list("stays", _time("arrived"), _time("left"), parents={"attendant_id": "attendants"})
    _make_list("quotas", _text("attribute"), _text("value"), sa.Column("share", sa.Double, nullable=False))


def _make_groups() -> None:
    _make_list("sectors", _text("key"), _text("title"))
    _make_list("questions", _text("key"), _text("text"))
    _make_list("groups", _text("sector"), _text("rapporteur"), _text("room"))
    _make_table("group_members", _number("ordinal"), parents={"group_id": "groups", "attendant_id": "attendants"})
    _make_list("answers", _text("sector"), _text("question"), _json("items"))


def _make_agenda() -> None:
    _make_list(
        "agenda_items",
        _text("key"),
        _text("title"),
        _text("speaker"),
        _text("kind"),
        _number("minutes", nullable=True),
        _text("fixed_start", nullable=True),
        sa.Column("internal", sa.Boolean, nullable=False),
        _time("started"),
        _time("ended"),
        _json("notes"),
        _text("annex"),
        _text("poll"),
    )


def _make_polls() -> None:
    _make_list("polls", _text("key"), _text("question"), _number("respondents", nullable=True), _text("note"))
    _make_list("poll_options", _text("text"), _number("count"), parents={"poll_id": "polls"})
    _make_list("ways_forward", _text("text"), _text("responsible"), _text("due"))


def _make_annexes() -> None:
    _make_list("annexes", _text("key"), _text("title"), _text("source"), _text("file"))
    op.create_table(
        "files",
        sa.Column("id", sa.Uuid, nullable=False),
        _text("sha256"),
        _number("size"),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_files"),
        sa.UniqueConstraint("sha256", name="uq_files_sha256"),
    )
    _make_table("workshop_files", _text("path"), parents={"workshop_id": "workshops", "file_id": "files"})


def _make_journal() -> None:
    op.create_table(
        "journal",
        sa.Column("id", sa.Uuid, nullable=False),
        _number("sequence"),
        sa.Column("at", sa.DateTime, nullable=False),
        _text("who"),
        _text("deed"),
        sa.Column("workshop_id", sa.Uuid, nullable=True),
        _json("rows"),
        sa.PrimaryKeyConstraint("id", name="pk_journal"),
        sa.UniqueConstraint("sequence", name="uq_journal_sequence"),
    )
    op.create_index("ix_journal_workshop_id", "journal", ["workshop_id"])
