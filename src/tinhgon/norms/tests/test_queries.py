"""What the rules say of a structure that a plan makes, and who sees which finding."""

from tinhgon.domain.norms.verdicts import Severity
from tinhgon.domain.structure.units import Unit
from tinhgon.norms.conftest import DAY
from tinhgon.norms.models import Finding
from tinhgon.norms.queries import judged, seen_by
from tinhgon.registry.queries import structure

MERGED = Unit("merged", "division", "phòng", "Tổ chức - Cán bộ", parent="snv")


def sizes(found):
    return [one for one in found.verdicts if one.rule == "division-too-small"]


def test_a_new_division_that_would_be_too_small_blocks(city):
    after = structure(DAY).without(["tccc"]).having([MERGED])

    (found,) = sizes(judged(after, DAY, new=["merged"], heirs={"tccc": "merged"}))

    assert (found.severity, found.units) == (Severity.BLOCK, ("merged",))
    assert (found.found, found.limit) == (6, 7)


def test_with_the_posts_that_the_plan_states_it_does_not(city):
    after = structure(DAY).without(["tccc"]).having([MERGED])
    stated = {"merged": {"civil-servant": 7}}

    found = judged(after, DAY, new=["merged"], heirs={"tccc": "merged"}, posts=stated)

    assert sizes(found) == []


def test_deputies_in_excess_after_a_merger_have_their_time(city):
    for officer in ("lan", "hung"):
        city.lead("tccc", "deputy", officer)
    after = structure(DAY).without(["tccc"]).having([MERGED])

    found = judged(after, DAY, new=["merged"], heirs={"tccc": "merged"})

    (many,) = [one for one in found.verdicts if one.rule == "division-deputies"]
    assert (many.severity, many.until) == (Severity.WARN, DAY.replace(year=2030))


def test_only_the_rules_asked_for_are_tried(city):
    found = judged(structure(DAY), DAY, only={"no-working-regulations"})

    assert {one.rule for one in found.verdicts} == {"no-working-regulations"}


def test_nothing_of_it_is_kept(city):
    judged(structure(DAY), DAY)

    assert Finding.objects.count() == 0


def test_the_figures_it_rests_on_are_named_for_a_seal(city):
    found = judged(structure(DAY), DAY, only={"division-too-small"})

    assert found.figures == ["departments.division.minimum_posts"]


def test_a_head_sees_what_was_found_below(city, person):
    city.run()
    mai, other = person("mai", "unit-head", "snv"), person("nga", "unit-head", "syt")

    seen, beside = (seen_by(one, DAY, today=DAY) for one in (mai, other))

    assert "tccc" in {one.unit.key for one in seen if one.unit}
    assert {one.unit.key for one in beside if one.unit} <= {"syt"}


def test_whoever_has_no_role_sees_nothing(city, person):
    city.run()

    assert list(seen_by(person("an"), DAY, today=DAY)) == []
