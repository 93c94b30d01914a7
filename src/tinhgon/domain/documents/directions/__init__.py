"""Directions (ý kiến chỉ đạo): drafts of tasks read out of conclusions; none is issued.

Sentences are looked at for verbs of assignment, names of bodies and deadlines in words. What a
draft says rests on words that it names; what it does not find, it says is not there.
"""

from tinhgon.domain.documents.directions.drafts import Agency, Draft, Due, Known, Unclear
from tinhgon.domain.documents.directions.reading import read_directions

__all__ = ["Agency", "Draft", "Due", "Known", "Unclear", "read_directions"]
