from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectivesConfig(AppConfig):
    name = "tinhgon.directives"

    def ready(self) -> None:
        from tinhgon.directives.permissions import DirectivesPermission
        from tinhgon.ui.context import MenuEntry, menu
        from tinhgon.work.permissions import WorkPermission

        entry = _("Conclusions")
        menu(MenuEntry(65, entry, "directives:read", permission=DirectivesPermission.DRAFT))
        menu(MenuEntry(66, _("Progress"), "directives:progress", permission=WorkPermission.SEE))
