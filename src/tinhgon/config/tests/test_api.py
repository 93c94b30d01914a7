"""Where the API begins: programs are led to what tells of it."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "page"), [("vi", "/programs/"), ("en-GB,en;q=0.8", "/en/programs/")]
)
def test_the_beginning_of_the_api_leads_to_the_page_for_programs(client, language, page):
    answer = client.get("/api/", headers={"accept-language": language})

    assert (answer.status_code, answer["Location"]) == (302, page)


def test_an_address_below_it_that_is_not_there_is_a_problem_for_programs(client):
    answer = client.get("/api/tea/")

    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"
