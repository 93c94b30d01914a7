from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectivesConfig(AppConfig):
    name = "tinhgon.directives"

    def ready(self) -> None:
        from tinhgon.directives.permissions import DirectivesPermission
        from tinhgon.ui.context import MenuEntry, menu
        from tinhgon.ui.panels import panel
        from tinhgon.work.permissions import WorkPermission

        seeing, drafting = DirectivesPermission.SEE, DirectivesPermission.DRAFT
        keeping = DirectivesPermission.CORRESPONDENCE
        committees = _("Steering committees")
        menu(MenuEntry(64, committees, "directives:committees", permission=seeing))
        menu(MenuEntry(65, _("Directives"), "directives:list", permission=drafting))
        menu(MenuEntry(66, _("Progress"), "directives:progress", permission=WorkPermission.SEE))
        menu(MenuEntry(67, _("Document books"), "directives:books", permission=keeping))
        correspondence = "tinhgon.directives.correspondence.panels"
        panel("unit", f"{correspondence}.books_of_unit", place=19)
        panel("instrument", f"{correspondence}.entries_of_instrument", place=25)
