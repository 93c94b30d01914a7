"""Targets of reduction: who owes how much on a day, and when the rest will have been paid."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.registry.instrument.offering import offer_registering
from tinhgon.staff.models import Target
from tinhgon.staff.permissions import StaffPermission
from tinhgon.staff.staffing import Names, staffing
from tinhgon.staff.targets import actions
from tinhgon.staff.targets.forms import TargetForm, WithdrawalForm
from tinhgon.staff.targets.listing import targets_on
from tinhgon.staff.targets.progress import Books, Progress, Share
from tinhgon.staff.targets.words import LOOKS, TAGS, about, counted, outlook_words
from tinhgon.staff.views.keeping import carried_out
from tinhgon.ui import writing
from tinhgon.ui.actors import EVERYWHERE
from tinhgon.ui.asked import asked
from tinhgon.ui.doors import needs, public, require
from tinhgon.ui.errors import NotHere
from tinhgon.ui.spreadsheets import TABLES, download


@public
def targets(request: HttpRequest) -> HttpResponseBase:
    """The targets in force on the day, the next due first, each with its progress."""
    question = asked(request)
    books, names = Books(question.on), Names()
    rows = [_row(books.progress(one), names) for one in targets_on(question.on)]
    if (kind := request.GET.get("format")) in TABLES:
        return download("targets", *_table(rows), kind)
    user: Any = request.user
    context = {
        "asked": question,
        "rows": rows,
        "may_set": user.is_authenticated and user.may(StaffPermission.TARGET, on=localdate()),
    }
    return render(request, "staff/targets.html", context)


@public
def target(request: HttpRequest, id: int) -> HttpResponse:
    """One target: its reckoning, what each unit directly below owes, who retires by year."""
    question = asked(request)
    subject, names, books = _known(id), Names(), Books(question.on)
    row = _row(books.progress(subject), names)
    found: Progress = row["progress"]
    context = {
        "asked": question,
        "row": row,
        "target": subject,
        "facts": _facts(found),
        "shares": [_share(one, names) for one in books.shares(subject)],
        "together": [(one.pk, one.title) for one in found.together],
        "ages_by": ages.source if (ages := staffing().retirement) else None,
        "years": [*found.retirements.by_year.items()],
        "crumbs": [(_("Targets of reduction"), reverse("staff:targets") + question.query)],
        "may_withdraw": subject.valid_to is None and _may_set(request, subject),
    }
    return render(request, "staff/target.html", context)


@needs(StaffPermission.TARGET)
def new_target(request: HttpRequest) -> HttpResponse:
    """GET the form of a target; POST it."""
    form = TargetForm(request.POST or None, on=localdate())

    def set_target(given: dict[str, Any]) -> None:
        require(request.user, StaffPermission.TARGET, _over(given["unit"]))
        names = ("counts", "percent", "base_day", "base", "due_day", "unit", "bloc")
        actions.set_target(
            given["key"],
            by=request.user,  # type: ignore[arg-type]
            titles=form.titles,
            under=given["under"],
            reason=given["reason"],
            **{name: given[name] for name in names},
        )

    return _page(request, form, set_target, _("Set a target"), _("The target is set."))


@needs(StaffPermission.TARGET)
def withdrawal(request: HttpRequest, id: int) -> HttpResponse:
    """GET when and why a target holds no longer; POST it."""
    subject = _known(id)
    require(request.user, StaffPermission.TARGET, _over(subject.unit))
    form = WithdrawalForm(request.POST or None, initial={"day": localdate()})

    def withdraw(given: dict[str, Any]) -> None:
        if subject.valid_to is not None:
            raise ValidationError(_("This target was withdrawn before."))
        actions.withdraw(
            subject,
            by=request.user,  # type: ignore[arg-type]
            on=given["day"],
            reason=given["reason"],
        )

    title = _("Withdraw the target: %s") % subject.title
    return _page(request, form, withdraw, title, _("The target is withdrawn."))


def _page(request: HttpRequest, form: Any, act: Any, title: str, done: str) -> HttpResponse:
    """The page of a form; once it is carried out, the list of targets."""
    if form.is_valid() and carried_out(form, act):
        messages.success(request, done)
        return redirect(reverse("staff:targets"))
    offer_registering(form, request.user)
    context = {
        "form": form,
        "title": title,
        "back": reverse("staff:targets"),
        "crumbs": [(_("Targets of reduction"), reverse("staff:targets"))],
    }
    return render(request, "staff/target_form.html", context, status=422 if form.errors else 200)


def _known(id: int) -> Target:
    found = Target.objects.select_related("unit", "instrument").filter(pk=id).first()
    if found is None:
        raise NotHere(_("There is no target %s.") % id)
    return found


def _over(unit: Any) -> str:
    """The unit over which somebody must hold the permission; a bloc is everything."""
    return unit.key if unit else EVERYWHERE


def _may_set(request: HttpRequest, subject: Target) -> bool:
    user: Any = request.user
    over = _over(subject.unit)
    return bool(
        user.is_authenticated and user.may(StaffPermission.TARGET, on=localdate(), unit=over)
    )


def _row(found: Progress, names: Names) -> dict[str, Any]:
    """A target as lists show it."""
    return {
        "progress": found,
        "target": found.target,
        "about": about(found.target, names),
        "counted": counted(found.target, names),
        "words": outlook_words(found),
        "tag": TAGS[found.outlook],
        "look": LOOKS[found.outlook],
    }


def _share(one: Share, names: Names) -> dict[str, Any]:
    """What a unit directly below owes, and how it can be paid."""
    paid = one.progress.paid_on
    return {
        "share": one,
        "name": names.unit(one.unit),
        "tag": TAGS[one.progress.outlook],
        "look": LOOKS[one.progress.outlook],
        "paid": paid.year if paid else None,
    }


def _facts(found: Progress) -> list[dict[str, str]]:
    reckoning = found.reckoning
    return [
        {"label": _("Base"), "value": writing.count(reckoning.base)},
        {"label": _("To be cut at least"), "value": writing.count(reckoning.cut)},
        {"label": _("Cut so far"), "value": writing.count(reckoning.done)},
        {"label": _("Still to be cut"), "value": writing.count(reckoning.left)},
    ]


def _table(rows: list[dict[str, Any]]) -> tuple[list[Any], list[list[Any]]]:
    header = ["target", "about", "counts", "base", "cut", "cap", "held", "left", "due", "outlook"]
    return header, [
        [
            *(row["target"].key, row["about"], row["target"].counts),
            *(
                getattr(row["progress"].reckoning, n)
                for n in ("base", "cut", "cap", "held", "left")
            ),
            *(row["target"].due_day.isoformat(), row["words"]),
        ]
        for row in rows
    ]
