"""The revision of the register: whoever keeps an answer keeps it for one revision."""

from time import time_ns

from django.db.models import F
from django.db.models.functions import Greatest

from tinhgon.registry.models import Register


def changed() -> None:
    """Tell every cache and browser that the register is not what it was."""
    Register.objects.update(revision=Greatest(F("revision") + 1, _now()))


def _now() -> int:
    """A revision that no other register ever had: not one rolled back, nor an older backup."""
    return time_ns() // 1000
