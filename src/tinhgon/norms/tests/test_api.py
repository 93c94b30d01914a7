"""Norms for programs."""

import json

import pytest

from tinhgon.accounts.actions import hand_out_token
from tinhgon.accounts.roles import every_permission
from tinhgon.norms.models import Finding, Regulations, Waiver

SAID = {
    "rule": "division-too-small",
    "unit": "tccc",
    "authority": "ubnd",
    "number": "1/QĐ-UBND",
    "reason": "đang sắp xếp",
    "last_day": "2099-12-31",
}


@pytest.fixture
def call(client, person, operator):
    """What the API answers to somebody with a role."""
    tokens = {}

    def called(method, path, role="norms-officer", over=None, **body):
        if (role, over) not in tokens:
            user = person(f"{role}{over or ''}", role, over)
            scopes = sorted(every_permission())
            tokens[role, over] = hand_out_token(user, by=operator, name="all", scopes=scopes)
        return client.generic(
            method,
            f"/api/v1{path}",
            json.dumps(body),
            content_type="application/json",
            headers={"authorization": f"Bearer {tokens[role, over]}"},
        )

    return called


def test_the_rules_run_and_what_they_find_is_asked(city, call):
    done = call("POST", "/norms/runs", on="2025-07-01")

    listed = call("GET", "/norms/findings?rule=division-too-small&unit=snv")

    assert done.status_code == 201
    (found,) = listed.json()["items"]
    assert (found["found"], found["limit"], found["units"]) == (6, 7, ["tccc"])
    one = call("GET", f"/norms/findings/{found['identifier']}")
    assert one.json()["provisions"][0]["instrument"] == "150/2025/NĐ-CP"


def test_a_part_does_not_run_the_whole(city, call):
    assert call("POST", "/norms/runs", over="snv", on="2025-07-01").status_code == 403


def test_days_that_cannot_be_kept_are_refused(city, call):
    city.run()

    assert call("POST", "/norms/runs", on="2025-06-30").json()["type"].endswith("earlier-day")
    assert call("POST", "/norms/runs", on="2099-01-01").json()["type"].endswith("later-day")


def test_a_head_of_another_unit_finds_nothing(city, call):
    city.run()
    identifier = Finding.objects.get(rule="division-too-small").identifier

    listed = call("GET", "/norms/findings?rule=division-too-small", "unit-head", "syt")

    assert listed.json()["total"] == 0
    assert call("GET", f"/norms/findings/{identifier}", "unit-head", "syt").status_code == 404


def test_a_waiver_is_given_listed_and_taken_back(city, call):
    made = call("POST", "/norms/waivers", "chair", **SAID)

    assert made.status_code == 201
    assert made.json()["last_day"] == "2099-12-31"
    assert call("GET", "/norms/waivers", "chair").json()["items"][0]["authority"] == "ubnd"
    path = f"/norms/waivers/{Waiver.objects.get().pk}/revocation"
    assert call("POST", path, "chair", reason="hết").json()["revoked"]
    assert call("POST", path, "chair", reason="nữa").status_code == 422


def test_a_chair_of_a_part_gives_none_for_what_stands_above(city, call):
    assert call("POST", "/norms/waivers", "chair", "snv", **SAID).status_code == 403


def test_regulations_are_recorded_and_read_by_anybody(city, call, client):
    path = "/units/snv/regulations"

    made = call("POST", path, "unit-head", "snv", number="2/QĐ-SNV", on="2025-07-01", text="Điều 1")
    beside = call("POST", path, "unit-head", "syt", number="9/QĐ")

    assert (made.status_code, beside.status_code) == (201, 403)
    assert client.get(f"/api/v1{path}").json()[0]["number"] == "2/QĐ-SNV"
    assert Regulations.objects.count() == 1


def test_the_rules_are_public(client, db):
    assert "division-too-small" in {one["rule"] for one in client.get("/api/v1/norms/rules").json()}
