"""The report of a year as an official paper: by the State form or the Party form, DOCX or PDF."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from tinhgon.directives.report.blocks import said
from tinhgon.directives.report.compiled import Report, compiled
from tinhgon.directives.report.sections import SECTIONS, Section
from tinhgon.documents.papers.docx_file import docx_bytes
from tinhgon.documents.papers.layout import DOTS, Form, Office, forms
from tinhgon.documents.papers.pdf_file import pdf_bytes
from tinhgon.documents.papers.value import Block, Head, Heading, Paper, Run, Signature
from tinhgon.registry.directory import directory
from tinhgon.registry.models import Unit
from tinhgon.ui import writing

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
KINDS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
FILES: dict[str, Callable[[Paper], bytes]] = {"docx": docx_bytes, "pdf": pdf_bytes}


def form_named(key: str) -> Form:
    """A form of the register's jurisdiction; the usual one where it has none of this name."""
    known = forms(directory().jurisdiction)
    return known.get(key) or next(iter(known.values()))


@dataclass(frozen=True, kw_only=True)
class Reporting:
    """What the paper of a body's report has besides its sections.

    `office` reports, its words filled from `facts`; `page` is the address of the page that says the
    same; `compiled_from` says what it was made from, `closing` what it was.
    """

    office: Office
    facts: dict[str, Any]
    subject: str
    compiled_from: str
    closing: str
    page: str
    invented: bool


def report_file(
    unit: Unit, year: int, kind: str, *, at: datetime, site: str, form: str = "", deep: bool = False
) -> bytes:
    """The report as a file, in the language of its form; the same record gives the same bytes."""
    return written(
        kind,
        form,
        lambda chosen: report_paper(compiled(unit, year, at=at, deep=deep), chosen, site),
    )


def written(kind: str, form: str, paper: Callable[[Form], Paper]) -> bytes:
    """A paper as a file of a kind, by a form and in its language."""
    chosen = form_named(form)
    with override(chosen.language or get_language()):
        return FILES[kind](paper(chosen))


def report_paper(report: Report, form: Form, site: str) -> Paper:
    """The report of a unit as a paper whose links lead to the site."""
    office, facts = office_of(report.of.unit, form)
    named = {"unit": report.unit, "year": report.number}
    reporting = Reporting(
        office=office,
        facts=facts,
        subject=_("On the works that %(unit)s gave, %(year)s") % named,
        compiled_from=_compiled_from(report),
        closing=_("This is the report on the works that %(unit)s gave, %(year)s.") % named,
        page=_page_url(report),
        invented=report.carried.invented,
    )
    return paper_of(reporting, form, site, SECTIONS, report)


def paper_of(
    reporting: Reporting, form: Form, site: str, sections: Sequence[Section], report: Any
) -> Paper:
    """The report of any body as a paper, its sections numbered."""
    site, title, office = site.rstrip("/"), form.titles["report"], reporting.office
    facts = reporting.facts
    number = form.number.format(number=DOTS, type=title.symbol, symbol=office.symbol or DOTS)
    day = _("the day %(day)s/%(month)s/%(year)s") % {
        "day": "……",
        "month": "……",
        "year": "………",
    }
    return Paper(
        form=form,
        title=title.title,
        subject=reporting.subject,
        mark=(_("Invented data"),) if reporting.invented else (),
        trace=reporting.compiled_from,
        url=f"{site}{reporting.page}",
        head=Head(
            tuple(one.format(**facts) for one in office.body),
            number,
            f"{office.place.format(**facts)}, {day}",
        ),
        blocks=(
            said(f"{reporting.compiled_from}."),
            *_numbered(block for section in sections for block in section(report, site)),
            said(reporting.closing),
        ),
        signature=Signature(tuple(one.format(**facts) for one in office.signs), form.copies),
    )


def _numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with their headings numbered: «I. Số liệu trong năm»."""
    numbers = iter(ROMAN)
    for block in blocks:
        if isinstance(block, Heading):
            block = Heading((Run(f"{next(numbers)}. "), *block.text), block.depth)
        yield block


def _page_url(report: Report) -> str:
    """The page that says the same, within the site."""
    deep = "&deep=1" * report.of.deep
    unit = report.of.unit.key
    return f"{reverse('directives:report')}?unit={unit}&year={report.number}{deep}"


def _compiled_from(report: Report) -> str:
    facts = {
        "at": writing.moment(report.at),
        "day": writing.day(report.asked.stretch.last),
        "unit": report.unit,
    }
    return (
        _(
            "Compiled at %(at)s from the record of works that %(unit)s gave, as they stood at the "
            "end of %(day)s"
        )
        % facts
    )


def office_of(unit: Unit, form: Form) -> tuple[Office, dict[str, Any]]:
    """Who reports: of a body itself under the body above it, of an area whoever submits for it.

    A body that stands directly under an area has none above it in its heading.
    """
    register = directory()
    entry = register.latest(unit.key)
    full = register.full_name(entry)
    facts = {"unit": full, "name": entry.name, "UNIT": full.upper(), "NAME": entry.name.upper()}
    if not register.is_body(unit.key):
        return form.submitter(entry.kind), facts
    above = register.latest(entry.parent) if entry.parent else None
    heads = (register.full_name(above).upper(),) if above and register.is_body(above.unit) else ()
    place = above.name if above else DOTS
    return Office(body=(*heads, full.upper()), called=full, place=place.replace("{", "")), facts
