"""The files of annexes, made ready to be printed: inspected, converted, turned upright."""
