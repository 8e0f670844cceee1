"""Migrations of the schema. Their scripts are frozen: they use nothing of the program that may change."""
