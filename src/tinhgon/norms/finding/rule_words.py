"""What each rule is called and what it says of a unit; the first value is the unit."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Words:
    """The name of a rule and its sentence, of `unit`, `found`, `limit`, `other` and `about`."""

    title: Promise
    sentence: Promise
    group: str


SIZE, DEPUTIES, NUMBER, MANDATES, POSTS, PARTY, ORDER = (
    *("size", "deputies", "number", "mandates", "posts", "party", "order"),
)
GROUPS: dict[str, Promise] = {
    SIZE: _("Units too small"),
    DEPUTIES: _("Leaders"),
    NUMBER: _("Number of units"),
    POSTS: _("Posts"),
    MANDATES: _("Mandates"),
    PARTY: _("Party organisations"),
    ORDER: _("Working regulations"),
}

FEW = _("%(unit)s has %(found)s posts; the law asks for at least %(limit)s.")
FEW_STAFF = _("%(unit)s has %(found)s public employees; the law asks for at least %(limit)s.")
MANY = _("%(unit)s has %(found)s deputies; the law allows at most %(limit)s.")
ALL = _("The units of %(unit)s have %(found)s deputies together; the law allows %(limit)s.")

RULES: dict[str, Words] = {
    "division-too-small": Words(_("Division of a department too small"), FEW, SIZE),
    "office-too-small": Words(_("Office of a department too small"), FEW, SIZE),
    "subdepartment-too-small": Words(_("Sub-department too small"), FEW, SIZE),
    "subdepartment-division-too-small": Words(
        _("Division of a sub-department too small"), FEW, SIZE
    ),
    "public-unit-too-small": Words(_("Public service unit too small"), FEW_STAFF, SIZE),
    "public-unit-division-too-small": Words(
        _("Division of a public service unit too small"), FEW_STAFF, SIZE
    ),
    "district-division-too-small": Words(_("Division of a district too small"), FEW, SIZE),
    "division-deputies": Words(_("Deputies of a division"), MANY, DEPUTIES),
    "office-deputies": Words(_("Deputies of the office of a department"), MANY, DEPUTIES),
    "inspectorate-deputies": Words(
        _("Deputies of the inspectorate of a department"), MANY, DEPUTIES
    ),
    "subdepartment-deputies": Words(_("Deputies of a sub-department"), MANY, DEPUTIES),
    "subdepartment-division-deputies": Words(
        _("Deputies of a division of a sub-department"), MANY, DEPUTIES
    ),
    "public-unit-deputies": Words(_("Deputies of a public service unit"), MANY, DEPUTIES),
    "public-unit-division-deputies": Words(
        _("Deputies of a division of a public service unit"), MANY, DEPUTIES
    ),
    "commune-division-deputies": Words(_("Deputies of a division of a commune"), MANY, DEPUTIES),
    "commune-deputies-total": Words(_("Deputies of all divisions of a commune"), ALL, DEPUTIES),
    "district-deputies-total": Words(_("Deputies of all divisions of a district"), ALL, DEPUTIES),
    "deputy-directors-total": Words(
        _("Deputy directors of all departments of a province"), ALL, DEPUTIES
    ),
    "deputy-director-heads-another": Words(
        _("Deputy director who heads another unit"),
        _("A deputy director of %(unit)s is also the head of %(other)s."),
        DEPUTIES,
    ),
    "several-heads": Words(
        _("More heads than one"), _("%(unit)s has %(found)s heads; a unit has one."), DEPUTIES
    ),
    "too-many-departments": Words(
        _("Number of departments of a province"),
        _("Under %(unit)s stand %(found)s departments; the law allows at most %(limit)s."),
        NUMBER,
    ),
    "subdepartment-divisions": Words(
        _("Number of divisions of a sub-department"),
        _("%(unit)s has %(found)s divisions; its posts can fill at most %(limit)s."),
        NUMBER,
    ),
    "standard-body-missing": Words(
        _("Standard body missing"),
        _("%(unit)s lacks a body that the standard of its level asks for: %(other)s."),
        NUMBER,
    ),
    "body-not-in-standard": Words(
        _("Body that the standard does not know"),
        _("%(unit)s is a body that the standard of its level does not know."),
        NUMBER,
    ),
    "posts-over-quota": Words(
        _("Posts over the quota"),
        _("In %(unit)s %(found)s people are in posts of %(about)s; %(limit)s may be filled."),
        POSTS,
    ),
    "units-hold-more-than-given": Words(
        _("Units below hold more than was given"),
        _("The units below %(unit)s hold more posts of %(about)s than it was given (%(found)s)."),
        POSTS,
    ),
    "posts-of-ended-unit": Words(
        _("Posts of a unit that has ended"),
        _("%(unit)s has ended and still holds %(found)s posts."),
        POSTS,
    ),
    "mandate-without-lead": Words(
        _("Function that nobody leads"), _("Nobody leads %(about)s in %(unit)s."), MANDATES
    ),
    "mandate-with-two-leads": Words(
        _("Function that several lead"),
        _("%(found)s bodies lead %(about)s in %(unit)s: %(other)s. One does."),
        MANDATES,
    ),
    "party-body-without-parent": Words(
        _("Party organisation without one above"),
        _("%(unit)s stands under no Party organisation that is there."),
        PARTY,
    ),
    "no-working-regulations": Words(
        _("No working regulations in force"),
        _("%(unit)s has no working regulations in force."),
        ORDER,
    ),
}

REMEDIES: dict[str, Promise] = {
    "add-posts": _("Add posts: %(number)s more are needed."),
    "merge-unit": _("Or merge the unit with another, or let another take over its work."),
    "remove-deputies": _("Relieve or move deputies: %(number)s fewer."),
    "remove-heads": _("Let one head remain: %(number)s fewer."),
    "remove-units": _("Merge or dissolve units: %(number)s fewer."),
    "leave-one-post": _("Relieve the person of one of the two posts."),
    "vacate-posts": _("Move people to other posts (%(number)s), or have more posts allotted."),
    "take-posts-back": _("Take posts back from those below, or have more allotted: %(number)s."),
    "transfer-posts": _("Transfer the posts to whoever took the work over: %(number)s."),
    "name-lead": _("Charge one body with leading it."),
    "keep-one-lead": _("Let one body lead and the others take part."),
    "name-parent": _("Name the Party organisation above it."),
    "issue-regulations": _("Adopt working regulations and record them here."),
    "establish-body": _("Set the body up, or record it if it stands already."),
    "dissolve-body": _("Dissolve the body or merge it into one that the standard knows."),
}
