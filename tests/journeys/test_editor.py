"""Ms Hương drafts phường Tây Mỗ out of parts of old communes: typing, without scripts, on a phone."""

import os
import subprocess

import pytest

from tests.journeys.conftest import NARROW, TINHGON, WIDE
from tests.journeys.test_every_page import LANGUAGES, SPARE, assert_sound

pytestmark = pytest.mark.journey

PLANNER = "huong@tinhgon.example"
SAVED = (
    "Saved: Form Phường Tây Mỗ from all of Phường Tây Mỗ, a part of Phường Đại Mỗ and a part of "
    "Phường Dương Nội."
)


@pytest.fixture
def begin(open_page, sign_in, site):
    """A new draft for the last day of the old apparatus, its editor open before Ms Hương."""

    def begun(code, width=WIDE, **options):
        words = ("plan", "new", code, "--day", "2025-06-30", "--title", "Sắp xếp phía Tây")
        environment = {**os.environ, "TINHGON_HOME": str(site.home), "TINHGON_PUBLIC": "0"}
        for name in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE"):
            environment.pop(name, None)
        subprocess.run([TINHGON, *words], env=environment, check=True, capture_output=True)
        page = sign_in(open_page(width, **options), PLANNER)
        page.goto(f"/en/plans/{code}/plan-2025-06-30/editor/")
        return page

    return begun


def pick(page, box, typed, name):
    """Type a few letters into the box of a unit and choose what is suggested."""
    page.fill(f"[name='{box}']", typed)
    page.click(f"#{box}-found button:has-text('{name}')")
    page.wait_for_selector(f"[name='{box}_key']:not([value=''])", state="attached")


def checks(page, words):
    """Wait until the checks beside the form say this."""
    page.locator("#checks", has_text=words).wait_for()


def save(page):
    page.click("button.tg-btn:has-text('Save the operation')")
    page.wait_for_load_state()


def test_a_draft_is_begun_with_the_instrument_that_is_suggested(open_page, sign_in):
    page = sign_in(open_page(), PLANNER)
    page.goto("/en/plans/")
    page.click("text=New plan")

    page.fill("[name=title_vi]", "Sắp xếp phía Tây")
    page.fill("[name=day]", "30/06/2025")
    page.fill("[name=instrument]", "1656")
    with page.expect_response("**/plans/new/code/*1656%2FNQ*"):
        page.click("#instrument-found button")
    page.wait_for_selector("[name=code][value^='1656-nq-ubtvqh15']")
    page.click("text=Create and open the editor")

    page.wait_for_url("**/1656-nq-ubtvqh15/editor/")
    assert page.inner_text("h2") == "What does this plan do first?"


def test_a_ward_is_drafted_out_of_parts_and_checked_at_every_keystroke(begin):
    page = begin("tay-mo-typed")
    page.click("text=Form from parts")

    page.fill("[name=successor-name]", "Tây Mỗ")
    page.select_option("[name=successor-kind]", "commune:phường")
    pick(page, "successor-parent", "ha noi", "Thành phố Hà Nội")
    pick(page, "sources-0-unit", "tay mo", "Phường Tây Mỗ")
    checks(page, "Nothing stands against it.")
    page.click("text=Add a part")
    pick(page, "sources-1-unit", "dai mo", "Phường Đại Mỗ")
    page.select_option("[name=sources-1-extent]", "rest")
    checks(page, "although no part of it goes elsewhere")
    page.select_option("[name=sources-1-extent]", "part")
    checks(page, "Nothing stands against it.")
    page.click("text=Add a part")
    pick(page, "sources-2-unit", "duong noi", "Phường Dương Nội")
    page.select_option("[name=sources-2-extent]", "part")
    checks(page, "and a part of Phường Dương Nội.")
    save(page)

    assert page.inner_text(".tg-messages p") == SAVED
    assert page.inner_text("#checks dt >> text=Not used up yet")
    assert page.inner_text(".tg-ops b") == "Form Phường Tây Mỗ"


def test_what_was_saved_is_undone(begin):
    page = begin("tay-mo-undone")
    page.click("text=Dissolve")
    pick(page, "unit", "tay mo", "Phường Tây Mỗ")
    checks(page, "Dissolve Phường Tây Mỗ.")
    save(page)

    page.click("button:has-text('Undo')")
    page.wait_for_load_state()

    assert page.inner_text(".tg-messages p") == "Undone: Added: Dissolve Phường Tây Mỗ."
    assert page.inner_text("#operations summary") == "0 operations"


def test_the_same_without_scripts(begin):
    page = begin("tay-mo-plain", scripts=False)
    page.click("text=Form from parts")

    page.fill("[name=successor-name]", "Tây Mỗ")
    page.select_option("[name=successor-kind]", "commune:phường")
    page.fill("[name=successor-parent]", "Thành phố Hà Nội")
    page.fill("[name=sources-0-unit]", "Phường Tây Mỗ, quận Nam Từ Liêm")
    page.click("text=Add a part")
    page.fill("[name=sources-1-unit]", "dai mo, nam tu liem")
    page.select_option("[name=sources-1-extent]", "part")
    page.click("text=Add a part")
    page.fill("[name=sources-2-unit]", "09886")
    page.select_option("[name=sources-2-extent]", "part")
    save(page)

    assert page.inner_text(".tg-messages p") == SAVED
    assert page.inner_text("#sources-1-note") == "nobody else takes of it yet"


def test_on_a_phone_the_list_folds_and_the_form_fits(begin):
    page = begin("tay-mo-phone", NARROW)
    page.goto(page.url + "new/?verb=form")

    page.fill("[name=successor-name]", "Tây Mỗ")
    page.select_option("[name=successor-kind]", "commune:phường")
    pick(page, "successor-parent", "ha noi", "Thành phố Hà Nội")
    pick(page, "sources-0-unit", "tay mo", "Phường Tây Mỗ")
    checks(page, "Nothing stands against it.")
    save(page)

    assert page.locator("#operations details").get_attribute("open") is None
    assert page.evaluate(SPARE) == 0
    assert page.inner_text("h2.tg-editor__title") == "1. Form Phường Tây Mỗ"


def test_the_keyboard_chooses_a_suggestion(begin):
    page = begin("tay-mo-keys")
    page.goto(page.url + "new/?verb=dissolve")

    page.focus("[name=unit]")
    page.keyboard.type("phuong tay mo")
    page.wait_for_selector("#unit-found button")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("[name=unit_key]:not([value=''])", state="attached")
    checks(page, "Dissolve Phường Tây Mỗ.")

    assert page.evaluate("document.activeElement.name") == "unit"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_the_editor_is_sound(begin, language):
    page = begin(f"tay-mo-{language}", bypass_csp=True)
    page.goto(page.url + "new/?verb=form")
    page.fill("[name=successor-name]", "Tây Mỗ")
    page.select_option("[name=successor-kind]", "commune:phường")
    pick(page, "successor-parent", "ha noi", "Thành phố Hà Nội")
    pick(page, "sources-0-unit", "tay mo", "Phường Tây Mỗ")
    checks(page, "Nothing stands against it.")
    save(page)
    editor = page.url.replace("/en/", LANGUAGES[language] + "/").removesuffix("1/")
    package = editor.split("plan-2025")[0] + "editor/"

    for address in (editor, f"{editor}1/", f"{editor}new/?verb=divide", f"{editor}about/", package):
        page.goto(address)
        assert_sound(page, language)
