"""Why nothing is invented, and how it is said."""

from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tinhgon.staff.staffing import Names
from tinhgon.ui import writing


class Refused(Exception):
    """Nothing was invented: `code` names the sentence, `facts` are the values it needs."""

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


WORDS: dict[str, Promise] = {
    "something-real": _(
        "There are %(officers)s officers, %(posts)s posts and %(movements)s movements of posts "
        "here that were not invented. Invent in an installation of its own: what is made up must "
        "not stand beside what exists."
    ),
    "invented-already": _(
        "People were invented for %(unit)s already. Name another unit, or begin with an empty "
        "database."
    ),
    "no-catalogue": _("Nothing is known of how to invent an apparatus of %(given)s."),
    "not-an-area": _(
        "%(unit)s is not an area. Name a province, a city or a commune whose bodies are registered."
    ),
    "no-bodies": _(
        "Below %(unit)s no body stands on %(day)s that could have posts. Enter them first: "
        "`tinhgon registry standard-bodies`."
    ),
    "too-few": _(
        "Give at least %(least)s officers: so many its bodies need for leaders and their least "
        "posts."
    ),
    "too-many": _("Give a number of officers from 1 to %(most)s."),
}


def refusal_words(refused: Refused) -> str:
    """What is wrong and what to do, in the reader's language."""
    return str(WORDS[refused.code]) % {
        name: _said(name, value) for name, value in refused.facts.items()
    }


def _said(name: str, value: Any) -> str:
    if isinstance(value, date):
        return writing.day(value)
    if name == "unit":
        return Names().unit(value)
    return writing.count(value) if isinstance(value, int) else str(value)
