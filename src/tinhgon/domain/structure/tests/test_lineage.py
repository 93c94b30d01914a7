"""Where land and people went, and where they came from."""

from datetime import date, timedelta

from tinhgon.domain.structure.claims import Extent, Source
from tinhgon.domain.structure.levels import Aspect
from tinhgon.domain.structure.lineage import Lineage, Reach
from tinhgon.domain.structure.operations import Operation
from tinhgon.domain.structure.operations.absorb import Absorb
from tinhgon.domain.structure.operations.conclude import Conclude
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.operations.transfer_part import TransferPart
from tinhgon.domain.structure.packages import Succession
from tinhgon.domain.structure.tests.history import History
from tinhgon.domain.structure.tests.world import DAY, EVE, LAND, PEOPLE, World, ward

ANYTHING = frozenset(Aspect)
LATER = date(2026, 1, 1)


def history_of(world: World, *days: tuple[date, list[Operation]]) -> History:
    history = History.of(world.structure)
    for day, operations in days:
        history = history.with_effect(World(history.on(day)).composed(*operations, day=day))
    return history


def reached(history: History, unit: str, asked_on: date, on: date) -> list[Reach]:
    lineage = Lineage(history.successions)
    return lineage.between(unit, asked_on, on, lambda key, day: key in history.on(day))


def test_all_land_of_ky_loi_went_one_way_and_its_people_two_others(world: World) -> None:
    """Kỳ Lợi in 2025: its land to Vũng Áng, its people to Hải Ninh and Sông Trí."""
    some_people = Source(unit="dai-mo", extent=Extent.PART, carries=PEOPLE)
    parted: list[Operation] = [
        Form(successor=ward("moi"), sources=(Source(unit="dai-mo", carries=LAND),)),
        Form(successor="tay-mo", sources=(some_people,)),
        Form(successor="me-tri", sources=(some_people,)),
        Conclude(unit="dai-mo"),
    ]

    history = history_of(world, (DAY, parted))

    assert reached(history, "dai-mo", EVE, DAY) == [
        Reach("me-tri", PEOPLE),
        Reach("moi", LAND),
        Reach("tay-mo", PEOPLE),
    ]
    assert reached(history, "moi", DAY, EVE) == [Reach("dai-mo", LAND)]
    assert reached(history, "tay-mo", DAY, EVE) == [
        Reach("dai-mo", PEOPLE),
        Reach("tay-mo", ANYTHING),
    ]


def test_a_unit_leads_to_itself_on_the_day_one_asks(world: World) -> None:
    history = history_of(world, (DAY, [Absorb(into="tay-mo", absorbed=("dai-mo",))]))

    assert reached(history, "dai-mo", EVE, EVE) == [Reach("dai-mo", ANYTHING)]
    assert reached(history, "dai-mo", EVE, DAY) == [
        Reach("tay-mo", frozenset({Aspect.LAND, Aspect.PEOPLE, Aspect.FUNCTIONS}))
    ]


def test_two_steps_on_two_days_are_followed_forward_and_backward(world: World) -> None:
    history = history_of(
        world,
        (DAY, [Absorb(into="tay-mo", absorbed=("dai-mo",))]),
        (LATER, [Absorb(into="me-tri", absorbed=("tay-mo",))]),
    )

    assert [reach.unit for reach in reached(history, "dai-mo", EVE, LATER)] == ["me-tri"]
    assert [reach.unit for reach in reached(history, "dai-mo", EVE, DAY)] == ["tay-mo"]
    assert [reach.unit for reach in reached(history, "me-tri", LATER, EVE)] == [
        "dai-mo",
        "me-tri",
        "tay-mo",
    ]
    assert [reach.unit for reach in reached(history, "me-tri", LATER, DAY)] == [
        "me-tri",
        "tay-mo",
    ]


def test_what_a_second_step_does_not_carry_on_stays(world: World) -> None:
    """Land came in 2025 from Đại Mỗ to Tây Mỗ; only people went on from there in 2026."""
    history = history_of(
        world,
        (DAY, [TransferPart(source="dai-mo", to="tay-mo", carries=LAND)]),
        (LATER, [TransferPart(source="tay-mo", to="me-tri", carries=PEOPLE)]),
    )

    assert reached(history, "dai-mo", EVE, LATER) == [
        Reach("dai-mo", ANYTHING),
        Reach("tay-mo", LAND),
    ]


def test_what_two_units_exchange_on_a_day_goes_one_step(world: World) -> None:
    exchange: list[Operation] = [
        TransferPart(source="dai-mo", to="tay-mo", carries=LAND),
        TransferPart(source="tay-mo", to="me-tri", carries=LAND),
    ]

    history = history_of(world, (DAY, exchange))

    assert [reach.unit for reach in reached(history, "dai-mo", EVE, DAY)] == ["dai-mo", "tay-mo"]


def test_ways_that_part_and_meet_again_are_followed_once() -> None:
    """Parts exchanged day after day: the ways are a million millions, the places few."""
    days = [DAY + timedelta(days=number) for number in range(40)]
    edges = [
        Succession(day=day, predecessor=one, successor=other, extent=Extent.PART)
        for day in days
        for one in "ab"
        for other in "ab"
    ]

    reach = Lineage(edges).between("a", EVE, LATER, lambda key, day: True)

    assert [found.unit for found in reach] == ["a", "b"]
