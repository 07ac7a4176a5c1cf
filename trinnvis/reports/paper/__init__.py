"""Paper: the one writer of each kind of file. Only here are their libraries met."""
