"""Roles name permissions that doors ask for, and every such permission is in some role."""

from enum import StrEnum
from importlib import import_module
from pkgutil import iter_modules

import pytest
from django.utils.translation import override

import tinhgon
from tinhgon.accounts.roles import ROLES, every_permission, roles_with


def permissions_of_modules():
    """The members of every enumeration in a `permissions.py`."""
    packages = [found.name for found in iter_modules(tinhgon.__path__) if found.ispkg]
    modules = [
        import_module(f"tinhgon.{package}.permissions")
        for package in packages
        if any(m.name == "permissions" for m in iter_modules([f"{tinhgon.__path__[0]}/{package}"]))
    ]
    return {
        str(permission)
        for module in modules
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
        for permission in kind
    }


def test_roles_give_the_permissions_that_modules_have_and_no_others():
    assert permissions_of_modules() >= {"audit.read", "plan.enact", "registry.load"}
    assert every_permission() == permissions_of_modules()


@pytest.mark.parametrize("role", ROLES.values(), ids=ROLES)
def test_a_role_gives_something_and_says_what_in_both_languages(role):
    with override("en"):
        english = str(role.name), str(role.description)
    with override("vi"):
        vietnamese = str(role.name), str(role.description)

    assert role.permissions
    assert english[0] != vietnamese[0]
    assert english[1] != vietnamese[1]


def test_roles_are_found_by_what_they_give():
    assert roles_with("registry.contact") == ["registrar", "contact-editor", "unit-head"]
    assert roles_with("nothing") == []


def test_whoever_drafts_does_not_enact():
    assert not {*roles_with("plan.draft")} & {*roles_with("plan.enact")}
