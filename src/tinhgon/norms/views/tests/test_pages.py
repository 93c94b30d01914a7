"""Findings, waivers, regulations and classes as people see them, and who may."""

from datetime import date

import pytest
from django.utils.timezone import localdate

from tinhgon.norms.models import Classification, Finding, Regulations, Waiver

TODAY = localdate()


@pytest.fixture
def page(client):
    """A page in English as somebody sees it: its words."""

    def opened(address, by=None, **sent):
        if by:
            client.force_login(by)
        answer = client.post(f"/en{address}", sent) if sent else client.get(f"/en{address}")
        content = answer.getvalue() if answer.streaming else answer.content
        answer.words = " ".join(content.decode(errors="replace").split())
        return answer

    return opened


@pytest.fixture
def found(city):
    """The rules were run today; the division is too small."""
    city.run(TODAY)
    return Finding.objects.get(rule="division-too-small")


def test_the_list_says_who_must_put_what_right(found, page, person):
    seen = page("/norms/", by=person("ha", "norms-officer"))

    assert "Phòng Tổ chức has 6 posts; the law asks for at least 7." in seen.words
    assert "To be put right by: Sở Nội vụ" in seen.words


def test_it_is_sieved_by_rule_severity_bloc_and_unit(found, page, person):
    ha = person("ha", "norms-officer")

    assert "Phòng Tổ chức has 6 posts" in page("/norms/?rule=division-too-small", by=ha).words
    assert "1 finding<" in page("/norms/?rule=division-too-small&bloc=state&unit=snv").words
    assert "0 findings" in page("/norms/?rule=division-too-small&bloc=party").words
    assert "0 findings" in page("/norms/?rule=division-too-small&unit=syt").words
    assert "0 findings" in page("/norms/?rule=division-too-small&severity=over").words
    assert page("/norms/?unit=no-such-unit").status_code == 404


def test_it_is_a_table_to_keep(found, page, person):
    kept = page("/norms/?format=csv&rule=division-too-small", by=person("ha", "norms-officer"))

    assert "150/2025/NĐ-CP" in kept.words
    assert kept["Content-Type"].startswith("text/csv")


def test_a_head_of_another_unit_does_not_see_it(found, page, person):
    nga = person("nga", "unit-head", "syt")

    assert "Phòng Tổ chức" not in page("/norms/", by=nga).words
    assert page(f"/norms/findings/{found.identifier}/").status_code == 403


def test_a_finding_opens_down_to_the_article_and_what_would_satisfy_it(found, page, person):
    seen = page(f"/norms/findings/{found.identifier}/", by=person("mai", "unit-head", "snv"))

    assert "Article 5(2)(b)" in seen.words
    assert "Add posts: 1 more are needed." in seen.words
    assert "Class of the province" in seen.words


def test_the_chair_lets_it_be_and_it_is_shown_as_waived(found, page, person):
    hung = person("hung", "chair")
    address = f"/norms/findings/{found.identifier}/waiver/"
    sent = {"authority": "ubnd", "number": "1/QĐ-UBND", "reason": "đang sắp xếp"}

    page(address, by=hung, **sent, day=f"{TODAY:%d/%m/%Y}", last_day="31/12/2099")

    assert Waiver.objects.get().valid_to == date(2100, 1, 1)
    assert "Waived" in page("/norms/?state=waived").words
    assert "1/QĐ-UBND" in page("/norms/waivers/").words


def test_a_unit_beside_it_cannot_and_what_was_typed_is_kept(found, page, person):
    address = f"/norms/findings/{found.identifier}/waiver/"
    sent = {"authority": "syt", "number": "1/QĐ-SYT", "reason": "thử"}

    told = page(address, by=person("hung", "chair"), **sent, day="01/07/2025", last_day="2/7/2025")

    assert told.status_code == 422
    assert "does not stand above" in told.words
    assert "1/QĐ-SYT" in told.words


def test_a_chair_of_one_part_does_not_decide_for_what_stands_above(found, page, person):
    address = f"/norms/findings/{found.identifier}/waiver/"
    sent = {"authority": "ubnd", "number": "1/QĐ", "reason": "thử"}

    told = page(
        address, by=person("mai", "chair", "snv"), **sent, day="1/7/2025", last_day="2/7/2025"
    )

    assert told.status_code == 403
    assert Waiver.objects.count() == 0


def test_a_waiver_is_taken_back(city, found, page, person):
    waiver = city.waive(on=TODAY, until=date(2100, 1, 1))
    hung = person("hung", "chair")

    page(f"/norms/waivers/{waiver.pk}/revocation/", by=hung, day=f"{TODAY:%d/%m/%Y}", reason="hết")

    waiver.refresh_from_db()
    assert waiver.revoked == TODAY


def test_the_rules_are_run_by_whoever_may_for_everything(city, page, person):
    page("/norms/runs/", by=person("mai", "norms-officer", "snv"), go="1")
    before = Finding.objects.count()
    page("/norms/runs/", by=person("ha", "norms-officer"), go="1")

    assert before == 0
    assert Finding.objects.exists()


def test_everybody_may_see_what_is_judged(city, page):
    assert "Division of a department too small" in page("/norms/rules/").words


def test_a_head_records_the_working_regulations_and_everybody_reads_them(city, page, person):
    mai = person("mai", "unit-head", "snv")
    address = "/units/snv/regulations/"

    page(f"{address}new/", by=mai, number="2/QĐ-SNV", day="01/07/2025", text="Điều 1")
    page(f"{address}new/", number="3/QĐ-SNV", day="01/08/2025", text="Điều 2")

    seen = page(address)
    assert "In force: 3/QĐ-SNV, from 1 August 2025." in seen.words
    assert "<del>Điều 1</del>" in seen.words
    assert Regulations.objects.count() == 2


def test_a_head_of_another_unit_records_nothing(city, page, person):
    nga = person("nga", "unit-head", "syt")

    told = page("/units/snv/regulations/new/", by=nga, number="2/QĐ", day="01/07/2025")

    assert told.status_code == 403
    assert Regulations.objects.count() == 0


def test_regulations_end_with_a_reason(city, page, person):
    mai = person("mai", "unit-head", "snv")
    page("/units/snv/regulations/new/", by=mai, number="2/QĐ-SNV", day="01/07/2025")

    page("/units/snv/regulations/end/", day="01/08/2025", reason="bãi bỏ")

    assert Regulations.objects.get().valid_to == date(2025, 8, 1)
    assert "No working regulations are in force today." in page("/units/snv/regulations/").words


def test_what_the_law_asks_about_a_unit_is_recorded(city, page, person):
    sent = {"said": "province_class:class_1", "day": "01/07/2025", "reason": "xếp loại"}

    page("/units/P01/classes/", by=person("ha", "norms-officer"), **sent)

    assert Classification.objects.get().value == "class_1"
    assert "class I" in page("/units/P01/classes/").words


def test_the_page_of_a_unit_shows_what_was_found_to_whoever_may_see_it(found, page, person):
    assert "has 6 posts; the law asks" not in page("/units/tccc/").words

    assert (
        "has 6 posts; the law asks" in page("/units/tccc/", by=person("ha", "norms-officer")).words
    )


def test_a_list_takes_as_many_queries_whatever_its_length(
    found, client, person, django_assert_max_num_queries
):
    client.force_login(person("ha", "norms-officer"))
    client.get("/en/norms/")

    with django_assert_max_num_queries(18):
        client.get("/en/norms/")
