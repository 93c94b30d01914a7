"""Every part of the look on one page, and pages that fail, for journeys and for looking at.

`ROOT_URLCONF=tests.gallery`; nothing of this is part of the program.
"""

from datetime import date
from decimal import Decimal
from pathlib import Path

from django import forms
from django.contrib import messages
from django.core.exceptions import BadRequest, PermissionDenied, RequestDataTooBig
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tinhgon.config import urls as real
from tinhgon.temporal.gate import Busy
from tinhgon.ui.asked import asked
from tinhgon.ui.context import FooterLink, MenuEntry, footer, menu, place, search
from tinhgon.ui.doors import needs, public, signed_in
from tinhgon.ui.errors import NotHere
from tinhgon.ui.forms import DayField, UploadField
from tinhgon.ui.icons import ICONS

from django.conf.urls.i18n import i18n_patterns  # isort: skip

HERE = Path(__file__).parent


class Sample(forms.Form):
    name = forms.CharField(label="Tên đơn vị mới", help_text="Viết đủ, ví dụ Phường Đại Mỗ")
    code = forms.CharField(label="Mã đơn vị", max_length=5, min_length=5)
    day = DayField(label="Ngày có hiệu lực", help_text=_("Day/month/year, for example 01/07/2025"))
    extent = forms.ChoiceField(label="Phần", choices=[("", "Chọn một phần"), ("whole", "Toàn bộ")])
    carries = forms.MultipleChoiceField(
        label="Mang theo",
        choices=[("land", "Đất"), ("people", "Người")],
        widget=forms.CheckboxSelectMultiple,
    )
    kind = forms.ChoiceField(
        label="Loại",
        choices=[("ward", "Phường"), ("commune", "Xã")],
        widget=forms.RadioSelect,
        help_text="Theo nghị quyết",
    )
    reason = forms.CharField(label="Lý do", required=False, widget=forms.Textarea)
    file = UploadField(label="Tệp", kinds=("csv", "xlsx"), limit_mb=5, required=False)
    sure = forms.BooleanField(label="Tôi đã đối chiếu", help_text="với văn bản gốc")


@public
def parts(request: HttpRequest) -> HttpResponse:
    """All parts."""
    return _page("gallery.html", request, {
        "on": date(2025, 6, 20), "asked": asked(request, date(2025, 6, 20)), "end": date(2025, 7, 1), "wrong": {"on": "Lịch không có ngày 31/02/2025."}, "now": timezone.now(),
        "area": Decimal("2.97"), "icons": sorted(ICONS),
        "crumbs": [("Phương án", "#"), ("Thành phố Hà Nội", "#")],
        "page": Paginator(range(3321), 50).get_page(request.GET.get("page", 2)),
        "facts": [
            {"value": 126, "old": 526, "label": "đơn vị cấp xã"},
            {"value": 0, "old": 30, "label": "quận, huyện, thị xã"},
            {"value": "2,97", "unit": "km²", "label": "diện tích"},
            {"value": "3.321", "old": "10.035", "label": "xã, phường, đặc khu", "long": True},
        ],
        "steps": [
            {"name": "Dự thảo", "lines": ["Sở Nội vụ", "02/05/2025"], "state": "done"},
            {"name": "Đã thẩm định", "lines": ["5 kết luận", "28/05/2025"], "state": "done"},
            {"name": "Đã niêm phong", "lines": ["Sở Nội vụ", "10/06/2025"], "state": "done"},
            {"name": "Đã phê duyệt", "lines": ["16/06/2025"], "state": "now"},
            {"name": "Đã ban hành", "lines": []},
            {"name": "Có hiệu lực", "lines": ["còn 11 ngày"]},
        ],
    })  # fmt: skip


@public
def form(request: HttpRequest) -> HttpResponse:
    """A form with every kind of field."""
    given = Sample(request.POST or None, request.FILES or None)
    if given.is_valid():
        messages.success(request, "Đã lưu thao tác 56.")
        messages.warning(request, "Còn 3 kết luận cần giải trình.")
        messages.error(request, "Không gửi được thư báo cho Sở Nội vụ.")
        messages.info(request, "Bản nháp được giữ 30 ngày.")
        given = Sample()
    text = (
        '{% extends "base.html" %}{% block title %}Biểu mẫu{% endblock %}{% block content %}'
        '<div class="tg-card tg-card--wide"><h1>Thành lập Phường Đại Mỗ</h1>'
        '<form method="post" enctype="multipart/form-data" novalidate>{% csrf_token %}{{ form }}'
        '<div class="tg-btns"><button class="tg-btn" type="submit">Lưu thao tác</button>'
        '<a class="tg-btn tg-btn--2" href="#main">Bỏ thay đổi</a></div></form></div>{% endblock %}'
    )
    return HttpResponse(engines["django"].from_string(text).render({"form": given}, request))


@public
def fails(request: HttpRequest, how: str) -> HttpResponse:
    """A page that fails in this way."""
    candidates = [
        ("#", "Phường Đại Mỗ, Quận Nam Từ Liêm", "đến 30/06/2025; nay thuộc năm phường"),
        ("#", "Phường Tây Mỗ", "từ 01/07/2025"),
    ]
    raise {
        "400": BadRequest("no"),
        "403": PermissionDenied(),
        "404": NotHere("Mã 00634 từng thuộc hai đơn vị, nên cần kèm ngày.", candidates),
        "413": RequestDataTooBig(),
        "500": RuntimeError("as asked"),
        "503": Busy(),
    }[how]


@signed_in
def me(request: HttpRequest) -> HttpResponse:
    """Where sign-in leads until the program has such a page."""
    return _page_of('<h1>{{ user }}</h1><p><a href="{% url "mfa_index" %}">MFA</a></p>', request)


@needs("plan.draft")
def guarded(request: HttpRequest) -> HttpResponse:
    """A door for planners."""
    return _page_of("<h1>plan.draft</h1>", request)


def _page(name: str, request: HttpRequest, context: dict) -> HttpResponse:
    text = (HERE / name).read_text(encoding="utf-8")
    return HttpResponse(engines["django"].from_string(text).render(context, request))


def _page_of(content: str, request: HttpRequest) -> HttpResponse:
    text = f'{{% extends "base.html" %}}{{% block content %}}{content}{{% endblock %}}'
    return HttpResponse(engines["django"].from_string(text).render({}, request))


def place_name() -> str:
    return "Thành phố Hà Nội"


def dress() -> None:
    """What modules above would register."""
    place(f"{__name__}.place_name")
    menu(
        MenuEntry(1, "Nay tôi đến đâu?", "gallery-form"),
        MenuEntry(2, "Bộ máy", "gallery"),
        MenuEntry(3, "Phương án", "gallery-guarded", "plan.draft"),
    )
    footer(
        FooterLink("look-up", 1, "Văn bản và căn cứ", "gallery"),
        FooterLink("help", 1, "Hướng dẫn sử dụng", "gallery"),
    )
    search("gallery")


urlpatterns = [
    *i18n_patterns(
        path("gallery/", parts, name="gallery"),
        path("gallery/form/", form, name="gallery-form"),
        path("gallery/guarded/", guarded, name="gallery-guarded"),
        path("gallery/fails/<how>/", fails, name="gallery-fails"),
        path("me/", include(([path("", me, name="me")], "accounts"))),
        prefix_default_language=False,
    ),
    *real.urlpatterns,
]
handler400, handler403 = real.handler400, real.handler403
handler404, handler500 = real.handler404, real.handler500
