"""Who is the head of a unit on a day (người đứng đầu): one name, or why there is none."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tinhgon.staff.models import Rank
from tinhgon.staff.posts.holders import Seat, names_of_leaders, seats


class Headed(StrEnum):
    """Whether a unit has a head."""

    BY_HEAD = "head"
    BY_ACTING = "acting"
    VACANT = "vacant"
    SEVERAL = "several"
    NO_POST = "no-post"


@dataclass(frozen=True)
class Head:
    """The head of a unit on a day: `name` of whoever is or acts as head, if it is one."""

    state: Headed
    name: str = ""
    officer: str = ""
    title: str = ""
    names: tuple[str, ...] = ()


def heads(keys: Collection[str], on: date) -> dict[str, Head]:
    """The head of each of these units on a day; three queries however many units."""
    found = seats(keys, on, [Rank.HEAD])
    names = names_of_leaders(found)
    of_unit: dict[str, list[Seat]] = {key: [] for key in keys}
    for seat in found:
        of_unit[seat.placement.unit.key].append(seat)
    return {key: head_of(few, names) for key, few in of_unit.items()}


def head_of(found: Sequence[Seat], names: Mapping[int, str]) -> Head:
    """The head among the posts of one unit.

    A unit formed of several may have several posts of a head until they are reduced to one; if
    more than one of them is held, nobody is said to be the head.
    """
    posts = [seat for seat in found if seat.placement.rank == Rank.HEAD]
    if not posts:
        return Head(Headed.NO_POST)
    held = [seat for seat in posts if seat.holder]
    filled = held or [seat for seat in posts if seat.acting]
    if not filled:
        return Head(Headed.VACANT, title=posts[0].placement.title)
    called = tuple(_name(seat, names) for seat in filled)
    if len(filled) > 1:
        return Head(Headed.SEVERAL, names=called)
    (seat,) = filled
    assert seat.filled_by
    state = Headed.BY_HEAD if held else Headed.BY_ACTING
    return Head(state, called[0], seat.filled_by.officer.key, seat.placement.title, called)


def _name(seat: Seat, names: Mapping[int, str]) -> str:
    filled = seat.filled_by
    return names.get(filled.officer_id, filled.officer.key) if filled else ""
