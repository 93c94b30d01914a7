"""What rules ask: the inputs by name, what each may be, and how people call them.

A number is whole and not negative, money is in đồng. A choice may also be given by its word in the
jurisdiction file, such as phường.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NUMBER, YES_NO, DAY, CHOICE = "number", "yes_no", "day", "choice"


@dataclass(frozen=True)
class Input:
    """One thing that a rule asks."""

    title: Promise
    kind: str = NUMBER
    choices: Mapping[str, Promise] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)


def _choice(title: Promise, words: Mapping[str, str] | None = None, **choices: Promise) -> Input:
    return Input(title, CHOICE, choices, words or {})


def _yes_no(title: Promise) -> Input:
    return Input(title, YES_NO)


INPUTS: Mapping[str, Input] = {
    "province_class": _choice(
        _("Class of the province"),
        special=_("Hanoi, Ho Chi Minh City"),
        class_1=_("class I"),
        class_2=_("class II"),
        class_3=_("class III"),
    ),
    "posts": Input(_("Posts of civil servants")),
    "divisions": Input(_("Divisions")),
    "centres": Input(_("Public service centres")),
    "departments": Input(_("Departments of the province")),
    "rearranged_on": Input(_("Day the decision to rearrange took effect"), DAY),
    # departments that only some provinces may have
    "has_road_gate": _yes_no(_("Has an international border gate by road")),
    "has_air_gate": _yes_no(_("Has an international border gate by air")),
    "has_seaport": _yes_no(_("Has an international seaport")),
    "foreign_projects": Input(_("Foreign investment projects at work")),
    "foreign_capital": Input(_("Foreign capital, in đồng")),
    "foreign_residents": Input(_("Foreigners who live or work there")),
    "foreign_trade": Input(_("Exports and imports of a year, in đồng")),
    "agreements": Input(_("Places abroad with which agreements are signed")),
    "minority_people": Input(_("People of ethnic minorities who live in villages")),
    "minority_people_in_need": Input(_("People of ethnic minorities in need of help")),
    "has_sensitive_areas": _yes_no(_("Has people of ethnic minorities in sensitive areas")),
    "has_heritage": _yes_no(_("Has a world heritage site or outstanding resources of tourism")),
    "tourism_leads": _yes_no(_("Tourism is a leading sector of the province's plan")),
    "tourism_share": Input(_("Share of tourism in the gross product, in whole per cent")),
    "tourism_years": Input(_("Consecutive years with at least this share")),
    # public service units
    "autonomy_group": _choice(
        _("Group of financial autonomy"),
        group_1=_("group 1: covers recurrent and investment spending"),
        group_2=_("group 2: covers recurrent spending"),
        group_3=_("group 3: covers a part of recurrent spending"),
        group_4=_("group 4: paid for by the State"),
    ),
    "unit_parent": _choice(
        _("Directly under"),
        province=_("the People's Committee of the province"),
        department=_("a department, a sub-department or another body"),
    ),
    "employees": Input(_("Public employees")),
    "large_institution": _yes_no(
        _("First-class hospital or disease control centre, or multi-level school of 40 classes")
    ),
    "basic_service": _yes_no(_("Supplies a basic, essential service under the law of its sector")),
    "branches": Input(_("Branches of the school")),
    # targets
    "headcount_2015": Input(_("Headcount assigned in 2015")),
    "headcount_2021": Input(_("Headcount of 2021")),
    "staff_at_start": Input(_("Staff paid by the State at the start of the phase")),
    "units_at_start": Input(_("Public service units at the start of the phase")),
    "streamlined": Input(_("Streamlined in the year")),
    "retired": Input(_("Retired in the year")),
    "resigned": Input(_("Resigned in the year")),
    "staff_kind": _choice(
        _("Kind of staff"),
        civil_servants=_("officials and civil servants"),
        public_employees=_("public employees paid by the State"),
    ),
    "phase": _choice(
        _("Phase"),
        to_2021=_("to 2021"),
        to_2025=_("to 2025"),
        to_2030=_("to 2030"),
    ),
    "civil_servants": Input(_("Civil servants paid by the State")),
    "public_employees": Input(_("Public employees paid by the State")),
    "education_and_health_employees": Input(_("of them in education and health")),
    # places
    "locality": _choice(_("Place"), hanoi=_("Hanoi"), elsewhere=_("elsewhere")),
    "level": _choice(
        _("Level"),
        province=_("province level"),
        district=_("district level"),
        commune=_("commune level"),
    ),
    "unit_kind": _choice(
        _("Kind of unit"),
        {
            "tỉnh": "province",
            "thành phố": "city",
            "quận": "urban_district",
            "huyện": "rural_district",
            "thị xã": "town",
            "phường": "ward",
            "xã": "commune",
            "thị trấn": "township",
            "đặc khu": "special_zone",
        },
        province=_("province"),
        city=_("city"),
        urban_district=_("urban district"),
        rural_district=_("rural district"),
        town=_("town"),
        ward=_("ward"),
        commune=_("commune"),
        township=_("township"),
        special_zone=_("special zone"),
    ),
    "commune_kind": _choice(
        _("Kind of commune"),
        {"phường": "ward", "xã": "commune", "đặc khu": "special_zone"},
        commune=_("commune"),
        ward=_("ward"),
        special_zone=_("special zone other than Phú Quốc"),
        phu_quoc=_("special zone of Phú Quốc"),
    ),
    "leader": _choice(
        _("Leader"),
        chair=_("Chair of the People's Committee"),
        deputy_chair=_("Deputy chair of the People's Committee"),
        division_head=_("Head of a division"),
        division_deputy=_("Deputy head of a division"),
    ),
}
