"""The table of acts: it has every act that the states know, and says what stops each."""

from datetime import date

import pytest

from tinhgon.domain.structure.claims import Source
from tinhgon.domain.structure.operations.conclude import Conclude
from tinhgon.domain.structure.operations.dissolve import Dissolve
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.reorganisation.actions import Blocked, TooEarly
from tinhgon.reorganisation.deciding.acts import (
    ACTS,
    APPROVE,
    ENACT,
    SEAL,
    TAKE_EFFECT,
    WITHDRAW,
    stops,
)
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.workflow import TRANSITIONS, Refused

AGAIN = tuple(act for act in ACTS if act.done_in)
"""Those that are done only once."""


def stopped(act, package, today):
    return type(stopping(act, package, today))


def stopping(act, package, today):
    return stops(act, package, rearrangement(package), today)


@pytest.mark.parametrize("act", AGAIN, ids=lambda act: act.name)
def test_an_act_is_done_where_it_has_led(act):
    assert TRANSITIONS[act.name][1] in act.done_in


def test_every_act_that_the_states_know_is_in_the_table():
    assert {act.name for act in ACTS} == {*TRANSITIONS} - {"edit", "enter"}


def test_what_was_decided_elsewhere_is_entered_once_its_day_has_come(package, world):
    assert stopping(ENACT, package, world.day) is None
    assert stopped(ENACT, package, world.eve) is Refused


def test_a_draft_without_an_instrument_is_not_entered(draft, world):
    package = draft("own", Rename(unit="MT", name="Mễ"), instrument=None)

    assert stopped(ENACT, package, world.day) is Refused


def test_a_draft_may_be_withdrawn_and_neither_sealed_approved_nor_put_into_effect(package, world):
    assert stopping(WITHDRAW, package, world.eve) is None
    assert stopped(SEAL, package, world.day) is Refused
    assert stopped(APPROVE, package, world.day) is Refused
    assert stopped(TAKE_EFFECT, package, world.day) is Refused


def test_what_a_rule_stops_is_not_enacted(draft, world):
    assert stopped(ENACT, draft("lost", Dissolve(unit="DM")), world.day) is Blocked


def test_what_would_be_left_to_nobody_is_not_enacted(draft, world):
    halves = [
        Form(successor=key, sources=(Source(unit="DM", extent="part"),)) for key in ("TM", "MT")
    ]

    undecided = stopping(ENACT, draft("shared", *halves, Conclude(unit="DM")), world.day)

    assert undecided.hanging == {"accounts.Grant.unit": ["DM"]}


def test_it_takes_effect_on_its_day_and_not_on_the_eve(enacted, world):
    assert stopped(TAKE_EFFECT, enacted, world.eve) is TooEarly
    assert stopping(TAKE_EFFECT, enacted, world.day) is None


def test_what_is_in_effect_is_not_withdrawn(in_effect):
    assert stopped(WITHDRAW, in_effect, date(2025, 7, 2)) is Refused
