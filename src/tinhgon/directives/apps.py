from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectivesConfig(AppConfig):
    name = "tinhgon.directives"

    def ready(self) -> None:
        from tinhgon.directives.correspondence.entitlement import SEEING as SEEING_BOOKS
        from tinhgon.directives.permissions import DirectivesPermission
        from tinhgon.ui.context import MenuEntry, menu
        from tinhgon.ui.panels import panel
        from tinhgon.work.permissions import WorkPermission

        seeing, drafting = DirectivesPermission.SEE, DirectivesPermission.DRAFT
        books, of_books = _("Document books"), ("directives:book-new",)
        committees = _("Steering committees")
        menu(MenuEntry(64, committees, "directives:committees", permission=seeing))
        menu(MenuEntry(65, _("Directives"), "directives:list", permission=drafting))
        menu(MenuEntry(66, _("Progress"), "directives:progress", permission=WorkPermission.SEE))
        menu(MenuEntry(67, books, "directives:books", permission=SEEING_BOOKS, covers=of_books))
        correspondence = "tinhgon.directives.correspondence.panels"
        panel("unit", f"{correspondence}.books_of_unit", place=19)
        panel("instrument", f"{correspondence}.entries_of_instrument", place=25)
        panel("work", "tinhgon.directives.panels.directive_of_work", place=10)
