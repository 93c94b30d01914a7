"""The law is asked what it wants to know; what nobody knows is tried, and never guessed."""

from datetime import date

import pytest

from tinhgon.domain.norms.asking import ask
from tinhgon.domain.norms.figures import Unjudged
from tinhgon.domain.norms.tests.city import LAW, Book, City, Line, civil_servants

SINCE = date(2020, 1, 1)


def test_where_all_choices_agree_nobody_needs_to_know(city: City) -> None:
    nowhere = City(city.jurisdiction, city.norms, tuple(u for u in city.units if u.key != "P01"))
    world = nowhere.world()

    asked = ask(world, "division_minimum_posts", world.structure["phong-to-chuc"])

    assert asked.inputs == {"province_class": None}
    assert asked.ruling.value == 7


def test_where_they_differ_it_is_unknown(city: City) -> None:
    def least(province_class: object) -> int:
        return 7 if province_class == "special" else 5

    figures = Book(lines={**LAW, "division_minimum_posts": Line(("province_class",), least, SINCE)})
    nowhere = City(city.jurisdiction, city.norms, tuple(u for u in city.units if u.key != "P01"))
    world = nowhere.world(figures=figures)

    with pytest.raises(Unjudged) as why:
        ask(world, "division_minimum_posts", world.structure["phong-to-chuc"])

    assert (why.value.reason, why.value.about) == ("unknown", "province_class")


def test_a_number_is_never_tried(city: City) -> None:
    world = city.world()

    with pytest.raises(Unjudged) as why:
        ask(world, "division_deputies", world.structure["phong-to-chuc"])

    assert why.value.about == "posts"


def test_what_was_recorded_goes_before_what_the_file_says(city: City) -> None:
    world = city.world(classes={("P01", "province_class"): "class_1"})

    asked = ask(world, "division_minimum_posts", world.structure["phong-to-chuc"])

    assert asked.inputs == {"province_class": "class_1"}


def test_posts_of_all_below_are_counted(city: City) -> None:
    world = city.world(posts=civil_servants(so_noi_vu=2, phong_to_chuc=7, phong_chi_cuc=5))

    assert world.counted("so-noi-vu", "civil_servants") == 14
    assert world.counted("so-y-te", "civil_servants") is None
