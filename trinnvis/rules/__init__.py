"""Rules: the judging. Facts in, findings out; no database, clock or words."""
