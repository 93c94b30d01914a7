"""Directives for programs, each capability beside its own."""

from ninja import Router

from tinhgon.directives.committees.api import router as committees
from tinhgon.directives.committees.report.api import router as committee_reports
from tinhgon.directives.correspondence.api import router as correspondence
from tinhgon.directives.correspondence.exchange.api import router as books_brought
from tinhgon.directives.drafting.api import router as drafting
from tinhgon.directives.report.api import router as report

router = Router()
for one in (drafting, committees, committee_reports, report, correspondence, books_brought):
    router.add_router("", one)
