"""The page «where do I go now?» and the first page, as readers in the small world meet them."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from tinhgon.conftest import DAY
from tinhgon.domain.periods import Period
from tinhgon.registry import actions
from tinhgon.registry.tests.pages import soup, words

OLD_DAI_MO = "Phường Đại Mỗ, Quận Nam Từ Liêm"


@pytest.fixture
def ask(client):
    """What the page answers, as soup; in English unless told otherwise."""

    def asked(query=None, language="en", status=200, **days):
        with override(language):
            address = reverse("registry:where")
        response = client.get(address, ({"q": query} if query else {}) | days)
        assert response.status_code == status
        return soup(response)

    return asked


def test_a_shared_ward_is_answered_with_all_that_took_of_it(in_effect, ask):
    page = ask(OLD_DAI_MO)

    assert words(page, "h1") == ["The former Phường Đại Mỗ is now in 3 wards"]
    assert words(page, ".tg-cand h3") == ["Phường Tây Mỗ", "Phường Đại Mỗ", "Phường Dương Nội"]


def test_land_and_people_are_told_apart(in_effect, ask):
    page = ask(OLD_DAI_MO)

    shares = words(page, ".tg-cand:last-child dd")
    assert shares == ["A part", "None"]
    assert "people may be in 2 of these units, land in 3" in page.get_text()


def test_the_heading_is_vietnamese_on_the_vietnamese_page(in_effect, ask):
    page = ask(OLD_DAI_MO, language="vi")

    assert words(page, "h1") == ["Phường Đại Mỗ cũ nay thuộc 3 phường"]


def test_the_resolution_is_named_and_linked(in_effect, ask):
    page = ask(OLD_DAI_MO)

    assert any("1656/NQ-UBTVQH15" in link.get_text() for link in page.select("aside a"))


def test_a_reader_is_warned_of_the_old_name_and_code_in_other_hands(in_effect, ask):
    caution = words(ask(OLD_DAI_MO), ".tg-note--amber")

    assert "The code 00634 is now borne by Phường Tây Mỗ." in caution[0]
    assert "The Phường Đại Mỗ of today is not the former Phường Đại Mỗ." in caution[0]


def test_a_ward_that_went_whole_to_another_is_one_answer(in_effect, ask):
    page = ask("Phường Mễ Trì")

    assert words(page, "h1") == ["The former Phường Mễ Trì is now in Phường Đại Mỗ"]
    assert words(page, ".tg-cand dd") == ["All", "All"]


def test_a_ward_that_goes_on_says_so(in_effect, ask):
    assert words(ask("Phường Xuân Phương"), "h1") == ["Phường Xuân Phương still bears this name"]


def test_a_district_is_found_where_its_wards_are(in_effect, ask):
    page = ask("Quận Nam Từ Liêm")

    names = words(page, ".tg-cand h3")
    assert names == [
        "Phường Xuân Phương",
        "Phường Tây Mỗ",
        "Phường Đại Mỗ",
        "Phường Dương Nội",
    ]
    assert "203/2025/QH15" in page.get_text()


def test_it_can_be_asked_backwards(in_effect, ask):
    page = ask("Phường Dương Nội", asked_on="2025-07-01", on="2025-06-30")

    assert words(page, "h1")[0].startswith("On 30 June 2025, Phường Dương Nội was in 2")


def test_what_is_renamed_afterwards_is_called_by_its_old_name_backwards(renamed, ask):
    page = ask("Phường Xuân Phương Mới", asked_on="2025-07-01", on="2025-06-30")

    assert words(page, "h1") == [
        "On 30 June 2025, Phường Xuân Phương Mới was called Phường Xuân Phương"
    ]


def test_forwards_it_is_now_called_by_its_new_name(renamed, ask):
    page = ask("Phường Xuân Phương", asked_on="2025-06-30", on="2025-07-01")

    assert words(page, "h1") == ["Phường Xuân Phương is now called Phường Xuân Phương Mới"]


@pytest.fixture
def renamed(in_effect, operator, world):
    """Xuân Phương, called otherwise from the day on."""
    actions.correct(
        world.unit("XP"),
        by=operator,
        reason="Tên mới",
        period=Period(DAY, None),
        facts={"name": "Xuân Phương Mới"},
    )


def test_a_unit_that_goes_on_says_what_stands_above_it_now(in_effect, ask):
    lead = words(ask("Phường Xuân Phương", asked_on="2025-06-30"), ".tg-lead")[0]

    assert lead.endswith("goes on as the same unit. Above it now stands Thành phố Hà Nội.")


def test_what_has_nothing_above_it_is_not_said_to_have_moved(in_effect, ask):
    assert words(ask("Thành phố Hà Nội"), ".tg-lead")[0].endswith("goes on as the same unit.")


def test_backwards_a_unit_that_goes_on_already_bore_its_name(in_effect, ask):
    page = ask("Phường Xuân Phương", asked_on="2025-07-01", on="2025-06-30")

    assert words(page, "h1") == ["On 30 June 2025, Phường Xuân Phương already bore this name"]


def test_links_of_an_answer_lead_to_its_day(in_effect, ask):
    page = ask(OLD_DAI_MO, on="2025-07-02")

    assert page.select_one(".tg-cand h3 a")["href"] == "/en/units/TM-new/?on=2025-07-02"
    assert page.select_one("aside .tg-cite li:last-child a")["href"].endswith("?on=2025-07-02")


def test_the_parts_of_a_district_are_named_by_the_resolution_on_its_wards(in_effect, ask):
    page = ask("Quận Nam Từ Liêm")

    (step,) = [said for said in words(page, ".tg-todo li") if "names each part" in said]
    assert "1656/NQ-UBTVQH15" in step
    assert "203/2025/QH15" not in step


def test_house_and_street_that_were_not_used_are_named(in_effect, ask):
    page = ask(f"Số 5, tổ 3, {OLD_DAI_MO}")

    assert "House, street and village were not used" in words(page, ".tg-head")[0]


def test_an_address_without_a_house_says_nothing_of_houses(in_effect, ask):
    assert "were not used" not in ask(OLD_DAI_MO).get_text()


def test_units_that_lead_to_the_same_place_are_one_answer(in_effect, ask):
    page = ask("Phường Dương Nội")

    assert words(page, "h1") == ["Phường Dương Nội still bears this name"]
    assert "2 units fit what you wrote" in words(page, "#meant + p")[0]


def test_a_code_of_several_units_asks_for_a_day(in_effect, ask):
    assert words(ask("00634"), ".tg-lead") == [
        "Choose the one you mean, or name a day on which the code was right."
    ]


def test_where_nothing_is_near_nothing_is_said_to_be(in_effect, ask):
    assert words(ask("???"), ".tg-lead") == [
        "No unit fits all of what you wrote, and we do not guess. Write it otherwise."
    ]


def test_the_number_of_an_instrument_leads_to_it(in_effect, ask):
    page = ask("Nghị quyết 1656/NQ-UBTVQH15")

    assert words(page, ".tg-links a")[0] == "1656/NQ-UBTVQH15"
    assert words(page, "h1") == ["The number of a document"]


def test_a_name_of_two_wards_asks_which_is_meant(in_effect, ask):
    page = ask("Phường Đại Mỗ")

    assert words(page, "h1") == ["“Phường Đại Mỗ” may mean 2 units"]
    assert words(page, "tbody th") == [
        "Phường Đại Mỗ, Quận Nam Từ Liêm, Thành phố Hà Nội",
        "Phường Đại Mỗ, Thành phố Hà Nội",
    ]


def test_each_of_the_two_leads_to_its_own_answer(in_effect, ask, client):
    page = ask("Phường Đại Mỗ")

    first = client.get(page.select_one("tbody a")["href"])

    assert "is now in 3" in first.content.decode()


def test_a_name_that_nobody_bears_is_not_guessed(in_effect, ask):
    page = ask("Phường Đại Mổ Xẻ, Quận Nam Từ Liêm")

    assert words(page, "h1") == ["Nothing found for “Phường Đại Mổ Xẻ, Quận Nam Từ Liêm”"]
    assert page.select("#near ~ ul a")


def test_what_was_typed_stays_in_the_box(in_effect, ask):
    page = ask("<script>alert(1)</script>")

    assert page.select_one("#q")["value"] == "<script>alert(1)</script>"
    assert "alert(1)" not in " ".join(script.get_text() for script in page.select("script"))


def test_a_day_that_is_none_is_refused_beside_its_box(in_effect, ask):
    page = ask("Phường Mễ Trì", asked_on="31/02/2025")

    assert words(page, ".tg-error") == [
        "Error: 31/02/2025 is not in the calendar. Look at the day and the month again."
    ]
    assert page.select_one("#id_asked_on")["value"] == "31/02/2025"
    assert page.select_one("#q")["value"] == "Phường Mễ Trì"


def test_an_endless_address_is_refused_with_the_way_out(in_effect, ask):
    page = ask("a" * 1_001)

    assert "Many addresses at once" in words(page, "#q-error")[0]


def test_without_a_question_the_page_explains_how_to_ask(in_effect, ask):
    assert words(ask(), "h1") == ["Where do I go now?"]


def test_an_empty_register_says_what_to_do(db, client):
    response = client.get("/en/where/", {"q": "Đại Mỗ"})

    assert response.status_code == 404
    assert "load a register first" in response.content.decode()


def test_an_answer_takes_a_fixed_number_of_queries(in_effect, client, django_assert_num_queries):
    client.get("/en/where/", {"q": OLD_DAI_MO})

    with django_assert_num_queries(5):
        client.get("/en/where/", {"q": OLD_DAI_MO})
    with django_assert_num_queries(5):
        client.get("/en/where/", {"q": "Quận Nam Từ Liêm"})


def test_the_first_page_counts_and_offers_a_telling_question(in_effect, client):
    page = soup(client.get("/en/"))

    assert words(page, ".tg-today b")[0] == "4"
    assert words(page, ".tg-seek__try a")[0] == OLD_DAI_MO
