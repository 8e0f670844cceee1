"""A minute-taker's desk: a screen with a window manager, a keyboard with Latin and Khmer letters, and the program.

The program is a process of its own, which gets real key presses and can be killed as a power cut kills it.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pyvirtualdisplay.display import Display

PATIENCE = 60.0
"""Seconds after which what does not come is a mistake."""

LOOK_EVERY = 0.02
"""Seconds between two looks at a condition."""

KEY_EVERY = "2"
"""Milliseconds between two keys: faster than anybody types."""


def wait_until(condition: Callable[[], object], what: str) -> None:
    """Return when a condition holds. Raises TimeoutError that says what did not come."""
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(f"it did not come to this: {what}")
        time.sleep(LOOK_EVERY)


class Desk:
    """The program on its screen. `complaints` is what it wrote on standard error."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.database = folder / "office.db"
        self._folder = folder
        self._environment = environment
        self._errors = folder / "errors.txt"
        self._program: subprocess.Popen[bytes] | None = None

    @property
    def complaints(self) -> str:
        """What the program wrote on standard error."""
        return self._errors.read_text(encoding="utf-8")

    @property
    def window(self) -> str:
        """The title of the window that has the keys; empty while none has."""
        command = ["xdotool", "getwindowfocus", "getwindowname"]
        found = subprocess.run(command, env=self._environment, capture_output=True, check=False)
        return found.stdout.decode().strip()

    def start(self, title: str) -> None:
        """Start the program, and wait until its window has the keys and this title."""
        command = [sys.executable, "-m", "clesidra_desktop", "--database", str(self.database), "window"]
        with self._errors.open("ab") as errors:
            self._program = subprocess.Popen(command, env=self._environment, stderr=errors)
        self.wait_for_window(title)

    def wait_for_window(self, title: str) -> None:
        """Wait until the window of a title has the keys."""
        wait_until(lambda: self.window == title or self._has_ended(), f"the window “{title}” has the keys")
        assert not self._has_ended(), self.complaints

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, each in the words of xdotool: `ctrl+n`."""
        self._xdotool("key", "--delay", KEY_EVERY, *keys)

    def type(self, text: str, *keys: str) -> None:
        """Type a text in any letters of the keyboard, and then press keys."""
        typed = ["type", "--delay", KEY_EVERY, "--args", "1", text]
        self._xdotool(*typed, *(["key", "--delay", KEY_EVERY, *keys] if keys else []))

    def kill(self) -> None:
        """End the program as a power cut does."""
        assert self._program is not None
        self._program.kill()
        self._program.wait(PATIENCE)

    def quit(self) -> int:
        """Close the window by its key; return the exit code."""
        assert self._program is not None
        self.press("ctrl+q")
        return self._program.wait(PATIENCE)

    def clear(self) -> None:
        """Leave nothing running."""
        if self._program is not None and not self._has_ended():
            self.kill()

    def _has_ended(self) -> bool:
        assert self._program is not None
        return self._program.poll() is not None

    def _xdotool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._environment, check=True, timeout=PATIENCE)


@contextmanager
def desk(folder: Path, language: str) -> Iterator[Desk]:
    """Set up a desk where the screens speak a language; nothing on it is the user's own."""
    settings = folder / "config" / "clesidra-desktop" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"language": language, "theme": "light", "who": "Chan Sophea"}), encoding="utf-8")
    own = {f"XDG_{name.upper()}_HOME": str(folder / name) for name in ("config", "data", "cache")}
    with Display(visible=False, size=(1280, 720), manage_global_env=False, extra_args=["-noreset"]) as screen:
        environment = {**os.environ, **own, "HOME": str(folder), "LC_ALL": "C.UTF-8", "DISPLAY": screen.new_display_var}
        # Letters that no key has would be put on one just before it is pressed, and the window looks too late.
        subprocess.run(["setxkbmap", "us,kh"], env=environment, check=True, timeout=PATIENCE)
        manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
        made = Desk(folder, environment)
        try:
            yield made
        finally:
            made.clear()
            manager.terminate()
            manager.wait(PATIENCE)
