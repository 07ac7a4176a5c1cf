"""Forms: typed text to values. They read; they do not judge."""
