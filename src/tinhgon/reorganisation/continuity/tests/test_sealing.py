"""Which rows went on under heirs."""

from tinhgon.accounts.models import Grant
from tinhgon.reorganisation.continuity.moving import move_dependants
from tinhgon.reorganisation.continuity.sealing import bounds_after, last_rows, moved_rows
from tinhgon.reorganisation.continuity.table import responsibilities
from tinhgon.reorganisation.continuity.tests.conftest import GROUND

GRANTS = "accounts.Grant.unit"


def test_the_last_rows_are_those_of_tables_into_which_new_ones_are_written(world):
    going_on = {name for name, rule in responsibilities().items() if rule.origin}

    assert {*last_rows()} == going_on | {"staff.Movement.target_unit", "work.Custody.unit"}
    assert GRANTS in last_rows()
    assert "registry.Register.place" not in last_rows()


def test_each_row_that_went_on_is_told_with_where_it_came_from(world, grant):
    grant("MT", role="registrar")
    before = last_rows()
    move_dependants({"DM": "TM", "MT": "TM"}, world.day, GROUND)

    told = {*moved_rows(bounds_after(before))}

    went_on = Grant.objects.filter(unit__key="TM").values_list("id", "moved_from", "unit")
    assert told == {f"{GRANTS}|{row}|{origin}|{unit}" for row, origin, unit in went_on}
    assert len(told) == 2
