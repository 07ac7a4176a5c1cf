"""Charts: findings drawn as SVG text, the same for page, print and PDF.

Pure functions of the small dataclasses in series.py. Every figure and word comes
written from the caller, so that one place rounds; every colour comes from a class,
so that css/components/chart.css rules the page and paper.py rules the paper.
"""
