from django.apps import AppConfig


class RegistryConfig(AppConfig):
    name = "tinhgon.registry"

    def ready(self) -> None:
        from tinhgon.registry import seals  # noqa: F401 - it registers itself
