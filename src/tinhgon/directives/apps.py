from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectivesConfig(AppConfig):
    name = "tinhgon.directives"

    def ready(self) -> None:
        from tinhgon.directives.permissions import DirectivesPermission
        from tinhgon.ui.context import MenuEntry, menu
        from tinhgon.ui.panels import panel

        entry = _("Directives")
        menu(MenuEntry(65, entry, "directives:list", permission=DirectivesPermission.DRAFT))
        keeping = DirectivesPermission.CORRESPONDENCE
        menu(MenuEntry(66, _("Document books"), "directives:books", permission=keeping))
        correspondence = "tinhgon.directives.correspondence.panels"
        panel("unit", f"{correspondence}.books_of_unit", place=19)
        panel("instrument", f"{correspondence}.entries_of_instrument", place=25)
