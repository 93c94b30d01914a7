"""Whatever can be found, counted or refused has words, in both languages."""

import inspect
import re
from datetime import date

import pytest
from django.utils import translation

from tinhgon.domain.jurisdiction_file import Words
from tinhgon.domain.jurisdictions import RequiredFact
from tinhgon.domain.structure.findings import Finding, Severity
from tinhgon.domain.structure.readings import Moved as Reading
from tinhgon.domain.structure.rules import rules
from tinhgon.registry import rearranging
from tinhgon.registry.rearranging import Moved
from tinhgon.reorganisation.actions import (
    Blocked,
    FactsMissing,
    OtherSeal,
    OwnPlan,
    SealBroken,
    TooEarly,
)
from tinhgon.reorganisation.allotting.actions import NoHeir, NothingToAllot, NotItsRows
from tinhgon.reorganisation.compensating.actions import NotInEffect
from tinhgon.reorganisation.continuity.moving import Undecided
from tinhgon.reorganisation.continuity.table import moving
from tinhgon.reorganisation.deciding.entitlement import Ahead, NotEntitled
from tinhgon.reorganisation.deciding.refusals import MOVED, REFUSALS, SENTENCES, refusal_words
from tinhgon.reorganisation.evidence.actions import Impossible, NotAsked
from tinhgon.reorganisation.evidence.required import Wanted
from tinhgon.reorganisation.explaining.actions import NothingToExplain
from tinhgon.reorganisation.findings.words import FINDINGS, finding_advice, finding_words
from tinhgon.reorganisation.keeping import (
    NotACode,
    SharedInstrument,
    Taken,
    UnknownInstrument,
)
from tinhgon.reorganisation.models import Evidence, State
from tinhgon.reorganisation.words import RELATIONS, ROWS, SEVERITIES, STATES, count_words
from tinhgon.reorganisation.workflow import Refused

DAY = date(2025, 7, 1)
SPLIT = Finding(
    rule="split",
    severity=Severity.NOTE,
    units=("DM",),
    facts={"count": 1234, "parts": 2468, "most": 5},
)
VOTE = RequiredFact(
    key="vote",
    title=Words({"en": ("Vote of the council", "Votes of the council")}),
    levels=frozenset({"commune"}),
    share=50,
)

REFUSED = [
    (Blocked([SPLIT]), "Units shared among several successors: 1,234 (2,468 parts, at most 5 of"),
    (TooEarly(DAY), "The package takes effect on 1 July 2025 and not before."),
    (Ahead(DAY), "1 July 2025 has not come yet"),
    (Refused("enact", State.WITHDRAWN), "The package is “Withdrawn”; this is no longer possible."),
    (Moved("later-facts", ["DM"]), "The register already holds later facts of: ward DM."),
    (Undecided({"accounts.Grant.unit": ["DM"]}), "roles of people over a unit: ward DM."),
    (Taken("reform"), "There is already a package “reform”."),
    (NotACode("Sai mã", "shape"), "“Sai mã” cannot be a code. Small letters, digits"),
    (NotACode("effect", "reserved"), "“effect” cannot be a code. A page of the package"),
    (NotACode("one", "twice"), "“one” cannot be a code. Two plans of the package"),
    (UnknownInstrument("5/NQ", DAY), "no instrument 5/NQ issued by 1 July 2025"),
    (SharedInstrument("5/NQ", ["a", "b"]), "of one instrument, 5/NQ: a, b"),
    (SharedInstrument(None, ["a", "b"]), "These plans name no instrument: a, b."),
    (NotEntitled("plan.enact"), "This needs the permission plan.enact for everything"),
    (FactsMissing([Wanted(VOTE, "P01", None)]), "Vote of the council (ward P01) is not recorded"),
    (
        FactsMissing([Wanted(VOTE, "", Evidence(fact="vote", agreeing=5, asked=10))]),
        "Vote of the council: more than 50 % must agree, 5 of 10 do.",
    ),
    (OwnPlan(), "Whoever drafted or edited a package does not approve it"),
    (OtherSeal("ab" * 32), "It was sealed anew since you looked (abababababababab)."),
    (NotAsked("vote", "P01"), "The law of the package's day asks for no “vote” of ward P01."),
    (NothingToExplain(), "The rules do not ask for this explanation any more."),
    (Impossible(), "Say how many were asked and how many agree"),
    (
        NothingToAllot("accounts.Grant.unit", "XP"),
        "Nothing is to be decided about roles of people over a unit of ward XP",
    ),
    (NotInEffect(State.DRAFT), "The package is “Draft”: only what is in effect is taken back"),
    (NotItsRows("DM", [7, 9]), "These rows do not hang on ward DM, or are given away twice: 7, 9."),
    (NoHeir("DM"), "ward DM does not stand after the day of effect: choose another."),
    (SealBroken([Reading("day", "", 1, 2)]), "What was sealed has moved since."),
]


class Wards:
    """Calls every unit a ward, and levels and hierarchies by words of their own."""

    def __call__(self, key):
        return f"ward {key}"

    def hierarchy(self, key):
        return f"{key} hierarchy"

    def level(self, key):
        return f"{key}s"


ward = Wards()


def test_every_rule_has_a_sentence_and_advice():
    assert {*FINDINGS} == {*rules()}


@pytest.mark.parametrize("rule", sorted(rules()))
def test_each_fact_of_a_rule_is_in_its_sentence(rule):
    facts = {*re.findall(r'"(\w+)": ', inspect.getsource(rules()[rule]))}

    assert facts <= {*re.findall(r"%\((\w+)\)s", str(FINDINGS[rule].says))}


TOLD = [
    (
        ("changed-two-ways", ("DM",)),
        {"attribute": "parent", "hierarchy": "party", "values": ["", "P01"]},
        "Two operations say different things of ward DM, the unit above it (party hierarchy): "
        "–, ward P01.",
    ),
    (
        ("changed-two-ways", ("DM",)),
        {"attribute": "code", "hierarchy": "administrative", "values": ["00634", "00637"]},
        "Two operations say different things of ward DM, its code (administrative hierarchy): "
        "00634, 00637.",
    ),
    (
        ("claimed-twice", ("DM", "TM", "MT")),
        {"aspect": "land", "extent": "rest"},
        "Land of ward DM is taken twice (the rest by several): by ward TM, ward MT.",
    ),
    (
        ("several-days", ()),
        {"days": ["2025-07-01", "2026-04-30"]},
        "The plans have different days of effect: 1 July 2025, 30 April 2026.",
    ),
    (("empty", ()), {"plan": "plan-2"}, "The plan “plan-2” says nothing."),
    (
        ("parent-gone", ("DM", "D019")),
        {"hierarchy": "party"},
        "ward DM would stand under ward D019 (party hierarchy), which does not stand any more.",
    ),
    (
        ("level-abolished", ("DM",)),
        {"level": "commune"},
        "ward DM would begin at the level of communes, which is abolished on the same day.",
    ),
]


@pytest.mark.parametrize(("found", "facts", "says"), TOLD, ids=lambda one: str(one)[:20])
def test_facts_are_told_as_people_say_them(found, facts, says):
    rule, units = found

    with translation.override("en"):
        assert finding_words(Finding(rule=rule, units=units, facts=facts), ward) == says


def test_every_state_and_weight_has_a_word():
    assert {*STATES} == {*State}
    assert {*SEVERITIES} == {*Severity}


def test_everything_that_moves_with_a_unit_has_words():
    assert {*RELATIONS} == {*moving()}


def test_everything_that_an_act_counts_has_words(in_effect):
    counted = {*in_effect.enactment.counts, *in_effect.effect.counts}

    assert counted <= {*ROWS}
    assert {"units", "succession", *rearranging.FACTS} <= {*ROWS}


def test_every_refusal_has_a_sentence():
    assert {*REFUSALS} <= {*SENTENCES} == {type(refused) for refused, _ in REFUSED}


@pytest.mark.parametrize(("refused", "says"), REFUSED)
def test_a_refusal_says_what_and_names_units(refused, says):
    with translation.override("en"):
        assert says in " ".join(refusal_words(refused, ward))


@pytest.mark.parametrize("code", MOVED)
def test_what_has_moved_is_told_in_vietnamese(code):
    with translation.override("vi"):
        (said,) = refusal_words(Moved(code, ["DM", "TM"]), ward)

    assert "ward DM, ward TM" in said
    assert said != MOVED[code]


def test_numbers_are_written_as_people_read_them():
    with translation.override("vi"):
        assert finding_words(SPLIT).startswith("1.234 đơn vị được chia")
        assert finding_advice(SPLIT) == "Phải báo cho người dân ở đó biết nay thuộc đơn vị nào."


def test_of_many_units_the_first_are_named_and_the_others_counted():
    finding = Finding(rule="cycle", units=tuple("ABCDEFG"), facts={"hierarchy": "party"})

    with translation.override("en"):
        assert finding_words(finding).endswith("A, B, C, D, E and 2 more.")


def test_land_and_people_are_said_in_words():
    finding = Finding(rule="left-behind", units=("DM",), facts={"aspects": ["land", "people"]})

    with translation.override("en"):
        assert finding_words(finding, ward) == "Land, people of ward DM would be left with nobody."


def test_a_count_is_called_by_what_it_counts():
    with translation.override("en"):
        assert count_words("accounts.Grant.unit") == "roles of people over a unit"
