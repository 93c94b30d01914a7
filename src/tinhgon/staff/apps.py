from django.apps import AppConfig


class StaffConfig(AppConfig):
    name = "tinhgon.staff"

    def ready(self) -> None:
        from tinhgon.accounts.sources import role_source
        from tinhgon.ui.panels import panel

        panel("unit", "tinhgon.staff.panels.posts_of_unit", place=15)
        role_source("tinhgon.staff.posts.roles.given_by_posts")
