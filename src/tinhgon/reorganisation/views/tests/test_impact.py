"""What hung on the units that ended is told after the effect too, and who decided about it."""

from tinhgon.conftest import approved
from tinhgon.documents.models import Instrument
from tinhgon.reorganisation import actions
from tinhgon.reorganisation.allotting.actions import allot


def test_after_the_effect_it_says_what_moved(in_effect, show):
    page = show("/plans/reform/impact/")

    assert "Roles of people over a unit 1 go to whoever answers afterwards" in " ".join(
        page.get_text(" ").split()
    )
    assert "Nothing hangs on them" not in page.get_text()


def test_after_the_effect_what_was_decided_is_to_be_read(shared, world, operator, client, show):
    allot(
        shared,
        by=world.huong,
        on=world.eve,
        relation="accounts.Grant.unit",
        unit="DM",
        heir="TM",
        reason="Nơi tiếp nhận trụ sở.",
    )
    shared.plans.update(instrument=Instrument.objects.first())
    actions.enact(approved(shared, operator), by=operator, on=world.day)
    client.force_login(world.huong)

    assert "Nơi tiếp nhận trụ sở." in show("/plans/shared/allotments/").get_text()
