"""Every save is seen, in whatever way it is made, and nothing is ever taken for a save that is only a part of one.

The clock is ours: a pause of a slow program is so many looks of the watch, whatever the machine is doing.
"""

from __future__ import annotations

import os
import stat
import time
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from briefing.tui import watch as watching
from briefing.tui.patience import CUT_OFF, GONE, NEW_END, SETTLED, STILL_OPEN, Writing, ending, needed
from briefing.tui.watch import Broken, Fresh, SourcesChanged, Watch, being_written, signature
from tests.tui.savers import STYLES, Style, truncate_and_write

TIMES = int(os.environ.get("BRIEFING_SAVES", "3"))
HALF_A_SECOND = 0.5
_TICK = 0.006
"""Real seconds between two steps of a save: more than the resolution of a file's times, so that each step shows."""

_needs_leases = pytest.mark.skipif(
    not hasattr(__import__("fcntl"), "F_SETLEASE"), reason="only Linux says whether a file is open for writing"
)


def text_of(number: int) -> str:
    """A briefing whose end stays and whose middle grows, shrinks and changes with the number."""
    events = "".join(f"  - 2024-11-{day:02}: Day {day} of {number}\n" for day in range(1, 3 + number * 7 % 20))
    return f"title: Version {number}\ntimeline:\n{events}questions:\n  - open: What now?\n  - open: And then?\n"


class Desk:
    """A file that is watched, with a clock that a test moves."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "story.yaml"
        self.now = 0.0
        self.raw = text_of(0)
        self.path.write_text(self.raw)
        self.watch = Watch(self.path, self.raw, clock=lambda: self.now)
        self.seen: list[object] = []
        self.wait(HALF_A_SECOND)

    def wait(self, seconds: float) -> float:
        """Lets the watch look for so long; returns the seconds until the first news, or all of them."""
        first = seconds
        end = self.now + seconds
        while self.now < end - 1e-9:
            delay, news = self.watch.step()
            self.now += delay
            if news is not None:
                first = min(first, self.now - (end - seconds))
                self.seen.append(news)
        return first

    def save(self, style: Style, text: str, *, pieces: int, pause: float) -> None:
        """Saves in a style, with a pause after each step."""
        for _ in style(self.path, text.encode(), pieces):
            time.sleep(_TICK)
            self.wait(pause)

    @property
    def texts(self) -> list[str | None]:
        return [news.raw for news in self.seen if isinstance(news, Fresh)]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def without_leases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any system but Linux, a network, another owner's file: nobody says who writes."""
    monkeypatch.setattr(watching, "being_written", lambda path: "unknown")


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.__name__)
@pytest.mark.parametrize("pause", [0.0, 0.01, 0.1, 0.4], ids=["at once", "fast", "slow", "very slow"])
@_needs_leases
def test_every_save_is_seen_within_half_a_second_and_no_part_of_one(desk: Desk, style: Style, pause: float) -> None:
    for number in range(1, TIMES + 1):
        desk.save(style, text_of(number), pieces=5 if pause else 1, pause=pause)
        if text_of(number) not in desk.texts:
            assert desk.wait(HALF_A_SECOND) < HALF_A_SECOND
    assert desk.texts == [text_of(number) for number in range(1, TIMES + 1)]
    assert not any(isinstance(news, Broken) for news in desk.seen)


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.__name__)
@pytest.mark.parametrize("pause", [0.0, 0.01, 0.1, 0.2], ids=["at once", "fast", "slow", "slower"])
@pytest.mark.usefixtures("without_leases")
def test_so_it_is_where_nobody_says_who_writes_unless_the_pauses_are_long(
    desk: Desk, style: Style, pause: float
) -> None:
    for number in range(1, TIMES + 1):
        desk.save(style, text_of(number), pieces=5 if pause else 1, pause=pause)
        if text_of(number) not in desk.texts:
            assert desk.wait(HALF_A_SECOND) < HALF_A_SECOND
    assert desk.texts == [text_of(number) for number in range(1, TIMES + 1)]


def test_a_touch_without_a_change_is_no_news(desk: Desk) -> None:
    os.utime(desk.path)
    desk.wait(2)
    assert desk.seen == []


def test_the_same_text_saved_again_is_no_news(desk: Desk) -> None:
    for style in STYLES:
        desk.save(style, desk.raw, pieces=3, pause=0.1)
        desk.wait(HALF_A_SECOND)
    assert desk.seen == []


def test_a_save_that_happened_before_the_first_look_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "story.yaml"
    path.write_text(text_of(2))
    now = 0.0
    watch = Watch(path, text_of(1), clock=lambda: now)
    for _ in range(30):
        delay, news = watch.step()
        now += delay
        if news is not None:
            break
    assert isinstance(news, Fresh)
    assert news.raw == text_of(2)


def test_what_the_program_wrote_itself_is_no_news(desk: Desk) -> None:
    desk.path.write_text(text_of(5))
    desk.watch.shown(text_of(5))
    desk.wait(2)
    assert desk.seen == []
    desk.save(truncate_and_write, text_of(0), pieces=1, pause=0)
    desk.wait(HALF_A_SECOND)
    assert desk.texts == [text_of(0)]


def test_an_empty_file_is_told_only_when_it_stays_empty(desk: Desk) -> None:
    desk.path.write_text("")
    desk.wait(CUT_OFF - 0.1)
    assert desk.seen == []
    desk.wait(0.5)
    assert [news.problems[0].code for news in desk.seen if isinstance(news, Broken)] == ["empty"]


def test_a_file_that_goes_is_told_after_a_second_and_comes_back(desk: Desk) -> None:
    desk.path.unlink()
    desk.wait(GONE - 0.1)
    assert desk.seen == []
    desk.wait(0.5)
    assert [news.problems[0].code for news in desk.seen if isinstance(news, Broken)] == ["no-such-file"]
    desk.path.write_text(desk.raw)
    assert desk.wait(HALF_A_SECOND) < HALF_A_SECOND
    assert desk.texts == [desk.raw]


def test_so_it_is_when_the_whole_folder_goes_and_comes_back(desk: Desk) -> None:
    away = desk.path.parent.with_name("away")
    desk.path.parent.rename(away)
    desk.wait(2)
    away.rename(desk.path.parent)
    desk.wait(HALF_A_SECOND)
    assert [type(news) for news in desk.seen] == [Broken, Fresh]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"title: caf\xe9\n", "not-utf-8"),
        ("title: x\n".encode("utf-16"), "utf-16"),
        (b"once upon a time\n", "not-a-briefing"),
        (b"title: x\nquestions: [[[{\n" + b"  - open: a\n" * 40, "unreadable-rest"),
        (b"title: x\nquestions: [[[{\n" + b"  - open: a\n" * 5, "line-lost"),
        (b"x" * (8 * 1024 * 1024 + 1), "too-large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_briefing_is_told_with_the_reason(desk: Desk, data: bytes, code: str) -> None:
    desk.path.write_bytes(data)
    desk.wait(2)
    assert [news.problems[0].code for news in desk.seen if isinstance(news, Broken)] == [code]


def test_a_repaired_line_is_an_ordinary_save(desk: Desk) -> None:
    desk.path.write_text(desk.raw.replace("Day 1", "Kremlin: Day 1"))
    desk.wait(HALF_A_SECOND)
    (news,) = desk.seen
    assert isinstance(news, Fresh)
    assert news.loaded.problems


def test_where_the_first_text_was_broken_a_better_part_of_it_is_news(tmp_path: Path) -> None:
    broken = "title: x\nquestions: [[[{\n" + "  - open: a\n" * 40
    path = tmp_path / "story.yaml"
    path.write_text(broken.replace("title: x", "title: y"))
    now = 0.0
    watch = Watch(path, broken, partial=True, clock=lambda: now)
    found = []
    while now < 2:
        delay, news = watch.step()
        now += delay
        found += [news] if news else []
    assert [type(news) for news in found] == [Fresh]


@_needs_leases
def test_a_program_that_keeps_the_file_open_is_waited_for_but_not_for_ever(desk: Desk) -> None:
    with desk.path.open("w") as file:
        file.write(text_of(3))
        file.flush()
        desk.wait(STILL_OPEN - 0.2)
        assert desk.seen == []
        desk.wait(0.5)
        assert desk.texts == [text_of(3)]
        file.write("  - open: One more\n")
        file.flush()
        assert desk.wait(HALF_A_SECOND) < HALF_A_SECOND, "the second time it is known that this says nothing"


@_needs_leases
def test_asking_who_writes_leaves_no_trace(tmp_path: Path) -> None:
    path = tmp_path / "story.yaml"
    path.write_text("title: x\n")
    assert being_written(path) == "nobody"
    with path.open("a"):
        assert being_written(path) == "somebody"
    with path.open():
        assert being_written(path) == "nobody"
    assert being_written(tmp_path / "none.yaml") == "unknown"


def test_a_change_of_a_source_is_seen_within_half_a_second(desk: Desk) -> None:
    source = desk.path.with_name("bbc.txt")
    desk.watch.watch_sources([source])
    desk.wait(1)
    source.write_text("One.\n")
    assert desk.wait(0.6) <= 0.6
    assert desk.seen == [SourcesChanged()]
    desk.wait(2)
    assert len(desk.seen) == 1


class _Fat:
    """A file whose times are kept in whole seconds; it was written `age` seconds ago."""

    def __init__(self, text: bytes, age: float) -> None:
        self.text, self.second = text, int(time.time() - age)

    def stat(self) -> SimpleNamespace:
        nanoseconds = self.second * 1_000_000_000
        return SimpleNamespace(
            st_dev=1, st_ino=1, st_mode=stat.S_IFREG | 0o644, st_size=len(self.text),
            st_mtime=self.second, st_mtime_ns=nanoseconds, st_ctime_ns=nanoseconds,
        )  # fmt: skip

    def read_bytes(self) -> bytes:
        return self.text


def test_two_saves_of_the_same_length_in_one_second_differ_where_times_are_kept_in_seconds() -> None:
    def state(text: bytes, age: float) -> tuple[int, ...]:
        return signature(cast("Path", _Fat(text, age)))

    assert state(b"title: a", 0) != state(b"title: b", 0)
    assert state(b"title: a", 60) == state(b"title: b", 60)


@pytest.mark.parametrize(
    ("new", "old", "writing", "seconds"),
    [
        ("a\nB\nc\nd\ne\n", "a\nb\nc\nd\ne\n", "nobody", SETTLED),
        ("a\nb\nc\nd\ne\nf\n", "a\nb\nc\nd\ne\n", "nobody", NEW_END),
        ("a\nb\nc\nd\n", "a\nb\nc\nd\ne\n", "nobody", NEW_END),
        ("a\nB\nc\nd\ne\n", "a\nb\nc\nd\ne\n", "unknown", NEW_END),
        ("a\nb", "a\nb\nc\nd\ne\n", "unknown", CUT_OFF),
        ("a\nb\nc\nd\ne", "a\nb\nc\nd\ne\n", "unknown", CUT_OFF),
        ("a\n\0\0\0\nd\ne\n", "a\nb\nc\nd\ne\n", "unknown", CUT_OFF),
        ("", "a\n", "nobody", CUT_OFF),
        (None, "a\n", "nobody", CUT_OFF),
        ("a\nB\nc\nd\ne\n", "a\nb\nc\nd\ne\n", "somebody", STILL_OPEN),
    ],
)
def test_the_less_a_text_looks_whole_the_longer_it_is_waited_for(
    new: str | None, old: str, writing: Writing, seconds: float
) -> None:
    assert needed(new, old, writing) == seconds


def test_a_text_without_a_last_line_end_may_stay_without() -> None:
    assert needed("title: y\na: 1\nb: 2\nc: 3", "title: x\na: 1\nb: 2\nc: 3", "nobody") == SETTLED


def test_the_ending_of_a_text_is_its_last_three_lines() -> None:
    assert ending("a\nb\nc\nd\n\n") == "\nb\nc\nd\n\n"
    assert ending("a\nb") == "a\nb"
    assert ending("") == ""
