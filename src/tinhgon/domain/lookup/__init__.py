"""Look-up (tra cứu): which units of the register a person means who types an address or a code.

Knows no country: spellings, kinds and words of addresses come from the jurisdiction file. It is
never confident where several units fit. `Index` is built from entries and asked with `understand`.
"""

from tinhgon.domain.lookup.entries import Entry, Found, How, Match, Path
from tinhgon.domain.lookup.index import Index

__all__ = ["Entry", "Found", "How", "Index", "Match", "Path"]
