"""Signs: filters that only call signs/."""

from django.template import Library
from django.utils.safestring import SafeString, mark_safe

from trinnvis.signs import marks

register = Library()


@register.filter
def svg_mark(key: str) -> SafeString:
    """The status' shape; its word stands beside it."""
    # Our own drawing; the key is looked up, never written out.
    return mark_safe(marks.svg_mark(key))  # noqa: S308
