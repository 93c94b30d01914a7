"""Who may do what to a plan. Plans that were enacted are public to read."""

from enum import StrEnum


class PlanPermission(StrEnum):
    DRAFT = "plan.draft"
    ENACT = "plan.enact"
    TAKE_EFFECT = "plan.take-effect"
    WITHDRAW = "plan.withdraw"
