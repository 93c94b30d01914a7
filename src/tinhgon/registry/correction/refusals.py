"""Sentences for why a correction cannot be made."""

from tinhgon.registry.correction.correcting import Uncorrectable
from tinhgon.registry.generic_form.words import sentence


def correction_words(wrong: Uncorrectable) -> str:
    """Why a correction cannot be made."""
    return sentence(wrong.code, wrong.facts)
