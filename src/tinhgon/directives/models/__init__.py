"""What is kept of directives, by subject: directives and the drafts of their tasks."""

from tinhgon.directives.models.directives import Directive, Kind, Task

__all__ = ["Directive", "Kind", "Task"]
