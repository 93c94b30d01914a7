"""What is said about a package before it is decided, and who was invited to say it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.reorganisation.consulting import actions
from tinhgon.reorganisation.consulting.forms import (
    AnswerForm,
    CommentForm,
    InvitationForm,
    comment_unit,
)
from tinhgon.reorganisation.consulting.listing import (
    OPEN,
    SETTLED,
    Wish,
    comments_on,
    open_comments,
    readers_of,
)
from tinhgon.reorganisation.consulting.people import may_comment, may_consult
from tinhgon.reorganisation.deciding.entitlement import may_edit
from tinhgon.reorganisation.deciding.refusals import refusal_words
from tinhgon.reorganisation.editing.drafted import drafted
from tinhgon.reorganisation.models import Comment, Package
from tinhgon.reorganisation.naming import Names, names_of
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.views.picking import fitting
from tinhgon.reorganisation.views.subject import ask_to_edit, crumbs_to, package_of
from tinhgon.reorganisation.workflow import Refused
from tinhgon.ui.asked import wants_part
from tinhgon.ui.doors import needs, public

PAGE = 20


@public
def comments(request: HttpRequest, code: str) -> HttpResponse:
    """GET what was said, `?plan=`, `?unit=`, `?state=`; POST `do`: say something, or answer.

    Only for those who plan and those who were invited.
    """
    package = _consulted(request, code)
    if request.method != "POST":
        return _page(request, package)
    if request.POST.get("do") == "answer":
        return _answer(request, package)
    return _say(request, package)


@public
def comment_units(request: HttpRequest, code: str) -> HttpResponse:
    """Units that fit what was typed in the box of a comment."""
    draft = drafted(_consulted(request, code))
    return fitting(request, draft, comment_unit(draft))


@needs(PlanPermission.DRAFT)
def readers(request: HttpRequest, code: str) -> HttpResponse:
    """GET who was invited; POST `do`: invite somebody by address, or end that."""
    package = package_of(request, code)
    ask_to_edit(request, package)
    if request.method != "POST":
        return _readers(request, package, InvitationForm())
    if request.POST.get("do") == "end":
        return _end(request, package)
    return _invite(request, package)


def comments_link(request: HttpRequest, package: Package) -> int | None:
    """How many comments are open, for whoever may read them; else None."""
    if not may_consult(request.user, package, on=localdate()):
        return None
    return open_comments(package)


def _consulted(request: HttpRequest, code: str) -> Package:
    """The package, for whoever reads the comments on it; else 403."""
    package = package_of(request, code)
    if not may_consult(request.user, package, on=localdate()):
        raise PermissionDenied
    return package


# --- Comments -------------------------------------------------------------------------------------


def _say(request: HttpRequest, package: Package) -> HttpResponse:
    form = _form(package, request.POST)
    if not form.is_valid():
        return _page(request, package, form=form, status=422)
    said = form.said
    said["plan"] = package.plans.filter(code=said["plan"]).first()  # type: ignore[assignment]
    try:
        actions.comment(package, by=request.user, on=localdate(), **said)
    except Refused as refused:
        form.add_error(None, " ".join(refusal_words(refused)))
        return _page(request, package, form=form, status=409)
    messages.success(request, _("Your comment is there for all who read the draft."))
    return redirect("reorganisation:comments", package.code)


def _answer(request: HttpRequest, package: Package) -> HttpResponse:
    ask_to_edit(request, package)
    form = AnswerForm(request.POST)
    number = request.POST.get("comment", "")
    about = package.comments.filter(pk=number if number.isdecimal() else None).first()
    if about is None or not form.is_valid():
        return _page(request, package, answering=form, status=422)
    try:
        actions.settle(about, by=request.user, on=localdate(), answer=form.cleaned_data["answer"])
    except actions.Settled:
        form.add_error("answer", _("Somebody else has answered it meanwhile; their answer stays."))
        return _page(request, package, answering=form, status=409)
    messages.success(request, _("Answered and settled."))
    return redirect("reorganisation:comments", package.code)


def _form(package: Package, sent: Any = None, **initial: Any) -> CommentForm:
    plans = list(package.plans.all())
    return CommentForm(sent, draft=drafted(package), plans=plans, initial=initial)


def _wish(request: HttpRequest) -> Wish:
    asked = {name: request.GET.get(name, "").replace("\0", "") for name in ("plan", "unit")}
    state = request.GET.get("state", "")
    return Wish(**asked, state=state if state in (OPEN, SETTLED) else "")


def _page(
    request: HttpRequest,
    package: Package,
    *,
    form: CommentForm | None = None,
    answering: AnswerForm | None = None,
    status: int = 200,
) -> HttpResponse:
    wish, today = _wish(request), localdate()
    names = names_of(package, rearrangement(package))
    page = Paginator(comments_on(package, wish), PAGE).get_page(request.GET.get("page"))
    may_say = may_comment(request.user, package, on=today)
    answers = may_edit(request.user, package)
    context = {
        "package": package,
        "crumbs": crumbs_to(package),
        "page": page,
        "rows": [_told(one, names, answering if answers else None) for one in page],
        "wish": wish,
        "about_unit": names(wish.unit) if wish.unit else "",
        "counts": _counts(package),
        "plans": list(package.plans.all()),
        "may_say": may_say,
        "answers": answers,
        "form": form or (_form(package, plan=wish.plan, unit=wish.unit) if may_say else None),
        "answering": answering,
    }
    template = "reorganisation/comments.html"
    part = f"{template}#list" if wants_part(request, "list") else template
    return render(request, part, context, status=status)


def _counts(package: Package) -> dict[str, int]:
    waiting, everything = open_comments(package), package.comments.count()
    return {"all": everything, OPEN: waiting, SETTLED: everything - waiting}


def _told(one: Comment, names: Names, answering: AnswerForm | None) -> dict[str, Any]:
    """A comment in words, with the form of its answer."""
    form = AnswerForm(initial={"comment": one.pk}, auto_id=f"answer_{one.pk}_%s")
    if answering and answering.data.get("comment") == str(one.pk):
        form = answering
    return {
        "comment": one,
        "unit": names.link(one.unit) if one.unit else "",
        "settled_by": one.settled_by.name if one.settled_by else _("the operator of this site"),
        "form": form,
    }


# --- Readers --------------------------------------------------------------------------------------


def _invite(request: HttpRequest, package: Package) -> HttpResponse:
    form = InvitationForm(request.POST)
    if not form.is_valid():
        return _readers(request, package, form, status=422)
    reader = form.cleaned_data["email"]
    try:
        actions.invite(package, by=request.user, on=localdate(), reader=reader)
    except Refused as refused:
        form.add_error(None, " ".join(refusal_words(refused)))
        return _readers(request, package, form, status=409)
    messages.success(request, _("%s may read the draft and comment on it.") % reader.name)
    return redirect("reorganisation:readers", package.code)


def _end(request: HttpRequest, package: Package) -> HttpResponse:
    number = request.POST.get("reader", "")
    held = readers_of(package).filter(reader=number if number.isdecimal() else None).first()
    if held:
        actions.uninvite(package, by=request.user, on=localdate(), reader=held.reader)
        words = _("%s is invited no more. What they said stays.")
        messages.success(request, words % held.reader.name)
    else:
        messages.info(request, _("Nobody was invited under this name any more."))
    return redirect("reorganisation:readers", package.code)


def _readers(
    request: HttpRequest, package: Package, form: InvitationForm, status: int = 200
) -> HttpResponse:
    page = Paginator(readers_of(package), PAGE).get_page(request.GET.get("page"))
    comments_page = (_("Comments"), reverse("reorganisation:comments", args=[package.code]))
    context = {
        "package": package,
        "crumbs": [*crumbs_to(package), comments_page],
        "page": page,
        "form": form,
        "is_closed": package.state not in actions.CONSULTED,
    }
    return render(request, "reorganisation/readers.html", context, status=status)
