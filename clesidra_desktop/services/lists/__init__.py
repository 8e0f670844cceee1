"""Lists of attendants in and out: read, matched, looked at before anything is taken, and written."""
