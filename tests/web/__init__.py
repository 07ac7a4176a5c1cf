"""Web: one file per noun."""
