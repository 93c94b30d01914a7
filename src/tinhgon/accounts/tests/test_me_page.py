"""The page of one's own account: roles held today, what each allows, safe sign-in, tokens."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from django.utils.timezone import localdate

from tinhgon.accounts import actions
from tinhgon.accounts.queries import held_roles
from tinhgon.registry.directory import directory


@pytest.fixture
def page(client):
    """The page as somebody sees it, in English unless told otherwise."""

    def seen(user, language="/en"):
        client.force_login(user)
        answer = client.get(f"{language}/account/me/")
        assert answer.status_code == 200
        return BeautifulSoup(answer.text, "html.parser")

    return seen


@pytest.fixture
def grant(operator):
    """Gives somebody a role."""

    def given(user, role, on=date(2025, 1, 1), **options):
        return actions.grant(user, by=operator, role=role, on=on, **options)

    return given


def words(soup, selector):
    return [" ".join(found.get_text(" ").split()) for found in soup.select(selector)]


def test_one_must_be_signed_in(client, world):
    answer = client.get("/en/account/me/")

    assert answer["Location"] == "/en/account/login/?next=/en/account/me/"


def test_the_page_is_about_whoever_is_signed_in(page, world):
    assert words(page(world.lan), "h1") == ["Nguyễn Thị Lan"]


def test_a_role_is_told_with_what_it_allows_and_where(page, world):
    (row,) = page(world.lan).select("tbody tr")

    assert words(row, "th") == [
        "Contact editor Keeps addresses, telephones and hours of the units below."
    ]
    assert words(row, "td") == ["Phường Đại Mỗ and all below it", "from 1 January 2025"]
    assert row.a["href"] == "/en/units/DM/"


def test_roles_over_everything_come_first(page, world, grant):
    grant(world.lan, "auditor", until=date(2999, 1, 1))

    rows = page(world.lan).select("tbody tr")

    assert words(rows[0], "td") == ["Everywhere", "1 January 2025 to 31 December 2998"]
    assert words(rows[1], "td")[0].startswith("Phường Đại Mỗ")


def test_the_page_is_vietnamese_at_the_root(page, world):
    soup = page(world.lan, language="")

    assert soup.html["lang"] == "vi"
    assert words(soup, "tbody td")[0] == "Phường Đại Mỗ và mọi đơn vị trực thuộc"


def test_roles_that_are_over_or_to_come_are_not_shown(page, world, grant):
    today = localdate()
    grant(world.an, "auditor", until=today)
    grant(world.an, "registrar", on=today + timedelta(days=1), until=None)

    assert words(page(world.an), ".tg-empty h2") == ["You hold no role today"]


def test_whoever_holds_no_role_is_told_whom_to_ask(page, world, grant):
    grant(world.hung, "administrator")
    grant(world.huong, "administrator", unit=world.unit("DM"))

    told = words(page(world.an), ".tg-empty p")[0]

    assert told.endswith("These people grant roles: Lê Quốc Hùng.")
    assert "Phạm Thu Hương" not in told


def test_where_nobody_administers_the_command_is_named(page, world):
    assert "tinhgon accounts grant" in words(page(world.an), ".tg-empty p")[0]


def test_a_unit_that_ended_keeps_its_last_name(page, world, grant, in_effect):
    grant(world.an, "registrar", unit=world.unit("DM"))

    assert words(page(world.an), "tbody td")[0].startswith("Phường Đại Mỗ")


def test_the_way_to_a_safe_sign_in_is_shown(page, world):
    soup = page(world.lan)

    links = {link["href"] for link in soup.select("aside a")}
    assert {"/en/account/password/change/", "/en/account/mfa/"} <= links
    assert words(soup, "aside .tg-tag") == ["Switched off"]


def test_a_second_step_that_is_set_up_is_said_to_be(page, world):
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    TOTP.activate(world.lan, generate_totp_secret())

    assert words(page(world.lan), "aside .tg-tag") == ["Switched on"]


def test_tokens_are_told_by_name_scopes_and_end(page, world, operator):
    ends = timezone.make_aware(timezone.datetime(2999, 7, 1))
    scopes = ["registry.contact", "audit.read"]
    actions.hand_out_token(world.lan, by=operator, name="Cổng", scopes=scopes, ends=ends)
    actions.hand_out_token(world.lan, by=operator, name="Bàn", scopes=scopes)

    assert words(page(world.lan), "aside .tg-panel--mist li") == [
        "Bàn registry.contact audit.read Works until somebody ends it.",
        "Cổng registry.contact audit.read Works until 00:00, 1 July 2999.",
    ]


def test_tokens_that_ended_and_those_of_others_are_not_shown(page, world, operator):
    ended = timezone.now() - timedelta(minutes=1)
    given = {"by": operator, "scopes": ["audit.read"]}
    actions.hand_out_token(world.lan, name="Cũ", ends=ended, **given)
    actions.hand_out_token(world.hung, name="Khác", **given)

    assert words(page(world.lan), "aside .tg-panel--mist p") == ["No program has a token of yours."]


def test_the_number_of_queries_does_not_grow_with_roles(world, grant, django_assert_num_queries):
    grant(world.an, "registrar", unit=world.unit("DM"))
    grant(world.an, "registrar", unit=world.unit("TM"))
    directory()

    with django_assert_num_queries(3):
        assert len(held_roles(world.an, world.day)) == 2


def test_whoever_was_invented_is_marked_as_such(page, world, operator):
    minh = actions.open_account("minh@example.vn", by=operator, name="Minh", invented=True)

    assert words(page(minh), ".tg-tag--sample") == ["Invented data"]
    assert words(page(world.lan), ".tg-tag--sample") == []
