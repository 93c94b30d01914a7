"""Every template of a page: no fault that axe finds, nothing wider than the screen, both languages.

A page is named once for each template, in a state that shows the most of it.
"""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.journeys.conftest import NARROW, WIDE

pytestmark = pytest.mark.journey

PUBLIC = {
    "home": "/",
    "where": "/where/",
    "where, refused": "/where/?q=x&asked_on=31/02/2025",
    "where, one of five": "/where/?q=Phường+Đại+Mỗ,+quận+Nam+Từ+Liêm",
    "where, several": "/where/?q=Phường+12",
    "where, unknown": "/where/?q=Phường+Không+Có",
    "batch": "/where/batch/",
    "apparatus": "/units/?on=2025-07-01&vs=2025-06-30",
    "apparatus of Hà Nội": "/units/?on=2025-07-01&vs=2025-06-30&under=P01",
    "unit": "/units/C00004@2025b/",
    "unit that ended": "/units/C00634@2025a/",
    "province": "/units/P01/",
    "body": "/units/P01.construction/",
    "bodies": "/bodies/",
    "bodies on the eve of the reform": "/bodies/?on=2025-06-30&under=P01",
    "bodies, nothing": "/bodies/?under=P04",
    "functions and bodies": "/mandates/",
    "functions and bodies, gaps": "/mandates/?on=2025-02-28&state=gap",
    "comparison": "/comparison/?on=2025-07-01&vs=2025-06-30&under=P01",
    "comparison, nothing": "/comparison/?on=2025-07-01&vs=2025-07-01",
    "instruments": "/instruments/",
    "instrument": "/instruments/5/",
    "plans": "/plans/",
    "package": "/plans/reform-2025-07/",
    "package, inside a district": "/plans/reform-2025-07/?at=D019",
    "map": "/plans/reform-2025-07/map/?at=D019",
    "history of a package": "/plans/reform-2025-07/history/",
    "variants": "/plans/reform-2025-07/variants/",
    "package beside a day": "/plans/reform-2025-07/comparison/?on=2025-06-30",
    "findings": "/plans/reform-2025-07/findings/",
    "finding": "/plans/reform-2025-07/findings/2/",
    "plan": "/plans/reform-2025-07/1656-nq-ubtvqh15/",
    "operations": "/plans/reform-2025-07/1656-nq-ubtvqh15/operations/",
    "sources": "/sources/",
    "programs": "/programs/",
    "help": "/help/",
    "accessibility": "/accessibility/",
    "sign-in": "/account/login/",
}
SIGNED_IN = {
    "account": ("/account/me/", "minh@tinhgon.example"),
    "new plan": ("/plans/new/", "huong@tinhgon.example"),
    "file of a plan": ("/plans/minh-hoa-2027/plan/import/", "huong@tinhgon.example"),
    "comments": ("/plans/minh-hoa-2027/comments/", "huong@tinhgon.example"),
    "readers": ("/plans/minh-hoa-2027/readers/", "huong@tinhgon.example"),
    "correction": ("/units/C00634@2025a/correction/", "minh@tinhgon.example"),
    "assign a function": ("/mandates/assign/", "minh@tinhgon.example"),
    "contact": ("/units/C00637@2025b/contact/", "lan@tinhgon.example"),
    "two steps": ("/account/mfa/", "hung@tinhgon.example"),
    "posts": ("/units/P01.construction/posts/", "nga@tinhgon.example"),
    "ledger of posts": ("/units/P01.construction/posts/ledger/", "nga@tinhgon.example"),
    "new post": ("/units/P01.construction/posts/new/", "nga@tinhgon.example"),
    "file of officers": ("/staff/import/", "nga@tinhgon.example"),
    "targets": ("/targets/", "nga@tinhgon.example"),
    "new target": ("/targets/new/", "nga@tinhgon.example"),
    "norms": ("/norms/", "yen@tinhgon.example"),
    "rules of the law": ("/norms/rules/", "nga@tinhgon.example"),
    "waivers": ("/norms/waivers/", "yen@tinhgon.example"),
    "regulations": ("/units/P01.construction/regulations/", "nga@tinhgon.example"),
    "classes of a unit": ("/units/P01.construction/classes/", "yen@tinhgon.example"),
    "give a work": ("/units/P01/work/new/", "hung@tinhgon.example"),
    "table of works": ("/units/P01.people-committee/work/import/", "hung@tinhgon.example"),
    "notices": ("/work/notices/", "son@tinhgon.example"),
    "reminders": ("/work/reminders/", "son@tinhgon.example"),
    "calendar feed": ("/work/feed/", "son@tinhgon.example"),
    "reading of a conclusion": ("/directives/reading/", "ha@tinhgon.example"),
    "directives": ("/directives/", "ha@tinhgon.example"),
    "committees": ("/directives/committees/", "ha@tinhgon.example"),
    "committee": ("/directives/committees/reform-committee/", "ha@tinhgon.example"),
    "committee, its report": (
        "/directives/committees/reform-committee/report/",
        "ha@tinhgon.example",
    ),
    "committee, an item of its plan": ("/directives/plan-items/4/", "ha@tinhgon.example"),
    "committee, a session held": ("/directives/sessions/1/", "ha@tinhgon.example"),
    "committee, a session to come": ("/directives/sessions/3/", "ha@tinhgon.example"),
    "books": ("/correspondence/?unit=P01.people-committee", "tam@tinhgon.example"),
    "book of what came in": ("/correspondence/1/", "tam@tinhgon.example"),
    "book, an entry passed on": ("/correspondence/1/4/", "tam@tinhgon.example"),
    "book, an entry cancelled": ("/correspondence/2/8/", "tam@tinhgon.example"),
    "new committee": ("/directives/new-committee/", "ha@tinhgon.example"),
    "progress": ("/directives/progress/?unit=P01.people-committee", "ha@tinhgon.example"),
    "year's report": ("/directives/report/?unit=P01.people-committee", "ha@tinhgon.example"),
}
LANGUAGES = {"vi": "", "en": "/en"}
SPARE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PUBLIC)
def test_a_page_is_sound(open_page, name, language):
    page = open_page(bypass_csp=True)

    answer = page.goto(LANGUAGES[language] + PUBLIC[name])

    assert answer.status == 200
    assert_sound(page, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SIGNED_IN)
def test_a_page_for_members_of_staff_is_sound(open_page, sign_in, name, language):
    address, person = SIGNED_IN[name]
    page = sign_in(open_page(bypass_csp=True), person)

    answer = page.goto(LANGUAGES[language] + address)

    assert answer.status == 200
    assert_sound(page, language)


@pytest.fixture(scope="module")
def work(site):
    """The key of a work that the committee of Hà Nội gave a department."""
    made = site.run(
        *("work", "issue", "Rà soát vị trí việc làm của các phòng thuộc sở", "--json"),
        *("--for", "P01.people-committee", "--to", "P01.home-affairs", "--with", "P01.justice"),
        *("--product", "Báo cáo rà soát", "--origin", "Kết luận giao ban"),
        *("--term", "15", "working-days", "--clear", "authority", "Giám đốc Sở quyết định"),
        *("--clear", "responsibility", "Giám đốc Sở chịu trách nhiệm"),
    )
    return json.loads(made)["work"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", ["/work/?deep=1", "/work/{work}/", "/work/{work}/hand-over/"])
def test_a_page_of_work_is_sound(open_page, sign_in, work, address, language):
    page = sign_in(open_page(bypass_csp=True), "hung@tinhgon.example")

    answer = page.goto(LANGUAGES[language] + address.format(work=work))

    assert answer.status == 200
    assert_sound(page, language)


@pytest.mark.parametrize("name", PUBLIC)
def test_a_page_breaks_no_policy_of_its_own(open_page, name):
    """Whatever the browser complains of, a blocked script or style too, fails in `open_page`."""
    page = open_page()

    page.goto(PUBLIC[name])

    assert page.get_attribute("html", "class") == "js"


def assert_sound(page, language):
    """What must hold of any page, on a wide screen and on a narrow one."""
    assert page.get_attribute("html", "lang") == language
    assert page.locator("h1").count() == 1
    assert faults(page, WIDE) == faults(page, NARROW) == []


def faults(page, width):
    """What axe finds on a screen of this width, and whether anything is wider than the screen."""
    page.set_viewport_size({"width": width, "height": 900})
    found = [
        (fault["id"], fault["nodes"][0]["html"]) for fault in Axe().run(page).response["violations"]
    ]
    spare = page.evaluate(SPARE)
    return found if spare == 0 else [*found, ("wider than the screen", spare)]
