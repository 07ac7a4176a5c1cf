"""Contents: facts to what a file says, before the paper is chosen."""
