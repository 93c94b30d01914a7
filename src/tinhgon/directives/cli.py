"""Directives on the command line, each capability beside its own."""

import tinhgon.directives.committees.report.cli
import tinhgon.directives.drafting.cli
import tinhgon.directives.report.cli  # noqa: F401 - their commands add themselves to the group
from tinhgon.directives.committees.cli import committees
from tinhgon.directives.group import directives

directives.add_command(committees)
