from django.apps import AppConfig


class WorkConfig(AppConfig):
    name = "tinhgon.work"

    def ready(self) -> None:
        from tinhgon.work.calendar import keeping  # noqa: F401 - it registers itself
