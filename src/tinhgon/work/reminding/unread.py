"""What somebody finds in the program: their notices, and how many they have not read."""

from dataclasses import dataclass
from datetime import date

from tinhgon.accounts.models import User
from tinhgon.temporal.gate import behind_gate
from tinhgon.work.listing.desks import Reader
from tinhgon.work.models import Reading
from tinhgon.work.reminding.happenings import Notice, count, days_of, few, notices
from tinhgon.work.reminding.watching import IN_PROGRAM, watcher_of
from tinhgon.work.reminding.windows import SHOWN_FOR, Cut, Window, first_shown, latest

MOST = 200
"""So many notices are shown, the latest."""


@dataclass(frozen=True)
class Notices:
    """The notices of somebody, the latest first, how many there are, and up to where they read."""

    shown: list[Notice]
    every: int
    read: Cut

    def is_new(self, notice: Notice) -> bool:
        """Whether it came since they last read."""
        return notice.is_after(self.read)


def unread(reader: Reader) -> int:
    """How many notices somebody has not read yet; one query counts them."""
    watcher = watcher_of(reader)
    watches = [*watcher.watches(IN_PROGRAM)]
    if not watches:
        return 0
    window = Window(_read(watcher.user, reader.on), latest(reader.on), reader.on - SHOWN_FOR)
    return count(few(watches), window, days_of(watches))


def notices_of(reader: Reader) -> Notices:
    """All that somebody was told in the last weeks and that still holds."""
    watcher = watcher_of(reader)
    watches, read = [*watcher.watches(IN_PROGRAM)], _read(watcher.user, reader.on)
    if not watches:
        return Notices([], 0, read)
    window = Window(first_shown(reader.on), latest(reader.on), reader.on - SHOWN_FOR)
    found = notices(few(watches), window, days_of(watches), MOST)
    shown, every = found.get(watcher.user.pk, ([], 0))
    return Notices(shown, every, read)


def mark_read(user: User, cut: Cut) -> None:
    """Keep up to where somebody has read; never back."""
    with behind_gate(alone=False):
        row, _is_new = Reading.objects.select_for_update().get_or_create(
            user=user, defaults={"day": cut.day}
        )
        for name, value in {"day": cut.day, **cut.rows}.items():
            setattr(row, name, max(getattr(row, name), value))
        row.save()


def _read(user: User, on: date) -> Cut:
    """Up to where somebody has read; whoever never did, as far back as notices are shown."""
    kept = getattr(user, "notices_read", None)
    if kept and kept.day >= on - SHOWN_FOR:
        return Cut.of(kept)
    shown = first_shown(on)
    return Cut(shown.day, **Cut.of(kept).rows) if kept else shown
