"""Forms compiled from `ui/` by `ui/compile.py`; never edited by hand."""
