"""Who leads a unit, in one sentence."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tinhgon.staff.posts.heads import Head, Headed

HEADS: dict[Headed, Promise] = {
    Headed.BY_HEAD: _("%(title)s: %(name)s"),
    Headed.BY_ACTING: _("%(title)s: vacant; %(name)s acts"),
    Headed.VACANT: _("%(title)s: vacant"),
    Headed.SEVERAL: _("Several hold the post of the head: %(names)s"),
    Headed.NO_POST: _("No post of a head is recorded"),
}


def head_words(head: Head) -> str:
    """Who is the head, who acts, or that nobody is."""
    facts = {"title": head.title, "name": head.name, "names": ", ".join(head.names)}
    return str(HEADS[head.state]) % facts
