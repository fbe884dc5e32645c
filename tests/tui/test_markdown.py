"""Words pasted as Markdown are shown as written by a reader of Markdown, with nothing in them that acts."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefing.text import clean_line
from briefing.tui.markdown import address, escaped, fenced, paragraphs

READERS = [MarkdownIt("commonmark"), MarkdownIt("gfm-like")]
HOSTILE = [
    "[click](https://evil.example)",
    "![image](https://evil.example/a.png)",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<https://evil.example>",
    "https://evil.example/a",
    "see http://evil.example.",
    "//evil.example/a",
    "www.evil.example",
    "evil.example.com",
    "mail desk@evil.example now",
    "[ref]: https://evil.example",
    "&lt;b&gt; &amp; &#60; &copy",
    "# heading",
    "#tag",
    "- item",
    "+ item",
    "* item",
    "12. item",
    "3) item",
    "> quoted",
    "---",
    "===",
    "```code```",
    "`code`",
    "~~gone~~",
    "**bold** __bold__ *it* _it_",
    "| a | b |",
    "$x^2$ and $300m",
    "==lit== %%hidden%% ^block [[page]]",
    "C:\\path\\*",
    "    indented",
    "ends with two blanks  ",
    "\\",
    "U.S. envoy, 1.2m people, e.g. 3.5",
    "HTS: “in control”",
]


def shown(markdown: MarkdownIt, text: str) -> str:
    """Returns the words that a reader of Markdown shows; fails when anything but a paragraph is made of them."""
    page = markdown.render(text)
    assert re.fullmatch(r"(<p>[^<]*</p>\n)?", page), page
    return html.unescape(page.removeprefix("<p>").removesuffix("</p>\n"))


def as_written(text: str) -> str:
    return " ".join(clean_line(text).split())


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("markdown", READERS, ids=["commonmark", "gfm"])
def test_hostile_words_are_shown_and_do_nothing(markdown: MarkdownIt, text: str) -> None:
    assert shown(markdown, escaped(text)) == as_written(text)


@given(st.lists(st.sampled_from([*HOSTILE, *"\\`*_[]<>&~|$:/.@#^=%-+0 a\n\té'\"(){}!"]), max_size=8).map("".join))
def test_words_of_any_marks_are_shown_as_written(text: str) -> None:
    for markdown in READERS:
        assert shown(markdown, escaped(text)) == as_written(text)


@given(st.text(max_size=60))
def test_any_words_are_shown_as_written(text: str) -> None:
    assert shown(READERS[0], escaped(text)) == as_written(text)


def test_plain_prose_is_left_alone() -> None:
    prose = "Rebels control “most” of Aleppo, says the monitor (SOHR); 1.2m people, U.S. envoy – it's 5% up!"
    assert escaped(prose) == prose


def test_paragraphs_are_parted_by_empty_lines() -> None:
    assert paragraphs("One\ntwo\n\n \n# three\n") == ["One two", "\\# three"]


def test_an_address_shows_itself_and_a_hostile_one_is_words() -> None:
    assert address("https://example.com/a_b") == "<https://example.com/a_b>"
    assert address("javascript:alert(1)") == "javascript:alert(1)"
    assert shown(READERS[1], address("https://bbc.com@evil.example/<b>")) == "https://bbc.com@evil.example/<b>"


@given(st.text("`a\n ~", max_size=30))
def test_a_block_of_code_ends_where_it_should(text: str) -> None:
    tokens = READERS[0].parse(fenced(text))
    assert [token.type for token in tokens] == ["fence"]
    assert tokens[0].content == text + "\n"
