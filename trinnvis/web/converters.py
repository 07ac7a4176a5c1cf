"""Converters: address parts to values and back."""

from trinnvis.rules.quarters import Quarter, UnknownQuarter


class QuarterInAddress:
    """«2026-Q3» in an address."""

    regex = r"\d{4}-Q[1-4]"

    def to_python(self, text: str) -> Quarter:
        try:
            return Quarter.parse(text)
        except UnknownQuarter as unknown:
            raise ValueError(text) from unknown

    def to_url(self, quarter: Quarter) -> str:
        return str(quarter)
