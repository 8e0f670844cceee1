"""The screen for the audience: a second window, to be read from the last row."""
