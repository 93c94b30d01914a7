from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReorganisationConfig(AppConfig):
    name = "tinhgon.reorganisation"

    def ready(self) -> None:
        from tinhgon.reorganisation import seals  # noqa: F401 - it registers itself
        from tinhgon.reorganisation.continuity import pending  # noqa: F401 - so does it
        from tinhgon.ui.context import MenuEntry, menu
        from tinhgon.ui.panels import panel

        menu(MenuEntry(30, _("Plans"), "reorganisation:packages"))
        panel("home", "tinhgon.reorganisation.panels.reform_of", place=10)
        panel("unit", "tinhgon.reorganisation.panels.plans_of_unit", place=20)
        panel("instrument", "tinhgon.reorganisation.panels.plans_under", place=20)
