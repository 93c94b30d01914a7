"""What directives show on other pages: on that of a work the directive from which it came."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.timezone import localdate

from tinhgon.directives.entitlement import reads
from tinhgon.directives.models import Task
from tinhgon.work.models import Work


def directive_of_work(request: HttpRequest, work: Work) -> str:
    """The directive of which a work was a task, for whoever may read it."""
    task = Task.objects.filter(work=work).select_related("directive__unit").first()
    if task is None or not reads(task.directive, request.user, on=localdate()):
        return ""
    context = {"directive": task.directive}
    return render_to_string("directives/work_directive.html", context, request)
