from django.apps import AppConfig


class TemporalConfig(AppConfig):
    name = "tinhgon.temporal"

    def ready(self) -> None:
        from tinhgon.temporal import checks, connections, guards  # noqa: F401 - they register
