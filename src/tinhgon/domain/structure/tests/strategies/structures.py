"""Random structures: sound ones, and such as no register should hold."""

from dataclasses import replace

from hypothesis import strategies as st

from tinhgon.domain.structure.tests.world import LEVELS
from tinhgon.domain.structure.units import Structure, Unit

NAMES = ("Đại Mỗ", "Tây Mỗ", "Mễ Trì", "Hoà Bình", "Hòa Bình", "Phường 1", "Ea H'Leo", "Đắk Lắk")
KINDS = {
    "province": ("tỉnh", "thành phố"),
    "district": ("quận", "huyện"),
    "commune": ("xã", "phường", "thị trấn"),
    "body": ("sở", "chi cục", "trung tâm"),
}
CODES = {"province": "{:02}", "district": "{:03}", "commune": "{:05}"}
HIERARCHIES = ("party", "guidance")


@st.composite
def structures(draw: st.DrawFn) -> Structure:
    """A sound structure of up to about forty units with ties in other hierarchies."""
    units: list[Unit] = []

    def add(level: str, parent: str | None = None) -> str:
        units.append(_standing(draw, level, parent, units))
        return units[-1].key

    for _ in range(draw(st.integers(1, 2))):
        province = add("province")
        above = [province, *(add("district", province) for _ in range(draw(st.integers(0, 3))))]
        for _ in range(draw(st.integers(0, 12))):
            add("commune", draw(st.sampled_from(above)))
        for _ in range(draw(st.integers(0, 3))):
            areas = [unit.key for unit in units if unit.level != "body"]
            add("body", draw(st.sampled_from(areas)))
    return Structure(units)


def _standing(draw: st.DrawFn, level: str, parent: str | None, others: list[Unit]) -> Unit:
    """A unit that may be tied to one that was there before it, so that no circle arises.

    Only where it stands is left to chance: names, kinds and codes take turns, which is faster.
    """
    number = len(others)
    tied = draw(st.integers(-2 * number, number - 1)) if others else -1
    hierarchy = HIERARCHIES[number % len(HIERARCHIES)]
    coded = level in CODES and number % 7 != 6
    return Unit(
        key=f"{level[0]}{number}",
        level=level,
        kind=KINDS[level][number % len(KINDS[level])],
        name=NAMES[number % len(NAMES)],
        code=CODES[level].format(number) if coded else None,
        parent=parent,
        ties=((hierarchy, others[tied].key),) if tied >= 0 else (),
    )


@st.composite
def unsound_structures(draw: st.DrawFn) -> Structure:
    """A structure with circles, shared codes, and parents, levels and kinds nobody knows."""
    units = list(draw(structures()))
    keys = st.sampled_from([*(unit.key for unit in units), "ghost"])
    spoiled = {
        "parent": keys,
        "ties": keys.map(lambda key: (("party", key),)),
        "level": st.sampled_from([*LEVELS, "unheard-of"]),
        "kind": st.sampled_from(["xã", "quận", "unheard-of"]),
        "code": st.sampled_from(["00001", "1", "x"]),
    }
    for place in draw(st.lists(st.integers(0, len(units) - 1), max_size=8)):
        facts = draw(st.fixed_dictionaries({}, optional=spoiled))
        units[place] = replace(units[place], **facts)
    return Structure(units)
