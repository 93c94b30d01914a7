from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LawConfig(AppConfig):
    name = "tinhgon.law"

    def ready(self) -> None:
        from tinhgon.ui.context import MenuEntry, menu

        menu(MenuEntry(50, _("Law"), "law:parameters"))
