"""Events and the feed: pages and files."""

from datetime import date
from xml.etree import ElementTree

import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

from tinhgon.conftest import approved, reloaded
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.registry.tests.pages import words
from tinhgon.reorganisation import actions

ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESSES = ["", "events.jsonld", "events.ttl", "events/"]
DRAFTED = [f"/plans/reform/{address}" for address in ADDRESSES[1:]]


@pytest.fixture
def fetch(client):
    """A file that is streamed, as bytes, with its media type."""

    def fetched(address, **headers):
        answer = client.get(address, headers=headers)
        assert answer.status_code == 200
        return answer["Content-Type"], answer.getvalue()

    return fetched


@pytest.fixture
def withdrawn(enacted, operator):
    """The reform, enacted and then taken back."""
    actions.withdraw(enacted, by=operator, on=date(2025, 6, 20), reason="Chưa đủ điều kiện")
    return reloaded(enacted)


@pytest.fixture
def entries(client):
    """The entries of the feed: title, id, link."""

    def read(address="/events/feed.atom"):
        answer = client.get(address)
        assert answer["Content-Type"].startswith("application/atom+xml")
        feed = ElementTree.fromstring(answer.content)
        return [
            (
                one.findtext(f"{ATOM}title"),
                one.findtext(f"{ATOM}id"),
                one.find(f"{ATOM}link").get("href"),
            )
            for one in feed.findall(f"{ATOM}entry")
        ]

    return read


# --- Linked data ----------------------------------------------------------------------------------


def test_files_are_of_their_media_type_and_say_the_same(in_effect, fetch):
    media, jsonld = fetch("/plans/reform/events.jsonld")
    other, turtle = fetch("/plans/reform/events.ttl")

    assert (media, other) == ("application/ld+json; charset=utf-8", "text/turtle; charset=utf-8")
    graphs = [Graph().parse(data=jsonld, format="json-ld"), Graph().parse(data=turtle)]
    assert isomorphic(*graphs)
    assert len(graphs[0]) > 50


def test_addresses_are_those_of_the_site_whatever_the_language(in_effect, fetch):
    _media, vietnamese = fetch("/plans/reform/events.ttl")
    _media, english = fetch("/en/plans/reform/events.ttl")

    assert vietnamese == english
    assert b"<http://testserver/units/DM/>" in vietnamese


@pytest.mark.parametrize(
    ("accepted", "media"),
    [
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html"),
        ("*/*", "text/html"),
        ("text/turtle", "text/turtle"),
        ("application/ld+json", "application/ld+json"),
        ("text/turtle;q=0.5, application/ld+json", "application/ld+json"),
    ],
)
def test_the_page_is_what_is_asked_for(in_effect, client, accepted, media):
    answer = client.get("/plans/reform/events/", headers={"accept": accepted})

    assert answer["Content-Type"].startswith(media)
    assert "Accept" in answer["Vary"].replace("Accept-Language", "")


@pytest.mark.parametrize("address", DRAFTED)
def test_a_draft_has_no_events_even_for_those_who_plan(package, world, client, address):
    client.force_login(world.huong)

    assert client.get(address).status_code == 404


def test_of_a_withdrawn_package_the_page_says_that_nothing_happens(withdrawn, show, fetch):
    page = show("/plans/reform/events/")
    _media, turtle = fetch("/plans/reform/events.ttl")

    assert "The plan was withdrawn" in page.get_text()
    assert b"prov:invalidatedAtTime" in turtle
    assert b"org:ChangeEvent" not in turtle


# --- The page -------------------------------------------------------------------------------------


def test_the_page_lists_events_with_what_came_from_what(in_effect, show):
    page = show("/plans/reform/events/")

    assert page.h1.get_text(strip=True) == "6 change events"
    assert page.select_one("tbody .tg-tag--gold").get_text() == "Rearranged or changed"
    rows = words(page, "tbody tr")
    assert rows[0] == (
        "Phường Đại Mỗ Phường Mễ Trì , Phường Đại Mỗ Rearranged or changed "
        "1656/NQ-UBTVQH15 , Điều 1 khoản 2"
    )
    assert "no successor Quận Nam Từ Liêm Ended 203/2025/QH15" in rows


def test_events_are_of_one_kind_where_that_is_asked_for(in_effect, show):
    page = show("/plans/reform/events/", kind="DissolutionEvent")

    assert len(page.select("tbody tr")) == 2
    assert words(page, ".tg-filters [aria-current]") == ["Ended 2"]


def test_events_are_searched_by_the_names_on_either_side(in_effect, show):
    assert len(show("/plans/reform/events/", q="mễ trì").select("tbody tr")) == 1
    assert "Nothing fits" in show("/plans/reform/events/", q="Cần Thơ").get_text()


def test_the_page_asks_the_same_however_many_there_are(
    in_effect, show, django_assert_max_num_queries
):
    show("/plans/reform/events/")

    with django_assert_max_num_queries(8):
        show("/plans/reform/events/")


def test_the_page_of_the_plan_leads_there(in_effect, show):
    links = [one["href"] for one in show("/plans/reform/").select("a[href]")]

    assert {"/en/plans/reform/events/", "/en/plans/reform/notices/"} <= {*links}


def test_the_list_of_plans_leads_to_the_feed(in_effect, show):
    assert show("/plans/").select('main a[href="/en/events/feed.atom"]')


def test_a_draft_leads_to_nothing_that_is_not_there(package, world, client, show):
    client.force_login(world.huong)

    links = " ".join(one["href"] for one in show("/plans/reform/").select("a[href]"))
    assert "/events" not in links
    assert "/notices" not in links


# --- What became of all ---------------------------------------------------------------------------


def test_the_feed_tells_what_became_of_packages_latest_first(in_effect, entries):
    assert entries("/en/events/feed.atom") == [
        (
            "Took effect: Sắp xếp 2025",
            "http://testserver/plans/reform/#plan.took-effect",
            "http://testserver/en/plans/reform/",
        ),
        (
            "Enacted: Sắp xếp 2025",
            "http://testserver/plans/reform/#plan.enacted",
            "http://testserver/en/plans/reform/",
        ),
    ]


def test_the_feed_is_in_the_language_of_its_address(in_effect, entries):
    assert [title for title, *_ in entries()] == [
        "Đã có hiệu lực: Sắp xếp 2025",
        "Đã ban hành: Sắp xếp 2025",
    ]
    assert [id for _title, id, _link in entries()] == [
        id for _title, id, _link in entries("/en/events/feed.atom")
    ]


def test_what_was_withdrawn_after_its_enactment_is_told(withdrawn, entries):
    assert [title for title, *_ in entries("/en/events/feed.atom")] == [
        "Withdrawn: Sắp xếp 2025",
        "Enacted: Sắp xếp 2025",
    ]


def test_of_drafts_nothing_is_told_withdrawn_or_not(package, operator, entries):
    actions.withdraw(package, by=operator, on=date(2025, 6, 20), reason="Chưa đủ điều kiện")

    assert entries() == []


def test_the_feed_asks_twice_however_many_there_are(
    in_effect, entries, django_assert_max_num_queries
):
    with django_assert_max_num_queries(3):
        entries()


def test_title_and_names_cannot_break_the_feed(draft, operator, entries):
    titles = {"vi": "<b>Gói</b> & «thử»", "en": "<b>Gói</b> & «thử»"}
    package = draft("hostile", Rename(unit="TM", name="Tây Mỗ Mới"), titles=titles)
    actions.enact(approved(package, operator), by=operator, on=date(2025, 7, 1))

    assert entries("/en/events/feed.atom")[0][0] == "Took effect: <b>Gói</b> & «thử»"
