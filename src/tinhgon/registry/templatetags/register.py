"""What templates of the register say: addresses of units, members of a mapping."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.translation import gettext_lazy as _

from tinhgon.domain.lookup import How
from tinhgon.registry import naming

register = template.Library()

register.simple_tag(naming.unit_url)


@register.filter
def item(mapping: Mapping[str, Any] | None, key: str) -> Any:
    """The member of a mapping under a key, or nothing."""
    return (mapping or {}).get(key)


@register.filter
def spaced(codes: str) -> str:
    """Codes parted by semicolons, so that a line may break between them."""
    return codes.replace(";", "; ")


HOW = {
    How.EXACT: _("Exactly"),
    How.SPELLING: _("By another spelling"),
    How.FOLDED: _("Without marks"),
    How.FUZZY: _("One letter wrong"),
    How.AMBIGUOUS: _("Several fit"),
    How.NOT_FOUND: _("Not found"),
}


@register.simple_tag
def how(step: str) -> str:
    """By which step a query was understood, in words."""
    return str(HOW[How(step)])
