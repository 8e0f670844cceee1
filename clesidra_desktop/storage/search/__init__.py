"""The index of the archive. It is derived data: it can be thrown away and is made again from the other tables."""
