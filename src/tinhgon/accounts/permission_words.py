"""Permissions as people say them, for whoever is refused one."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tinhgon.registry.directory import directory
from tinhgon.registry.naming import words_in
from tinhgon.ui.actors import EVERYWHERE

WORDS: dict[str, Promise] = {
    "accounts.manage": _("open accounts, grant and end roles"),
    "audit.read": _("read the record of acts"),
    "directives.committee": _("keep steering committees"),
    "directives.correspondence": _("keep books of documents"),
    "directives.draft": _("draft and issue directives"),
    "directives.see": _("read directives and what steering committees do"),
    "norms.keep": _("record what the rules ask of units"),
    "norms.run": _("have the rules run over the register"),
    "norms.see": _("see what the rules find"),
    "norms.waive": _("waive a finding"),
    "plan.appraise": _("appraise plans"),
    "plan.approve": _("approve plans or give them back"),
    "plan.draft": _("draft plans"),
    "plan.enact": _("enact plans"),
    "plan.seal": _("seal plans"),
    "plan.subscribe": _("tell other systems of what changes"),
    "plan.take-effect": _("put enacted plans into effect"),
    "plan.withdraw": _("withdraw plans"),
    "registry.contact": _("keep the contacts of units"),
    "registry.correct": _("correct the register"),
    "registry.instrument": _("register instruments"),
    "registry.load": _("load the register"),
    "registry.mandate": _("keep the mandates of bodies"),
    "staff.keep": _("keep posts, officers and assignments"),
    "staff.move": _("allot posts and take them back"),
    "staff.personal": _("read what is personal of officers"),
    "staff.see": _("see posts and who works in the unit"),
    "staff.target": _("set targets of reduction"),
    "work.calendar": _("keep the working calendar"),
    "work.direct": _("give works, follow them up and confirm them"),
    "work.handle": _("have the works of a unit done"),
    "work.see": _("see the works of a unit"),
}
"""What each permission allows, after “to”."""


def told(permission: str, unit: str | None) -> str:
    """What is allowed, and for which unit, by its key; nothing where no words are known."""
    words = WORDS.get(permission)
    if words is None:
        return ""
    register = directory()
    if unit == EVERYWHERE:
        where = words_in(register.jurisdiction.whole)
    elif unit in register.entries:
        where = register.full_name(register.latest(unit))
    else:
        return str(words)
    return _("%(permission)s, for %(unit)s") % {"permission": words, "unit": where}
