"""Who is to be told of what: from roles, posts and absences of a day, and what each chose."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from tinhgon.accounts.models import User
from tinhgon.accounts.queries import roles_of
from tinhgon.accounts.roles import Role
from tinhgon.registry.directory import directory
from tinhgon.registry.models import Unit
from tinhgon.staff.models import Officer
from tinhgon.work.listing.desks import Reader, highest
from tinhgon.work.models import Channel, Delegation, Occasion, Reminders
from tinhgon.work.permissions import WorkPermission
from tinhgon.work.working import working_in

Watch = tuple[int, str, str, int]
"""A person, an occasion, and whose works: of an officer, of a unit, or given by one."""

IN_PROGRAM = (Channel.PROGRAM, Channel.AT_ONCE, Channel.DAILY)
"""Whatever is sent stands in the program too."""

OF_HOLDER = (Occasion.CAME, Occasion.DUE, Occasion.LATE, Occasion.ANSWERED)
TO_DECIDE = (Occasion.REPORT, Occasion.EXTENSION)


@dataclass
class Watcher:
    """Somebody with the officers as whom they work, and the units for which they answer, by id.

    To the `directed` belong the bodies that direct the whole of an area that they direct.
    """

    user: User
    chosen: Reminders
    officers: set[int] = field(default_factory=set)
    units: set[int] = field(default_factory=set)
    directed: set[int] = field(default_factory=set)

    def watches(self, channels: Collection[Channel]) -> Iterator[Watch]:
        """Of what they are told in one of these ways."""
        wanted = {one for one in Occasion if self.chosen.channel(one) in channels}
        for occasion in wanted.intersection(OF_HOLDER):
            for name in self._names(occasion):
                yield from self._each(name, "officer", self.officers, self.chosen.own)
                yield from self._each(name, "unit", self.units, self.chosen.of_unit)
        for occasion in wanted.intersection(TO_DECIDE):
            yield from self._each(occasion.value, "giver", self.directed)
        if Occasion.ANSWERED in wanted:
            yield from self._each("answered", "giver", self.directed, self.chosen.of_unit)

    def _names(self, occasion: Occasion) -> Iterable[str]:
        if occasion is Occasion.DUE:
            return [f"due-{one}" for one in dict.fromkeys(self.chosen.days)]
        return [occasion.value]

    def _each(
        self, name: str, side: str, ids: Iterable[int], wanted: bool = True
    ) -> Iterator[Watch]:
        return ((self.user.pk, name, side, one) for one in (ids if wanted else ()))


def watcher_of(reader: Reader) -> Watcher:
    """Somebody who reads their pages; two queries, and one more for whoever directs a unit."""
    users = User.objects.select_related("reminders", "notices_read")
    user = users.get(pk=reader.user.pk)
    seen, directed = (reader.units_with(one) for one in (WorkPermission.SEE, WorkPermission.DIRECT))
    giving = {*directed}.union(*_giving(directed, reader.on).values())
    ids = _ids({*seen, *giving})
    return Watcher(
        user,
        _chosen(user),
        {*reader.officers},
        {ids[key] for key in seen},
        {ids[key] for key in giving},
    )


def watchers(on: date, users: Collection[int] | None = None) -> dict[int, Watcher]:
    """Everybody, or these, who can be written to; as many queries for all as for one."""
    people = User.objects.filter(is_active=True, invented=False).exclude(email="")
    if users is not None:
        people = people.filter(pk__in=users)
    found = {user.pk: Watcher(user, _chosen(user)) for user in people.select_related("reminders")}
    _add_officers(found, on, users)
    _add_units(found, on, users)
    return found


def _add_officers(found: dict[int, Watcher], on: date, users: Collection[int] | None) -> None:
    """The officers that people are, and those for whom they stand in."""
    signing_in = Officer.objects.filter(user__isnull=False)
    if users is not None:
        signing_in = signing_in.filter(user__in=users)
    own = dict(signing_in.values_list("pk", "user_id"))
    away = Delegation.objects.on(on).filter(deputy__in=signing_in)
    pairs = [*own.items()]
    pairs += [(one, own[deputy]) for one, deputy in away.values_list("officer", "deputy")]
    for officer, user in pairs:
        if user in found:
            found[user].officers.add(officer)


def _add_units(found: dict[int, Watcher], on: date, users: Collection[int] | None) -> None:
    """The units over which their roles give them something."""
    held = [one for one in roles_of(users, on) if WorkPermission.SEE in one[1].permissions]
    top = highest(on) if any(unit is None for _user, _role, unit in held) else ""
    directing = {unit or top for _user, role, unit in held if _directs(role)}
    giving = _giving(directing, on)
    ids = _ids({unit or top for _user, _role, unit in held}.union(*giving.values()))
    for user, role, unit in held:
        watcher, place = found.get(user), ids.get(unit or top)
        if watcher and place:
            watcher.units.add(place)
            if _directs(role):
                watcher.directed |= {ids[key] for key in giving[unit or top] if key in ids}


def _directs(role: Role) -> bool:
    return WorkPermission.DIRECT in role.permissions


def _giving(directed: Collection[str], on: date) -> dict[str, set[str]]:
    """Of units that are directed, each and the bodies in it that direct the whole of an area."""
    if not directed:
        return {}
    register = directory()
    said = working_in(register).whole_area
    found = {key: {key} for key in directed}
    for key in found:
        if not register.is_body(key):
            here = register.bodies(key, on)
            found[key] |= {one.unit for one in here if said.has(one.level, one.kind)}
    return found


def _chosen(user: User) -> Reminders:
    return getattr(user, "reminders", None) or Reminders(user=user)


def _ids(keys: Collection[str]) -> dict[str, int]:
    return dict(Unit.objects.filter(key__in=keys).values_list("key", "pk"))
