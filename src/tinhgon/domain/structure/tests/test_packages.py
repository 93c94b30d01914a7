"""What a package does as a whole, beyond its single operations."""

from tinhgon.domain.structure.claims import EVERYTHING, Extent, Source
from tinhgon.domain.structure.levels import Aspect
from tinhgon.domain.structure.operations.absorb import Absorb
from tinhgon.domain.structure.operations.conclude import Conclude
from tinhgon.domain.structure.operations.divide import Divide
from tinhgon.domain.structure.operations.establish import Establish
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.operations.transfer_part import TransferPart
from tinhgon.domain.structure.packages import Composition, Plan, reads
from tinhgon.domain.structure.tests.world import DAY, EVE, LAND, LEVELS, PEOPLE, World, ward


def test_plans_are_taken_in_the_order_of_their_codes(world: World) -> None:
    second = Plan(code="b", day=DAY, operations=())
    first = Plan(code="a", day=DAY, operations=())

    assert Composition([second, first], world.structure, LEVELS).plans == (first, second)


def test_the_day_is_that_of_the_plans_and_the_earliest_where_they_disagree(world: World) -> None:
    plans = [Plan(code="a", day=DAY, operations=()), Plan(code="b", day=EVE, operations=())]

    assert Composition(plans[:1], world.structure, LEVELS).day == DAY
    assert Composition(plans, world.structure, LEVELS).day == EVE


def test_everything_a_ward_can_hold_is_all_that_must_be_taken_of_it(world: World) -> None:
    all_of_it = Form(successor="tay-mo", sources=(Source(unit="dai-mo", carries=EVERYTHING),))
    land_and_people = Form(
        successor="tay-mo", sources=(Source(unit="dai-mo", carries=LAND | PEOPLE),)
    )

    assert world.composed(all_of_it).ended == {"dai-mo"}
    assert world.composed(land_and_people).ended == {"dai-mo"}


def test_what_is_used_up_is_told_for_land_and_people_apart(world: World) -> None:
    composition = world.composed(
        Form(successor="tay-mo", sources=(Source(unit="dai-mo", carries=LAND),))
    )

    assert composition.used_up("dai-mo", Aspect.LAND)
    assert not composition.used_up("dai-mo", Aspect.PEOPLE)


def test_who_is_touched_begins_or_changes(world: World) -> None:
    composition = world.composed(
        Establish(unit=ward("moi")),
        Rename(unit="tay-mo", name="Mới"),
        Rename(unit="me-tri", name="Mễ Trì"),
        Absorb(into="an-khanh", absorbed=("dai-mo",)),
    )

    assert [unit.key for unit in composition.touched] == ["moi", "tay-mo"]


def test_a_succession_says_by_which_plan_verb_and_clause(world: World) -> None:
    composition = world.composed(Absorb(into="tay-mo", absorbed=("dai-mo",), clause="4"))

    (succession,) = composition.successions

    assert (succession.plan, succession.verb, succession.clause) == ("plan-1", "absorb", "4")
    assert succession.day == DAY


def test_successions_come_in_one_order_whoever_said_them_first(world: World) -> None:
    clauses = [
        TransferPart(source="dai-mo", to="tay-mo", clause=clause) for clause in ("2", "3", "1", "4")
    ]

    composition = world.composed(*clauses)

    assert [succession.clause for succession in composition.successions] == ["1", "2", "3", "4"]


def test_of_two_values_for_a_fact_the_order_decides_nothing(world: World) -> None:
    one, other = Rename(unit="dai-mo", name="Một"), Rename(unit="dai-mo", name="Hai")

    assert world.composed(one, other).after == world.composed(other, one).after
    assert world.package([one], [other]).after == world.package([other], [one]).after


def test_of_two_units_under_one_key_the_order_decides_nothing(world: World) -> None:
    one, other = Establish(unit=ward("moi", name="Một")), Establish(unit=ward("moi", name="Hai"))

    assert world.composed(one, other).after == world.composed(other, one).after


def test_what_a_unit_keeps_of_itself_is_no_succession(world: World) -> None:
    kept = Source(unit="dai-mo", extent=Extent.REST)

    composition = world.composed(
        Form(successor="dai-mo", sources=(kept,)), TransferPart(source="dai-mo", to="tay-mo")
    )

    assert [succession.successor for succession in composition.successions] == ["tay-mo"]


def test_the_marked_successor_goes_before_all_others(world: World) -> None:
    halves = Divide(unit="dai-mo", into=(ward("a"), ward("b")), main="a")

    assert world.composed(halves).main_successor("dai-mo") == "a"


def test_the_only_one_that_takes_all_needs_no_mark(world: World) -> None:
    part = Form(successor="tay-mo", sources=(Source(unit="dai-mo", extent=Extent.PART),))

    composition = world.composed(part, Conclude(unit="dai-mo"))

    assert composition.main_successor("dai-mo") == "tay-mo"
    assert [succession.main for succession in composition.successions] == [True]


def test_a_unit_that_goes_on_succeeds_itself_unless_another_is_marked(world: World) -> None:
    part = Source(unit="dai-mo", extent=Extent.PART)
    marked = Source(unit="dai-mo", extent=Extent.PART, main=True)

    assert world.composed(Form(successor="tay-mo", sources=(part,))).main_successor("dai-mo") == (
        "dai-mo"
    )
    assert world.composed(Form(successor="tay-mo", sources=(marked,))).main_successor("dai-mo") == (
        "tay-mo"
    )


def test_nobody_succeeds_a_unit_that_never_stood(world: World) -> None:
    assert world.composed().main_successor("ghost") is None


def test_plans_read_all_units_they_speak_of() -> None:
    plan = Plan(
        code="a",
        day=DAY,
        operations=(Absorb(into="tay-mo", absorbed=("dai-mo",)), Establish(unit=ward("moi"))),
    )

    assert {*reads([plan])} == {"tay-mo", "dai-mo", "moi", "nam-tu-liem"}
