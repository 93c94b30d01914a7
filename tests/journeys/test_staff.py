"""Members of staff at work: the registrar corrects, the editor keeps contacts, others may not."""

import pytest

pytestmark = pytest.mark.journey

REGISTRAR, EDITOR = "minh@tinhgon.example", "lan@tinhgon.example"


def test_whoever_may_not_is_told_so(open_page, sign_in):
    page = sign_in(open_page(), EDITOR)

    answer = page.request.get("/units/C00634@2025a/correction/")

    assert answer.status == 403
    assert "correction" in answer.text()


def test_sign_in_leads_back_to_the_page_it_was_asked_from(open_page, site):
    page = open_page()

    page.goto("/en/units/C00634@2025a/")
    page.click("text=Staff sign-in >> visible=true")
    page.fill("[name=login]", REGISTRAR)
    page.fill("[name=password]", site.password(REGISTRAR))
    page.click("main form button[type=submit]")

    assert page.url.endswith("/en/units/C00634@2025a/")


def test_the_keyboard_reaches_the_content_first(open_page):
    page = open_page()
    page.goto("/en/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"
