"""Somebody who registers a unit while another reads the register, table by table."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.utils import timezone

from tinhgon.registry.models import Tie, Unit, Version
from tinhgon.registry.revision import changed


@contextmanager
def found_after_the_first_table(patch: Any, module: Any, key: str, parent: str) -> Iterator[None]:
    """Within, a unit is registered as soon as `module` has read its first table."""
    fetch = module.fetch
    happens = iter([lambda: _register(key, parent)])

    def interrupted(*given: Any, **values: Any) -> Any:
        rows = fetch(*given, **values)
        next(happens, bool)()
        return rows

    with patch.context() as while_reading:
        while_reading.setattr(module, "fetch", interrupted)
        yield


def _register(key: str, parent: str) -> None:
    unit = Unit.objects.create(id=9_999, key=key)
    facts = {"unit": unit, "recorded_from": timezone.now()}
    Version.objects.create(level="district", kind="quận", name="Mới", **facts)
    Tie.objects.create(parent=Unit.objects.get(key=parent), **facts)
    changed()
