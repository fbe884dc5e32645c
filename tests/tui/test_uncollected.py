"""The collector does not stop the program for what is made beside it."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from briefing.tui import uncollected as module
from briefing.tui.uncollected import uncollected


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """A clock that is put on by hand; afterwards the collector works as before."""
    now = [1_000.0]
    monkeypatch.setattr(module, "monotonic", lambda: now[0])
    monkeypatch.setattr(module, "_until", 0.0)
    yield now
    gc.enable()


def test_garbage_is_looked_for_again_at_once_where_little_was_made() -> None:
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_after_an_error_garbage_is_looked_for_again() -> None:
    with pytest.raises(ValueError, match="torn"), uncollected():
        raise ValueError("torn")
    assert gc.isenabled()


def test_where_one_thread_is_done_the_other_is_still_left_alone() -> None:
    with uncollected():
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_where_much_was_made_garbage_is_looked_for_only_once_that_is_shown(clock: list[float]) -> None:
    with uncollected():
        made = [[number] for number in range(100_000)]
    assert not gc.isenabled()
    with uncollected():
        pass
    assert not gc.isenabled()
    clock[0] += 1
    with uncollected():
        pass
    assert gc.isenabled()
    assert len(made) == 100_000
