"""Signing in: a password, a second step, a limit to guessing; nobody opens an account alone."""

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache

PASSWORD = "mật-khẩu-rất-dài"
LANGUAGES = {"vi": "", "en": "/en"}


@pytest.fixture(autouse=True)
def nobody_has_guessed_yet(world):
    cache.clear()


@pytest.fixture
def sign_in(client):
    """Somebody types an address and a password."""

    def typed(login="lan@example.vn", password=PASSWORD, language="en", **more):
        address = f"{LANGUAGES[language]}/account/login/"
        return client.post(address, {"login": login, "password": password} | more)

    return typed


@pytest.fixture
def confirmed(client, sign_in):
    """Ms Lan, signed in, has just confirmed that it is she."""
    sign_in()
    client.post("/en/account/reauthenticate/", {"password": PASSWORD})


def words(response, selector):
    soup = BeautifulSoup(response.text, "html.parser")
    return [" ".join(found.get_text(" ").split()) for found in soup.select(selector)]


@pytest.mark.parametrize(
    ("language", "address"), [("vi", "/account/me/"), ("en", "/en/account/me/")]
)
def test_the_right_password_leads_to_ones_account(sign_in, client, language, address):
    answer = sign_in(language=language)

    assert (answer.status_code, answer["Location"]) == (302, address)
    assert client.get(address).status_code == 200


def test_the_letters_of_an_address_may_be_large_or_small(sign_in):
    assert sign_in("LAN@Example.VN").status_code == 302


def test_sign_in_leads_back_to_where_it_was_asked_for(sign_in):
    assert sign_in(next="/en/units/DM/contact/")["Location"] == "/en/units/DM/contact/"


def test_sign_in_leads_to_no_other_site(sign_in):
    assert sign_in(next="https://elsewhere.example/")["Location"] == "/en/account/me/"


@pytest.mark.parametrize(
    ("login", "password"),
    [("lan@example.vn", "another"), ("nobody@example.vn", PASSWORD)],
)
def test_a_wrong_password_and_an_unknown_address_are_told_alike(sign_in, login, password):
    answer = sign_in(login, password)

    assert answer.status_code == 200
    assert words(answer, ".tg-errors") == [
        "This could not be done yet The e-mail address or the password is not right. "
        "Look at Caps Lock and the keyboard's language and try again."
    ]


def test_a_wrong_password_is_told_in_vietnamese_too(sign_in):
    told = words(sign_in(password="another", language="vi"), ".tg-errors")

    assert "mật khẩu" in told[0]
    assert "password" not in told[0]


def test_the_address_that_was_typed_is_kept_and_the_password_is_not(sign_in):
    answer = sign_in(password="another-password")

    assert "lan@example.vn" in answer.text
    assert "another-password" not in answer.text


@pytest.mark.parametrize(
    ("login", "password", "told"),
    [
        ("", PASSWORD, "Write your work e-mail address."),
        ("lan@example.vn", "", "Write your password."),
    ],
)
def test_what_is_left_out_is_asked_for(sign_in, login, password, told):
    assert told in words(sign_in(login, password), ".tg-errors")[0]


def test_after_five_wrong_passwords_even_the_right_one_must_wait(sign_in):
    for_five = [sign_in(password=f"guess {time}") for time in range(5)]

    answer = sign_in()

    assert {one.status_code for one in for_five} == {200}
    assert answer.status_code == 200
    assert "Too many failed attempts. Wait five minutes" in words(answer, ".tg-errors")[0]


def test_guessing_at_one_account_locks_no_other(sign_in, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login_failed": "5/5m/key"}
    assert [sign_in(password=f"guess {time}") for time in range(6)]

    assert sign_in("hung@example.vn").status_code == 302


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "Too many attempts in a short time"), ("vi", "Quá nhiều lần thử trong thời gian ngắn")],
)
def test_whoever_keeps_asking_is_told_to_wait(sign_in, language, told):
    tries = [sign_in(f"{time}@example.vn", "guess", language) for time in range(31)]

    assert tries[29].status_code == 200
    assert tries[30].status_code == 429
    assert words(tries[30], "h1") == [told]


def test_a_closed_account_does_not_sign_in(sign_in, client, world):
    world.lan.is_active = False
    world.lan.save()

    answer = sign_in()

    assert client.get("/en/account/me/").status_code == 302
    assert answer["Location"] == "/en/account/inactive/"


def test_signing_out_ends_the_session_and_leads_to_the_first_page(sign_in, client):
    sign_in()

    answer = client.post("/en/account/logout/")

    assert answer["Location"] == "/en/"
    assert client.get("/en/account/me/").status_code == 302


def test_a_session_ends_with_the_browser(sign_in):
    assert sign_in().cookies["sessionid"]["expires"] == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_opens_an_account_for_themselves(client, language):
    page = client.get(f"{LANGUAGES[language]}/account/signup/")

    assert not words(page, "main form")
    assert words(page, "h1") == [
        {"en": "Nobody needs to register here", "vi": "Không cần đăng ký tài khoản"}[language]
    ]


def test_an_account_that_is_sent_all_the_same_is_not_opened(client, django_user_model):
    before = django_user_model.objects.count()

    client.post("/en/account/signup/", {"email": "new@example.vn", "password1": PASSWORD})

    assert django_user_model.objects.count() == before


@pytest.mark.parametrize(
    "page", ["email/", "confirm-email/", "confirm-email/abc/", "login/code/confirm/"]
)
def test_pages_that_are_not_for_our_accounts_are_closed(client, world, page):
    client.force_login(world.lan)

    assert client.get(f"/en/account/{page}").status_code == 404


@pytest.mark.parametrize(
    ("page", "english", "vietnamese"),
    [
        ("password/change/", "Change password", "Đổi mật khẩu"),
        ("mfa/", "Two-factor authentication", "Xác thực hai yếu tố"),
        ("mfa/totp/activate/", "Activate authenticator app", "Bật ứng dụng xác thực"),
        ("mfa/webauthn/", "Security keys", "Khóa bảo mật"),
        ("mfa/webauthn/add/", "Add a security key", "Thêm khóa bảo mật"),
        ("reauthenticate/", "Confirm that it is you", "Xác nhận lại người dùng"),
        ("logout/", "Sign out", "Đăng xuất"),
    ],
)
def test_pages_of_ones_own_sign_in_speak_both_languages(
    confirmed, client, page, english, vietnamese
):
    assert words(client.get(f"/en/account/{page}"), "h1") == [english]
    assert words(client.get(f"/account/{page}"), "h1") == [vietnamese]


@pytest.mark.parametrize(
    "page", ["", "totp/activate/", "webauthn/", "webauthn/add/", "recovery-codes/generate/"]
)
def test_the_second_step_is_set_up_only_by_whoever_is_signed_in(client, page):
    answer = client.get(f"/en/account/mfa/{page}")

    assert answer.status_code == 302
    assert answer["Location"].startswith("/en/account/login/?next=")


def test_a_second_step_is_asked_for_once_it_is_set_up(sign_in, client, world):
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    TOTP.activate(world.lan, generate_totp_secret())

    answer = sign_in()
    asked = client.get("/en/account/mfa/authenticate/")
    account = client.get("/en/account/me/")
    wrong = client.post("/en/account/mfa/authenticate/", {"code": "000000"})

    assert answer["Location"] == "/en/account/mfa/authenticate/"
    assert words(asked, "h1") == ["Two-factor authentication"]
    assert account.status_code == 302
    assert words(wrong, ".tg-errors")


def test_a_new_password_is_sent_for_without_saying_who_has_an_account(client, mailoutbox):
    known = client.post("/en/account/password/reset/", {"email": "lan@example.vn"})
    unknown = client.post("/en/account/password/reset/", {"email": "nobody@example.vn"})

    assert known["Location"] == unknown["Location"] == "/en/account/password/reset/done/"
    assert mailoutbox[0].to == ["lan@example.vn"]
