from django.apps import AppConfig


class ReorganisationConfig(AppConfig):
    name = "tinhgon.reorganisation"

    def ready(self) -> None:
        from tinhgon.reorganisation import seals  # noqa: F401 - it registers itself
