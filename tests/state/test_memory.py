"""What is remembered: checksums and names of panes, never words; and nothing that a damaged file could put in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.state.memory import (
    MOST_PLACES,
    Memory,
    NotStateError,
    Place,
    key_of,
    mark_of,
    merged,
    parsed,
    written,
)

SUMS = st.text("0123456789abcdef", min_size=8, max_size=8)
NAMES = st.sampled_from(["actors", "quotes", "timeline", "dark", "newest", "month"])
PLACES = st.builds(
    Place,
    pane=NAMES,
    selected=st.dictionaries(NAMES, SUMS),
    zoomed=st.booleans(),
    order=NAMES,
    scale=NAMES,
    hidden=st.lists(NAMES, max_size=4).map(tuple),
)
NAMED = st.builds("{}:{}".format, NAMES, st.one_of(NAMES, SUMS, st.just("pane.next")))
RECENT = st.lists(NAMED, max_size=20).map(tuple)
MEMORIES = st.builds(Memory, theme=NAMES, last=SUMS, places=st.dictionaries(SUMS, PLACES, max_size=6), recent=RECENT)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9) | NAMES, inner, max_size=4),
)


@given(MEMORIES)
def test_what_is_written_is_read_again(memory: Memory) -> None:
    assert parsed(written(memory)) == memory


def test_no_word_of_an_item_and_no_name_of_a_file_is_written() -> None:
    path = Path("/desk/confidential-source.yaml")
    place = Place(pane="quotes", selected={"quotes": mark_of("quotes", "khalifa", "They believe this is a moment")})
    text = written(Memory(last=key_of(path), places={key_of(path): place}))
    for word in ("confidential", "desk", "khalifa", "believe"):
        assert word not in text


def test_an_item_is_told_from_another_by_section_head_and_text() -> None:
    marks = {
        mark_of(section, head, text)
        for section in ("quotes", "claims")
        for head in ("a", "ab", "")
        for text in ("b", "", "a")
    }
    assert len(marks) == 18


def test_a_briefing_has_one_key_by_whatever_path_it_is_opened(here: Path) -> None:
    (here / "a.yaml").touch()
    (here / "link.yaml").symlink_to("a.yaml")
    assert key_of(Path("a.yaml")) == key_of(here / "a.yaml") == key_of(Path("link.yaml"))
    (here / "loop").symlink_to("loop")
    assert len(key_of(Path("loop"))) == 8


def test_the_place_left_longest_ago_makes_room() -> None:
    memory = Memory()
    for number in range(MOST_PLACES + 5):
        memory = merged(memory, Memory(places={f"{number:08x}": Place(pane="actors")}))
    memory = merged(memory, Memory(places={f"{5:08x}": Place(pane="quotes")}))
    memory = merged(memory, Memory(places={"ffffffff": Place()}))
    assert len(memory.places) == MOST_PLACES
    assert list(memory.places)[-2:] == [f"{5:08x}", "ffffffff"]
    assert f"{6:08x}" not in memory.places


@given(MEMORIES, MEMORIES)
def test_the_newer_wins_and_the_older_is_kept_beside_it(older: Memory, newer: Memory) -> None:
    both = merged(older, newer)
    assert (both.theme, both.last) == (newer.theme, newer.last)
    assert dict(both.places) == {**older.places, **newer.places}
    assert list(both.places)[len(both.places) - len(newer.places) :] == list(newer.places)


@pytest.mark.parametrize(
    "text",
    ["", "{", "null", "[]", "3", '"x"', "{}", '{"version": "1"}', '{"version": true}', '{"version": 0}', "[" * 100_000],
    ids=lambda text: text[:12] or "empty",
)
def test_what_is_no_state_says_so(text: str) -> None:
    with pytest.raises(NotStateError) as caught:
        parsed(text)
    assert not caught.value.newer


def test_a_state_of_a_newer_version_says_so() -> None:
    with pytest.raises(NotStateError) as caught:
        parsed('{"version": 2, "anything": []}')
    assert caught.value.newer


@given(st.dictionaries(st.sampled_from(["theme", "last", "briefings"]), JSON), SUMS, JSON)
def test_values_that_are_not_what_they_should_be_are_left_out(
    found: dict[str, object], key: str, place: object
) -> None:
    memory = parsed(json.dumps({"version": 1, "briefings": {key: place}, **found}))
    assert parsed(written(memory)) == memory
    assert len(memory.places) <= MOST_PLACES


def test_names_and_sums_are_plain() -> None:
    entry = {
        "pane": "../../etc",
        "selected": {"quotes": "\x1b[31m", "actors": "0a0b0c0d"},
        "zoomed": "yes",
        "unknown": ["claims", 3, ""],
    }
    memory = parsed(
        json.dumps({"version": 1, "theme": "\x1b", "last": "zz", "briefings": {"00000000": entry, "x": {}}})
    )
    assert memory == Memory(places={"00000000": Place(selected={"actors": "0a0b0c0d"})})
