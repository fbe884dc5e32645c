"""A passage can be handed to annotation tools in the selectors of the W3C."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.anchors import find, text_position_selector, text_quote_selector
from briefing.sources import from_text

ARTICLE = from_text("The army acknowledged that rebels had infiltrated “large parts” of the city.\n\nThat was all.")


def test_a_quotation_is_selected_by_its_words_and_32_characters_around_them() -> None:
    (span,) = find("large parts", ARTICLE, "bbc").spans
    assert text_quote_selector(ARTICLE, span) == {
        "type": "TextQuoteSelector",
        "exact": "large parts",
        "prefix": "ed that rebels had infiltrated “",
        "suffix": "” of the city.\n\nThat was all.",
    }


def test_a_quotation_is_selected_by_its_characters() -> None:
    (span,) = find("The army", ARTICLE, "bbc").spans
    assert text_position_selector(ARTICLE, span) == {"type": "TextPositionSelector", "start": 0, "end": 8}


@pytest.mark.parametrize("span", [(-1, 2), (3, 2), (0, 10_000)])
def test_a_part_that_is_not_in_the_text_has_no_selector(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no part of a text"):
        text_position_selector(ARTICLE, span)


@given(st.data())
def test_prefix_words_and_suffix_stand_together_in_the_text(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(ARTICLE.text)))
    end = data.draw(st.integers(start, len(ARTICLE.text)))
    selector = text_quote_selector(ARTICLE, (start, end))
    context = selector["prefix"] + selector["exact"] + selector["suffix"]
    assert ARTICLE.text[start - len(selector["prefix"]) : end + len(selector["suffix"])] == context
