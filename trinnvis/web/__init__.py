"""Web: the door for people."""
