"""Run by Alembic around the scripts, on the connection and in the transaction of the caller."""

from alembic import context

from clesidra_desktop.storage.search.tables import is_of_program

context.configure(
    connection=context.config.attributes["connection"], render_as_batch=True, include_object=is_of_program
)
with context.begin_transaction():
    context.run_migrations()
