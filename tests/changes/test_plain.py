"""The plain text of two files, line by line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.changes.plain import unified

TEXTS = st.lists(st.sampled_from("abcd"), max_size=30).map("\n".join)


def test_lines_that_differ_are_told_with_three_on_either_side() -> None:
    old = "\n".join(str(number) for number in range(20))
    assert list(unified(old, old.replace("10", "ten"), ("a", "b"))) == [
        "--- a", "+++ b", "@@ -8,7 +8,7 @@", " 7", " 8", " 9", "-10", "+ten", " 11", " 12", " 13",
    ]  # fmt: skip


def test_equal_texts_have_no_lines() -> None:
    assert not list(unified("a\nb", "a\nb", ("a", "b")))


@given(TEXTS, TEXTS)
def test_the_lines_that_went_and_came_are_all_that_differ(old: str, new: str) -> None:
    lines = list(unified(old, new, ("a", "b")))[2:]
    gone = [line[1:] for line in lines if line.startswith("-")]
    came = [line[1:] for line in lines if line.startswith("+")]
    assert len(old.split("\n")) - len(gone) == len(new.split("\n")) - len(came)
    for text, parts in ((old, gone), (new, came)):
        left = text.split("\n")
        for part in parts:
            left.remove(part)


def test_long_texts_with_nothing_in_common_are_told_one_after_the_other() -> None:
    old, new = "\n".join(["a"] * 5_000), "\n".join(["b"] * 5_000)
    lines = list(unified(f"x\n{old}\ny", f"x\n{new}\ny", ("a", "b")))
    assert lines[2] == "@@ -2,5000 +2,5000 @@"
    assert lines[3:] == ["-a"] * 5_000 + ["+b"] * 5_000
