"""Clesidra Desktop: runs a workshop from the registration table to the archived minutes."""

__version__ = "0.1.0"
