"""Rearrangements made of keys alone."""

import pytest

from tinhgon.conftest import DAY
from tinhgon.domain.structure.units import Structure, Unit
from tinhgon.registry.directory import Edge
from tinhgon.reorganisation.rearrangement.value import Rearrangement


@pytest.fixture
def vietnam_units(register):
    """Communes before and after by key, and who handed something on to whom."""

    def standing(keys):
        return Structure(Unit(key, "commune", "xã", key) for key in keys)

    def made(old, new, passed):
        edges = tuple(Edge(DAY, a, b, "whole", None, True, "form", None, "") for a, b in passed)
        ended = {key: None for key in old if key not in new}
        begun = {key: None for key in new if key not in old}
        return Rearrangement(DAY, standing(old), standing(new), edges, ended, begun)

    return made
