"""Correcting through the API: a token, its scope, its person, the unit."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tinhgon.accounts import actions as accounts
from tinhgon.registry.models import Version
from tinhgon.registry.permissions import RegistryPermission

RIGHT = {"reason": "Sai chính tả", "start": None, "end": None, "name": "Mễ Trì Hạ"}


@pytest.fixture
def token(world, operator):
    """A token of somebody, with the scope to correct unless others are named."""

    def hand_out(person, *scopes: str, **options):
        return accounts.hand_out_token(
            person,
            by=operator,
            name="kiểm tra",
            scopes=[*scopes] or [RegistryPermission.CORRECT],
            **options,
        )

    return hand_out


@pytest.fixture
def correct(send):
    """Send a correction of Mễ Trì; members given are added to a right one."""
    return lambda token, key="MT", **given: send(f"/units/{key}/corrections", RIGHT | given, token)


def name_of(key):
    return Version.objects.known_at().get(unit__key=key).name


def test_a_registrar_corrects_and_what_was_known_stays(world, correct, token, ask):
    before = timezone.now().isoformat()

    answer = correct(token(world.hung))

    assert answer == (201, {"written": {"version": 1, "code": 0, "tie": 0}})
    assert ask("/units/MT", on="2025-06-30")[1]["name"] == "Mễ Trì Hạ"
    assert ask("/units/MT", on="2025-06-30", known_at=before)[1]["name"] == "Mễ Trì"


@pytest.mark.parametrize("secret", [None, "", "guessed"])
def test_without_a_token_nobody_is_known(world, correct, secret):
    status, problem = correct(secret)

    assert (status, problem["type"]) == (401, "urn:tinhgon:problem:sign-in-needed")
    assert name_of("MT") == "Mễ Trì"


def test_a_token_that_has_ended_is_none(world, correct, token):
    ended = token(world.hung, ends=timezone.now() - timedelta(seconds=1))

    assert correct(ended)[0] == 401


def test_whoever_lacks_the_role_may_not(world, correct, token):
    assert correct(token(world.an))[0] == correct(token(world.lan))[0] == 403
    assert name_of("MT") == "Mễ Trì"


def test_a_token_without_the_scope_may_not(world, correct, token):
    assert correct(token(world.hung, RegistryPermission.CONTACT))[0] == 403


def test_a_registrar_of_one_district_corrects_below_it_only(world, correct, token, operator):
    accounts.grant(
        world.an, by=operator, role="registrar", on=date(2025, 1, 1), unit=world.unit("D019")
    )
    of_the_district = token(world.an)

    elsewhere = correct(of_the_district, "DN", name="Dương Nội Hạ")

    assert elsewhere[1]["detail"] == "You may not correct this unit."
    assert correct(of_the_district, "MT")[0] == 201


def test_the_instrument_that_says_so_may_be_named(world, correct, token):
    status, _written = correct(token(world.hung), under="1656/NQ-UBTVQH15")

    assert status == 201
    assert Version.objects.known_at().get(unit__key="MT").instrument.number == "1656/NQ-UBTVQH15"


@pytest.mark.parametrize("under", ["1/NQ", "\0"])
def test_an_instrument_that_is_not_there_is_told(world, correct, token, under):
    status, problem = correct(token(world.hung), under=under)

    assert (status, problem["type"]) == (422, "urn:tinhgon:problem:no-such-instrument")
    assert (problem["fact"], name_of("MT")) == ("under", "Mễ Trì")


def test_what_others_wrote_meanwhile_is_not_overwritten(world, correct, token):
    secret, looked = token(world.hung), timezone.now().isoformat()
    correct(secret, code="00633")

    status, problem = correct(secret, seen=looked)

    assert (status, problem["type"]) == (422, "urn:tinhgon:problem:changed-since")
    assert "Somebody else has changed this unit" in problem["detail"]


@pytest.mark.parametrize(
    ("given", "code", "fact"),
    [
        ({"name": ""}, "empty-cell", "name"),
        ({"name": None}, "empty-cell", "name"),
        ({"name": "x" * 201}, "too-long", "name"),
        ({"name": "M\0"}, "bad-character", "name"),
        ({"kind": "quận"}, "unknown-kind", "kind"),
        ({"code": "1"}, "code-shape", "code"),
        ({"code": "00634"}, "code-taken", "code"),
        ({"parent": "XX"}, "unknown-unit", "parent"),
        ({"parent": "X\0"}, "bad-character", "parent"),
        ({"parent": "X Y"}, "bad-key", "parent"),
        ({"parent": "DM"}, "level-order", "parent"),
        ({"latitude": 1e9}, "not-between", "latitude"),
        ({"area_km2": "-1"}, "not-between", "area_km2"),
        ({"start": "2025-07-01", "end": "2025-07-01"}, "bad-period", "end"),
        ({"end": "0001-01-01"}, "bad-period", "end"),
        ({"reason": "\t\t\t\t"}, "empty-cell", "reason"),
        ({"reason": "M\0\0\0"}, "bad-character", "reason"),
    ],
)
def test_a_value_that_cannot_be_is_told_by_its_name(world, correct, token, given, code, fact):
    status, problem = correct(token(world.hung), **given)

    assert (status, problem["type"]) == (422, f"urn:tinhgon:problem:{code}")
    assert (problem["fact"], "%(" in problem["detail"]) == (fact, False)
    assert name_of("MT") == "Mễ Trì"


@pytest.mark.parametrize(
    "given",
    [
        {"latitude": "north"},
        {"area_km2": "NaN"},
        {"start": "2025-02-30"},
        {"reason": "x" * 501},
        {"reason": None},
        {"name": {"vi": "Mễ Trì"}},
    ],
)
def test_what_has_not_the_documented_form_is_told_by_its_place(world, correct, token, given):
    status, problem = correct(token(world.hung), **given)

    assert (status, problem["type"]) == (422, "urn:tinhgon:problem:invalid")
    assert problem["errors"]


@pytest.mark.parametrize(
    ("language", "what"), [("en", "This must be a text."), ("vi", "Phải là một chuỗi văn bản.")]
)
def test_what_is_wrong_is_told_in_the_language_asked_for(world, send, token, language, what):
    given = RIGHT | {"name": {"vi": "Mễ Trì"}}

    problem = send("/units/MT/corrections", given, token(world.hung), language)[1]

    assert [error["what"] for error in problem["errors"]] == [what]


def test_an_instant_must_be_one(world, correct, token):
    assert correct(token(world.hung), seen="soon")[1]["type"] == "urn:tinhgon:problem:bad-instant"


def test_nothing_is_no_correction(world, send, token):
    nothing = {"reason": "Sai chính tả", "start": None, "end": None}

    status, problem = send("/units/MT/corrections", nothing, token(world.hung))

    assert (status, problem["type"]) == (422, "urn:tinhgon:problem:nothing-to-correct")


@pytest.mark.parametrize("key", ["XX", "%00", "M%00T", "Đại"])
def test_nobody_is_not_corrected(world, correct, token, key):
    assert correct(token(world.hung), key)[0] == 404
