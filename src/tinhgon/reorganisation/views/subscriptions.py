"""Other systems that are told what became of plans: the list, a new one, ending one."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from tinhgon.reorganisation.events import actions
from tinhgon.reorganisation.events.forms import SubscriptionForm
from tinhgon.reorganisation.events.subscriptions import (
    REFUSED,
    refused_words,
    subscription,
)
from tinhgon.reorganisation.events.subscriptions import subscriptions as told
from tinhgon.reorganisation.models import Subscription
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.views.subject import crumbs_to
from tinhgon.ui.actors import EVERYWHERE
from tinhgon.ui.doors import needs, require

PAGE = 25


@needs(PlanPermission.SUBSCRIBE)
def subscriptions(request: HttpRequest) -> HttpResponse:
    """Who is told and how that went last; POST an address to tell it from now on."""
    require(request.user, PlanPermission.SUBSCRIBE, EVERYWHERE)
    if request.method != "POST":
        return _page(request, SubscriptionForm())
    form = SubscriptionForm(request.POST)
    if form.is_valid():
        try:
            made = actions.subscribe(form.cleaned_data["url"], by=request.user)  # type: ignore[arg-type]
        except REFUSED as refused:
            form.add_error("url", refused_words(refused))
        else:
            return _secret(request, made)
    return _page(request, form, status=422)


@needs(PlanPermission.SUBSCRIBE)
def end(request: HttpRequest, id: int) -> HttpResponse:
    """GET what ending one does; POST it."""
    require(request.user, PlanPermission.SUBSCRIBE, EVERYWHERE)
    found = subscription(pk=id)
    page = reverse("reorganisation:subscriptions")
    if request.method == "POST":
        actions.unsubscribe(found, by=request.user)  # type: ignore[arg-type]
        messages.success(request, _("%s is told no more.") % found.url)
        return redirect(page)
    crumbs = [*crumbs_to(), (_("Systems that are told"), page)]
    context = {"subscription": found, "crumbs": crumbs}
    return render(request, "reorganisation/events_subscription_end.html", context)


def _page(request: HttpRequest, form: SubscriptionForm, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "crumbs": crumbs_to(),
        "page": Paginator(told(), PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "reorganisation/events_subscriptions.html", context, status=status)


@never_cache
def _secret(request: HttpRequest, made: Subscription) -> HttpResponse:
    """The one page that shows a secret; it is in no address and is kept by no browser."""
    crumbs = [*crumbs_to(), (_("Systems that are told"), reverse("reorganisation:subscriptions"))]
    context = {"subscription": made, "crumbs": crumbs}
    return render(request, "reorganisation/events_secret.html", context, status=201)
