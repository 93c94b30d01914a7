"""The submission (tờ trình): what whoever decides is asked to decide, in short."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from tinhgon.documents.papers.value import Block, Paper
from tinhgon.reorganisation.papers.contents import (
    blank,
    done_first,
    explained,
    in_short,
    part,
    said,
    stood,
)
from tinhgon.reorganisation.papers.framing import bases, framed, head, subject, within
from tinhgon.reorganisation.papers.matter import Matter


def submission(matter: Matter) -> Paper:
    """The submission of a package."""
    title, office = matter.form.titles["submission"], matter.submitter
    return framed(
        matter,
        title=title.title,
        subject=subject(matter.package.title),
        head=head(matter, office, title),
        office=office,
        to=matter.all_named(office.to),
        blocks=tuple(_blocks(matter)),
    )


def _blocks(matter: Matter) -> Iterator[Block]:
    facts = {
        "office": matter.named(matter.submitter.called),
        "to": ", ".join(matter.all_named(matter.submitter.to)) or "………",
        "subject": within(matter.package.title),
    }
    yield from bases(matter, end=",")
    yield said(matter, _("%(office)s submits to %(to)s: %(subject)s, as follows:"), **facts)
    yield part(matter, "I", _("Need"))
    yield blank(matter, _("[The drafting office writes why the rearrangement is needed: ………]"))
    yield part(matter, "II", _("What is proposed"))
    yield from stood(matter)
    yield from in_short(matter)
    yield part(matter, "III", _("What was done first"))
    yield from done_first(matter)
    yield part(matter, "IV", _("What is explained"))
    yield from explained(matter)
    yield part(matter, "V", _("Proposals"))
    yield said(matter, _("%(office)s asks %(to)s to consider and decide."), **facts)
    yield said(matter, _("Enclosed: the scheme, the draft of what is decided, Annexes I to IV."))
