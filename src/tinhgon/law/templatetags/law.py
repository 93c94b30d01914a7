"""How figures of law are drawn: `{% load law %}`."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from tinhgon.law.marks import CAUTION, DISCS, WORDS, is_verified
from tinhgon.ui import icons

register = template.Library()


@register.simple_tag
def law_mark(mark: str) -> SafeString:
    """How surely a figure is known, as a disc and in words."""
    return icons.mark(DISCS[mark], str(WORDS[mark]))


@register.simple_tag
def law_caution(mark: str) -> SafeString:
    """The sentence that stands beside what was not read in the text itself; else nothing."""
    if is_verified(mark):
        return SafeString("")
    return format_html('<span class="tg-small tg-quiet">{}</span>', CAUTION)
