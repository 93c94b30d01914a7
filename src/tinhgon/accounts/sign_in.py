"""Sign-in as this program asks it; everything else about it is allauth's."""

from typing import Any

from allauth.account.forms import LoginForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from tinhgon.ui.doors import public

KEY_NAME = _("Name of the key")
KEY_HINT = _("So that you can tell your keys apart, for example “Office computer”.")


@public
def closed(request: HttpRequest) -> HttpResponse:
    """A page of allauth that is not open here."""
    raise Http404


class SignInForm(LoginForm):
    """E-mail address and password; the way to a new password stands beside its label."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        login, password = self.fields["login"], self.fields["password"]
        login.label = _("Work e-mail address")
        login.widget.attrs["autocomplete"] = "username"
        login.error_messages["required"] = _("Write your work e-mail address.")
        password.help_text = ""
        password.error_messages["required"] = _("Write your password.")


class AddKeyForm(AddWebAuthnForm):
    """A key of this device or a token, under a name that its owner will recognise."""

    says_optional = False  # allauth gives a name where none is written

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _name(self)


class RenameKeyForm(EditWebAuthnForm):
    """Another name for a key."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _name(self)


def _name(form: Any) -> None:
    form.fields["name"].label = KEY_NAME
    form.fields["name"].help_text = KEY_HINT
