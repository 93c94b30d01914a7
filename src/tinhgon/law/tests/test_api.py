"""The law for programs."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client):
    def asking(path, status=200, **query):
        came = client.get(f"/api/v1/law/{path}", query)
        assert came.status_code == status
        return came.json()

    return asking


def test_figures_are_listed(ask):
    assert ask("figures", limit=1)["items"][0]["name"] == "allowances.commune_leaders"


def test_a_figure_has_its_history(ask):
    told = ask("figures/districts.division.minimum_posts")

    assert [one["since"] for one in told["figures"]] == ["2020-11-25", "2025-03-01", "2025-07-01"]
    assert told["figures"][-1]["value"] is None


def test_a_rule_says_what_it_asks(ask):
    assert ask("rules/office_deputies")["inputs"]["posts"]["kind"] == "number"
    assert ask("rules")["total"] > 30


def test_an_answer_has_its_steps(ask):
    told = ask("answers/office_deputies", on="2025-06-16", input="posts=10")

    assert (told["value"], told["mark"]) == (2, "P")
    assert told["step"]["steps"][0]["value"] == 10


@pytest.mark.parametrize(
    ("name", "query", "status", "problem"),
    [
        ("tea", {}, 404, "no-such-name"),
        (
            "office_deputies",
            {"on": "2025-06-15", "input": "posts=1"},
            404,
            "before-first-provision",
        ),
        ("office_deputies", {}, 422, "missing"),
        ("office_deputies", {"input": "posts=-1"}, 422, "not-a-number"),
        ("office_deputies", {"on": "yesterday"}, 422, "bad-day"),
    ],
)
def test_there_is_a_problem_where_there_is_no_answer(ask, name, query, status, problem):
    assert ask(f"answers/{name}", status, **query)["type"] == f"urn:tinhgon:problem:{problem}"


def test_changes_between_two_days(ask):
    told = ask("changes", **{"from": "2025-06-30", "to": "2025-07-01"})

    assert {one["day"] for one in told["items"]} == {"2025-07-01"}


def test_both_days_must_be_named(ask):
    ask("changes", 422, **{"from": "2025-06-30"})


@pytest.mark.parametrize("path", ["figures/tea", "rules/tea"])
def test_what_is_not_there_is_not_found(ask, path):
    assert ask(path, 404)["type"] == "urn:tinhgon:problem:no-such-name"
