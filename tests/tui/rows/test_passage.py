"""A source beside an item: exactly the words that were found are lit, and every paragraph is there word for word."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.anchors import Passage, Status, passages
from briefing.document.load import load
from briefing.model import Anchor, Quote
from briefing.tui.lines import Block, plain, width_of
from briefing.tui.rows import passage
from briefing.tui.story import Story
from tests.tui.rows.drawn import holds, inked, squeezed, texts
from tests.tui.stage import EVERYTHING, SAMPLE
from tests.tui.stories import checked, story_of

_STORY = story_of(SAMPLE)
_ARTICLE = _STORY.articles["explainer"]
_QUOTES = _STORY.briefing.quotes
WIDTHS = (28, 36, 48, 57, 72, 118)
LIT = "text@mark"


def _shown(story: Story, quote: Quote, width: int, at: int = 0) -> Block:
    found = passages(quote, story.articles)[at]
    article = story.articles[found.source]
    numbers = range(found.first or 1, (found.last or 1) + 1)
    return [line for number in numbers for line in passage.paragraph(story, article, number, found, width)]


def _bare(text: str) -> str:
    """Words alone: marks that a quotation and its source may set differently are left out."""
    return re.sub(r"[^\w()]", "", text)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("quote", _QUOTES, ids=lambda quote: quote.text[:20])
def test_the_words_that_are_lit_are_the_words_of_the_quote(quote: Quote, width: int) -> None:
    assert _bare("".join(inked(_shown(_STORY, quote, width), LIT))) == _bare(quote.text)


@given(st.integers(28, 130), st.integers(1, len(_ARTICLE.paragraphs)))
def test_a_paragraph_is_drawn_word_for_word_and_inside_its_width(width: int, number: int) -> None:
    block = passage.paragraph(_STORY, _ARTICLE, number, None, width)
    assert holds(block, _ARTICLE.paragraph(number))
    assert all(width_of(line, _STORY.measure) <= width for line in block)
    assert block[-1] == ()
    assert inked(block, LIT) == []


def test_a_paragraph_that_is_cited_as_a_whole_has_a_bar_and_no_words_lit() -> None:
    cited = Passage("explainer", 8, 8)
    block = passage.paragraph(_STORY, _ARTICLE, 8, cited, 57)[:-1]
    assert all(plain(line).startswith("▌") for line in block)
    assert inked(block, LIT) == []
    assert inked(block, "focus bold") == ["   8"]
    assert not any(plain(line).startswith("▌") for line in passage.paragraph(_STORY, _ARTICLE, 9, cited, 57))


def test_words_over_two_paragraphs_are_lit_in_both() -> None:
    story = checked(
        "title: x\nsources: {s: s.txt}\nquotes:\n"
        "  - a guard: |\n      We saw them at dawn.\n\n      Nobody else came.\n    src: s#1-2\n",
        "“We saw them at dawn.\n\n“Nobody else came.” He left.\n",
    )
    block = _shown(story, story.briefing.quotes[0], 57)
    assert inked(block, LIT) == ["We saw them at dawn.", "Nobody else came."]


def test_wide_and_combining_words_are_lit_to_the_character() -> None:
    story = checked(
        "title: x\nsources: {s: s.txt}\nquotes:\n  - a guard: 防衛線は驚くべき速さで cafe\u0301 崩壊\n    src: s#1\n",
        "政権の防衛線は驚くべき速さで cafe\u0301 崩壊した。\n",
    )
    for width in range(28, 60):
        assert (
            squeezed("".join(inked(_shown(story, story.briefing.quotes[0], width), LIT)))
            == "防衛線は驚くべき速さでcafe\u0301崩壊"
        )


def test_in_ascii_the_same_paragraph_keeps_its_bar() -> None:
    story = story_of(SAMPLE, ascii_only=True)
    block = _shown(story, _QUOTES[0], 57)
    assert all(plain(line).startswith(">") for line in block[:-1])
    assert all(line.isascii() for line in texts(block))


@pytest.mark.parametrize(
    ("words", "source", "status"),
    [
        ("They came at dawn", "They came at dawn, he said.", "✓ word for word"),
        ("They came at night", "They came at dawn, he said.", "!"),
        ("It wasn't us", "“It wasn’t us,” he said.", "✓ word for word, typographic marks differ"),
    ],
)
def test_the_status_of_an_anchor_is_said_in_words_with_its_sign(words: str, source: str, status: str) -> None:
    story = checked(f"title: x\nsources: {{s: s.txt}}\nquotes:\n  - a guard: {words}\n    src: s#1\n", source)
    found = passages(story.briefing.quotes[0], story.articles)
    line = plain(passage.status_line(story, found[0], 0, len(found)))
    assert line.startswith(status)
    assert line.endswith("passage 1 of 1")


def test_a_source_whose_text_is_not_here_says_so() -> None:
    loaded = load("title: x\nsources: {s: s.txt}\nquotes:\n  - a guard: No\n    src: s#1\n", "a.yaml")
    found = passages(loaded.briefing.quotes[0], {})
    assert found[0].status is not None
    assert found[0].status.status is Status.UNVERIFIABLE
    assert plain(passage.status_line(_STORY, found[0], 0, 1)).startswith("– ")


def test_a_paragraph_cited_without_words_is_called_so() -> None:
    event = next(event for event in _STORY.briefing.timeline if event.src == (Anchor("explainer", 30),))
    (found,) = passages(event, _STORY.articles)
    assert plain(passage.status_line(_STORY, found, 0, 1)) == "paragraph cited"
    assert passage.status_line(_STORY, None, 0, 0) == ()


def test_fields_that_the_pane_does_not_show_stand_above_the_source() -> None:
    story = story_of(EVERYTHING)
    shown = dict(passage.details(story, story.briefing.quotes[0]))
    assert shown["orig"] == "We stoppen als de klok slaat"
    assert shown["note"] == "laughter in the room"
    assert "topic" not in shown


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("most", [1, 3, 12])
def test_what_stands_above_the_source_keeps_to_its_room(width: int, most: int) -> None:
    story = story_of(EVERYTHING)
    for item in story.briefing.items():
        block = passage.head(story, story.briefing.sources["wire"], item, (), width, most)
        assert len(block) <= most
        assert all(width_of(line, story.measure) <= width for line in block)
