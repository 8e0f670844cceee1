"""The colours of the room papers, which office printers print well."""

INK = "#1d2423"
TEAL = "#1f4e4a"
QUIET = "#5c6866"
RUST = "#9a4a1c"
HAIRLINE = "#b9c4c2"
RULE = "#1f4e4a"
SHADE = "#e8efee"
