"""Every rule over a world: found by itself, told in one order, the same on every run."""

from pathlib import Path

import pytest

from tinhgon.domain.norms import rules
from tinhgon.domain.norms.judging import judge
from tinhgon.domain.norms.judging import rules as known
from tinhgon.domain.norms.tests.city import City, civil_servants, deputies
from tinhgon.domain.norms.verdicts import Severity

FOLDER = Path(rules.__file__).parent


def files(folder: Path) -> set[str]:
    return {path.stem for path in folder.glob("*.py")} - {"__init__"}


def test_every_rule_has_its_tests() -> None:
    tested = {name.removeprefix("test_") for name in files(FOLDER / "tests")}

    assert files(FOLDER) == tested


def test_every_file_is_a_rule() -> None:
    assert known().keys() == {name.replace("_", "-") for name in files(FOLDER)}


@pytest.mark.parametrize("name", sorted(known()))
def test_every_rule_says_what_it_is(name: str) -> None:
    assert known()[name].__doc__


@pytest.mark.parametrize("name", sorted(known()))
def test_a_rule_tells_its_own_name(name: str, city: City) -> None:
    world = city.world(posts=civil_servants(phong_to_chuc=3))

    assert {verdict.rule for verdict in judge(world, [name])} <= {name}


def test_the_heaviest_comes_first(city: City) -> None:
    found = judge(
        city.world(
            posts=civil_servants(phong_to_chuc=9, vp_so=3),
            leaders=deputies("phong-to-chuc", 2),
            new=frozenset({"vp-so"}),
        )
    )

    order = [*Severity]
    assert [order.index(one.severity) for one in found] == sorted(
        order.index(one.severity) for one in found
    )
    assert found[0].rule == "office-too-small"


def test_the_same_world_gives_the_same_verdicts_whatever_its_order(city: City) -> None:
    turned = City(city.jurisdiction, city.norms, tuple(reversed(city.units)))
    facts = {"posts": civil_servants(phong_to_chuc=3), "leaders": deputies("so-y-te", 9)}

    one, other = judge(city.world(**facts)), judge(turned.world(**facts))

    assert [(v.identifier, v) for v in one] == [(v.identifier, v) for v in other]


def test_no_two_verdicts_have_one_identifier(city: City) -> None:
    found = judge(city.world(posts=civil_servants(phong_to_chuc=3)))

    assert len({one.identifier for one in found}) == len(found)
