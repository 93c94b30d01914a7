"""Panels that higher modules show on lower pages."""

import pytest

from tinhgon.ui import panels as module
from tinhgon.ui.panels import panel, panels


@pytest.fixture(autouse=True)
def no_others(monkeypatch):
    monkeypatch.setattr(module, "_panels", {})


def work(request, unit):
    return f"work of {unit}"


def bodies(request, unit):
    return f"bodies of {unit}"


def nothing(request, unit):
    return ""


def test_panels_are_drawn_in_order_of_their_places():
    panel("unit", f"{__name__}.work", place=20)
    panel("unit", f"{__name__}.bodies", place=10)

    assert panels("unit", None, "Đại Mỗ") == ["bodies of Đại Mỗ", "work of Đại Mỗ"]


def test_a_panel_with_nothing_to_say_stays_away():
    panel("unit", f"{__name__}.nothing", place=10)

    assert panels("unit", None, "Đại Mỗ") == []


def test_a_page_that_nobody_knows_has_no_panels():
    assert panels("home", None, None) == []


def test_a_panel_registered_twice_is_drawn_once():
    panel("unit", f"{__name__}.work", place=10)
    panel("unit", f"{__name__}.work", place=10)

    assert panels("unit", None, "Đại Mỗ") == ["work of Đại Mỗ"]
