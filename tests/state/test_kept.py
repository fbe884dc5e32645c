"""What saves replaced is kept for a week, for its owner only, and never takes more room than it may."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.state import kept as module
from briefing.state.journal import LIFETIME
from briefing.state.kept import content, keep, kept, name_of, prune, spared

FILE = Path("/desk/aleppo.yaml")
NOW = 1_732_900_000.0
HOUR = 3600.0


def times(place: Path, file: Path = FILE) -> list[float]:
    return [entry.at.timestamp() - NOW for entry in kept(place, file)]


def test_what_is_kept_comes_back_as_it_was_newest_first(tmp_path: Path) -> None:
    texts = [b"title: A\n", b"\xef\xbb\xbftitle: B\r\n", b"", bytes(range(256))]
    for number, data in enumerate(texts):
        keep(tmp_path, FILE, data, NOW + number)
    entries = kept(tmp_path, FILE)
    assert [content(entry) for entry in entries] == texts[::-1]
    assert times(tmp_path) == [3, 2, 1, 0]
    assert kept(tmp_path, Path("/desk/other.yaml")) == ()


def test_only_the_owner_may_look_and_no_name_is_told(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        keep(tmp_path / "briefing", FILE, b"title: A\n", NOW)
    finally:
        os.umask(old)
    paths = list((tmp_path / "briefing").rglob("*"))
    modes = {path.is_dir(): stat.S_IMODE(path.stat().st_mode) for path in paths}
    assert modes == {True: 0o700, False: 0o600}
    assert "aleppo" not in " ".join(map(str, paths))
    assert b"aleppo" not in paths[-1].read_bytes()


def test_the_same_text_is_not_kept_twice_in_a_row(tmp_path: Path) -> None:
    for number, data in enumerate([b"a", b"a", b"b", b"a"]):
        keep(tmp_path, FILE, data, NOW + number)
    assert times(tmp_path) == [3, 2, 0]


def test_the_newest_are_all_kept_and_of_the_older_ones_the_first_of_every_hour(tmp_path: Path) -> None:
    hour = NOW - NOW % HOUR
    for number in range(100):
        keep(tmp_path, FILE, str(number).encode(), hour + number * 120)
    minutes = [entry.at.timestamp() // 60 - hour // 60 for entry in kept(tmp_path, FILE)]
    assert minutes == [*range(198, 158, -2), 120, 60, 0]


def test_after_a_week_nothing_is_left_of_any_briefing(tmp_path: Path) -> None:
    keep(tmp_path, FILE, b"a", NOW)
    keep(tmp_path, Path("/desk/other.yaml"), b"b", NOW + HOUR)
    prune(tmp_path, NOW + LIFETIME)
    assert kept(tmp_path, FILE) == ()
    assert len(kept(tmp_path, Path("/desk/other.yaml"))) == 1
    assert [path.name for path in (tmp_path / "kept").iterdir()] == [name_of(Path("/desk/other.yaml"))]
    prune(tmp_path, NOW + LIFETIME + HOUR)
    assert list((tmp_path / "kept").iterdir()) == []


def test_where_room_is_short_the_oldest_of_all_briefings_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(6):
        keep(tmp_path, Path(f"/desk/{number % 2}.yaml"), os.urandom(1000), NOW + number)
    monkeypatch.setattr(module, "MOST_BYTES", 3500)
    prune(tmp_path, NOW + 6)
    assert times(tmp_path, Path("/desk/0.yaml")) == [4]
    assert times(tmp_path, Path("/desk/1.yaml")) == [5, 3]


def test_what_others_have_put_there_is_left_alone_and_what_is_damaged_is_refused(tmp_path: Path) -> None:
    keep(tmp_path, FILE, b"title: A\n", NOW)
    home = tmp_path / "kept" / name_of(FILE)
    for name in ("notes.txt", "20241129T000000.000000Z-short.gz", "yesterday-00000000.gz"):
        (home / name).touch()
    prune(tmp_path, NOW + LIFETIME)
    assert len(list(home.iterdir())) == 3
    keep(tmp_path, FILE, b"title: A\n" * 9, NOW)
    (entry,) = kept(tmp_path, FILE)
    whole = entry.path.read_bytes()
    for damaged in (b"", whole[:-9], b"x" + whole, whole[:12] + b"\xff\xff" + whole[14:]):
        entry.path.write_bytes(damaged)
        with pytest.raises(OSError, match=r"damaged|gzip"):
            content(entry)
    prune(tmp_path / "none", NOW)


@given(st.lists(st.floats(0, LIFETIME * 1.2), max_size=300), st.integers(0, 10**9))
def test_nothing_young_is_lost_but_what_came_after_it_within_the_hour(ages: list[float], now: int) -> None:
    moments = sorted((now - age for age in ages), reverse=True)
    stay = spared(moments, now)
    assert len(stay) == len(moments)
    left = [at for at, stays in zip(moments, stay, strict=True) if stays]
    for number, at in enumerate(moments):
        if now - at >= LIFETIME:
            assert not stay[number]
        else:
            assert stay[number] or any(at // HOUR == other // HOUR and other <= at for other in left)
    assert len(left) <= 20 + 7 * 24 + 1
