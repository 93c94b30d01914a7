from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from tinhgon.domain.invention.apparatus import TooFew, slug
from tinhgon.domain.invention.inventing import Invention
from tinhgon.domain.invention.tests.small import (
    AREAS,
    DAY,
    GROUND,
    MINISTRIES,
    Law,
    invented,
    retires,
)

SEEDS = ["1", "2", "3", "năm"]


def posts_by_unit(made: Invention, *ranks: str) -> Counter[str]:
    return Counter(seat.unit for seat in made.seats if not ranks or seat.rank in ranks)


def test_the_same_seed_and_scale_give_the_same_rows() -> None:
    assert invented(seed="7") == invented(seed="7")


def test_another_seed_gives_other_people() -> None:
    names = {one.name + str(one.born) for one in invented(seed="7").people}
    others = {one.name + str(one.born) for one in invented(seed="8").people}

    assert len(names & others) < len(names) / 2


@pytest.mark.parametrize("officers", [80, 200, 1000])
def test_there_are_exactly_as_many_officers_each_in_one_main_post(officers: int) -> None:
    made = invented(officers)

    mains = [one.officer for one in made.services if one.basis == "main"]
    assert len(made.people) == len(mains) == len({*mains}) == officers


def test_fewer_than_leaders_and_least_posts_are_refused_with_how_many_would_do() -> None:
    with pytest.raises(TooFew) as refused:
        invented(30)

    assert len(invented(refused.value.least).people) == refused.value.least


@pytest.mark.parametrize("seed", SEEDS)
def test_every_division_keeps_to_the_law(seed: str) -> None:
    made = invented(400, seed)
    led, law = posts_by_unit(made, "deputy"), Law()
    counted = Counter(seat.unit for seat in made.seats if seat.kind != "driver")
    lasting = counted - Counter(seat.unit for seat in made.seats if seat.key in made.ended)

    judged = [one for one in made.divisions if one.sort]
    assert len(judged) > 6
    assert [one.key for one in judged if lasting[one.key] < law.least(one.sort)] == []
    over = [one for one in judged if led[one.key] > law.deputies(one.sort, lasting[one.key])]
    assert over == []


def test_deputy_ministers_are_one_too_many_once_two_ministries_are_one() -> None:
    led = posts_by_unit(invented(), "deputy")

    together = sum(led[one.key] for one in MINISTRIES)
    assert together == Law().deputy_directors(len(MINISTRIES) - 1) + 1


def test_a_team_of_each_of_two_ministries_has_five_posts_together() -> None:
    posts = posts_by_unit(invented())

    assert (posts["P.fish.law"], posts["P.rain.law"]) == (3, 2)


def test_a_division_that_stands_already_gets_the_posts_itself() -> None:
    standing = {("P.fish", "bureau", "Rivers"): "rivers-of-old"}

    made = invented(ground=replace(GROUND, standing=standing))

    assert posts_by_unit(made)["rivers-of-old"] >= Law().least("division")
    assert "Rivers" not in {one.name for one in made.divisions}


def test_a_commune_alone_has_its_bodies_filled_and_no_divisions() -> None:
    ground = replace(GROUND, about="C1", departments=[], areas=[AREAS[0]])

    made = invented(20, ground=ground)

    assert made.divisions == []
    assert {seat.unit for seat in made.seats} == {"C1.party", "C1.council", "C1.desk"}


def test_whoever_heads_the_party_heads_the_council_as_well() -> None:
    made = invented(20, ground=replace(GROUND, about="C1", departments=[], areas=[AREAS[0]]))

    heads = {seat.key: seat.unit for seat in made.seats if seat.rank == "head"}
    held = {heads[one.post]: (one.officer, one.basis) for one in made.services if one.post in heads}
    assert held["C1.council"] == (held["C1.party"][0], "concurrent")


def test_some_act_some_are_on_loan_some_hold_two_posts() -> None:
    bases = Counter(one.basis for one in invented(400).services)

    assert {*bases} == {"main", "acting", "concurrent", "loan"}


def test_a_loan_from_a_leap_day_ends_on_the_last_day_of_february() -> None:
    services = invented(400, ground=replace(GROUND, on=date(2028, 2, 29))).services

    loans = {one.until for one in services if one.basis == "loan" and one.until}

    assert loans & {date(2029, 2, 28), date(2030, 2, 28), date(2031, 2, 28)}


def test_a_deputy_acts_where_a_division_has_no_head() -> None:
    made = invented(400)
    seats = {seat.key: seat for seat in made.seats}
    mains = {one.officer: seats[one.post] for one in made.services if one.basis == "main"}

    acting = [one for one in made.services if one.basis == "acting"]

    assert acting
    assert {seats[one.post].rank for one in acting} == {"head"}
    assert {mains[one.officer].rank for one in acting} == {"deputy"}
    assert all(mains[one.officer].unit == seats[one.post].unit for one in acting)


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_has_retired_and_some_will_within_two_years(seed: str) -> None:
    retiring = [retires(one) for one in invented(400, seed).people]

    assert min(retiring) > DAY
    assert 4 <= sum(day <= date(2027, 7, 1) for day in retiring) <= 60


def test_an_assignment_ends_when_its_officer_retires() -> None:
    made = invented(400)
    ends = {one.key: retires(one) for one in made.people}

    assert all(one.until and one.until <= ends[one.officer] for one in made.services)


def test_a_name_is_of_three_words_and_of_one_sex() -> None:
    people = invented(400).people

    assert {len(one.name.split()) for one in people} == {3}
    assert all(len({*one.name.split()}) == 3 for one in people)
    assert {one.group for one in people if "Thi" in one.name} == {"women"}


@pytest.mark.parametrize("seed", SEEDS)
def test_no_account_is_ever_below_zero(seed: str) -> None:
    made = invented(400, seed)
    changes = [(one.day, one.source, one.kind, -one.posts) for one in made.entries if one.source]
    changes += [(one.day, one.target, one.kind, one.posts) for one in made.entries if one.target]

    lowest = [
        sum(posts for on, side, of, posts in changes if (side, of) == (account, kind) and on <= day)
        for day in sorted({one[0] for one in changes})
        for account, kind in {one[1:3] for one in changes}
    ]

    assert min(lowest) == 0


@pytest.mark.parametrize("seed", SEEDS)
def test_no_more_people_hold_posts_than_may_be_filled(seed: str) -> None:
    made = invented(400, seed)
    seats = {seat.key: seat.unit for seat in made.seats}
    held = Counter(seats[one.post] for one in made.services if one.basis != "acting")
    sides = [(one.source, -one.posts) for one in made.entries if one.source]
    sides += [(one.target, one.posts) for one in made.entries if one.target]

    over = [
        unit
        for unit, people in held.items()
        if people > sum(posts for side, posts in sides if side == (unit, "open"))
    ]

    assert held
    assert over == []


def test_some_posts_are_frozen_some_given_back_and_lapsed() -> None:
    acts = Counter(one.act for one in invented(400).entries)

    assert {*acts} == {"allocate", "freeze", "return", "lapse"}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Quản lý di sản", "quan-ly-di-san"),
        ("Đăng ký kinh doanh", "dang-ky-kinh-doanh"),
        ("Phòng, chống tham nhũng, tiêu cực", "phong-chong-tham-nhung-tieu-cu"),
    ],
)
def test_a_name_becomes_the_last_part_of_a_key(name: str, key: str) -> None:
    assert slug(name) == key
