"""Item models over what the database has read back."""
