"""Waits for a pause in the typing, but not for ever: who types on and on loses little when the power fails."""

from time import monotonic

from PySide6.QtCore import QObject, QTimer

LONGEST = 2.0
"""Seconds of typing without a pause after which it is acted upon all the same."""


class Pause(QTimer):
    """Its `timeout` comes when nothing was touched for a while, or when there was no pause for `LONGEST`."""

    def __init__(self, parent: QObject, pause: int) -> None:
        super().__init__(parent, singleShot=True)
        self._pause = pause
        self._since = 0.0

    def touch(self) -> None:
        """Begin to wait for a pause, or wait on."""
        now = monotonic()
        if not self.isActive():
            self._since = now
        left = round(1000 * (self._since + LONGEST - now))
        self.start(max(0, min(self._pause, left)))
