"""Load: rows to facts. Each function states its number of queries."""
