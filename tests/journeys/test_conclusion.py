"""A conclusion is followed to its end: pasted, made clear, issued, done, and kept in one thread.

Ms Hà of the standing office issues it, Mr Sơn's department does it with a division of its own, Ms
Mai's department contributes, Mr Dũng's ward has a task when it is merged. Days pass on a copy of
the demonstration. Once in Vietnamese, once in English on a phone without scripts.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import NARROW, WIDE, Site
from tests.journeys.test_every_page import LANGUAGES

pytestmark = pytest.mark.journey

HA, SON, MAI, DUNG = (f"{name}@tinhgon.example" for name in ("ha", "son", "mai", "dung"))
COMMITTEE, HOME_AFFAIRS = "P01.people-committee", "P01.home-affairs"
DIVISION, OTHER = f"{HOME_AFFAIRS}.cai-cach-hanh-chinh", f"{HOME_AFFAIRS}.phap-che"
WARD, NEIGHBOUR = "C00004@2025b.people-committee", "C00008@2025b.people-committee"
RESOLUTION, MERGED_ON = "88/NQ-UBTVQH16", date(2027, 7, 1)

TEXT = """KẾT LUẬN
của Chủ tịch Ủy ban nhân dân thành phố tại cuộc họp giao ban

Thực hiện Nghị quyết số 1656/NQ-UBTVQH15 và Kế hoạch số 912/KH-UBND, Chủ tịch kết luận:
1. Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính rà soát vị trí việc làm của bộ phận một cửa, \
hoàn thành trước ngày {due}.
2. Giao Sở Tài chính, Sở Tư pháp chủ trì tham mưu phương án sử dụng trụ sở dôi dư, báo cáo trước \
ngày {due}.
3. Giao Ủy ban nhân dân phường Ba Đình niêm yết công khai thủ tục hành chính.
4. Giao Sở Nội vụ, Sở Tư pháp chủ trì hướng dẫn chuyển giao hồ sơ lưu trữ, xong trước ngày {due}.
"""
SAYS = {
    "vi": {
        "two leads": "đơn vị phối hợp",
        "clear": "5 trên 5 nhiệm vụ đã rõ",
        "merged": "Tiếp nhận do sắp xếp",
        "late": "Hoàn thành quá hạn: 1 ngày",
        "sent back": "đề nghị bổ sung",
        "contributes": "Phối hợp",
    },
    "en": {
        "two leads": "cannot all lead",
        "clear": "5 of 5 tasks are clear",
        "merged": "Taken over in a reorganisation",
        "late": "Done late: 1 day",
        "sent back": "đề nghị bổ sung",
        "contributes": "Contributes",
    },
}


@dataclass
class Story:
    """The conclusion in one language, on a window of one width, with or without scripts."""

    language: str
    width: int
    scripts: bool
    site: Site
    open_page: object
    sign_in: object

    def says(self, what: str) -> str:
        return SAYS[self.language][what]

    def at(self, email: str) -> Page:
        """A fresh page of somebody who has just signed in."""
        page = self.open_page(self.width, scripts=self.scripts, at=self.site)
        return self.sign_in(page, email, self.site)

    def address(self, rest: str) -> str:
        return f"{LANGUAGES[self.language]}/{rest}"


@pytest.fixture(params=[("vi", WIDE, True), ("en", NARROW, False)], ids=["vi", "en-phone"])
def story(request, passing, open_page, sign_in):
    return Story(*request.param, passing, open_page, sign_in)


def test_a_conclusion_is_followed_to_its_end(story):
    due = date.today() + timedelta(days=11)
    draft = keep_the_text(story, due)
    make_it_clear(story, draft)
    works = issue(story, draft)
    first, _second, _third, ward, _last = works
    part = do_it_with_a_division(story, first)
    more_time(story, first, due)
    report_and_confirm(story, first, part, due)
    the_ward_is_merged(story, ward)


def keep_the_text(story, due):
    """Paste it; a document that nobody registered is offered for that; keep it as a draft."""
    page = story.at(HA)
    page.goto(story.address("directives/reading/"))
    page.fill("[name=text]", TEXT.format(due=f"{due:%d/%m/%Y}"))
    page.click("main form button[type=submit]")
    cited = page.inner_text("section[aria-labelledby=documents-title]")
    assert "912/KH-UBND" in cited
    assert page.locator("section[aria-labelledby=documents-title] tbody a").count() >= 1
    page.fill("[name=title]", "Kết luận giao ban tuần")
    page.fill("[name=unit]", COMMITTEE)
    page.click("main form button[name=keep]")
    assert page.locator("li.tg-find__item").count() == 4
    fits(page)
    return page.url


def make_it_clear(story, draft):
    """What holds for all is said once; one task is split, one completed, one has two leads."""
    page = story.at(HA)
    page.goto(draft)
    page.click("a[href$='/heading/']")
    page.fill("[name=clear-responsibility]", "Thủ trưởng cơ quan chủ trì")
    page.fill("[name=clear-authority]", "Chủ tịch Ủy ban nhân dân thành phố quyết định")
    keep(page)
    for number, product in ((1, "Danh mục vị trí việc làm"), (2, "Phương án"), (4, "Hướng dẫn")):
        open_task(page, number)
        page.fill("[name=product]", product)
        keep(page)
    page.click(f"{task(2)} form[action$='/split/'] button")
    open_task(page, 4)
    page.fill("[name=product]", "Bảng niêm yết")
    page.fill("[name=number]", "5")
    page.select_option("[name=officer]", index=1)
    keep(page)
    assert story.says("two leads") in page.inner_text(task(5))
    assert page.locator("form[action$='/issue/']").count() == 0
    open_task(page, 5)
    page.fill("[name=lead]", HOME_AFFAIRS)
    keep(page)
    assert story.says("clear") in page.inner_text("#tasks-title")
    fits(page)


def issue(story, draft):
    """Issued, each task is a work; their addresses, in the order of the text."""
    page = story.at(HA)
    page.goto(draft)
    page.click("form[action$='/issue/'] button")
    links = page.locator("section[aria-labelledby=works-title] tbody th a")
    assert links.count() == 5
    fits(page)
    return [links.nth(place).get_attribute("href") for place in range(5)]


def do_it_with_a_division(story, work):
    """The department accepts, asks two wards to contribute, and hands a part on to whoever is well."""
    page = story.at(SON)
    act(page, work, "accept")
    for unit in (WARD, NEIGHBOUR):
        act(page, work, "ask-to-contribute", unit=unit)
    assert page.inner_text("main").count(story.says("contributes")) >= 2
    act(
        page,
        work,
        "split",
        lead=DIVISION,
        title="Tổng hợp số liệu của các phường",
        product="Bảng tổng hợp",
        **{"clear-responsibility": "Trưởng phòng", "clear-authority": "Giám đốc Sở quyết định"},
    )
    part = page.locator("section[aria-labelledby=parts-title] a").first.get_attribute("href")
    act(page, part, "hand-over", unit=OTHER, words="Người phụ trách nghỉ ốm")
    assert page.locator("section[aria-labelledby=custody-title] tbody tr").count() == 2
    fits(page)
    return part


def more_time(story, work, due):
    """Five days more are asked for before it is due, and granted."""
    page = story.at(SON)
    until = due - timedelta(days=1) + timedelta(days=5)
    act(page, work, "ask-extension", until=f"{until:%d/%m/%Y}", words="Chờ số liệu của hai phường")
    page = story.at(HA)
    page.goto(work)
    page.click("a[href$='/decide-extension/']")
    page.check("[name=granted][value=yes]")
    page.click("main form button[type=submit]")
    fits(page)


def report_and_confirm(story, work, part, due):
    """Reported in time and sent back, reported again a day late, confirmed as done a day late."""
    last = due - timedelta(days=1) + timedelta(days=5)
    story.site.set_ahead((last - date.today()).days)
    page = story.at(SON)
    act(page, part, "accept")
    act(page, part, "report", words="Đã tổng hợp")
    act(page, part, "confirm")
    act(page, work, "report", words="Đã rà soát xong", evidence_on=f"{last:%d/%m/%Y}")
    page = story.at(HA)
    act(page, work, "send-back", words="Thiếu ý kiến của phường, đề nghị bổ sung")
    story.site.set_ahead((last - date.today()).days + 1)
    act(story.at(SON), work, "report", words="Đã bổ sung ý kiến")
    page = story.at(HA)
    act(page, work, "confirm")
    said = page.inner_text("main")
    assert story.says("late") in said
    assert story.says("sent back") in said
    assert page.locator("section[aria-labelledby=custody-title] tbody tr").count() == 1
    seen = story.at(MAI)
    seen.goto(work)
    assert story.says("late") in seen.inner_text("main")


def the_ward_is_merged(story, work):
    """Its task goes to its successor, with the thread unbroken."""
    act(story.at(DUNG), work, "accept")
    merge(story.site)
    page = story.at(HA)
    page.goto(work)
    rows = page.locator("section[aria-labelledby=custody-title] tbody tr")
    assert rows.count() == 2
    assert story.says("merged") in rows.first.inner_text()
    fits(page)


def merge(site):
    """Two wards become one by a resolution that has passed: what is past is entered, not approved."""
    site.set_ahead((MERGED_ON - date.today()).days)
    plan = str(site.home / "plan.json")
    named = ("--title", "Về việc hợp nhất hai phường", "--issued", "2027-05-01")
    site.run("registry", "add-instrument", RESOLUTION, *named)
    title = ("--title", "Hợp nhất hai phường", "--instrument", RESOLUTION)
    site.run("plan", "new", "hai-phuong", "--day", f"{MERGED_ON}", *title, "--plan", "plan")
    site.run("plan", "export", "minh-hoa-2027", "plan", "--output", plan)
    site.run("plan", "import", "hai-phuong", "plan", plan)
    site.run("plan", "enact", "hai-phuong")


def act(page, work, name, **given):
    """Do something with a work through its page."""
    page.goto(work)
    page.click(f"nav a[href$='/{name}/']")
    for field, value in given.items():
        page.fill(f"[name='{field}']", value)
    page.click("main form button[type=submit]")
    assert page.url.endswith(re.sub(r"^https?://[^/]+", "", work)), page.inner_text("main")


def task(number):
    """Where the task of a number stands on the page of the draft."""
    return f"li.tg-find__item:nth-child({number})"


def open_task(page, number):
    page.click(f"{task(number)} a[href*='/tasks/']")


def keep(page):
    page.click("main form.tg-form button[type=submit]")
    assert not page.url.endswith(("/heading/", "/new/")), page.inner_text("main")


def fits(page):
    """Nothing is wider than the window."""
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not wide, page.url
