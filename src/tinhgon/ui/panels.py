"""Panels: what higher modules show on the pages of lower ones, which do not know them.

A module names a function in `AppConfig.ready`, which is read when a page first asks for it:

    panel("unit", "tinhgon.reorganisation.panels.plans_of_unit", place=20)

The function takes the request, the subject of the page and what was asked of it as keywords; it
gives HTML, or "" to stay away.
"""

from typing import Any

from django.http import HttpRequest
from django.utils.module_loading import import_string

_panels: dict[str, list[tuple[int, str]]] = {}


def panel(page: str, draw: str, *, place: int) -> None:
    """Let the function with this dotted name draw a panel on a page; lower places first."""
    _panels[page] = sorted({*_panels.get(page, []), (place, draw)})


def panels(page: str, request: HttpRequest, subject: Any, **facts: Any) -> list[str]:
    """The panels of a page for its subject, drawn, in order."""
    drawn = (
        import_string(draw)(request, subject, **facts) for _place, draw in _panels.get(page, [])
    )
    return [panel for panel in drawn if panel]
