"""Demo: the municipality one may try everything in, made from a file."""
