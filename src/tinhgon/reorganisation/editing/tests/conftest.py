"""A draft of the small world, and what a form would send."""

import pytest

from tinhgon.reorganisation.editing.drafted import drafted
from tinhgon.reorganisation.editing.fields import Typed


@pytest.fixture
def draft(package):
    """The reform as its editors see it."""
    return drafted(package)


def sent_by(form):
    """What a browser would send of a form as it is shown."""
    data = {"verb": form.verb}
    for section in form.sections:
        if section.is_rows:
            data[f"{section.member.name}-rows"] = str(len(section.forms))
        for one in section.forms:
            data |= _boxes(one)
    return data | _boxes(form.clause)


def _boxes(form):
    sent = {}
    for box in form:
        value = box.value()
        if isinstance(value, Typed):
            sent |= {box.html_name: value.text, f"{box.html_name}_key": value.key}
        elif value is True:
            sent[box.html_name] = "on"
        elif value not in (None, False):
            sent[box.html_name] = str(value)
    return sent
