"""Registering instruments by program: Ms Hương's may, An's may not."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from tinhgon.accounts import actions as accounts
from tinhgon.documents.models import Instrument

WANTED = {
    "number": "245/QĐ-UBND",
    "titles": {"vi": "Về việc giao biên chế", "en": "Posts for 2026"},
    "issued": "2026-01-20",
    "in_force": "2026-01-20",
    "mark": "O",
}


@pytest.fixture
def token(world, operator):
    def of(person, *scopes):
        named = [*scopes] or ["registry.instrument"]
        return accounts.hand_out_token(person, by=operator, name="program", scopes=named)

    return of


def test_it_is_registered_and_answered_as_it_stands(token, world, send, ask):
    status, made = send("/instruments", WANTED, token=token(world.huong))

    assert status == 201
    assert made == {"operative": None, "source": "", **WANTED, "id": made["id"]}
    assert ask(f"/instruments/{made['id']}") == (200, made)


@pytest.mark.parametrize(
    ("given", "fact", "code"),
    [
        ({"number": " \0"}, "number", "blank-number"),
        ({"number": "1" * 61}, "number", "too-long"),
        ({"number": "203/2025/QH15", "issued": "2025-06-16"}, "number", "taken"),
        ({"number": "203/2025/QH15", "issued": None}, "number", "taken-undated"),
        ({"titles": {}}, "titles", "untitled"),
        ({"titles": {"\0": "a"}}, "titles", "unknown-language"),
        ({"mark": "\0"}, "mark", "unknown-mark"),
        ({"in_force": "2026-01-19"}, "in_force", "before-issue"),
        ({"operative": "2026-01-19"}, "operative", "before-in-force"),
        ({"issued": str(localdate() + timedelta(2)), "in_force": None}, "issued", "issued-later"),
    ],
)
def test_what_cannot_be_is_told_by_its_code(token, world, send, given, fact, code):
    before = Instrument.objects.count()

    status, problem = send("/instruments", {**WANTED, **given}, token=token(world.huong))

    assert (status, problem["fact"]) == (422, fact)
    assert problem["type"] == f"urn:tinhgon:problem:{code}"
    assert Instrument.objects.count() == before


@pytest.mark.parametrize(
    "given", [{"issued": "20/01/2026"}, {"titles": ["a"]}, {"number": None}, {"name": "x"}]
)
def test_what_cannot_be_read_is_refused(token, world, send, given):
    assert send("/instruments", {**WANTED, **given}, token=token(world.huong))[0] == 422


def test_of_one_that_is_there_already_the_id_is_told(token, world, send):
    secret = token(world.huong)
    made = send("/instruments", WANTED, token=secret)[1]

    assert send("/instruments", WANTED, token=secret)[1]["id"] == made["id"]


def test_words_come_in_the_language_asked_for(token, world, send):
    wrong = {**WANTED, "in_force": "2026-01-19"}

    said = send("/instruments", wrong, token=token(world.huong), language="vi")[1]

    assert said["detail"] == "Ngày này trước ngày ban hành, 20/01/2026."


def test_a_stranger_may_not(token, world, send):
    assert send("/instruments", WANTED, token=token(world.an))[0] == 403
    assert send("/instruments", WANTED)[0] == 401
    assert not Instrument.objects.filter(number="245/QĐ-UBND").exists()


def test_a_token_for_something_else_will_not_do(token, world, send):
    secret = token(world.huong, "plan.draft")

    assert send("/instruments", WANTED, token=secret)[0] == 403


def test_sent_twice_under_one_key_it_is_registered_once(token, world, client):
    headers = {"Authorization": f"Bearer {token(world.huong)}", "Idempotency-Key": "a"}
    sent = {"content_type": "application/json", "headers": headers}

    first = client.post("/api/v1/instruments", WANTED, **sent)
    second = client.post("/api/v1/instruments", WANTED, **sent)

    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json() == second.json()
    assert Instrument.objects.filter(number="245/QĐ-UBND").count() == 1
