"""The report as page, DOCX, PDF, API and command: the same numbers, each opens its list."""

import io
import json
import re

import pytest
from docx import Document

from tinhgon.accounts import actions as accounts
from tinhgon.directives.committees.conftest import at
from tinhgon.directives.committees.report import sections
from tinhgon.directives.committees.report.conftest import COMPILED
from tinhgon.directives.committees.report.paper import committee_file
from tinhgon.registry.tests.pages import soup

PAGE = "/directives/committees/bcd-07/"
REPORT = f"{PAGE}report/"
SITE = "https://tinhgon.example"


@pytest.fixture
def write(concluded, operator):
    """The report of 2025 as a file, compiled on 12 June."""

    def written(kind="docx", **more):
        asked = {"by": operator, "at": COMPILED, "site": SITE, "form": "state", **more}
        return committee_file(concluded.fresh_with_units(), 2025, kind, **asked)

    return written


@pytest.fixture
def ask(client):
    """What the API answers about the report of 2025: status and document."""

    def asked(user, by, *scopes):
        token = accounts.hand_out_token(user, by=by, name="máy", scopes=scopes)
        key = {"Authorization": f"Bearer {token}"}
        response = client.get("/api/v1/committees/bcd-07/report?year=2025", headers=key)
        return response.status_code, response.json()

    return asked


def words(content):
    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def addresses(content):
    relations = Document(io.BytesIO(content)).part.rels.values()
    return {one.target_ref for one in relations if one.is_external}


def listed(page, name):
    """How many a list says that it has."""
    return int(re.match(r"\d+", page.find(id=name).get_text(strip=True))[0])


def numbers(page, marked):
    """The numbers of a page that lead to addresses with a mark, each with its address."""
    links = page.find("main").select(f"a[href*='{marked}']")
    return [(int(one.get_text(strip=True)), one["href"]) for one in links]


# --- The page -------------------------------------------------------------------------------------


def test_the_committees_page_leads_to_the_report(concluded, quan, show):
    page = show(PAGE, by=quan, year=2025)

    assert page.select(f"a[href$='{REPORT}?year=2025']")


def test_every_number_of_works_leads_to_as_many_works(concluded, quan, show, client):
    found = numbers(show(REPORT, by=quan, year=2025), "stood=")

    many = [listed(soup(client.get(url)), "list-title") for _number, url in found]

    assert len(found) > 20
    assert many == [number for number, _url in found]
    assert max(many) == 6


def test_every_number_of_items_leads_to_as_many_items(concluded, quan, show, client):
    found = numbers(show(REPORT, by=quan, year=2025), "#plan")

    lists = [soup(client.get(url.partition("#")[0])).find(id="plan") for _number, url in found]

    assert len(found) > 10
    assert [len(one.select("tbody tr")) for one in lists] == [number for number, _url in found]


def test_the_plan_is_narrowed_by_what_became_of_it_and_by_member(concluded, quan, show):
    def items(**asked):
        plan = show(PAGE, by=quan, year=2025, on="2025-12-31", **asked).find(id="plan")
        return [one.get_text(strip=True) for one in plan.select("tbody th a")]

    assert items(outcome="done") == ["Sơ kết"]
    assert items(member=concluded.mai.pk) == ["Báo cáo năm"]
    assert items(outcome="done", member=concluded.mai.pk) == []
    assert items(outcome="nonsense") == []


def test_the_page_tells_members_sessions_and_what_is_proposed(concluded, quan, show):
    said = show(REPORT, by=quan, year=2025).find("main").get_text(" ", strip=True)

    assert "Hồ Văn Sơn, Deputy chair" in said
    assert "Sessions held: 1; their conclusions: 1." in said
    assert "1 of 2" in said
    assert "Kết luận kl-01" in said
    assert "proposed: not done" in said
    assert "Compiled at" in said


def test_the_page_speaks_vietnamese(concluded, quan, show):
    said = show(REPORT, by=quan, year=2025, language="vi").find("main").get_text(" ", strip=True)

    assert "Kết quả thực hiện chương trình công tác năm 2025" in said
    assert "Số phiên họp đã tổ chức: 1; số kết luận: 1." in said


def test_a_year_in_which_nothing_was_planned_says_so(headed, quan, show):
    said = show(REPORT, by=quan, year=2025).get_text(" ", strip=True)

    assert "Nothing was planned for this year." in said
    assert "No session was called in this year." in said
    assert "There is no work under its conclusions" in said
    assert "Nothing is left over and nothing recurs." in said


def test_the_report_of_a_committee_that_ended_says_so(planned, quan, show):
    planned.dissolve()

    page = show(REPORT, by=quan, year=2025)
    show(REPORT, by=quan, year=2026, status=404)

    assert "no more since 1 December 2025" in page.get_text()
    assert "Lapsed with the committee" in page.get_text()
    assert [one.text for one in page.select("#year option")] == ["2025"]
    assert show(PAGE, by=quan).select(f"a[href$='{REPORT}?year=2025']")


def test_what_is_late_has_the_name_of_whoever_heads_the_unit(concluded, quan, show):
    said = show(REPORT, by=quan, year=2025).find("main").get_text(" ", strip=True)

    late = said[said.index("Which of these works are late") :]
    assert "Đại Mỗ Đinh Thị Mai, Chair since 2 June 2025" in late


def test_of_more_items_than_are_listed_the_rest_is_counted(concluded, quan, show, monkeypatch):
    monkeypatch.setattr(sections, "MOST_ITEMS", 1)

    page = show(REPORT, by=quan, year=2025)

    (rest,) = [one for one in page.select("main p") if "1 more are not listed" in one.text]
    assert rest.a["href"].endswith("?year=2025&on=2025-12-31#plan")


# --- Who may --------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", [REPORT, f"{PAGE}report.pdf", f"{PAGE}works/"])
def test_for_whoever_may_not_see_the_committee_nothing_is_there(concluded, person, show, address):
    show(address, by=person("an@x.vn", "planner"), status=404, year="2025")


def test_a_member_without_a_role_sees_the_report_and_no_work(concluded, person, show):
    concluded.appoint(concluded.bodies.thu)
    thu = person("thu@x.vn", officer=concluded.bodies.thu)

    report = show(REPORT, by=thu, year=2025)
    works = show(f"{PAGE}works/", by=thu, stood="all", on="2025-06-12")

    assert "There is no work under its conclusions" in report.get_text()
    assert "Kết luận kl-01" not in report.get_text()
    assert listed(works, "list-title") == 0


def test_what_a_reader_may_not_see_is_in_no_list_of_theirs(elsewhere, ward, show, client):
    report = show(REPORT, by=ward, year=2025).get_text()
    listed_works = show(f"{PAGE}works/", by=ward).get_text()
    table = client.get(f"{PAGE}works/?format=csv&on=2025-06-12").getvalue().decode()

    assert "Kết luận kl-02" not in report
    assert "late" in listed_works
    assert "elsewhere" not in listed_works
    assert "done late" in table
    assert "elsewhere" not in table


# --- Files ----------------------------------------------------------------------------------------


def test_the_file_is_an_official_paper_of_the_committee(write):
    content = write()

    said = words(content)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in said
    assert "BAN CHỈ ĐẠO 07" in said
    assert "TRƯỞNG BAN" in said
    assert "Kết quả hoạt động năm 2025 của Ban Chỉ đạo 07" in said
    assert "12/06/2025" in said
    assert all(one.startswith(f"{SITE}/") for one in addresses(content))
    assert len({one for one in addresses(content) if "stood=" in one}) > 20


def test_the_party_form_has_its_own_head(write):
    said = words(write(form="party"))

    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in said
    assert "BAN CHỈ ĐẠO 07" in said


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_the_same_record_at_the_same_instant_is_the_same_file(write, kind):
    assert write(kind) == write(kind)


def test_the_file_is_sent_to_whoever_sees_the_committee(concluded, client, quan):
    client.force_login(quan)

    answer = client.get(f"{PAGE}report.pdf?year=2025&form=party")
    other = client.get(f"{PAGE}report.odt?year=2025")

    assert answer.content.startswith(b"%PDF")
    assert "report-bcd-07-2025.pdf" in answer["Content-Disposition"]
    assert other.status_code == 404


# --- Programs and commands ------------------------------------------------------------------------


def test_programs_read_the_same(concluded, quan, operator, ask):
    status, told = ask(quan, operator, "directives.see", "work.see")

    assert (status, told["committee"], told["figures"]["every"]) == (200, "bcd-07", 6)
    assert told["plan"]["figures"]["done"] == 1
    assert [one["items"]["all"] for one in told["members"]] == [1, 1]
    assert told["sessions"][0]["conclusions"][0]["directive"] == "kl-01"
    assert told["sessions"][0]["dealt_with"] == [concluded.review.pk]
    assert [one["what"] for one in told["next_plan"]["proposed"]] == ["Báo cáo năm"]


@pytest.mark.parametrize("scope", ["directives.see", "work.see"])
def test_a_token_without_one_of_the_scopes_reads_nothing(concluded, quan, operator, ask, scope):
    assert ask(quan, operator, scope)[0] == 403


def test_a_stranger_reads_nothing(concluded, person, operator, ask):
    an = person("an@x.vn", "planner")

    assert ask(an, operator, "directives.see", "work.see")[0] == 404


def test_the_command_writes_each_kind(concluded, tinhgon, tmp_path):
    asked = ["directives", "committees", "report", "bcd-07", "--year", "2025"]

    tinhgon(*asked, "--format", "json", "--output", str(tmp_path / "r.json"))
    tinhgon(*asked, "--output", str(tmp_path / "r.docx"))

    told = json.loads((tmp_path / "r.json").read_text("utf-8"))
    assert (told["figures"]["every"], told["plan"]["figures"]["all"]) == (6, 2)
    assert (tmp_path / "r.docx").read_bytes().startswith(b"PK")


def test_the_command_refuses_a_year_without_a_report_and_the_wrong_person(
    concluded, person, tinhgon, tmp_path
):
    asked = ["directives", "committees", "report", "bcd-07", "--output", str(tmp_path / "r.docx")]
    an = person("an@x.vn", "chair", concluded.tay_mo)

    before = tinhgon(*asked, "--year", "2024")
    hidden = tinhgon(*asked, "--year", "2025", by=an)

    assert (before.exit_code, "no report of the year 2024" in before.stderr) == (2, True)
    assert (hidden.exit_code, "no committee" in hidden.stderr) == (2, True)
    assert not (tmp_path / "r.docx").exists()


def test_many_items_of_the_next_plan_are_told_on_the_page_and_in_the_file(
    planned, quan, client, write
):
    for number in range(40):
        planned.plan(f"Thêm {number}", 3, year=2026, when=at(2, 1))
    client.force_login(quan)

    page = soup(client.get(f"{REPORT}?year=2025"))

    assert "chưa ban hành" in page.get_text()
    assert page.get_text().count("Thêm ") == 40
    assert words(write()).count("Thêm ") == 40
