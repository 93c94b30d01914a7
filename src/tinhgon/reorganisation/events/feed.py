"""The feed (Atom) of what became of packages, for readers of feeds and other systems."""

from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tinhgon.reorganisation.events.addresses import Addresses
from tinhgon.reorganisation.events.happened import EVENTS, SENTENCES, Happening
from tinhgon.ui import writing


def feed(happenings: list[Happening], *, base: str, own: str, page: str) -> str:
    """An Atom document in the reader's language; `own` is its address, `page` that for people."""
    made = Atom1Feed(
        title=_("What became of reorganisation plans"),
        link=page,
        description="",
        language=get_language(),
        feed_url=own,
        feed_guid=f"{base.rstrip('/')}/#events",
    )
    for one in happenings:
        _add(made, one, base)
    return str(made.writeString("utf-8"))


def _add(made: Atom1Feed, one: Happening, base: str) -> None:
    addresses = Addresses(base, one.package)
    facts = {"title": one.package.title, "day": writing.day(one.package.day)}
    made.add_item(
        title=f"{EVENTS[one.event]}: {one.package.title}",
        link=f"{base.rstrip('/')}{one.package.get_absolute_url()}",
        description=str(SENTENCES[one.event]) % facts,
        unique_id=f"{addresses.plan()}#{one.event}",
        pubdate=one.at,
        updateddate=one.at,
        categories=[one.event],
    )
