"""How each rule is called, and what it does in words that a lawyer can follow."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class RuleWords(NamedTuple):
    """The title of a rule, what it does, and the subject it is listed under."""

    title: Promise
    said: Promise
    subject: str


AS_WRITTEN = _("The figure that holds on the day for this case.")
BY_STEPS = _("One, and one more from each of the numbers that the figure lists.")

RULES: dict[str, RuleWords] = {
    "division_minimum_posts": RuleWords(
        _("Least posts of a division of a department"), AS_WRITTEN, "departments"
    ),
    "division_deputies": RuleWords(
        _("Most deputies of a division of a department"), BY_STEPS, "departments"
    ),
    "office_minimum_posts": RuleWords(
        _("Least posts of the office of a department"), AS_WRITTEN, "departments"
    ),
    "office_deputies": RuleWords(
        _("Most deputies of the office of a department"), BY_STEPS, "departments"
    ),
    "inspectorate_deputies": RuleWords(
        _("Most deputies of the inspectorate of a department"), BY_STEPS, "departments"
    ),
    "subdepartment_minimum_posts": RuleWords(
        _("Least posts of a sub-department"), AS_WRITTEN, "departments"
    ),
    "subdepartment_deputies": RuleWords(
        _("Most deputies of a sub-department"),
        _(
            "With divisions: one, and one more from the number that the figure lists. Without: a "
            "figure of its own."
        ),
        "departments",
    ),
    "subdepartment_most_divisions": RuleWords(
        _("Most divisions that the posts of a sub-department can fill"),
        _("Posts ÷ least posts of a division of a sub-department, rounded down."),
        "departments",
    ),
    "subdepartment_division_minimum_posts": RuleWords(
        _("Least posts of a division of a sub-department"), AS_WRITTEN, "departments"
    ),
    "subdepartment_division_deputies": RuleWords(
        _("Most deputies of a division of a sub-department"), BY_STEPS, "departments"
    ),
    "departments_allowed": RuleWords(
        _("Most departments of a province"), AS_WRITTEN, "departments"
    ),
    "deputy_directors_allowed": RuleWords(
        _("Most deputy directors of all departments together"),
        _(
            "Departments × average, and the extra of Hanoi and Ho Chi Minh City. Until 24 "
            "November 2020: departments × the most of each."
        ),
        "departments",
    ),
    "foreign_affairs_department_allowed": RuleWords(
        _("A department of foreign affairs may be set up"),
        _(
            "Any one of: a border gate by road, one by air, a seaport, or the economic condition "
            "(projects or capital, and residents, and trade, and agreements)."
        ),
        "departments",
    ),
    "ethnic_affairs_department_allowed": RuleWords(
        _("A department of ethnic and religious affairs may be set up"),
        _("All of: people in villages, people in need, sensitive areas."),
        "departments",
    ),
    "tourism_department_allowed": RuleWords(
        _("A department of tourism may be set up"),
        _(
            "All of: heritage or outstanding resources, a leading sector, the share of tourism in "
            "so many consecutive years."
        ),
        "departments",
    ),
    "planning_department_allowed": RuleWords(
        _("A department of planning and architecture may be set up"),
        _("Only in Hanoi and Ho Chi Minh City."),
        "departments",
    ),
    "district_division_minimum_posts": RuleWords(
        _("Least posts of a division of a district"), AS_WRITTEN, "districts"
    ),
    "district_deputies_allowed": RuleWords(
        _("Most deputies of all divisions of a district"),
        _("Divisions × average. Until 24 November 2020: divisions × the most of each."),
        "districts",
    ),
    "commune_division_deputies": RuleWords(
        _("Most deputies of one division of a commune"), AS_WRITTEN, "communes"
    ),
    "commune_deputies_allowed": RuleWords(
        _("Most deputies of all divisions of a commune"),
        _(
            "(Divisions + service centre) × average. Until 14 October 2025: divisions × the most "
            "of each."
        ),
        "communes",
    ),
    "grace_last_day": RuleWords(
        _("Last day on which deputies above the norm may remain"),
        _(
            "The day the decision took effect, so many years later; the years are those of the "
            "law of that day."
        ),
        "rearrangement",
    ),
    "within_grace": RuleWords(
        _("Deputies above the norm may remain on this day"),
        _("From the day the decision took effect until the last day, that day included."),
        "rearrangement",
    ),
    "public_unit_minimum_staff": RuleWords(
        _("Least staff of a public service unit"),
        _(
            "The figure; left to the unit's project for groups 1 and 2, and to the law of the "
            "sector for basic, essential services."
        ),
        "public_units",
    ),
    "public_unit_deputies": RuleWords(
        _("Most deputies of the head of a public service unit"),
        _(
            "By group; in groups 3 and 4 by who is above and by size, more for large hospitals, "
            "disease control centres and schools. Group 1: left to the unit's project."
        ),
        "public_units",
    ),
    "public_unit_division_minimum_staff": RuleWords(
        _("Least public employees of a division of a public service unit"),
        AS_WRITTEN,
        "public_units",
    ),
    "public_unit_division_deputies": RuleWords(
        _("Most deputies of a division of a public service unit"),
        _("Group 2: the figure. Groups 3 and 4: by steps. Group 1: left to the unit's project."),
        "public_units",
    ),
    "merged_school_deputies": RuleWords(
        _("Most deputies of a merged school"),
        _("Those of the main site + branches × those of each branch."),
        "public_units",
    ),
    "headcount_cap_2021": RuleWords(
        _("Most posts of a body in 2021"),
        _("Headcount of 2015 − the share of it that must be cut, rounded up."),
        "targets",
    ),
    "headcount_cap_2026": RuleWords(
        _("Most posts of a body in 2026"),
        _("Headcount of 2021 − the share of it that must be cut, rounded up."),
        "targets",
    ),
    "recruitment_cap": RuleWords(
        _("Most recruits of a body in a year"),
        _("(Streamlined + retired + resigned) × share, rounded down."),
        "targets",
    ),
    "paid_staff_cap": RuleWords(
        _("Most staff paid by the State in public service units at the end of a phase"),
        _("Staff at its start − the share of it that must be cut, rounded up."),
        "targets",
    ),
    "public_units_cap": RuleWords(
        _("Most public service units at the end of a phase"),
        _("Units at its start − the share of them that must be cut, rounded up."),
        "targets",
    ),
    "reduction_2025_base": RuleWords(
        _("Base of the target of 2025"),
        _("Civil servants + public employees − those in education and health."),
        "targets",
    ),
    "reduction_2025": RuleWords(
        _("How many fewer the target of 2025 wants at least"),
        _("Base × share, rounded up."),
        "targets",
    ),
    "has_council": RuleWords(
        _("A unit has a People's Council"),
        _(
            "By place, level and kind; for a special zone it is left to the instrument that "
            "founds it."
        ),
        "councils",
    ),
}
