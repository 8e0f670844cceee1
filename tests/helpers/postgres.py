"""A PostgreSQL server of the tests' own, from Debian's package."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SETTINGS = {"listen_addresses": "", "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@contextmanager
def running_server() -> Iterator[str]:
    """Start a server that listens on a socket in a temporary folder; yield the address of its first database."""
    programs = _find_programs()
    folder = Path(tempfile.mkdtemp(prefix="clesidra-pg-"))
    user = _hand_over(folder) if os.geteuid() == 0 else None
    data = folder / "data"

    def run(program: str, *arguments: str) -> None:
        done = subprocess.run(
            [programs / program, "--pgdata", data, *arguments],
            cwd=folder,
            user=user,
            extra_groups=[] if user else None,
            env={"PATH": os.defpath, "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        assert done.returncode == 0, done.stdout.decode()

    try:
        run("initdb", "--no-sync", "--username=tests", "--auth=trust", "--encoding=UTF8", "--locale=C")
        options = " ".join(f"-c {name}='{value}'" for name, value in SETTINGS.items())
        run("pg_ctl", "start", "--wait", f"--log={folder / 'log'}", f"--options=-k {folder} {options}")
        try:
            yield f"postgresql://tests@/postgres?host={folder}"
        finally:
            run("pg_ctl", "stop", "--wait", "--mode=immediate")
    finally:
        shutil.rmtree(folder)


def _find_programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    if not found and not on_path:
        pytest.fail(
            "No PostgreSQL server was found. Install Debian's package postgresql, or give the address of a server in "
            "TEST_POSTGRES_URL; the tests make schemas in that database and remove them."
        )
    return found[-1].parent if found else Path(str(on_path)).resolve().parent


def _hand_over(folder: Path) -> str:
    """Give the folder to an ordinary user and return its name: the server refuses to run as root."""
    try:
        shutil.chown(folder, "postgres")
    except LookupError:
        shutil.chown(folder, "nobody")
    return folder.owner()
