"""What a package did and what is taken back afterwards comes out even, tried on random packages."""

from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, assume, given, settings

from tinhgon.domain.structure.packages import Composition, Plan
from tinhgon.domain.structure.rules import blocks, findings
from tinhgon.domain.structure.tests.strategies import compositions
from tinhgon.domain.structure.tests.world import LEVELS
from tinhgon.domain.structure.units import Structure
from tinhgon.reorganisation.rearrangement.composing import composed
from tinhgon.reorganisation.rearrangement.reversal import reversal

LATER = date(2030, 1, 1)
tried = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


def taken_back(composition: Composition) -> tuple[Composition, dict[str, str]]:
    """The package that takes another back, composed on what that one left."""
    assume(composition.plans and not blocks(findings(composition)))
    assume(composition.after != composition.before)
    done = composed(composition, {}, ())
    anew = {key: f"{key}~" for key in sorted(done.ended)}
    plan = Plan(code="back", day=LATER, operations=reversal(done, anew))
    return Composition([plan], composition.after, LEVELS), anew


def under_old_keys(structure: Structure, anew: dict[str, str]) -> Structure:
    """The structure with units formed anew called by the keys of those that ended."""
    old = {new: key for key, new in anew.items()}

    def known(key):
        return old.get(key, key)

    return Structure(
        replace(
            unit,
            key=known(unit.key),
            parent=known(unit.parent),
            ties=tuple((hierarchy, known(above)) for hierarchy, above in unit.ties),
        )
        for unit in structure
    )


@tried
@given(compositions())
def test_the_structure_is_as_before(composition):
    back, anew = taken_back(composition)

    assert under_old_keys(back.after, anew) == composition.before


@tried
@given(compositions())
def test_only_the_law_of_its_own_day_or_what_nobody_held_can_stop_it(composition):
    back, _anew = taken_back(composition)

    of_law, of_nobody = {"unknown-kind"}, {"left-behind", "cannot-hold", "nothing-to-take"}
    assert {finding.rule for finding in blocks(findings(back))} <= of_law | of_nobody


@tried
@given(compositions())
def test_no_unit_waits_for_a_main_successor(composition):
    back, _anew = taken_back(composition)

    assert all(back.main_successor(key) for key in back.spent)
