"""A conclusion carries its own number, whether or not the register has it yet."""

import json
from datetime import date

import pytest

from tinhgon.accounts import actions as accounts
from tinhgon.audit.models import Entry
from tinhgon.directives.drafting import actions
from tinhgon.directives.drafting.actions import Heading, Wanted
from tinhgon.directives.models import Directive
from tinhgon.directives.refusals import Refused
from tinhgon.documents.models import Instrument
from tinhgon.registry.api.tests.conftest import ask, send  # noqa: F401 - fixtures
from tinhgon.work.conftest import CLEAR, at
from tinhgon.work.models import Work

NUMBER = "812/TB-UBND"
DAY = date(2025, 6, 2)


@pytest.fixture
def draft(works):
    """A directive of the district with one clear task, under a number."""

    def drafted(number=NUMBER, **more):
        said = {"title": "Kết luận giao ban", "day": DAY, "template": "six", "clarities": CLEAR}
        heading = Heading(**said, number=number, **more)
        made = actions.draft(works.district, heading=heading, by=works.by, at=at(2))
        task = {"title": "Rà soát", "product": "Báo cáo", "leads": [works.dai_mo]}
        actions.add(made, wanted=Wanted(**task, due=date(2025, 6, 10)), by=works.by)
        return made

    return drafted


def issued(directive, works):
    return actions.issue(directive, by=works.by, at=at(3))


def test_issued_it_is_an_instrument_of_the_register_with_its_entry_in_the_record(draft, works):
    directive = draft()
    before = Instrument.objects.filter(number=NUMBER).exists()

    made = issued(directive, works)

    (entry,) = Entry.objects.filter(act="registry.instrument-registered")
    assert not before
    assert (made.instrument.number, made.instrument.issued) == (NUMBER, DAY)
    assert made.instrument.titles == {"vi": "Kết luận giao ban"}
    assert "Nam Từ Liêm" in made.instrument.source
    assert entry.target == f"instrument:{made.instrument.pk}"
    assert Work.objects.get().instrument == made.instrument


def test_one_of_the_same_number_and_day_is_linked_and_not_entered_again(draft, works):
    there = Instrument.objects.create(number=NUMBER, issued=DAY)
    Instrument.objects.create(number=NUMBER, issued=date(2024, 6, 2))

    assert issued(draft(), works).instrument == there


def test_of_another_day_it_is_another(draft, works):
    there = Instrument.objects.create(number=NUMBER, issued=date(2024, 6, 2))

    assert issued(draft(), works).instrument.pk != there.pk


def test_nothing_is_entered_where_nothing_is_issued(draft, works):
    directive = draft()
    actions.add(directive, wanted=Wanted(title="Việc chưa rõ"), by=works.by)

    with pytest.raises(Refused, match="unclear"):
        issued(directive, works)

    assert not Instrument.objects.filter(number=NUMBER).exists()


def test_what_is_no_number_is_refused_and_how_it_looks_is_told(draft):
    with pytest.raises(Refused, match="misnumbered"):
        draft("812")


@pytest.fixture
def ha(works):
    """Of the standing office of the district."""
    user = accounts.open_account("ha@x.vn", by=works.by, name="Hà", password="mật-khẩu-rất-dài")
    given = {"role": "standing-office", "on": date(2025, 1, 1), "unit": works.district}
    accounts.grant(user, by=works.by, reason="việc", **given)
    return user


def sent(**more):
    return {
        "title": "Kết luận",
        "kind": "conclusion",
        "day": "02/06/2025",
        "template": "six",
        **more,
    }


def test_the_page_takes_a_number_that_the_register_lacks(draft, ha, client):
    client.force_login(ha)
    page = f"/en/directives/{draft('').key}/"

    wrong = client.post(f"{page}heading/", sent(under="812"))
    client.post(f"{page}heading/", sent(under="812/tb-UBND"))
    shown = client.get(page).content.decode()

    assert (wrong.status_code, Directive.objects.get().number) == (422, NUMBER)
    assert "such as 812/TB-UBND" in wrong.content.decode()
    assert f"{NUMBER} <span" in shown


def test_the_page_links_what_the_register_has(draft, ha, client):
    there = Instrument.objects.create(number=NUMBER, issued=DAY)
    client.force_login(ha)

    client.post(f"/en/directives/{draft().key}/heading/", sent(under=NUMBER))

    assert (Directive.objects.get().instrument, Directive.objects.get().number) == (there, "")


def test_programs_may_give_it(works, ha, send):  # noqa: F811
    token = accounts.hand_out_token(ha, by=works.by, name="máy", scopes=["directives.draft"])
    body = {"unit": works.district.key, "title": "Kết luận", "day": "2025-06-02"}

    status, made = send("/directives", {**body, "under": NUMBER}, token=token)
    refused, why = send("/directives", {**body, "under": "812"}, token=token)

    assert (status, made["under"]) == (201, NUMBER)
    assert (refused, why["type"]) == (422, "urn:tinhgon:problem:misnumbered")


def test_the_command_may_give_it(works, tinhgon, tmp_path):
    text = tmp_path / "ket-luan.txt"
    text.write_text("1. Giao UBND phường Đại Mỗ rà soát.", "utf-8")
    words = ["directives", "draft", str(text), "--unit", works.district.key, "--title", "Kết luận"]

    made = tinhgon(*words, "--under", NUMBER, "--json")
    refused = tinhgon(*words, "--under", "812")

    assert json.loads(made.stdout)["under"] == NUMBER
    assert refused.exit_code == 2
    assert Directive.objects.count() == 1
