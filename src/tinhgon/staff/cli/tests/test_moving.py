"""Posts moved from the command line, as one who may and as one who may not."""

import json

import pytest

from tinhgon.accounts.actions import grant, open_account
from tinhgon.staff.conftest import KIND, MAY, NEW_YEAR
from tinhgon.staff.models import Movement

GROUNDS = ("--kind", KIND, "--on", "2025-05-01", "--reason", "điều hòa")


@pytest.fixture
def hoa(books, operator):
    """Ms Hoa moves posts in the district and below."""
    person = open_account("hoa@example.vn", by=operator, name="Hoa", password="mật-khẩu-rất-dài")
    grant(person, by=operator, role="posts-officer", on=NEW_YEAR, unit=books.district)
    return person


def test_posts_are_allotted_and_seen_in_the_balance(tinhgon, books):
    ran = tinhgon("staff", "allocate", 3, "--from", "D019", "--to", "00634", *GROUNDS)

    assert ran.exit_code == 0, ran.output
    assert "3 civil servants allotted by Quận Nam Từ Liêm to Phường Đại Mỗ" in ran.output
    said = tinhgon("staff", "balance", "DM", "--on", "2025-05-01", "--json").output
    assert json.loads(said)["balances"][0]["own"] == {KIND: {"open": 15, "frozen": 0}}


def test_a_balance_says_what_is_below(tinhgon, books):
    ran = tinhgon("staff", "balance", "D019", "--on", "2025-05-01", "--deep")

    assert "own: 20 civil servants" in ran.output
    assert "with all below: 40 civil servants" in ran.output
    assert "Phường Tây Mỗ\n  own: 8 civil servants" in ran.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("give-back", 2, "--from", "DM", "--to", "D019"), "2 civil servants given back by"),
        (("lapse", 2, "--from", "DM"), "2 civil servants of Phường Đại Mỗ lapsed"),
        (("transfer", 2, "--from", "DM", "--to", "TM"), "2 civil servants transferred from"),
        (("freeze", 2, "--unit", "DM"), "2 civil servants of Phường Đại Mỗ frozen"),
    ],
)
def test_each_act_is_a_command(tinhgon, books, words, said):
    ran = tinhgon("staff", *words, *GROUNDS)

    assert ran.exit_code == 0, ran.output
    assert said in ran.output


def test_frozen_posts_are_released_or_lapse(tinhgon, books):
    books.freeze(5, books.dai_mo, MAY)

    assert tinhgon("staff", "thaw", 1, "--unit", "DM", *GROUNDS).exit_code == 0
    assert tinhgon("staff", "lapse", 4, "--from", "DM", "--frozen", *GROUNDS).exit_code == 0
    assert tinhgon("staff", "lapse", 1, "--from", "DM", "--frozen", *GROUNDS).exit_code == 2


def test_a_movement_is_reversed_by_its_number(tinhgon, books):
    moved = books.transfer(2, books.dai_mo, books.tay_mo, MAY)

    ran = tinhgon("staff", "reverse", moved.pk, "--reason", "nhập nhầm", "--json")

    assert json.loads(ran.output)["reverses"] == moved.pk
    assert tinhgon("staff", "reverse", moved.pk, "--reason", "nữa").exit_code == 2
    assert tinhgon("staff", "reverse", 10**6, "--reason", "không có").exit_code == 2


def test_what_is_refused_says_what_is_missing(tinhgon, books):
    ran = tinhgon("staff", "lapse", 13, "--from", "DM", *GROUNDS)

    assert ran.exit_code == 2
    assert "Phường Đại Mỗ lacks 1 posts" in ran.output


def test_an_instrument_must_be_known(tinhgon, books):
    ran = tinhgon("staff", "lapse", 1, "--from", "DM", *GROUNDS, "--under", "9/QĐ")

    assert ran.exit_code == 2
    assert "No instrument has the number 9/QĐ." in ran.output


def test_movements_are_listed_latest_first(tinhgon, books):
    books.transfer(2, books.dai_mo, books.tay_mo, MAY)

    rows = json.loads(tinhgon("staff", "movements", "DM", "--on", "2025-05-01", "--json").output)
    earlier = tinhgon("staff", "movements", "DM", "--on", "2025-04-30").output

    assert [row["act"] for row in rows["movements"]] == ["transfer", "allocate"]
    assert "transferred" not in earlier


# --- Who may --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        ("allocate", 1, "--from", "D019", "--to", "DM"),
        ("give-back", 1, "--from", "DM", "--to", "D019"),
        ("transfer", 1, "--from", "DM", "--to", "TM"),
        ("freeze", 1, "--unit", "DM"),
        ("lapse", 1, "--from", "D019"),
    ],
)
def test_posts_are_moved_by_whoever_answers_for_those_that_lose_them(tinhgon, hoa, words):
    assert tinhgon("staff", *words, *GROUNDS, by=hoa).exit_code == 0


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        (("allocate", 1, "--to", "DM"), "for everything"),
        (("allocate", 1, "--from", "P01", "--to", "D019"), "for P01"),
        (("transfer", 1, "--from", "DM", "--to", "P01"), "for P01"),
        (("freeze", 1, "--unit", "D019"), "for P01"),
        (("freeze", 1, "--unit", "P01"), "for everything"),
    ],
)
def test_nobody_makes_posts_for_their_own_units(tinhgon, hoa, words, missing):
    before = Movement.objects.count()

    ran = tinhgon("staff", *words, *GROUNDS, by=hoa)

    assert ran.exit_code == 2
    assert missing in ran.output
    assert Movement.objects.count() == before


def test_a_reversal_needs_the_right_over_both_sides(tinhgon, books, hoa):
    own = books.transfer(2, books.dai_mo, books.tay_mo, MAY)
    from_above = books.allocate(1, books.city, books.district)

    assert tinhgon("staff", "reverse", own.pk, "--reason", "a", by=hoa).exit_code == 0
    assert tinhgon("staff", "reverse", from_above.pk, "--reason", "a", by=hoa).exit_code == 2
