"""The peak memory of a process."""

from pathlib import Path

STATUS = Path("/proc/self/status")


def peak_megabytes() -> float:
    """Return the most memory that this process has held so far, in MB.

    The kernel's figure for finished processes would count what the process held before it became this program.
    """
    line = next(line for line in STATUS.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024
