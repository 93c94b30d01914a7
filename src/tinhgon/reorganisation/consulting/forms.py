"""The forms of comments, answers and invitations."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tinhgon.accounts.models import User
from tinhgon.reorganisation.editing.drafted import Drafted
from tinhgon.reorganisation.editing.fields import PickBox, UnitField
from tinhgon.reorganisation.models import Plan

MOST = 5000


def _words(label: Any, rows: int, **options: Any) -> forms.CharField:
    box = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=MOST, widget=box, **options)


class CommentForm(forms.Form):
    """What somebody says, and about which plan or unit if it is not about the whole."""

    text = _words(gettext_lazy("What you say"), 4)

    def __init__(self, *given: Any, draft: Drafted, plans: list[Plan], **options: Any) -> None:
        super().__init__(*given, **options)
        named = [(plan.code, plan.title) for plan in plans]
        self.fields["plan"] = forms.ChoiceField(
            label=_("Plan"), required=False, choices=[("", _("The whole package")), *named]
        )
        self.fields["unit"] = comment_unit(draft)

    @property
    def said(self) -> dict[str, str]:
        """The text, and what it is about: the code of a plan, the key of a unit."""
        return {name: self.cleaned_data.get(name) or "" for name in ("text", "plan", "unit")}


def comment_unit(draft: Drafted) -> UnitField:
    """A box for the unit that a comment is about; its suggestions are for readers too."""
    field = UnitField(
        draft,
        label=_("Unit"),
        required=False,
        help_text=_("Name or code, if it is about one. It may be one that the package forms."),
    )
    widget: PickBox = field.widget
    widget.suggest = reverse("reorganisation:comment-units", args=[draft.code])
    return field


class AnswerForm(forms.Form):
    """What becomes of a comment."""

    comment = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    answer = _words(gettext_lazy("Answer"), 3)


class InvitationForm(forms.Form):
    """Who is to read a draft, by the address with which they sign in."""

    email = forms.EmailField(
        label=gettext_lazy("E-mail address"),
        help_text=gettext_lazy("That of an account here. They read the draft and comment on it."),
        error_messages={"invalid": gettext_lazy("Write it like ten@example.vn.")},
    )

    def clean_email(self) -> User:
        """The account of the address."""
        said = self.cleaned_data["email"]
        found = account_of(said)
        if found is None:
            words = _("There is no account with the address %s. An administrator can open one.")
            raise ValidationError(words % said, code="unknown")
        return found


def account_of(email: str) -> User | None:
    """The account of an address, if it is in use."""
    return User.objects.filter(email__iexact=email.strip(), is_active=True).first()
