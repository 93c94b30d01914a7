from django.apps import AppConfig


class NormsConfig(AppConfig):
    name = "tinhgon.norms"
