from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NormsConfig(AppConfig):
    name = "tinhgon.norms"

    def ready(self) -> None:
        from tinhgon.norms.permissions import NormsPermission
        from tinhgon.ui.context import MenuEntry, menu
        from tinhgon.ui.panels import panel

        menu(MenuEntry(60, _("Findings"), "norms:findings", permission=NormsPermission.SEE))
        panel("unit", "tinhgon.norms.panels.norms_of_unit", place=40)
