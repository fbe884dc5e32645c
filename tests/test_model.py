"""Places in a file are told as editors tell them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Anchor, Article, Briefing, Claim, LineMap, Paragraph

_TEXT = st.text(st.sampled_from("ab\n\r\x0b\x85\u2028é叛"), max_size=40)


def counted(text: str, offset: int) -> tuple[int, int]:
    """Line and column by going through the text character by character."""
    line = column = 1
    for at in range(offset):
        ends = text[at] == "\n" or (text[at] == "\r" and text[at + 1 : at + 2] != "\n")
        line, column = (line + 1, 1) if ends else (line, column + 1)
    return line, column


@given(_TEXT, st.data())
def test_a_position_is_what_counting_gives(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    assert LineMap(text).position(offset) == counted(text, offset)


@given(_TEXT)
def test_a_text_has_one_line_more_than_line_ends(text: str) -> None:
    lines = LineMap(text)
    assert len(lines) == 1 + len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")) - 1
    assert lines.length == len(text)


@given(_TEXT)
def test_each_line_begins_where_its_position_is_column_one(text: str) -> None:
    lines = LineMap(text)
    for line in range(1, len(lines) + 1):
        assert lines.position(lines.start(line)) == (line, 1)


@pytest.mark.parametrize(("offset", "position"), [(-5, (1, 1)), (99, (2, 3))])
def test_an_offset_outside_the_text_is_brought_into_it(offset: int, position: tuple[int, int]) -> None:
    assert LineMap("one\nab").position(offset) == position


@pytest.mark.parametrize(("line", "start"), [(0, 0), (-1, 0), (2, 4), (99, 4)])
def test_a_line_outside_the_text_is_brought_into_it(line: int, start: int) -> None:
    assert LineMap("one\nab").start(line) == start


@pytest.mark.parametrize(
    ("anchor", "text", "paragraphs"),
    [
        (Anchor("bbc"), "bbc", []),
        (Anchor("bbc", 12), "bbc#12", [12]),
        (Anchor("bbc", 12, 12), "bbc#12", [12]),
        (Anchor("bbc", 12, 14), "bbc#12-14", [12, 13, 14]),
        (Anchor("bbc", 14, 12), "bbc#14-12", []),
    ],
)
def test_an_anchor_is_written_as_it_is_typed(anchor: Anchor, text: str, paragraphs: list[int]) -> None:
    assert str(anchor) == text
    assert list(anchor.paragraphs) == paragraphs


def test_an_item_knows_where_its_parts_stand() -> None:
    claim = Claim(head="iran", text="So it is", marks={"": (4, 10), "src": (20, 25, 26, 33), "note": (40, 46)})
    assert (claim.offset, claim.at()) == (4, 10)
    assert (claim.at("note"), claim.at("src"), claim.at("src", 0), claim.at("src", 1)) == (46, 25, 26, 33)
    assert (claim.at("src", 2), claim.at("rating"), claim.at("rating", 0)) == (25, 4, 4)


def test_a_speaker_without_an_entry_is_called_by_the_words_themselves() -> None:
    briefing = Briefing(title="T", lines=LineMap(""), marks={"": (0, 0)})
    assert briefing.name("a senior US official") == "a senior US official"


@pytest.mark.parametrize("number", [0, -1, 2])
def test_a_paragraph_outside_the_article_is_refused(number: int) -> None:
    with pytest.raises(IndexError):
        Article("One.", (Paragraph(1, 0, 4),)).paragraph(number)
