"""The database: tables, engine, migrations and the journal. Takes and returns domain objects."""

from clesidra_desktop.storage.database import Database, open_database

__all__ = ["Database", "open_database"]
