"""Deeds and queries, one module a feature: what the command line and the window call."""
