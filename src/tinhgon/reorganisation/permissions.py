"""Who may do what to a plan.

Plans that were enacted are public to read; a draft is for those who hold one of these permissions
and for whom it was sent to.
"""

from enum import StrEnum


class PlanPermission(StrEnum):
    DRAFT = "plan.draft"
    APPRAISE = "plan.appraise"
    SEAL = "plan.seal"
    APPROVE = "plan.approve"
    ENACT = "plan.enact"
    TAKE_EFFECT = "plan.take-effect"
    WITHDRAW = "plan.withdraw"
    SUBSCRIBE = "plan.subscribe"
