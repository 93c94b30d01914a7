"""A plan that compensates brings back units, facts and responsibilities."""

from datetime import date, timedelta

import pytest

from tinhgon.accounts import actions as accounts
from tinhgon.conftest import approved, reloaded
from tinhgon.domain.structure.claims import Extent, Source
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.operations.transfer_part import TransferPart
from tinhgon.domain.structure.units import Unit
from tinhgon.registry.queries import structure
from tinhgon.reorganisation import actions
from tinhgon.reorganisation.compensating.actions import NotInEffect, compensate
from tinhgon.reorganisation.continuity.counting import hanging

pytestmark = pytest.mark.django_db

LATER = date(2025, 9, 1)
EVE = LATER - timedelta(days=1)


NEW = Unit("TMT", "commune", "phường", "Tây Mễ", "00640", "D019")


@pytest.fixture
def merged(world, draft, operator):
    """Tây Mỗ, Mễ Trì and a part of Đại Mỗ are one ward; Xuân Phương took another part of it."""
    sources = (Source(unit="TM"), Source(unit="MT"), Source(unit="DM", extent=Extent.PART))
    package = draft(
        "merged",
        Form(successor=NEW, sources=sources),
        TransferPart(source="DM", to="XP"),
        Rename(unit="XP", name="Xuân Phương Mới"),
    )

    def in_effect():
        actions.enact(package, by=operator, on=world.day)
        return reloaded(package)

    return in_effect


def take_back(package, by, on=LATER):
    made = compensate(package, by=by, on=on, code="back", titles={"vi": "Khắc phục"})
    actions.enact(approved(made, by), by=by, on=on)
    return reloaded(made)


def told(found):
    """A structure by names, whatever the keys."""
    return sorted(
        (
            unit.level,
            unit.kind,
            unit.name,
            unit.code,
            [above.name for above in found.path(unit.key)],
        )
        for unit in found
    )


def held(person, on):
    """Over which units somebody holds which role, by name."""
    rows = person.grants.on(on).exclude(unit=None)
    standing = structure(on)
    return sorted((standing[grant.unit.key].name, grant.role) for grant in rows)


def test_the_apparatus_is_as_before(world, merged, operator):
    take_back(merged(), operator)

    assert told(structure(LATER)) == told(structure(world.eve))
    assert told(structure(EVE)) == told(structure(world.day))


def test_responsibilities_are_where_they_were(world, merged, operator):
    accounts.grant(
        world.an, by=operator, role="registrar", on=date(2025, 1, 1), unit=world.unit("MT")
    )
    accounts.grant(
        world.an, by=operator, role="registrar", on=date(2025, 1, 1), unit=world.unit("TM")
    )
    before = held(world.an, world.eve), held(world.lan, world.eve)

    take_back(merged(), operator)

    assert (held(world.an, LATER), held(world.lan, LATER)) == before
    assert not any(hanging(LATER).values())


def test_what_came_since_goes_with_what_was_taken_whole(world, merged, operator):
    package = merged()
    accounts.grant(
        world.an, by=operator, role="registrar", on=date(2025, 8, 1), unit=world.unit("TMT")
    )

    take_back(package, operator)

    assert held(world.an, LATER) == [("Mễ Trì", "registrar")]


def test_the_law_of_the_later_day_may_forbid_it(world, in_effect, operator):
    with pytest.raises(actions.Blocked) as blocked:
        take_back(in_effect, operator)

    assert {finding.rule for finding in blocked.value.findings} == {"unknown-kind"}


def test_what_is_not_in_effect_is_withdrawn_instead(world, enacted, operator):
    with pytest.raises(NotInEffect):
        compensate(enacted, by=operator, on=LATER, code="back", titles={"vi": "Khắc phục"})


def test_it_is_a_draft_judged_like_any_other(world, in_effect, operator):
    made = compensate(in_effect, by=operator, on=LATER, code="back", titles={"vi": "Khắc phục"})

    assert (reloaded(made).state, made.undoes) == ("draft", in_effect)
    with pytest.raises(actions.workflow.Refused):
        actions.enact(made, by=operator, on=LATER)
