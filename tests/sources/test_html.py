"""The article of a page, taken by a child process that is stopped in time."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from briefing.sources.html import MOST_BYTES, article
from briefing.sources.html_text import extract
from briefing.sources.read import SourceError

BODY = (
    "<p>The bridge closed on Tuesday after a long inspection by the city.</p>"
    "<p>It will open again in the spring, the mayor said.</p>"
)


def test_the_container_with_most_text_is_the_article() -> None:
    menu, footer = "<div id=menu><p>Home</p><p>News of the day</p></div>", "<footer><p>Imprint and more</p></footer>"
    page = f"<body>{menu}<div class=story>{BODY}</div>{footer}</body>"
    assert extract(page.encode())["text"].count("\n\n") == 1


def test_paragraphs_that_are_mostly_links_are_passed_over() -> None:
    page = f"<article>{BODY}<p><a href=x>Ten more stories about bridges that you may like to read</a></p></article>"
    assert "stories" not in extract(page.encode())["text"]


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ('<meta property="og:title" content="A title">', "title", "A title"),
        ('<meta name="date" content="2024-03-01T10:00">', "published", "2024-03-01"),
        ('<script type="application/ld+json">{"datePublished": "2024-03-01"}</script>', "published", "2024-03-01"),
        ('<script type="application/ld+json">{"datePublished": "2024-03-01", bad}</script>', "published", "2024-03-01"),
        ('<link rel="canonical" href="https://x.org/a">', "url", "https://x.org/a"),
    ],
)
def test_the_head_of_the_page_says_what_it_is(head: str, field: str, value: str) -> None:
    assert extract(f"<head>{head}</head><article>{BODY}</article>".encode())[field] == value


def test_the_encoding_is_the_one_that_the_page_declares() -> None:
    cafe = "<p>Café society closed its doors for the whole winter.</p>"
    page = f'<head><meta charset="iso-8859-1"></head><article>{BODY}{cafe}</article>'
    assert "Café" in extract(page.encode("latin-1"))["text"]


def test_an_article_comes_back_through_the_child() -> None:
    assert "closed on Tuesday" in article(f"<article>{BODY}</article>".encode(), "x.html").text


@pytest.mark.parametrize(
    "data",
    [
        b"<div>" * 200_000,
        b"<a href='" + b"x" * 1_000_000,
        b"<!--" * 300_000,
        b"<p class='" * 100_000,
        b"&#" * 500_000,
        b"<![" * 100_000,
    ],
    ids=["deep", "attribute", "comments", "classes", "references", "sections"],
)
def test_a_bomb_is_refused_or_read_but_never_waited_for(data: bytes) -> None:
    start = time.monotonic()
    with suppress(SourceError):
        article(data, "bomb.html", seconds=2)
    assert time.monotonic() - start < 8


def test_a_page_that_is_too_large_is_not_even_given_to_the_child() -> None:
    with pytest.raises(SourceError, match="larger than 2 MB"):
        article(b" " * (MOST_BYTES + 1), "x.html")


def test_a_page_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(SourceError, match="took longer"):
        article(b"<p>text</p>" * 100_000, "x.html", seconds=0.01)
