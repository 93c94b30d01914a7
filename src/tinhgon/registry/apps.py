from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegistryConfig(AppConfig):
    name = "tinhgon.registry"

    def ready(self) -> None:
        from tinhgon.documents.units import known_by
        from tinhgon.law.linking import instrument_pages
        from tinhgon.registry import seals  # noqa: F401 - it registers itself
        from tinhgon.ui.context import FooterLink, MenuEntry, footer, menu, place, search

        instrument_pages("tinhgon.registry.instrument.pages.addresses")
        known_by("tinhgon.registry.named_bodies.register_on")
        place("tinhgon.registry.place.place_name")
        menu(
            MenuEntry(10, _("Where do I go now?"), "registry:where"),
            MenuEntry(20, _("Apparatus"), "registry:apparatus", covers=("registry:comparison",)),
            MenuEntry(25, _("Bodies"), "registry:bodies", covers=("registry:mandates",)),
            MenuEntry(40, _("Instruments"), "registry:instruments"),
        )
        footer(
            FooterLink("look-up", 10, _("Instruments and sources"), "registry:instruments"),
            FooterLink("look-up", 20, _("Data, sources and licences"), "registry:sources"),
            FooterLink("look-up", 30, _("For programs (API)"), "registry:programs"),
            FooterLink("help", 10, _("How to use this site"), "registry:help"),
            FooterLink("help", 20, _("Accessibility"), "registry:accessibility"),
        )
        search("registry:where")
