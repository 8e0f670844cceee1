"""The pages of the window, one a step of a workshop."""
