from django.apps import AppConfig


class StaffConfig(AppConfig):
    name = "tinhgon.staff"

    def ready(self) -> None:
        from tinhgon.accounts.sources import role_source

        role_source("tinhgon.staff.posts.roles.given_by_posts")
