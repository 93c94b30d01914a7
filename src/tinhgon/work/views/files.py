"""The files of a work: what is in one, and the form by which it is withdrawn."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tinhgon.ui.doors import signed_in
from tinhgon.work.files import actions
from tinhgon.work.files.serving import content, file_known
from tinhgon.work.naming import work_known
from tinhgon.work.refusals import Refused, refusal_words


class WithdrawFileForm(forms.Form):
    """Why a file is withdrawn."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


@signed_in
def file(request: HttpRequest, key: str, number: int) -> HttpResponseBase:
    """What is in a file, for whoever may see the work; it is saved and not shown."""
    work = work_known(key, request.user, on=localdate()).work
    return content(request, file_known(work, number))


@signed_in
def withdraw(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """GET the form by which who put a file there withdraws it; POST it."""
    work = work_known(key, request.user, on=localdate()).work
    attachment = file_known(work, number)
    user = request.user
    if attachment.put_by != user.audit_name:  # type: ignore[union-attr]
        raise PermissionDenied
    form = WithdrawFileForm(request.POST if request.method == "POST" else None)
    page = reverse("work:work", args=[key])
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            actions.withdraw_file(attachment, by=user, at=timezone.now(), reason=reason)  # type: ignore[arg-type]
        except Refused as refused:
            form.add_error(None, refusal_words(refused))
        else:
            messages.success(request, _("The file is withdrawn; its name stays."))
            return redirect(page)
    context = {
        "form": form,
        "work": work,
        "title": _("Withdraw this file"),
        "lead": _("%s: nobody can save it any more. That it was there, and why it went, stays.")
        % attachment.name,
        "crumbs": [(_("Work"), reverse("work:desk")), (work.title, page)],
    }
    return render(request, "work/act.html", context, status=422 if form.errors else 200)
