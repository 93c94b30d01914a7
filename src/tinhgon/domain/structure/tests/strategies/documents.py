"""JSON that is almost right, and JSON that is anything."""

from typing import Any

from hypothesis import strategies as st

Json = Any

LIKELY = ("whole", "rest", "land", "2025-07-01", "20250701", "form", "dai-mo", "NaN", "1e5", " ")

random_json: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(LIKELY),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["verb", "unit", "key", "name"]) | st.text(), inner)
    ),
    max_leaves=8,
)


@st.composite
def mutilated(draw: st.DrawFn, document: Json, times: int = 3) -> Json:
    """A document of which some places are replaced, taken away or doubled."""
    for _ in range(draw(st.integers(1, times))):
        document = _spoiled(draw, document)
    return document


def _spoiled(draw: st.DrawFn, document: Json) -> Json:
    if isinstance(document, str) and draw(st.booleans()):
        return draw(st.sampled_from(LIKELY) | st.text())
    inner = document if isinstance(document, (dict, list)) else ()
    if not inner or draw(st.integers(0, 4)) == 0:
        return draw(random_json)
    if isinstance(document, list):
        return _spoiled_list(draw, document)
    return _spoiled_object(draw, document)


def _spoiled_list(draw: st.DrawFn, members: list[Json]) -> list[Json]:
    place = draw(st.integers(0, len(members) - 1))
    member = members[place]
    instead = draw(st.sampled_from(["less", "twice", "spoiled", "spoiled", "spoiled"]))
    ways = {"less": list[Json](), "twice": [member, member]}
    found = ways[instead] if instead in ways else [_spoiled(draw, member)]
    return [*members[:place], *found, *members[place + 1 :]]


def _spoiled_object(draw: st.DrawFn, members: dict[str, Json]) -> dict[str, Json]:
    name = draw(st.sampled_from(sorted(members)))
    others = {other: member for other, member in members.items() if other != name}
    instead = draw(st.sampled_from(["less", "more", "spoiled", "spoiled", "spoiled"]))
    if instead == "less":
        return others
    if instead == "more":
        return {**members, draw(st.text() | st.sampled_from(["verb", "clause"])): draw(random_json)}
    return {**others, name: _spoiled(draw, members[name])}
