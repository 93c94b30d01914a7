from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkConfig(AppConfig):
    name = "tinhgon.work"

    def ready(self) -> None:
        from tinhgon.ui.context import MenuEntry, arrival, menu
        from tinhgon.ui.panels import panel
        from tinhgon.work.calendar import keeping  # noqa: F401 - it registers itself
        from tinhgon.work.permissions import WorkPermission

        covers = ("work:new", "work:bring", "work:faults", "work:acts")
        menu(MenuEntry(50, _("Work"), "work:desk", permission=WorkPermission.SEE, covers=covers))
        arrival("tinhgon.work.arriving.first_view")
        panel("unit", "tinhgon.work.panels.work_of_unit", place=18)
        panel("officer", "tinhgon.work.panels.work_of_officer", place=10)
