"""Where do I go now? – for programs, one address or many."""

EVE, DAY = "2025-06-30", "2025-07-01"
DAI_MO = "Phường Đại Mỗ, quận Nam Từ Liêm"


def test_an_address_is_answered_with_places_and_their_successions(in_effect, ask):
    status, answer = ask("/lookup", query=DAI_MO, asked_on=EVE, on=DAY)

    assert (status, answer["how"]) == (200, "exact")
    assert answer["answer"] == ["00634", "00637", "09886"]
    assert answer["answer_people"] == ["00634", "00637"]
    (meant,) = answer["meant"]
    assert (meant["key"], meant["code"]) == ("DM", "00634")
    assert {place["code"]: place["people"] for place in meant["places"]} == {
        "00634": True,
        "00637": True,
        "09886": False,
    }
    assert {place["instrument"] for place in meant["places"]} == {"1656/NQ-UBTVQH15"}


def test_both_sides_of_the_day_are_answered(in_effect, ask):
    assert ask("/lookup", query=DAI_MO, asked_on=EVE, on=EVE)[1]["answer"] == ["00634"]
    assert len(ask("/lookup", query=DAI_MO, asked_on=EVE, on=DAY)[1]["answer"]) == 3


def test_what_is_not_found_comes_with_suggestions(in_effect, ask):
    answer = ask("/lookup", query="Phường Dương Nội, quận Nam Từ Liêm", asked_on=EVE, on=DAY)[1]

    assert (answer["how"], answer["answer"]) == ("not_found", [])
    assert answer["suggestions"]


def test_many_are_answered_in_their_order(in_effect, send):
    status, answers = send(
        "/lookups", {"queries": ["Mễ Trì", DAI_MO, ""], "asked_on": EVE, "on": DAY}
    )

    assert status == 200
    assert [answer["answer"] for answer in answers] == [["00637"], ["00634", "00637", "09886"], []]


def test_no_more_than_a_thousand_are_taken(in_effect, send):
    assert send("/lookups", {"queries": ["x"] * 1_000})[0] == 200
    assert send("/lookups", {"queries": ["x"] * 1_001})[0] == 422


def test_no_address_is_longer_than_a_thousand_letters(in_effect, ask, send):
    assert ask("/lookup", query="x" * 1_001)[0] == 422
    assert send("/lookups", {"queries": ["x" * 1_001]})[0] == 422


def test_what_is_not_json_is_told_so(in_effect, send):
    status, problem = send("/lookups", "{queries")

    assert (status, problem["type"]) == (400, "urn:tinhgon:problem:not-json")
    assert problem["detail"] == "What was sent cannot be read: send JSON in UTF-8."


def test_answers_come_from_memory(in_effect, ask, django_assert_num_queries):
    ask("/lookup", query=DAI_MO)

    with django_assert_num_queries(2):
        ask("/lookup", query=DAI_MO, asked_on=EVE, on=DAY)
