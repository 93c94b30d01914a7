"""A sentence with values put into it that may be links, safe to stand in a page."""

from collections.abc import Iterable

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe


def filled(template: str, **facts: object) -> SafeString:
    """A translated sentence (`%(unit)s takes in %(parts)s.`) with its values, which are escaped."""
    return mark_safe(template % {name: conditional_escape(value) for name, value in facts.items()})


def joined(parts: Iterable[object], by: str = ", ") -> SafeString:
    """Values one after another, escaped, with `by` between them."""
    return mark_safe(by.join(conditional_escape(part) for part in parts))
