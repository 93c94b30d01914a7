"""Tables of works: all faults at once by cell, nothing half given, in a fixed number of queries."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import override

from tinhgon.audit.models import Entry
from tinhgon.audit.record import verify
from tinhgon.ui.exchange.faults import Faulty
from tinhgon.ui.exchange.reading import read
from tinhgon.work import refusals
from tinhgon.work.exchange import actions
from tinhgon.work.exchange.columns import work_table
from tinhgon.work.exchange.exporting import blank, header, lines
from tinhgon.work.exchange.tests.world import DUE, HEADER, csv, row, rows, workbook
from tinhgon.work.exchange.words import OWN, SENTENCES, fault_words
from tinhgon.work.listing.inbox import Desk, Question
from tinhgon.work.models import Custody, Event, Work


@pytest.fixture
def bring(works):
    """Bring a file in for Nam Từ Liêm."""

    def brought(files, **more):
        said = read(files, [work_table(localdate()).table])
        given = {"by": works.by, "at": timezone.now(), "giver": works.district}
        return actions.bring(said, **given, **more)

    return brought


@pytest.fixture
def faults(bring):
    """What is found wrong with a file: (row, column, code)."""

    def found(files):
        with pytest.raises(Faulty) as wrong:
            bring(files)
        assert all(fault_words(localdate()).sentence(one) for one in wrong.value.faults)
        return {(one.row, one.column, one.code) for one in wrong.value.faults}

    return found


def queries(act):
    with CaptureQueriesContext(connection, ) as found:
        act()
    return len(found)


# --- Brought in -----------------------------------------------------------------------------------


@pytest.mark.parametrize("file", [csv, workbook])
def test_a_table_is_given_as_if_each_work_were_given_singly(works, bring, standing, file):
    singly = works.issue(when=timezone.now(), due=DUE, title="Một mình")

    bring(file([row(2, Đơn_vị_phối_hợp="TM", Số_thời_hạn="", Đơn_vị_chủ_trì="DM")]))
    found, alone = standing(Work.objects.get(key="NV00002")), standing(singly)

    assert (found.held.unit, found.state, found.due) == (works.dai_mo, alone.state, alone.due)
    assert [one.unit for one in found.contributors] == [works.tay_mo]
    assert found.work.clarities == alone.work.clarities
    assert found.work.template == alone.work.template
    assert found.term.promised == DUE
    told = Entry.objects.filter(chain="work:NV00002").get()
    assert told.facts == {
        **Entry.objects.get(chain=f"work:{singly.key}").facts,
        "contributors": ["TM"],
    }
    assert [*verify()] == []
