"""Two departments with a division each become one, and norms judge what would stand then.

Sở Văn hóa và Thể thao has a division Tổ chức with three posts, Sở Du lịch has one with two. Ms
Hương drafts; the day is 1 October 2026.
"""

from datetime import date

import pytest
from django.utils import timezone

from tinhgon.accounts import actions as accounts
from tinhgon.conftest import approved
from tinhgon.documents.models import Instrument
from tinhgon.domain.norms.verdicts import Severity as Weight
from tinhgon.domain.norms.verdicts import Verdict
from tinhgon.domain.structure.operations.consolidate import Consolidate
from tinhgon.domain.structure.packages import Plan
from tinhgon.domain.structure.units import Unit as UnitValue
from tinhgon.registry.models import Tie, Unit, Version
from tinhgon.registry.revision import changed
from tinhgon.registry.tests.pages import soup, words
from tinhgon.reorganisation import actions
from tinhgon.reorganisation.allotting.actions import allot as decide
from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.rearrangement.judging import MOST_SINGLY, told
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.sealing.contents import moved_since
from tinhgon.staff.ledger.actions import allocate
from tinhgon.staff.officers.actions import enter
from tinhgon.staff.posts.actions import assign, set_up

START, DAY = date(2026, 1, 1), date(2026, 10, 1)
KIND = "civil-servant"
DEPARTMENT = UnitValue(
    key="joined",
    level="agency",
    kind="sở",
    name="Văn hóa, Thể thao và Du lịch",
    parent="P01.people-committee",
)
DIVISION = UnitValue(
    key="joined-staff", level="division", kind="phòng", name="Tổ chức", parent="joined"
)
JOINING = (
    Consolidate(sources=("P01.culture", "P01.tourism"), successor=DEPARTMENT),
    Consolidate(sources=("culture-staff", "tourism-staff"), successor=DIVISION),
)


@pytest.fixture
def allot(operator):
    """Posts granted to a unit from above."""

    def allotted(unit, posts, on=START):
        unit, more = Unit.objects.get(key=unit), {"by": operator, "on": on, "reason": "giao"}
        allocate(posts, source=None, target=unit, kind=KIND, **more)

    return allotted


@pytest.fixture
def deputy(operator):
    """Somebody in a deputy's post of a unit."""

    def made(unit, name):
        unit, more = Unit.objects.get(key=unit), {"by": operator, "on": START, "reason": "bổ nhiệm"}
        titles = {"vi": "Phó Trưởng phòng"}
        post = set_up(
            f"{unit.key}-{name}", unit=unit, titles=titles, kind=KIND, rank="deputy", **more
        )
        assign(enter(name, by=operator, name=name, invented=True), post=post, **more)

    return made


@pytest.fixture
def package(bodies, world, allot):
    """The merger as drafted, of divisions that stand since January."""
    for number, (key, above, posts) in enumerate(
        [("culture-staff", "P01.culture", 3), ("tourism-staff", "P01.tourism", 2)]
    ):
        unit = Unit.objects.create(pk=900_000 + number, key=key)
        known = {"unit": unit, "valid_from": START, "recorded_from": timezone.now()}
        Version.objects.create(level="division", kind="phòng", name="Tổ chức", **known)
        Tie.objects.create(parent=Unit.objects.get(key=above), **known)
        allot(key, posts)
    changed()
    Instrument.objects.get_or_create(number="01/NQ-HĐND", issued=None)
    plan = Plan(code="plan", day=DAY, operations=JOINING, instrument="01/NQ-HĐND")
    titles = {"vi": "Hợp nhất hai sở", "en": "Two departments become one"}
    return actions.draft("joining", by=world.huong, on=DAY, plans=[plan], titles=titles)


@pytest.fixture
def choose(operator):
    """The department takes what its team would take by rule from the team of Sở Du lịch."""

    def chosen(package, relation, reason):
        given = {"unit": "tourism-staff", "heir": "joined", "reason": reason}
        decide(package, by=operator, on=START, relation=relation, **given)

    return chosen


def found(package, rule):
    return [one for one in rearrangement(package).findings if one.rule == rule]


def test_a_division_that_would_be_too_small_stops_the_plan(package):
    (finding,) = found(package, "division-too-small")

    assert (finding.severity, finding.units) == ("block", ("joined-staff",))
    assert (finding.facts["verdict"]["found"], finding.facts["verdict"]["limit"]) == (5, 7)


def test_posts_moved_to_it_before_the_day_mend_it(package, allot):
    assert found(package, "division-too-small")

    allot("tourism-staff", 2)

    assert found(package, "division-too-small") == []


def test_posts_that_come_on_the_day_after_do_not(package, allot):
    allot("tourism-staff", 2, on=date(2026, 10, 2))

    assert found(package, "division-too-small")


def test_posts_that_somebody_chose_another_heir_for_do_not_count(package, choose):
    choose(package, "staff.Movement.target_unit", "Văn phòng sở giữ")

    (finding,) = found(package, "division-too-small")

    assert finding.facts["verdict"]["found"] == 3


def test_people_go_where_somebody_chose_for_them_whoever_has_the_posts(
    package, allot, deputy, choose
):
    allot("culture-staff", 4)
    deputy("culture-staff", "an")
    deputy("tourism-staff", "binh")
    assert found(package, "division-deputies")

    choose(package, "staff.Placement.unit", "Điều động về sở")

    assert found(package, "division-deputies") == []
    assert found(package, "division-too-small") == []


def test_deputies_in_excess_are_noted_with_the_day_of_grace(package, allot, deputy):
    allot("culture-staff", 4)
    for_each = [("culture-staff", "an"), ("culture-staff", "binh"), ("tourism-staff", "cuong")]
    [deputy(unit, name) for unit, name in for_each]

    (finding,) = found(package, "division-deputies")

    assert (finding.severity, finding.units) == ("note", ("joined-staff",))
    assert finding.facts["verdict"]["until"] == "2031-10-01"


def test_what_was_so_without_the_plan_is_not_told_of_it(package):
    wrong = {unit for one in found(package, "no-working-regulations") for unit in one.units}

    assert "joined" in wrong
    assert "P01.people-committee" not in wrong


def test_the_page_names_posts_article_and_day(package, world, client):
    client.force_login(world.huong)

    page = " ".join(words(soup(client.get("/en/plans/joining/findings/")), "main"))

    assert "Phòng Tổ chức has 5 posts; the law asks for at least 7." in page
    assert "Add posts: 2 more are needed." in page
    assert "150/2025/NĐ-CP" in page


def test_its_own_page_opens_into_the_figure_its_mark_and_the_inputs(package, world, client):
    client.force_login(world.huong)
    number = [one.rule for one in rearrangement(package).findings].index("division-too-small") + 1

    page = soup(client.get(f"/en/plans/joining/findings/{number}/"))

    (figure,) = page.select("main a[href^='/en/law/']")
    assert figure["href"] == "/en/law/departments.division.minimum_posts/"
    (said,) = words(page, "main")
    assert "in force from" in said
    assert {"Found 5", "Limit 7"} <= {*words(page, "main tr")}


def test_programs_are_told_the_same(package, world, client):
    token = accounts.hand_out_token(
        world.huong, by=world.huong, name="tra cứu", scopes=["plan.draft"]
    )

    answer = client.get(
        "/api/v1/plans/joining/findings",
        headers={"authorization": f"Bearer {token}", "accept-language": "en"},
    ).json()

    (one,) = [one for one in answer["findings"] if one["rule"] == "division-too-small"]
    assert one["says"] == "Phòng Tổ chức has 5 posts; the law asks for at least 7."
    assert answer["may_be_enacted"] is False


def test_it_is_not_sealed_and_mended_it_takes_effect(package, world, allot, operator):
    actions.appraise(package, by=world.huong, on=START)
    with pytest.raises(actions.Blocked) as stopped:
        actions.seal(package, by=world.huong, on=START)
    assert {one.rule for one in stopped.value.findings} == {"division-too-small"}

    allot("tourism-staff", 2)
    actions.enact(approved(package, world.huong), by=operator, on=DAY)

    assert found(Package.objects.get(pk=package.pk), "division-too-small") == []


def test_posts_taken_away_after_the_seal_stop_the_enactment(package, world, allot, operator):
    from tinhgon.staff.ledger.actions import lapse

    allot("tourism-staff", 2)
    sealed = approved(package, world.huong)
    source = Unit.objects.get(key="tourism-staff")
    lapse(1, by=operator, kind=KIND, source=source, on=START, reason="cắt giảm")

    with pytest.raises(actions.Blocked):
        actions.enact(sealed, by=operator, on=DAY)


def test_a_figure_of_law_that_is_another_breaks_the_seal(package, world, allot):
    allot("tourism-staff", 2)
    sealed = approved(package, world.huong)
    assert moved_since(sealed) == []

    figures = sealed.sealing.contents["law"]["figures"]
    figures["departments.division.minimum_posts"] = {"": {"value": 5}}

    assert [(one.kind, one.about) for one in moved_since(sealed)] == [
        ("figures", "departments.division.minimum_posts")
    ]


def test_many_verdicts_alike_are_told_as_one():
    many = [
        Verdict(rule="no-working-regulations", severity=Weight.WARN, units=(f"U{number:02}",))
        for number in range(MOST_SINGLY + 1)
    ]

    (gathered,) = told(many)
    singly = [*told(many[1:])]

    assert (gathered.facts["count"], len(gathered.units)) == (21, 21)
    assert len(singly) == MOST_SINGLY


# --- While it is drafted --------------------------------------------------------------------------

EDITOR = "/en/plans/joining/plan/editor/"
TYPED = {
    "verb": "consolidate",
    "edition": "1",
    "sources-rows": "2",
    "sources-0-unit": "culture-staff",
    "sources-1-unit": "tourism-staff",
    "successor-name": "Tổ chức - Pháp chế",
    "successor-kind": "division:phòng",
    "successor-parent": "joined",
}
TOO_SMALL = "has 5 posts; the law asks for at least 7."


def test_the_page_of_an_operation_says_what_norms_find_of_it(package, world, client):
    client.force_login(world.huong)

    department, division = (
        " ".join(words(soup(client.get(f"{EDITOR}{number}/")), "#checks")) for number in (1, 2)
    )

    assert TOO_SMALL in division
    assert TOO_SMALL not in department


def test_what_is_typed_is_judged_a_moment_after_the_keystroke(package, world, client):
    client.force_login(world.huong)
    typed = {**TYPED, "number": "2"}

    at_once = soup(client.post(f"{EDITOR}check/", typed))
    (later,) = at_once.select("[hx-trigger^='load']")
    answer = client.post(later["hx-post"], typed)

    assert TOO_SMALL not in at_once.get_text()
    assert "Phòng Tổ chức - Pháp chế has 5 posts" in soup(answer).get_text()


def test_nobody_else_is_told(package, client):
    assert client.post(f"{EDITOR}norms/", TYPED).status_code == 302
