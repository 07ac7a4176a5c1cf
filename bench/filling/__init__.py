"""Filling: rows for benches, made straight on the models in large batches.

The product writes rows only through records/changes; a bench may not take that long.
What is frozen and judged is made by the product's own functions all the same.
"""
