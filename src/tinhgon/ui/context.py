"""What the frame of every page needs: menu, place, person, day, the page in the other language.

Modules above register what the frame shows of them in `AppConfig.ready`: `menu(...)` for entries
of the main menu, `footer(...)` for links at the foot, `place(...)` for the name beside the mark,
`search(...)` for the page that answers `?q=`, `arrival(...)` for where signing in leads to,
`permissions_told(...)` for what a permission is in words.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, get_script_prefix, reverse
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.module_loading import import_string
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class MenuEntry:
    """An entry of the main menu; modules register theirs in `AppConfig.ready`.

    Of several permissions one will do. Pages at the address of its view stand under it, those at
    the addresses of `covers`, and those of `covers` whose address depends on what they are about.
    """

    place: int
    label: Promise
    view: str
    permission: str | tuple[str, ...] | None = None
    covers: tuple[str, ...] = ()


@dataclass(frozen=True)
class FooterLink:
    """A link at the foot, in the column `look-up` or `help`; `url` for what is no view."""

    column: str
    place: int
    label: Promise
    view: str = ""
    url: str = ""


@dataclass(frozen=True)
class Language:
    """A language of the interface and where this page stands in it."""

    code: str
    name: str
    url: str


NAMES = {"vi": "Tiếng Việt", "en": "English"}
COLUMNS = {"look-up": _("Look up"), "help": _("Help")}

_menu: list[MenuEntry] = []
_footer: list[FooterLink] = []
_hooks: dict[str, str | None] = dict.fromkeys(("place", "search", "arrival", "permissions"))


def menu(*entries: MenuEntry) -> None:
    """Add entries to the main menu, in order of `place`."""
    _menu[:] = sorted({*_menu, *entries}, key=lambda entry: entry.place)


def footer(*links: FooterLink) -> None:
    """Add links to the foot of every page, in order of `place`."""
    _footer[:] = sorted({*_footer, *links}, key=lambda link: link.place)


def place(name: str) -> None:
    """Let the function with this dotted name say, in the page's language, whose apparatus it is."""
    _hooks["place"] = name


def search(view: str) -> None:
    """Let this view answer what people type (`?q=`) where a page could not be found."""
    _hooks["search"] = view


def arrival(name: str) -> None:
    """Let the function with this dotted name say where somebody who signed in begins.

    It takes the person and the day and answers with the name of a view, or None.
    """
    _hooks["arrival"] = name


def permissions_told(name: str) -> None:
    """Let the function with this dotted name put a permission, and for which unit, into words."""
    _hooks["permissions"] = name


def arrival_of(user: Any) -> str:
    """The address where somebody who signed in begins, in the language spoken; nothing: as set."""
    name = _hooks["arrival"]
    return url_of(import_string(name)(user, localdate())) if name else ""


def words_of_permission(permission: str, unit: str | None) -> str:
    """What is allowed by a permission, for a unit if one is named; nothing where nobody says."""
    name = _hooks["permissions"]
    return str(import_string(name)(permission, unit)) if name else ""


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context of the base template. What asks the database does so only if it is shown."""
    still = still_frame(request.path, request.META.get("QUERY_STRING", ""))
    return {
        **still,
        "menu": SimpleLazyObject(
            lambda: list(_entries(request.path, _reader(request), _view(request)))
        ),
        "today": localdate(),
        "frame": {
            **still["frame"],
            "place": SimpleLazyObject(_place_name),
            "reference": getattr(request, "reference", ""),
            "sign_in_url": _sign_in_url(request),
            "account_url": url_of("accounts:me"),
            "sign_out_url": url_of("account_logout"),
        },
    }


def still_frame(path: str, query: str = "") -> dict[str, Any]:
    """The part of the frame that needs no reader and no database, for when things are broken."""
    return {
        "menu": list(_entries(path, None)),
        "languages": [
            Language(code, name, in_language(path, code) + (f"?{query}" if query else ""))
            for code, name in NAMES.items()
        ],
        "frame": {
            "path": path,
            "now": localtime(),
            "home_url": home_url(path),
            "footer": list(_columns()),
            "search_url": url_of(_hooks["search"]),
            "sign_in_url": url_of("account_login"),
        },
    }


def _place_name() -> str:
    name = _hooks["place"]
    return str(import_string(name)()) if name else ""


def in_language(path: str, code: str) -> str:
    """The same address in another language: Vietnamese stands at the root, English under /en/."""
    root = get_script_prefix()
    bare = path.removeprefix(root)
    if language_of(path) != settings.LANGUAGE_CODE:
        bare = bare.partition("/")[2]
    return root + bare if code == settings.LANGUAGE_CODE else f"{root}{code}/{bare}"


def language_of(path: str) -> str:
    """The language in which a page at this address speaks."""
    bare = path.removeprefix(get_script_prefix())
    first = bare.partition("/")[0]
    return first if first in NAMES else settings.LANGUAGE_CODE


def home_url(path: str) -> str:
    """The first page, in the language of this address."""
    return in_language(get_script_prefix(), language_of(path))


def url_of(view: str | None) -> str:
    """The address of a view, or nothing where that view is not mounted."""
    try:
        return reverse(view) if view else ""
    except NoReverseMatch:
        return ""


def _entries(path: str, user: Any, view: str = "") -> Iterator[dict[str, Any]]:
    allowed = _allowed(user)
    seen = [(entry, url_of(entry.view)) for entry in _menu if _is_open(entry, allowed)]
    within = [
        (len(covered), entry)
        for entry, url in seen
        for covered in (url, *map(url_of, entry.covers))
        if covered and _stands_in(path, covered)
    ]
    within += [(len(path), entry) for entry, _url in seen if view in entry.covers]
    _length, here = max(within, key=lambda found: found[0], default=(0, None))
    for entry, url in seen:
        if url:
            yield {"label": entry.label, "url": url, "here": entry is here}


def _is_open(entry: MenuEntry, allowed: Collection[str]) -> bool:
    """Whether somebody who may do all that is `allowed` sees an entry."""
    asked = entry.permission
    return asked is None or not {*((asked,) if isinstance(asked, str) else asked)}.isdisjoint(
        allowed
    )


def _view(request: HttpRequest) -> str:
    """The name of the view that answers; nothing where none was found."""
    return request.resolver_match.view_name if request.resolver_match else ""


def _columns() -> Iterator[dict[str, Any]]:
    for column, title in COLUMNS.items():
        links = [
            {"label": link.label, "url": link.url or url_of(link.view)}
            for link in _footer
            if link.column == column and (link.url or url_of(link.view))
        ]
        if links:
            yield {"title": title, "links": links}


def _stands_in(path: str, url: str) -> bool:
    return path == url or (url != home_url(url) and path.startswith(url))


def _allowed(user: Any) -> Collection[str]:
    """What the reader may do anywhere."""
    return user.allowed(localdate()) if user and user.is_authenticated else ()


def _reader(request: HttpRequest) -> Any:
    """Whoever asks; nobody yet where a request failed before sign-in was looked at."""
    return getattr(request, "user", None)


def _sign_in_url(request: HttpRequest) -> str:
    """Sign-in leads back to the page it was opened from.

    Not to one about signing in, nor to the first page: whoever signs in there begins their day.
    """
    url = url_of("account_login")
    about_signing_in = url and request.path.startswith(url.removesuffix("login/"))
    is_first = request.path == home_url(request.path) and not request.GET
    if not url or about_signing_in or is_first or request.method != "GET":
        return url
    return f"{url}?{urlencode({'next': request.get_full_path()})}"
