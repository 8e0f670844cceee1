"""The tables, one aggregate a file. A row is made from a domain object and turns into one again."""
