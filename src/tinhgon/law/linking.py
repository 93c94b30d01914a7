"""Where the page of an instrument stands, which only modules above know.

The module that has such pages names a function in `AppConfig.ready`:

    instrument_pages("tinhgon.registry.instrument.pages.addresses")

It takes instruments and gives the addresses of those it knows.
"""

from collections.abc import Iterable, Mapping

from django.utils.module_loading import import_string

from tinhgon.law.citations import Instrument

_hook: dict[str, str] = {}


def instrument_pages(name: str) -> None:
    """Let the function with this dotted name say where instruments have their pages."""
    _hook["pages"] = name


def addresses(instruments: Iterable[Instrument]) -> Mapping[Instrument, str]:
    """The addresses of those instruments that have a page, asked once for all."""
    if "pages" not in _hook:
        return {}
    found: Mapping[Instrument, str] = import_string(_hook["pages"])({*instruments})
    return found
