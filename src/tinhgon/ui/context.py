"""What the frame of every page needs: menu, place, day, the same page in the other language."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse, translate_url
from django.utils.functional import Promise
from django.utils.timezone import localdate


@dataclass(frozen=True)
class MenuEntry:
    """An entry of the main menu; modules register theirs in `AppConfig.ready`."""

    place: int
    label: Promise
    view: str
    permission: str | None = None


_menu: list[MenuEntry] = []


def menu(*entries: MenuEntry) -> None:
    """Add entries to the main menu, in order of `place`."""
    _menu[:] = sorted({*_menu, *entries}, key=lambda entry: entry.place)


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context of the base template."""
    return {
        "menu": list(_entries(request)),
        "today": localdate(),
        "languages": [
            (code, translate_url(request.get_full_path(), code)) for code in ("vi", "en")
        ],
    }


def _entries(request: HttpRequest) -> Any:
    user = getattr(request, "user", None)
    for entry in _menu:
        if entry.permission and not (
            user and user.is_authenticated and user.may(entry.permission, on=localdate())
        ):
            continue
        try:
            url = reverse(entry.view)
        except NoReverseMatch:
            continue
        yield {"label": entry.label, "url": url, "here": request.path.startswith(url)}
