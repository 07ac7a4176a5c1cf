"""Reading: what people type, understood or answered, never guessed.

Every reader takes any text at all, raises nothing, and is linear in its length.
"""
