"""Two departments become one, stopped by an article: from the bodies of Hà Nội to posts that balance.

Ms Nga of the organising board looks at the bodies by bloc and by hierarchy, drafts the merger of two
departments with their teams Pháp chế, reads why it may not be so, allots two posts, and reads by
when one deputy director too many must go. Once in Vietnamese and once in
English on a site of their own, the last pages on a phone.
"""

import json
import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import NARROW, Site
from tests.journeys.test_editor import pick
from tests.journeys.test_every_page import LANGUAGES, SPARE

pytestmark = pytest.mark.journey

NGA = "nga@tinhgon.example"
COMMITTEE = "Ủy ban nhân dân thành phố Hà Nội"


@dataclass(frozen=True)
class Merger:
    """Two departments, the first by key too, and what they become."""

    code: str
    resolution: str
    day: str
    eve: str
    key: str
    departments: tuple[str, str]
    name: str


MERGERS = {
    "vi": Merger(
        "hop-nhat-van-hoa",
        "71/NQ-HĐND",
        "01/11/2026",
        "31/10/2026",
        "P01.culture",
        ("Sở Văn hóa và Thể thao", "Sở Du lịch"),
        "Văn hóa, Thể thao và Du lịch",
    ),
    "en": Merger(
        "hop-nhat-cong-thuong",
        "72/NQ-HĐND",
        "02/11/2026",
        "01/11/2026",
        "P01.industry-and-trade",
        ("Sở Công Thương", "Sở Tài chính"),
        "Tài chính và Công Thương",
    ),
}
"""One for each language, since each takes effect on the same site."""

SAYS = {
    "vi": {
        "blocs": ("Khối Đảng", "Khối Nhà nước"),
        "beside": "Các hệ thống thứ bậc đặt cạnh nhau",
        "too small": "Phòng Pháp chế có 5 biên chế; quy định yêu cầu tối thiểu 7.",
        "nothing": "Chưa thấy gì vướng",
        "add": "Bổ sung biên chế: cần thêm 2.",
        "law": ("150/2025/NĐ-CP", "có hiệu lực từ", "Thực tế 5", "Mức quy định 7"),
        "deputies": "cấp phó; quy định cho phép",
        "until": "Phải khắc phục chậm nhất ngày 01/11/2031.",
        "owes": ("Phải giảm ít nhất", "Bù đủ năm"),
        "in effect": "Có hiệu lực",
    },
    "en": {
        "blocs": ("Party", "State"),
        "beside": "The hierarchies side by side",
        "too small": "Phòng Pháp chế has 5 posts; the law asks for at least 7.",
        "nothing": "Nothing stands against it",
        "add": "Add posts: 2 more are needed.",
        "law": ("150/2025/NĐ-CP", "in force from", "Found 5", "Limit 7"),
        "deputies": "deputies together; the law allows",
        "until": "To be put right by 2 November 2031.",
        "owes": ("To be cut at least", "Paid in"),
        "in effect": "In effect",
    },
}


@dataclass
class Story:
    """The merger in one language, on a site of its own."""

    language: str
    site: Site

    @property
    def merger(self) -> Merger:
        return MERGERS[self.language]

    @property
    def root(self) -> str:
        return LANGUAGES[self.language]

    @property
    def page(self) -> str:
        """The page of the package."""
        return f"{self.root}/plans/{self.merger.code}/"

    def says(self, what: str):
        return SAYS[self.language][what]


@pytest.fixture(params=LANGUAGES)
def story(request, site):
    return Story(request.param, site)


def test_a_merger_is_stopped_by_an_article_and_mended(open_page, sign_in, story):
    site, code = story.site, story.merger.code
    page = sign_in(open_page(), NGA)
    look_at_the_bodies(page, story)
    register_the_resolution(page, story)
    begin(page, story)
    join_the_departments(page, story)
    join_the_teams(page, story)
    phone = sign_in(open_page(NARROW), NGA)
    open_into_the_article(phone, story)
    give_the_team_two_posts(page, story)
    read_by_when_a_deputy_must_go(phone, story)
    see_who_owes_how_much(phone, story)

    held = posts_of(site, "P01")
    site.run("plan", "enact", code)

    assert posts_of(site, "P01") == held
    assert posts_of(site, story.merger.key) == {}
    visitor = open_page()
    visitor.goto(story.page)
    assert story.says("in effect") in visitor.inner_text(".tg-kicker")


def look_at_the_bodies(page: Page, story: Story) -> None:
    """The blocs beside one another, and the Party hierarchy beside the administrative one."""
    page.goto(f"{story.root}/bodies/")
    said = page.inner_text("main")
    assert all(bloc in said for bloc in story.says("blocs"))
    assert story.says("beside") in said


def register_the_resolution(page: Page, story: Story) -> None:
    """The register does not know it yet."""
    page.goto(f"{story.root}/instruments/new/")
    page.fill("[name=number]", story.merger.resolution)
    page.fill("[name=title_vi]", "Về việc hợp nhất hai sở")
    page.fill("[name=issued]", story.merger.eve)
    page.click("main form button.tg-btn[type=submit]")
    page.wait_for_url(re.compile(r"/instruments/\d+/"))


def begin(page: Page, story: Story) -> None:
    page.goto(f"{story.root}/plans/new/")
    page.fill("[name=title_vi]", "Hợp nhất hai sở")
    page.fill("[name=title_en]", "Two departments become one")
    page.fill("[name=day]", story.merger.day)
    page.fill("[name=instrument]", story.merger.resolution)
    page.fill("[name=code]", story.merger.code)
    page.click("main form button.tg-btn[type=submit]")
    page.wait_for_url(f"**/plans/{story.merger.code}/**/editor/")


def join_the_departments(page: Page, story: Story) -> None:
    merger = story.merger
    page.goto(re.sub(r"editor/.*", "editor/new/?verb=consolidate", page.url))
    consolidate(page, merger.departments, merger.name, "agency:sở", COMMITTEE)
    save(page)


def join_the_teams(page: Page, story: Story) -> None:
    """The division that they form has too few posts: the page says so before it is saved."""
    page.goto(re.sub(r"editor/.*", "editor/new/?verb=consolidate", page.url))
    teams = tuple(f"Tổ Pháp chế, {one}" for one in story.merger.departments)
    consolidate(page, teams, "Pháp chế", "division:phòng", f"Sở {story.merger.name}")
    page.locator("#checks", has_text=story.says("too small")).wait_for()
    save(page)
    page.locator("#checks", has_text=story.says("add")).wait_for()


def consolidate(page: Page, sources: tuple, name: str, kind: str, parent: str) -> None:
    """Two units become one: typed, and chosen from what is suggested."""
    for place, source in enumerate(sources):
        pick(page, f"sources-{place}-unit", source, source.split(",")[0])
    page.fill("[name=successor-name]", name)
    page.select_option("[name=successor-kind]", kind)
    pick(page, "successor-parent", parent, parent)


def save(page: Page) -> None:
    page.click("#operation form .tg-btns button[value=save]")
    page.wait_for_url(re.compile(r"/editor/\d+/"))


def open_into_the_article(page: Page, story: Story) -> None:
    """From the package to the finding, from there to the figure with its history."""
    page.goto(f"{story.page}findings/")
    page.click(f"li:has-text('{story.says('too small')}') a[href*='/findings/']")
    said = re.sub(r"\s+", " ", page.inner_text("main"))
    assert all(words in said for words in story.says("law"))
    assert page.evaluate(SPARE) <= 0
    page.click("main a[href*='/law/']")
    assert "departments.division.minimum_posts" in page.url
    assert page.evaluate(SPARE) <= 0


def give_the_team_two_posts(page: Page, story: Story) -> None:
    """Two posts that the city keeps itself are allotted to a team, on the eve."""
    page.goto(f"{story.root}/units/P01/posts/allocate/")
    page.fill("[name=posts]", "2")
    page.select_option("[name=kind]", "civil-servant")
    page.fill("[name=other]", f"Tổ Pháp chế, {story.merger.departments[0]}")
    page.fill("[name=day]", story.merger.eve)
    page.fill("[name=reason]", "Bố trí cho phòng mới")
    page.click("main form button.tg-btn[type=submit]")
    page.wait_for_url(re.compile(r"/posts/(ledger/)?(\?|$)"))
    page.goto(f"{story.page}findings/")
    assert story.says("too small") not in page.inner_text("main")


def read_by_when_a_deputy_must_go(page: Page, story: Story) -> None:
    """One deputy director too many stays until the day of grace."""
    page.goto(f"{story.page}findings/")
    found = page.inner_text(f"li:has-text('{story.says('deputies')}')")
    assert story.says("until") in found


def see_who_owes_how_much(page: Page, story: Story) -> None:
    page.goto(f"{story.root}/targets/")
    page.click("main table a")
    said = page.inner_text("main")
    assert all(words in said for words in story.says("owes"))
    assert page.evaluate(SPARE) <= 0


def posts_of(site: Site, unit: str) -> dict:
    """The posts of a unit with all below it on a day after both mergers, by kind of staff."""
    said = site.run("staff", "balance", unit, "--on", "2026-11-05", "--json")
    return json.loads(said)["balances"][0]["whole"]
