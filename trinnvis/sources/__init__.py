"""Sources: other systems and other people's files, read into plain values."""
