"""Records: the memory. Rows to facts, and changes to rows with a log entry."""
