"""The report of a year: page, DOCX, PDF, JSON and API say the same; every number is a link."""

import io
import json
from datetime import datetime

import pytest
from django.utils.timezone import get_default_timezone
from docx import Document

from tinhgon.accounts import actions as accounts
from tinhgon.directives.report.compiled import NoSuchYear, compiled
from tinhgon.directives.report.paper import form_named, office_of, report_file
from tinhgon.registry.models import Unit
from tinhgon.work.conftest import at
from tinhgon.work.models import Work

COMPILED = datetime(2025, 6, 12, 17, tzinfo=get_default_timezone())
SITE = "https://tinhgon.example"


@pytest.fixture
def write(works):
    """The report of 2025 as a file, compiled on 12 June."""

    def written(kind, **more):
        asked = {"at": COMPILED, "site": SITE, "form": "state", **more}
        return report_file(works.district, 2025, kind, **asked)

    return written


def words(content):
    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def heads(content):
    """What stands at the head of each page."""
    sections = Document(io.BytesIO(content)).sections
    return "\n".join(line.text for one in sections for line in one.header.paragraphs)


def addresses(content):
    relations = Document(io.BytesIO(content)).part.rels.values()
    return {one.target_ref for one in relations if one.is_external}


def test_a_report_says_the_year_beside_the_year_before(given, works):
    found = compiled(works.district, 2025, at=COMPILED)

    assert (found.figures.all, found.before.all) == (7, 0)
    assert [row.work.title for row in found.late.rows] == ["late"]
    assert found.late.rows[0].status.days_late == 2
    assert found.carried.months == [("2025-06", 3), ("none", 1)]
    assert {one.value: many for one, many in found.carried.extensions.items()} == {
        "extension-asked": 1,
        "extension-granted": 1,
        "extension-refused": 0,
    }
    assert sum(many for _month, many in found.carried.months) == found.figures.open


def test_what_is_late_has_the_name_of_its_officer_else_of_the_head_of_the_unit(given, works):
    late = compiled(works.district, 2025, at=COMPILED)
    works.issue(at(3), title="own", officer=works.bodies.son)

    own = compiled(works.district, 2025, at=COMPILED)

    assert late.person(late.late.rows[0]).startswith("Đinh Thị Mai, ")
    assert own.person(own.late.rows[1]).startswith("Hồ Văn Sơn, ")


def test_a_year_to_come_and_one_before_the_calendar_have_no_report(works):
    with pytest.raises(NoSuchYear):
        compiled(works.district, 2026, at=COMPILED)
    with pytest.raises(NoSuchYear):
        compiled(works.district, 2017, at=COMPILED)


def test_the_file_is_an_official_paper_whose_numbers_are_links(given, write):
    content = write("docx")

    said = words(content)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in said
    assert "BÁO CÁO" in said
    assert "12/06/2025" in said
    lists = {one for one in addresses(content) if "stood=" in one}
    assert len(lists) > 20
    assert all(one.startswith(f"{SITE}/work/?desk=given") for one in lists)


@pytest.mark.parametrize(
    ("unit", "head"),
    [
        ("P01.people-committee", ("ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI",)),
        ("P01.justice", ("ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI", "SỞ TƯ PHÁP")),
    ],
)
def test_a_body_reports_under_the_body_above_it_and_under_no_area(bodies, unit, head):
    office, _facts = office_of(Unit.objects.get(key=unit), form_named("state"))

    assert office.body == head


def test_each_row_by_unit_adds_up_to_its_total(given, write):
    table = Document(io.BytesIO(write("docx"))).tables[2]

    heads, *rows = [[cell.text for cell in row.cells] for row in table.rows]
    sums = [(int(row[1]), sum(map(int, row[2:]))) for row in rows]
    assert heads[-2:] == ["Đang tạm dừng", "Đã thu hồi"]
    assert sums == [(6, 6), (1, 1)]


def test_those_at_risk_are_told_as_a_part_of_those_not_done(given, write):
    assert "Trong đó: có nguy cơ quá hạn" in words(write("docx"))


def test_the_party_form_has_its_own_head(given, write):
    said = words(write("docx", form="party"))

    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in said
    assert "CỘNG HÒA XÃ HỘI" not in said


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_the_same_record_at_the_same_instant_is_the_same_file(given, write, kind):
    assert write(kind) == write(kind)


def test_invented_works_are_marked_in_the_file(given, write):
    before = heads(write("docx"))

    Work.objects.filter(pk=given["late"].pk).update(invented=True)

    assert "Số liệu minh họa" not in before
    assert "Số liệu minh họa" in heads(write("docx"))


def test_the_page_says_the_same_and_offers_the_files(given, show, lan, works):
    found = show("/directives/report/", lan, unit=works.district.key, year="2025")

    assert "What is late" in found.get_text()
    files = [one["href"] for one in found.select("a[href*='report.']")]
    assert len(files) == 4
    show("/directives/report/", lan, unit=works.district.key, year="1999", status=404)


def test_the_file_is_sent_to_whoever_may_see_the_works(given, client, lan, works):
    client.force_login(lan)

    answer = client.get(f"/directives/report.pdf?unit={works.district.key}&year=2025&form=state")

    assert answer.content.startswith(b"%PDF")
    assert f"report-{works.district.key}-2025.pdf" in answer["Content-Disposition"]


def test_the_command_writes_each_kind(given, tinhgon, works, tmp_path):
    asked = ["directives", "report", "--unit", works.district.key, "--year", "2025"]

    tinhgon(*asked, "--format", "json", "--output", str(tmp_path / "r.json"))
    tinhgon(*asked, "--format", "docx", "--output", str(tmp_path / "r.docx"))

    told = json.loads((tmp_path / "r.json").read_text("utf-8"))
    assert told["figures"]["every"] == 7
    assert told["carried_over"] == [{"month": "2025-06", "works": 3}, {"month": "none", "works": 1}]
    assert (tmp_path / "r.docx").read_bytes().startswith(b"PK")


def test_a_command_writes_nothing_for_who_sees_other_works(given, tinhgon, lan, tmp_path):
    asked = ["directives", "report", "--unit", "P01", "--year", "2025"]

    refused = tinhgon(*asked, "--output", str(tmp_path / "r.docx"), by=lan)
    progress = tinhgon("directives", "progress", "--unit", "P01", by=lan)

    assert 0 not in (refused.exit_code, progress.exit_code)
    assert not (tmp_path / "r.docx").exists()


def test_the_command_tells_progress(given, tinhgon, works):
    days = ["--from", "2025-06-01", "--to", "2025-06-12"]

    told = tinhgon("directives", "progress", "--unit", works.district.key, *days, "--json")

    assert told.exit_code == 0, told.output
    figures = json.loads(told.stdout)["figures"]
    assert (figures["every"], figures["open_late"], figures["at_risk"]) == (7, 1, 1)


def test_programs_read_the_same_figures(given, client, lan, operator, works):
    token = accounts.hand_out_token(lan, by=operator, name="t", scopes=["work.see"])
    headers = {"authorization": f"Bearer {token}"}
    unit = f"/api/v1/units/{works.district.key}"

    days = "first=2025-06-01&last=2025-06-12"
    told = client.get(f"{unit}/progress?{days}", headers=headers).json()
    report = client.get(f"{unit}/report?year=2025", headers=headers).json()
    refused = [
        client.get(f"/api/v1/units/P01/{one}", headers=headers) for one in ("progress", "report")
    ]

    assert told["figures"]["every"] == report["figures"]["every"] == 7
    assert len(told["trend"]) == 12
    assert report["moved_most"][0]["title"] == "moved"
    assert [one.status_code for one in refused] == [404, 404]
