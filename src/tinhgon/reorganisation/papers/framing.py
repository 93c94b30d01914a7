"""What every paper has around its contents: head, grounds, signature, and what it was made from."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from tinhgon.documents.models import Instrument
from tinhgon.documents.papers.layout import DOTS, Office, Title
from tinhgon.documents.papers.value import (
    Annex,
    Block,
    Head,
    Look,
    Paper,
    Paragraph,
    Run,
    Signature,
    Text,
)
from tinhgon.registry.naming import instrument_url
from tinhgon.reorganisation.models import Package, State
from tinhgon.reorganisation.papers.matter import Matter
from tinhgon.reorganisation.workflow import BEING_DRAFTED
from tinhgon.ui import writing

DIGITS = 16
"""So much of a seal's hash stands on a paper."""


def framed(
    matter: Matter,
    *,
    title: str,
    subject: str,
    head: Head | None = None,
    office: Office | None = None,
    to: tuple[str, ...] = (),
    blocks: tuple[Block, ...] = (),
    annexes: tuple[Annex, ...] = (),
) -> Paper:
    """A paper of a package; `office` is whoever signs it.

    What is of one plan looks like what is decided under its instrument, so it says that it is not.
    """
    return Paper(
        form=matter.form,
        title=title,
        subject=subject,
        stamp=stamp(matter.package, is_decided=matter.of is not None),
        mark=unofficial(matter) if matter.of else (),
        trace=trace(matter.package),
        url=f"{matter.site}{matter.page}",
        head=head,
        to=to,
        blocks=blocks,
        signature=signature(matter, office, to) if office else None,
        annexes=annexes,
    )


def stamp(package: Package, is_decided: bool = False) -> str:
    """That it is a draft, and of which edition; that it was withdrawn; else nothing.

    What words a decision (`is_decided`) never stops being a draft of it: others issue it.
    """
    if package.state is State.WITHDRAWN:
        return _("WITHDRAWN")
    if package.state in BEING_DRAFTED:
        return _("DRAFT, edition %s") % package.edition
    return _("DRAFT") if is_decided else ""


def unofficial(matter: Matter) -> tuple[str, ...]:
    """That a paper of one plan is no official text, in its language and in English; which is."""
    language = get_language()
    with override("en"):
        in_english = _("Made by software from the plan. Not an official document.")
    here = _("Made by software from the plan. Not an official document.")
    said = (here,) if language == "en" else (here, in_english)
    return (*said, *_following(matter))


def _following(matter: Matter) -> Iterator[str]:
    """The instrument that was issued, by which the text goes."""
    instrument = matter.of.instrument if matter.of else None
    if instrument is None or instrument.issued is None:
        return
    form = matter.form
    called = form.titles[matter.decider.type].called if form.decides else _("Instrument")
    facts = {"paper": called, "number": instrument.number, "day": writing.day(instrument.issued)}
    yield _("After %(paper)s No. %(number)s of %(day)s; cite that one.") % facts


def trace(package: Package) -> str:
    """What a paper was made from: package, edition, and the seal where there is one."""
    facts = {"code": package.code, "edition": package.edition}
    said = _("Package %(code)s, edition %(edition)s") % facts
    sealing = getattr(package, "sealing", None)
    seal = _("seal %s")
    return f"{said}; {seal % sealing.digest[:DIGITS]}" if sealing else said


def head(matter: Matter, office: Office, title: Title) -> Head:
    """Who writes, under which number, where and when; dots for what whoever signs writes in."""
    words = {"number": DOTS, "type": title.symbol, "symbol": office.symbol}
    number = matter.form.number.format(**words)
    place = matter.named(office.place)
    return Head(matter.all_named(office.body), number, f"{place}, {day_in_words(None)}")


def day_in_words(day: date | None) -> str:
    """«ngày 01 tháng 7 năm 2025»; dots where the day is not known."""
    facts: dict[str, Any] = {"day": "……", "month": "……", "year": "………"}
    if day:
        facts = {"day": f"{day.day:02}", "month": _month(day.month), "year": day.year}
    return _("the day %(day)s/%(month)s/%(year)s") % facts


def _month(month: int) -> str:
    """January and February have a nought before them, as the decree wants."""
    return f"{month:02}" if month < 3 else str(month)


def signature(matter: Matter, office: Office, to: tuple[str, ...]) -> Signature:
    """In whose name and as what somebody signs, and who has copies: first those written to."""
    lines = office.deputy_signs if matter.manner.by_deputy else office.signs
    above = (matter.form.as_above,) if to and matter.form.as_above else ()
    copies = (*matter.form.copies[:1], *above, *matter.form.copies[1:])
    return Signature(matter.all_named(lines or office.signs), copies)


def subject(*titles: str) -> str:
    """What a paper is about: the first title that says something, beginning «Về việc …».

    A title may say first whose it is: «Ủy ban Thường vụ Quốc hội: sắp xếp …».
    """
    title = next((one.strip() for one in titles if one.strip()), "").rpartition(": ")[2]
    begun = _("On the matter: %s")
    return title if title.casefold().startswith(("về ", "on ")) else begun % within(title)


def within(title: str) -> str:
    """A title as it stands within a sentence: small, unless it begins with a name."""
    words = title.split()
    is_a_name = len(words) > 1 and words[1][:1].isupper()
    return title if is_a_name else title[:1].lower() + title[1:]


def bases(matter: Matter, end: str = ";") -> Iterator[Paragraph]:
    """What is cited (căn cứ): the law of the plan's day, leading to it where it is recorded.

    `end` stands after the last.
    """
    cited = matter.form.cited(matter.package.day)
    numbers = [basis.number for basis in cited if basis.number]
    known = dict(Instrument.objects.filter(number__in=numbers).values_list("number", "pk"))
    for place, basis in enumerate(cited, 1):
        url = instrument_url(known[basis.number]) if basis.number in known else ""
        stop = end if place == len(cited) else ";"
        yield Paragraph(_cited(matter, basis.text, url, stop), Look.BASIS)


def _cited(matter: Matter, text: str, url: str, stop: str) -> Text:
    before, after = (_("Having regard to %s") % "\n").split("\n")
    return (
        Run(f"{matter.form.cites}{before}"),
        Run(text, f"{matter.site}{url}" if url else ""),
        Run(f"{after}{stop}"),
    )
