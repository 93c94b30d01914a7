"""While somebody is away their deputy has what they have to do, on each side of the absence."""

from datetime import date

import pytest

from tinhgon.work.conftest import JUNE
from tinhgon.work.custody import actions
from tinhgon.work.entitlement import Rights, own_and_deputised
from tinhgon.work.models import Custody
from tinhgon.work.refusals import Refused
from tinhgon.work.standing import Standing


@pytest.fixture
def signed_in(works, world):
    """Mr Sơn, the deputy of Đại Mỗ, signs in."""
    works.bodies.son.user = world.an
    works.bodies.son.save()
    return world.an


def delegate(works, until=JUNE[12], on=JUNE[9], away="mai", deputy="son"):
    people = (getattr(works.bodies, name) for name in (away, deputy))
    officer, other = people
    given = {"on": on, "until": until, "reason": "Đi công tác"}
    return actions.delegate(officer, by=works.by, deputy=other, **given)


@pytest.mark.parametrize(("on", "is_theirs"), [(8, False), (9, True), (11, True), (12, False)])
def test_a_deputy_does_what_whoever_is_away_has_to_do(works, signed_in, on, is_theirs):
    work = works.issue(officer=works.bodies.mai)
    delegate(works)

    own = own_and_deputised(signed_in, on=JUNE[on])

    assert (works.bodies.mai.pk in own) is is_theirs
    assert not Rights(Standing(work), signed_in, JUNE[on]).allows("confirm")
    assert Custody.objects.filter(work=work).count() == 1


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("own-deputy", {"deputy": "mai"}),
        ("absence-ends", {"until": JUNE[9]}),
        ("deputy-away", {"away": "son", "deputy": "mai"}),
    ],
)
def test_an_absence_without_a_deputy_who_is_there_is_refused(works, code, given):
    delegate(works, on=date(2025, 6, 10))

    with pytest.raises(Refused) as wrong:
        delegate(works, **given)

    assert wrong.value.code == code


def test_a_deputy_is_named_by_command_and_from_a_page(works, world, tinhgon, client):
    said = tinhgon(
        *("work", "delegate", "CB01", "CB02", "--reason", "Nghỉ phép"),
        *("--on", "2025-06-09", "--until", "2025-06-12"),
    )
    client.force_login(world.an)

    assert "CB02 stands in for CB01" in said.stdout
    assert client.get("/officers/CB01/absence/").status_code == 403
