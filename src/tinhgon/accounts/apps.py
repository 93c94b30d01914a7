from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "tinhgon.accounts"

    def ready(self) -> None:
        from tinhgon.ui.context import permissions_told

        permissions_told("tinhgon.accounts.permission_words.told")
