"""`python -m clesidra_desktop` is `clesidra-desktop`."""

from clesidra_desktop.cli import main

main()
