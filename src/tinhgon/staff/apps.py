from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StaffConfig(AppConfig):
    name = "tinhgon.staff"

    def ready(self) -> None:
        from tinhgon.accounts.sources import role_source
        from tinhgon.ui.context import FooterLink, footer
        from tinhgon.ui.panels import panel

        footer(FooterLink("look-up", 15, _("Targets of reduction"), "staff:targets"))
        panel("unit", "tinhgon.staff.panels.posts_of_unit", place=15)
        role_source("tinhgon.staff.posts.roles.given_by_posts")
