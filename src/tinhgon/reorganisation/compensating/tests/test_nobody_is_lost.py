"""Random packages with random dependants: each finds one successor, and each comes back."""

import random
from collections import Counter
from datetime import date

import pytest

from tinhgon.accounts.models import Grant
from tinhgon.conftest import approved, reloaded
from tinhgon.domain.structure.claims import Extent, Source
from tinhgon.domain.structure.operations.conclude import Conclude
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.packages import Plan
from tinhgon.domain.structure.units import Unit
from tinhgon.registry.queries import structure
from tinhgon.reorganisation import actions
from tinhgon.reorganisation.allotting.actions import allot
from tinhgon.reorganisation.allotting.queue import candidates, queue
from tinhgon.reorganisation.compensating.actions import compensate
from tinhgon.reorganisation.continuity.counting import hanging
from tinhgon.reorganisation.rearrangement.reading import rearrangement

pytestmark = pytest.mark.django_db

OLD, NEW = ("DM", "TM", "MT"), ("N1", "N2", "N3")
LATER = date(2026, 1, 1)


def shared_by_chance(chance):
    """Each ward goes whole to a new one, or in parts to several; but for the first, some stay."""
    takes = {key: chance.sample(NEW, chance.choice([0, 1, 1, 2, 3])) for key in OLD[1:]}
    takes[OLD[0]] = chance.sample(NEW, chance.choice([1, 2, 3]))
    formed = {}
    for key, takers in takes.items():
        for taker in takers:
            extent = Extent.WHOLE if len(takers) == 1 else Extent.PART
            main = len(takers) > 1 and taker == takers[0] and chance.random() < 0.5
            formed.setdefault(taker, []).append(Source(unit=key, extent=extent, main=main))
    ended = [Conclude(unit=key) for key, takers in takes.items() if len(takers) > 1]
    units = {
        key: Unit(key, "commune", "phường", f"Phường {key}", f"0070{key[-1]}", "D019")
        for key in formed
    }
    forms = [Form(successor=units[key], sources=tuple(sources)) for key, sources in formed.items()]
    return (*forms, *ended)


def hung_by_chance(world, chance):
    """Some of the people hold some roles over some wards."""
    people, roles = (world.lan, world.an, world.huong), ("registrar", "contact-editor")
    Grant.objects.all().exclude(unit=None).delete()
    Grant.objects.bulk_create(
        Grant(user=person, role=role, unit=world.unit(key), valid_from=date(2025, 1, 1))
        for person in people
        for role in roles
        for key in OLD
        if chance.random() < 0.4
    )


def decided_by_chance(package, by, chance):
    """Whatever waits is decided, sometimes row by row."""
    done = rearrangement(package)
    for one in queue(package, done):
        heirs = candidates(done, one.line.unit)
        rows = Grant.objects.filter(unit__key=one.line.unit).values_list("pk", flat=True)
        named = {chance.choice(heirs): [row for row in rows if chance.random() < 0.3]}
        said = {"heir": chance.choice(heirs), "reason": "Theo địa bàn", "named": named}
        allot(
            package, by=by, on=date(2025, 6, 1), relation=one.line.relation, unit=one.line.unit,
            **said,
        )  # fmt: skip


def roles(on):
    """Who holds what over which unit, by name, counted."""
    standing = structure(on)
    rows = Grant.objects.on(on).exclude(unit=None).select_related("unit", "user")
    return Counter((row.user.name, row.role, standing[row.unit.key].name) for row in rows)


@pytest.mark.parametrize("seed", range(25))
def test_each_has_one_successor_and_comes_back(world, operator, seed):
    chance = random.Random(seed)
    operations = shared_by_chance(chance)
    plan = Plan(code="plan", day=world.day, operations=operations)
    package = actions.draft("p", by=operator, on=world.day, plans=[plan], titles={"vi": "P"})
    hung_by_chance(world, chance)
    before = roles(world.eve)

    decided_by_chance(package, operator, chance)
    actions.enact(approved(package, operator), by=operator, on=world.day)

    now = roles(world.day)
    assert not any(hanging(world.day).values())
    assert {*now.values()} <= {1}
    assert {(who, role) for who, role, _unit in now} == {(w, r) for w, r, _unit in before}
    assert sum(now.values()) <= sum(before.values())

    back = compensate(
        reloaded(package), by=operator, on=LATER, code="back", titles={"vi": "Khắc phục"}
    )
    actions.enact(approved(back, operator), by=operator, on=LATER)

    assert roles(LATER) == before
    assert not any(hanging(LATER).values())
