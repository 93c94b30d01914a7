"""Roles: plain lists of permissions, each with a description that a manager can read.

A permission is named by the module whose door it opens; here they are put together.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tinhgon.accounts.permissions import AccountsPermission
from tinhgon.audit.permissions import AuditPermission
from tinhgon.registry.permissions import RegistryPermission


@dataclass(frozen=True)
class Role:
    """What holders of a role may do; `permissions` are names that doors ask for."""

    key: str
    name: Promise
    description: Promise
    permissions: frozenset[str]


ROLES = {
    role.key: role
    for role in (
        Role(
            "registrar",
            _("Registrar"),
            _(
                "Keeps the register: corrects what is recorded, contacts, mandates of bodies, "
                "instruments."
            ),
            frozenset(
                {
                    RegistryPermission.CORRECT,
                    RegistryPermission.CONTACT,
                    RegistryPermission.MANDATE,
                    RegistryPermission.INSTRUMENT,
                }
            ),
        ),
        Role(
            "contact-editor",
            _("Contact editor"),
            _("Keeps addresses, telephones and hours of the units below."),
            frozenset({RegistryPermission.CONTACT}),
        ),
        Role(
            "planner",
            _("Planner"),
            _("Drafts reorganisation plans, has them appraised and seals them."),
            frozenset(
                {
                    *("plan.draft", "plan.appraise", "plan.seal", "plan.withdraw"),
                    RegistryPermission.INSTRUMENT,
                }
            ),
        ),
        Role(
            "appraiser",
            _("Appraiser"),
            _("Appraises reorganisation plans."),
            frozenset({"plan.appraise"}),
        ),
        Role(
            "chair",
            _("Chair"),
            _(
                "Approves plans or gives them back, enacts them and puts them into effect; gives "
                "works and confirms them."
            ),
            frozenset(
                {
                    *("plan.approve", "plan.enact", "plan.take-effect", "plan.withdraw"),
                    *("norms.see", "norms.waive"),
                    *("work.see", "work.direct", "directives.see"),
                }
            ),
        ),
        Role(
            "posts-officer",
            _("Posts officer"),
            _("Allots posts, takes them back, and sets targets of reduction."),
            frozenset({"staff.see", "staff.move", "staff.target", RegistryPermission.INSTRUMENT}),
        ),
        Role(
            "personnel-officer",
            _("Personnel officer"),
            _("Keeps posts, officers and who is assigned to what; reads what is personal of them."),
            frozenset({"staff.see", "staff.keep", "staff.personal"}),
        ),
        Role(
            "norms-officer",
            _("Norms officer"),
            _("Has the rules run, sees what they find, records what they ask of units."),
            frozenset({"norms.see", "norms.run", "norms.keep"}),
        ),
        Role(
            "standing-office",
            _("Standing office"),
            _(
                "Keeps steering committees, has conclusions read into drafts of tasks, gives "
                "works, follows them up and confirms them, keeps the working calendar."
            ),
            frozenset(
                {
                    *("directives.committee", "directives.draft", "directives.see"),
                    *("work.see", "work.direct", "work.calendar"),
                }
            ),
        ),
        Role(
            "clerk",
            _("Clerk"),
            _("Keeps the books of documents that come to a unit and go out from it."),
            frozenset({"directives.correspondence"}),
        ),
        Role(
            "unit-head",
            _("Head of a unit"),
            _(
                "Sees who works in the unit and below and what is found there, keeps its contacts; "
                "has its works done and gives works to those below."
            ),
            frozenset(
                {
                    *("staff.see", "norms.see", "norms.keep", RegistryPermission.CONTACT),
                    *("work.see", "work.handle", "work.direct"),
                }
            ),
        ),
        Role(
            "unit-deputy",
            _("Deputy head of a unit"),
            _("Sees who works in the unit and below, and what is found there; has its works done."),
            frozenset({"staff.see", "norms.see", "work.see", "work.handle"}),
        ),
        Role(
            "auditor",
            _("Auditor"),
            _("Reads the record of acts."),
            frozenset({AuditPermission.READ}),
        ),
        Role(
            "administrator",
            _("Administrator"),
            _("Opens accounts, grants and ends roles, loads registers, tells other systems."),
            frozenset(
                {
                    *(AccountsPermission.MANAGE, RegistryPermission.LOAD, AuditPermission.READ),
                    "plan.subscribe",
                }
            ),
        ),
    )
}


def roles_with(*permissions: str) -> list[str]:
    """The keys of all roles that include one of these permissions."""
    return [key for key, role in ROLES.items() if not role.permissions.isdisjoint(permissions)]


def every_permission() -> set[str]:
    """The names of all permissions that some role gives."""
    return {str(permission) for role in ROLES.values() for permission in role.permissions}
