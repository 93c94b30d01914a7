"""The page of a unit's posts, and what stands of it on the page of the unit."""

from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.utils.timezone import localtime

from tinhgon.audit.models import Entry
from tinhgon.registry.directory import directory
from tinhgon.staff.conftest import MAY
from tinhgon.staff.models import Basis

PAGE = "/units/DM/posts/?on=2025-05-01"


def cells(answer, heading):
    """The rows of the table under a heading, a list of cells each."""
    soup = BeautifulSoup(answer.content, "html.parser")
    section = soup.find(lambda tag: tag.name == "h2" and heading in tag.text).find_parent("section")
    rows = section.select("tbody tr")
    return [[cell.get_text(" ", strip=True) for cell in row.find_all(["th", "td"])] for row in rows]


def test_the_page_says_who_leads_and_how_many_posts_and_people(staffed, page):
    answer = page(PAGE)

    assert "Chair: Đinh Thị Mai" in answer.words
    assert cells(answer, "Its own") == [["Civil servant", "12", "–", "3", "9"]]


def test_a_vacant_head_is_said_to_be_vacant_and_who_acts(staffed, page):
    staffed.assign(staffed.son, "tm-chair", MAY, basis=Basis.ACTING)

    assert "Chair: vacant" in page("/units/TM/posts/?on=2025-04-30").words
    assert "Chair: vacant; Hồ Văn Sơn acts" in page("/units/TM/posts/?on=2025-05-01").words


def test_units_below_are_listed_with_all_below_them(staffed, page):
    answer = page("/units/P01/posts/?on=2025-05-01")

    assert cells(answer, "Units directly below") == [["Quận Nam Từ Liêm", "40", "–", "3", "37"]]
    assert cells(answer, "With all units below") == [["Civil servant", "100", "–", "3", "97"]]


def test_the_public_sees_leaders_only(staffed, page):
    answer = page(PAGE)

    assert [row[0] for row in cells(answer, "Leaders")] == ["Chair", "Deputy chair"]
    assert "Vũ Thị Thu" not in answer.words
    assert "and 1 further post" in answer.words
    assert not Entry.objects.filter(act="officers.read").exists()


def test_whoever_may_sees_all_who_work_there_and_that_is_recorded(staffed, page, person):
    seer = person("cuong", "unit-deputy", staffed.books.district)

    answer = page(PAGE, by=seer)

    assert [row[1] for row in cells(answer, "Who works here")][2] == "Vũ Thị Thu Invented data"
    assert Entry.objects.get(act="officers.read").target == "unit:DM"


def test_a_role_elsewhere_shows_no_more(staffed, page, person):
    seer = person("cuong", "unit-deputy", staffed.books.tay_mo)

    assert "Vũ Thị Thu" not in page(PAGE, by=seer).words


def test_too_many_people_are_seen(staffed, page):
    staffed.books.give_back(11, staffed.books.dai_mo, staffed.books.district, MAY)

    assert cells(page(PAGE), "Its own")[0][4] == "−2 too many people"


def test_before_anything_was_allotted_the_page_says_so(staffed, page):
    assert "Nothing is recorded yet" in page("/units/DM/posts/?on=2024-12-31").words


def test_the_page_shows_what_was_known(staffed, page):
    before = localtime().isoformat()
    staffed.books.give_back(2, staffed.books.dai_mo, staffed.books.district, MAY)

    answer = page(f"{PAGE}&{urlencode({'known_at': before})}")

    assert "as they were known then" in answer.words
    assert cells(answer, "Its own")[0][1] == "12"
    assert cells(page(PAGE), "Its own")[0][1] == "10"


def test_the_table_may_be_kept(staffed, page):
    lines = page(f"{PAGE}&format=csv").lines

    assert lines[1] == "Phường Đại Mỗ,civil servant,12,0,3"


def test_the_page_is_complete_in_vietnamese(staffed, client):
    words = client.get(PAGE).content.decode()

    assert "Chủ tịch: Đinh Thị Mai" in words
    assert "Posts" not in words


@pytest.mark.parametrize(("unit", "queries"), [("DM", 11), ("P01", 9)])
def test_the_page_takes_few_queries(staffed, client, unit, queries, django_assert_num_queries):
    directory()
    client.get(f"/units/{unit}/posts/?on=2025-05-01")

    with django_assert_num_queries(queries):
        client.get(f"/units/{unit}/posts/?on=2025-05-01")


def test_the_page_of_the_unit_shows_them_too(staffed, page):
    answer = page("/units/DM/?on=2025-05-01")

    assert "Chair: Đinh Thị Mai" in answer.words
    assert '<h2 id="posts-title">Posts and people</h2>' in answer.words


def test_a_unit_without_posts_shows_none(staffed, page):
    assert "posts-title" not in page("/units/MT/?on=2025-05-01").words


# --- What may be done -----------------------------------------------------------------------------


def acts(answer):
    """The acts upon the ledger that a page offers, by their addresses."""
    soup = BeautifulSoup(answer.content, "html.parser")
    return [one["href"].split("/")[-2] for one in soup.select("[aria-labelledby=acts-title] a")]


def test_whoever_moves_posts_of_a_ward_alone_neither_freezes_nor_grants(books, page, person):
    lan = person("lan", "posts-officer", books.dai_mo)

    assert acts(page(PAGE, by=lan)) == ["allocate", "give-back", "transfer", "lapse"]


def test_whoever_moves_them_in_the_district_freezes_them_too(books, page, person):
    hoa = person("hoa", "posts-officer", books.district)

    offered = ["allocate", "give-back", "transfer", "lapse", "freeze", "thaw"]
    assert acts(page(PAGE, by=hoa)) == offered


def test_whoever_moves_them_everywhere_enters_grants_too(books, page, person):
    hung = person("hung", "posts-officer")

    assert acts(page(PAGE, by=hung))[-1] == "grant"


def test_the_public_and_strangers_are_offered_nothing(books, page, person):
    stranger = person("stranger", "posts-officer", books.tay_mo)

    assert acts(page(PAGE)) == []
    assert acts(page(PAGE, by=stranger)) == []


def test_what_is_offered_is_open_and_what_is_not_refuses(books, page, person):
    lan = person("lan", "posts-officer", books.dai_mo)

    assert page("/units/DM/posts/lapse/", by=lan).status_code == 200
    assert page("/units/DM/posts/freeze/", by=lan).status_code == 403
    assert page("/units/DM/posts/grant/", by=lan).status_code == 403


def test_where_nothing_is_recorded_a_grant_is_entered_by_whoever_may(books, page, person):
    hoa, hung = person("hoa", "posts-officer", books.district), person("hung", "posts-officer")
    empty = "/units/DM/posts/?on=2024-12-31"

    assert "/units/DM/posts/grant/" not in page(empty, by=hoa).words
    assert "/units/DM/posts/grant/" in page(empty, by=hung).words


# --- Units that have ended ------------------------------------------------------------------------


def test_the_page_of_an_ended_unit_says_where_its_posts_went(in_effect, books, page):
    answer = page("/units/DM/posts/?on=2025-07-01")

    assert "Where its posts went" in answer.words
    assert "Phường Đại Mỗ</a>: 12 civil servants" in answer.words
    assert 'href="/en/units/DM-new/posts/?on=2025-07-01"' in answer.words
    assert "Nothing is recorded yet" not in answer.words


def test_on_its_last_day_they_had_gone_nowhere(in_effect, books, page):
    assert "Where its posts went" not in page("/units/DM/posts/?on=2025-06-30").words


def test_the_page_of_the_unit_itself_says_so_too(in_effect, books, page):
    assert "Phường Đại Mỗ</a>: 12 civil servants" in page("/units/DM/?on=2025-07-01").words


def test_whoever_took_them_over_says_nothing_of_it(in_effect, books, page):
    assert "Where its posts went" not in page("/units/DM-new/posts/?on=2025-07-01").words


def test_where_posts_went_is_told_in_vietnamese(in_effect, books, client):
    words = " ".join(client.get("/units/DM/posts/?on=2025-07-01").content.decode().split())

    assert "Nơi tiếp nhận biên chế" in words
    assert "Phường Đại Mỗ</a>: 12 công chức" in words


def test_nothing_is_offered_once_the_unit_has_ended(in_effect, books, page, person):
    quy = person("quy", "posts-officer")

    assert "grant" in acts(page("/units/DM/posts/?on=2025-06-30", by=quy))
    assert acts(page("/units/DM/posts/?on=2025-07-01", by=quy)) == []
