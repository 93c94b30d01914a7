"""Departments that only some provinces may have (sở đặc thù): Decree 150/2025/NĐ-CP Art. 9."""

from openfisca_core.variables import Variable

from tinhgon.law.system import ENUMS, Day, Unit


class foreign_affairs_department_allowed(Variable):
    """A department of foreign affairs (Sở Ngoại vụ) wants any one of four: 150/2025 Art. 9(1)."""

    value_type, entity, definition_period = bool, Unit, Day

    def formula_2025_06_16(unit, day, law):
        figures = law(day).departments.foreign_affairs
        invested = (unit("foreign_projects", day) >= figures.projects) | (
            unit("foreign_capital", day) > figures.capital
        )
        economic = (
            invested
            & (unit("foreign_residents", day) > figures.residents)
            & (unit("foreign_trade", day) >= figures.trade)
            & (unit("agreements", day) >= figures.agreements)
        )
        gates = unit("has_road_gate", day) | unit("has_air_gate", day) | unit("has_seaport", day)
        return gates | economic


class ethnic_affairs_department_allowed(Variable):
    """Ethnic and religious affairs (Sở Dân tộc và Tôn giáo) wants all of three: Art. 9(2)."""

    value_type, entity, definition_period = bool, Unit, Day

    def formula_2025_06_16(unit, day, law):
        figures = law(day).departments.ethnic_affairs
        return (
            (unit("minority_people", day) >= figures.people)
            & (unit("minority_people_in_need", day) >= figures.people_in_need)
            & unit("has_sensitive_areas", day)
        )


class tourism_department_allowed(Variable):
    """A department of tourism (Sở Du lịch) wants heritage and a lasting share: Art. 9(3)."""

    value_type, entity, definition_period = bool, Unit, Day

    def formula_2025_06_16(unit, day, law):
        figures = law(day).departments.tourism
        lasting = (unit("tourism_share", day) >= figures.share) & (
            unit("tourism_years", day) >= figures.years
        )
        return unit("has_heritage", day) & unit("tourism_leads", day) & lasting


class planning_department_allowed(Variable):
    """Planning and architecture (Sở Quy hoạch - Kiến trúc): only Hanoi and HCMC, Art. 9(4)."""

    value_type, entity, definition_period = bool, Unit, Day

    def formula_2025_06_16(unit, day, law):
        listed = "planning_and_architecture" in law(day).departments.special.list
        return listed & (unit("province_class", day) == ENUMS["province_class"].special)
