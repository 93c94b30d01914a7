"""What templates say in the reader's way: days, numbers, icons, marks, addresses.

Load with `{% load tinhgon %}`; docs/how-to/build-a-page.md shows each in use.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from django import template
from django.contrib.staticfiles import finders
from django.core.paginator import Page
from django.forms import BaseForm
from django.http import QueryDict
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from tinhgon.ui import icons, writing
from tinhgon.ui.flow_picture import flow_picture

register = template.Library()

for write in (
    *(writing.day, writing.weekday, writing.moment, writing.last_day),
    *(writing.count, writing.number, writing.signed, writing.percent),
):
    register.filter(write)

for draw in (icons.icon, icons.mark, icons.severity, writing.period, flow_picture):
    register.simple_tag(draw)


@register.filter
def unlocalized(value: Any) -> str:
    """A number as a program reads it, for attributes of drawings."""
    return str(value)


@register.filter
def in_groups(digest: str) -> str:
    """A digest in groups of eight, so that it can be read out and compared."""
    return " ".join(digest[place : place + 8] for place in range(0, len(digest), 8))


@register.simple_tag
def invented() -> SafeString:
    """The tag beside everything that was made up for showing."""
    return format_html('<span class="tg-tag tg-tag--sample">{}</span>', _("Invented data"))


@register.simple_tag
def invented_among(rows: Sequence[Any], thing: str) -> SafeString:
    """The same once above a list, for things that stand in its rows under a name or a number."""
    place = template.Variable(f"row.{thing}.invented")
    made_up = [bool(place.resolve(template.Context({"row": row}))) for row in rows]
    if not any(made_up):
        return SafeString()
    few = _("Some of what follows is invented; the page of each says so.")
    whole = _("All that follows is invented, to show how this is used.")
    return format_html("<p>{} {}</p>", invented(), whole if all(made_up) else few)


@register.simple_tag
def tag(words: str, look: str = "") -> SafeString:
    """A short state; `look` is green, amber, stop, blue or gold."""
    return format_html('<span class="tg-tag{}">{}</span>', f" tg-tag--{look}" * bool(look), words)


@register.simple_block_tag
def gate(content: str, title: str, look: str = "stop", id: str = "gate") -> SafeString:
    """Something may not proceed: why, what to do in order, the button. `look`: stop or warn."""
    return _part("gate", content, title=title, look=look, id=id)


@register.simple_block_tag
def note(content: str, look: str = "") -> SafeString:
    """A caution beside the matter; `look` is gold or amber."""
    return _part("note", content, look=look)


@register.simple_block_tag
def panel(content: str, title: str, look: str = "", id: str = "") -> SafeString:
    """Side matter under a small heading; `look` mist makes it quieter."""
    return _part("panel", content, title=title, look=look, id=id)


@register.simple_block_tag
def empty(content: str, title: str) -> SafeString:
    """A list with nothing in it: say why, and what can be done."""
    return _part("empty", content, title=title, drawing=mark_safe(icons.BRANCHES))


@register.simple_block_tag
def finding(content: str, weight: str, title: str) -> SafeString:
    """One finding as an item of `<ul class="tg-find">`; inside: reason, law, action."""
    return _part("finding", content, weight=weight, title=title)


def _part(name: str, content: str, **facts: Any) -> SafeString:
    return render_to_string(f"parts/{name}.html", {"content": content, **facts})


@register.simple_tag(takes_context=True)
def url_with(context: template.Context, **changes: Any) -> str:
    """The current address with some members of its query changed; None takes one away."""
    request = context["request"]
    query: QueryDict = request.GET.copy()
    for name, value in changes.items():
        if value is None:
            query.pop(name, None)
        else:
            query[name] = str(value)
    return f"{request.path}?{query.urlencode()}" if query else request.path


@register.inclusion_tag("parts/kept.html", takes_context=True)
def keep_query(context: template.Context, *but: str) -> dict[str, Any]:
    """The members of the current query as hidden fields, but for those that a form asks itself."""
    query: QueryDict = context["request"].GET
    kept = [(name, one) for name, many in query.lists() if name not in but for one in many]
    return {"kept": kept}


@register.inclusion_tag("parts/pager.html", takes_context=True)
def pager(
    context: template.Context, page: Page, order: str = "", all_url: str = "", member: str = "page"
) -> Any:
    """How a list ends: “1–50 of 3,321”, its order in words, the pages before and after.

    A second list of a page names the `member` of the query that turns it, and is under that id.
    """
    below = f"#{member}" if member != "page" else ""

    def turned(number: int) -> str:
        return url_with(context, **{member: number}) + below

    return {
        "page": page,
        "order": order,
        "all_url": all_url,
        "before": turned(page.number - 1) if page.has_previous() else "",
        "after": turned(page.number + 1) if page.has_next() else "",
    }


@register.inclusion_tag("forms/errors.html")
def error_summary(*forms: BaseForm) -> dict[str, Any]:
    """All errors of these forms in one box with links to the fields; nothing if there are none."""
    return {"errors": [error for form in forms for error in _errors(form)]}


def _errors(form: BaseForm) -> Iterable[tuple[str, str, str]]:
    """Each error with the id and the label of the field it belongs to."""
    for error in form.non_field_errors():
        yield "", "", error
    for field in form:
        for error in field.errors:
            yield "" if field.is_hidden else _first_box(field), field.label, error


def _first_box(field: Any) -> str:
    """The id of the box to go to: of several to choose from, the first."""
    if field.use_fieldset and field.subwidgets:
        return str(field.subwidgets[0].id_for_label or "")
    return str(field.id_for_label)


@register.simple_tag
def vendor(name: str) -> str:
    """The address of a file that `make assets` brings, or nothing where it was not run."""
    return static(f"vendor/{name}") if _is_here(name) else ""


@lru_cache
def _is_here(name: str) -> bool:
    return finders.find(f"vendor/{name}") is not None
