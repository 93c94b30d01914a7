"""Whatever is asked, the API answers or says what is wrong; it never breaks."""

from itertools import product
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

PATHS = [
    "/units",
    "/units/{}",
    "/units/{}/facts",
    "/units/{}/lineage",
    "/codes/{}",
    "/counts",
    "/structure",
    "/comparison?vs=2025-06-30",
    "/lookup?query=Mễ Trì",
]
PARAMETERS = ["on", "known_at", "under", "level", "cursor", "limit", "vs", "vs_known_at", "query"]
ODD = [
    "",
    " ",
    "\0",
    "0",
    "-1",
    "1e9",
    "null",
    "true",
    "00634",
    "DM",
    "VN",
    "Đại Mỗ",
    "\ud7ff\uffff\U0001f3e2",
    "' OR 1=1 --",
    "%s%(on)s{}",
    "../../etc",
    "0001-01-01",
    "9999-12-31",
    "2025-02-30",
    "2025-13-01",
    "20250701",
    "2025-W27-2",
    "2025-07-01T08:00:00+23:59",
    "9999-12-31T23:59:59-12:00",
    "0001-01-01T00:00:00+14:00",
    "x" * 3_000,
]
ANSWERS = {200, 307, 404, 422}


def is_an_answer(response) -> bool:
    """An answer, or a problem in the documented form with a sentence."""
    if response.status_code not in ANSWERS:
        return False
    if response.status_code < 400:
        return True
    said = response.json() if response["Content-Type"] == "application/problem+json" else {}
    return said.get("status") == response.status_code and bool(said.get("detail"))


@pytest.mark.parametrize("path", PATHS)
def test_odd_values_of_every_parameter_are_answered(in_effect, client, path):
    addresses = [
        f"/api/v1{path.format('DM')}{'&' if '?' in path else '?'}{name}={quote(value)}"
        for name, value in product(PARAMETERS, ODD)
    ]

    assert [one for one in addresses if not is_an_answer(client.get(one))] == []


@pytest.mark.parametrize("path", [path for path in PATHS if "{}" in path])
def test_odd_names_of_units_are_not_found(in_effect, client, path):
    named = [value for value in ODD if value.strip() and "/" not in value]
    addresses = [f"/api/v1{path.format(quote(value, safe=''))}" for value in named]

    assert [one for one in addresses if not is_an_answer(client.get(one))] == []


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(query=st.text(max_size=60), on=st.text(max_size=12))
def test_whatever_is_typed_is_answered(in_effect, client, query, on):
    response = client.get("/api/v1/lookup", {"query": query, "on": on})

    assert is_an_answer(response)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "null",
        "[]",
        '"queries"',
        "{}",
        '{"queries": null}',
        '{"queries": "x"}',
        '{"queries": [1, null, {}]}',
        '{"queries": ["x"], "on": "x"}',
        '{"queries": ["x"], "on": "0001-01-01", "asked_on": "9999-12-31"}',
        '{"queries": ["\\u0000"]}',
        '{"queries": ["\\ud800"]}',
        "\ufeff{}",
        "{" * 2_000,
    ],
)
def test_odd_bodies_are_answered(in_effect, client, body):
    response = client.post("/api/v1/lookups", body, content_type="application/json")

    assert is_an_answer(response) or response.status_code == 400


def test_what_is_no_text_at_all_is_answered(in_effect, client):
    response = client.post("/api/v1/lookups", b"\xff\xfe\x00", content_type="application/json")

    assert response.status_code == 400
