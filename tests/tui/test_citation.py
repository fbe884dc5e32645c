"""Every item with its citation, ready to be pasted; and its words without one."""

from __future__ import annotations

import html
import re

import pytest
from markdown_it import MarkdownIt

from briefing.anchors import passages
from briefing.model import Item
from briefing.tui.citation import bare, cited, passage_words
from briefing.tui.panes import PANES
from tests.tui.stage import EVERYTHING, SAMPLE
from tests.tui.stories import checked, story_from, story_of

_READER = MarkdownIt("gfm-like")


_TOLD = """\
title: Dockers walk out
as_of: 2024-11-30
sources:
  wire: { title: "Strike halts cranes: what we know", publisher: Harbour Agency, published: 2024-11-29~ }
actors:
  vries: { name: Anna de Vries, role: speaker of the crews }
  apm: Terminal Company
relations:
  - vries -> apm: bargains with
    src: wire#14, wire#33
    since: 2019
timeline:
  - 2024-11-28: Crews "leave" their posts
    src: wire#19
    status: disputed
    dated_by: On Thursday
figures:
  - ships waiting: 40+
    per: apm
    as_of: 2024-11-28
    src: wire#7-8
quotes:
  - vries: with little pushback
    src: wire#31
claims:
  - apm: The strike is unlawful
    src: wire
questions:
  - open: Will the tugs join?
    src: wire#33
    watch: [tugs tied up, tariffs named]
    due: 2024-12-02
  - open: Who called it?
judgements:
  - likely: It lasts a week
    confidence: low
    because: [wire#29, wire#35]
    review: 2024-12-07
next:
  - 2024-12-01: Call the pilots
"""


def test_a_quote_carries_speaker_role_source_paragraph_and_date() -> None:
    briefing = story_from(_TOLD).briefing
    assert cited(briefing, briefing.quotes[0]) == (
        "> “with little pushback” — Anna de Vries (speaker of the crews), Strike halts cranes: what we know, "
        "Harbour Agency, ¶31, about 29 November 2024"
    )


def test_a_quote_carries_the_address_of_its_source_when_it_is_a_link() -> None:
    text = (
        "title: T\nactors: {{a: Ann Lee}}\n"
        "sources:\n  s: {{title: News, publisher: AP, url: '{0}'}}\n"
        "quotes:\n  - a: We stop\n    src: s#2-3\n    to: the BBC\n    when: 2024-11-29\n    orig: Wir halten\n"
    )
    story = story_from(text.format("https://example.com/x"))
    assert cited(story.briefing, story.briefing.quotes[0]) == (
        "> “We stop” — Ann Lee, to the BBC, said 29 November 2024, News, AP, ¶2–3, <https://example.com/x>\n"
        ">\n> In the original: “Wir halten”"
    )
    story = story_from(text.format("javascript:alert(1)"))
    assert "<" not in cited(story.briefing, story.briefing.quotes[0])


def test_a_quote_without_an_anchor_is_cited_where_it_was_found() -> None:
    story = checked(
        "title: T\nsources: {s: s.txt}\nquotes:\n  - Ann: We stop at midnight\n",
        "One.\n\n“We stop at midnight,” she said.\n",
    )
    quote = story.briefing.quotes[0]
    found = passages(quote, story.articles)
    assert cited(story.briefing, quote, found).endswith(", ¶2")
    assert cited(story.briefing, quote).endswith("— Ann, briefing “T”")


def test_paragraphs_of_a_quote_are_marked_as_in_print() -> None:
    story = story_from("title: T\nquotes:\n  - Ann: |\n      One\n      two.\n\n      Three.\n")
    assert cited(story.briefing, story.briefing.quotes[0]) == "> “One two.\n>\n> “Three.” — Ann, briefing “T”"


@pytest.mark.parametrize(
    ("section", "index", "expected"),
    [
        (
            "timeline",
            0,
            '28 November 2024, disputed: Crews "leave" their posts — SOURCE, ¶19, DATE  \n'
            "Date in the source's words: On Thursday",
        ),
        (
            "figures",
            0,
            "ships waiting: 40+, according to Terminal Company, as of 28 November 2024 — SOURCE, ¶7–8, DATE",
        ),
        (
            "questions",
            0,
            "Open: Will the tugs join? — SOURCE, ¶33, DATE  \nWatch for: tugs tied up; tariffs named  \n"
            "Due: 2 December 2024",
        ),
        ("questions", 1, "Open: Who called it? — briefing “Dockers walk out”, as of 30 November 2024"),
        ("claims", 0, "Terminal Company: The strike is unlawful — SOURCE, DATE"),
        (
            "relations",
            0,
            "Anna de Vries towards Terminal Company: bargains with — SOURCE, ¶14 ¶33, DATE  \nSince: 2019",
        ),
        (
            "judgements",
            0,
            "Likely, low confidence: It lasts a week — SOURCE, ¶29 ¶35, DATE  \nReview: 7 December 2024",
        ),
        ("next", 0, "1 December 2024: Call the pilots — briefing “Dockers walk out”, as of 30 November 2024"),
    ],
)
def test_an_item_reads_as_a_sentence_with_its_source(section: str, index: int, expected: str) -> None:
    briefing = story_from(_TOLD).briefing
    source = "Strike halts cranes: what we know, Harbour Agency"
    told = expected.replace("SOURCE", source).replace("DATE", "about 29 November 2024")
    assert cited(briefing, getattr(briefing, section)[index]) == told


def test_a_draft_and_a_retracted_source_say_so_where_they_are_pasted() -> None:
    briefing = story_of(EVERYTHING).briefing
    for value in (briefing.quotes[0], briefing.timeline[1], briefing.claims[0], briefing.sources["wire"]):
        assert "draft" in cited(briefing, value)
        assert "**retracted**: headline withdrawn" in cited(briefing, value)


def test_what_the_desk_notes_for_itself_stays_there() -> None:
    briefing = story_of(EVERYTHING).briefing
    for item in briefing.items():
        pasted = cited(briefing, item)
        assert not item.note or item.note not in pasted
        assert not item.id or item.id not in pasted
        assert not any(value in pasted for value in item.extra.values())


@pytest.mark.parametrize("path", [SAMPLE, EVERYTHING], ids=lambda path: path.stem)
def test_everything_that_can_be_selected_can_be_copied(path: object) -> None:
    story = story_of(SAMPLE if path is SAMPLE else EVERYTHING)
    for pane in PANES.values():
        for row in pane.rows(story):
            if row.kind == "item":
                assert cited(story.briefing, row.value).strip(), (pane.id, row.value)
                assert bare(story.briefing, row.value).strip(), (pane.id, row.value)


_ACTING = "<b>x</b> [y](https://evil.example) www.evil.example # z `c` $m$"
_HOSTILE = f"""\
title: "{_ACTING}"
sources: {{s: {{title: "{_ACTING}", publisher: "{_ACTING}", url: "javascript:alert(1)", retracted: "{_ACTING}"}}}}
sides: {{g: "{_ACTING}"}}
actors: {{a: {{name: "{_ACTING}", role: "{_ACTING}", side: g, aka: ["{_ACTING}"]}}}}
relations: [{{a -> a: "{_ACTING}", src: s#1}}]
timeline: [{{2024: "{_ACTING}", src: s#1, where: "{_ACTING}", dated_by: "{_ACTING}"}}]
figures: [{{"{_ACTING}": 3, per: a, src: s#1}}]
quotes: [{{a: "{_ACTING}", src: s#1, to: "{_ACTING}", orig: "{_ACTING}"}}, {{"{_ACTING}": "{_ACTING}"}}]
claims: [{{a: "{_ACTING}", src: "nowhere", denied_by: [a]}}]
questions: [{{open: "{_ACTING}", watch: ["{_ACTING}"], answer: "{_ACTING}"}}]
judgements: [{{likely: "{_ACTING}", because: s#1}}]
next: [{{todo: "{_ACTING}", who: "{_ACTING}"}}]
notes: "{_ACTING}"
"""


def test_nothing_that_is_pasted_becomes_a_link_html_or_a_heading_by_the_words_of_the_file() -> None:
    story = story_from(_HOSTILE)
    shown = 0
    for pane in PANES.values():
        for row in pane.rows(story):
            if row.kind != "item":
                continue
            page = _READER.render(cited(story.briefing, row.value))
            tags = set(re.findall(r"</?(\w+)", page))
            assert tags <= {"p", "br", "blockquote", "strong", "pre", "code"}, page
            if isinstance(row.value, Item):
                assert _ACTING in html.unescape(page)
                shown += 1
    assert shown >= 11


def test_a_problem_is_pasted_as_code_under_the_name_of_its_file() -> None:
    story = story_from("title: T\ntimeline:\n  - 2024-11-31: Never\n")
    pasted = cited(story.briefing, story.problems[0])
    assert pasted.startswith("```text\ntest.yaml:3:5: error date-invalid")
    assert pasted.endswith("\n```")
    assert bare(story.briefing, story.problems[0]) == story.problems[0].message


def test_the_bare_words_have_no_marks_and_no_citation() -> None:
    briefing = story_from(_TOLD).briefing
    assert bare(briefing, briefing.quotes[0]) == "with little pushback"
    assert bare(briefing, briefing.figures[0]) == "40+ ships waiting"
    assert bare(briefing, briefing.relations[0]) == "Anna de Vries → Terminal Company: bargains with"
    assert bare(briefing, briefing.actors["vries"]) == "Anna de Vries"


def test_the_words_of_a_passage_are_those_of_the_source() -> None:
    story = checked(
        "title: T\nsources: {s: s.txt}\nquotes:\n  - Ann: We stop … at midnight\n    src: s#2\n"
        "timeline:\n  - 2024: They stop\n    src: s#1-2\n",
        "One\nline.\n\n“We stop, all of us, at midnight,” she said.\n",
    )
    article = story.articles["s"]
    quote = passages(story.briefing.quotes[0], story.articles)[0]
    assert passage_words(quote, article) == "We stop … at midnight"
    event = passages(story.briefing.timeline[0], story.articles)[0]
    assert passage_words(event, article) == "One line.\n\n“We stop, all of us, at midnight,” she said."
    assert passage_words(None, article) == passage_words(event, None) == ""
