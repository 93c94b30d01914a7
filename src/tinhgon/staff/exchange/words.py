"""Sentences for what can be wrong with a file of officers, posts and assignments."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from tinhgon.staff.exchange.columns import TABLES
from tinhgon.ui.exchange import words

SENTENCES: dict[str, Promise] = {
    **words.SENTENCES,
    "not-born": gettext_lazy("%(given)s cannot be a day of birth. Look at the year again."),
    "ends-before-it-starts": gettext_lazy(
        "It ends on %(end)s, before or as it starts on %(start)s. The end is the first day after."
    ),
    "kind-not-yet": gettext_lazy("“%(given)s” is no kind of staff on the first day of the post."),
    "not-standing": gettext_lazy("The unit “%(given)s” does not stand on %(day)s."),
    "known-otherwise": gettext_lazy(
        "%(given)s is known already, and otherwise. Change it on its page, or take the row out."
    ),
    "not-yours": gettext_lazy(
        "You do not keep the people of %(given)s. Leave the row to those who do."
    ),
    "second-head": gettext_lazy(
        "The unit already has a post of its head in this time: %(given)s (row %(other)s)."
    ),
    "unknown-officer": gettext_lazy(
        "No officer has the number %(given)s. Add a row to the sheet of officers."
    ),
    "unknown-post": gettext_lazy("There is no post %(given)s. Add a row to the sheet of posts."),
    "post-not-standing": gettext_lazy("The post %(given)s does not stand on %(day)s."),
    "second-main-post": gettext_lazy(
        "The officer has another main post in this time: %(given)s (row %(other)s). End that first."
    ),
    "second-holder": gettext_lazy(
        "Somebody else holds this post in this time: %(given)s (row %(other)s). End that first."
    ),
    "second-acting": gettext_lazy(
        "Somebody else acts in this post in this time: %(given)s (row %(other)s). End that first."
    ),
}

_words = words.FaultWords(TABLES, SENTENCES)
fault_sentence, fault_place = _words.sentence, _words.place
fault_document, fault_row = _words.document, _words.row
