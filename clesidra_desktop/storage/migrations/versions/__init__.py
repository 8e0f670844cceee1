"""The scripts, named by their revision."""
