"""What holds of every pane at every width: nothing is too wide, nothing is lost, and everything can be spoken."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache

import pytest
import yaml

from briefing.document.grammar import BY_NAME
from briefing.tui.head import header
from briefing.tui.lines import Block, Span, plain, width_of
from briefing.tui.panes import MAIN, PANES
from briefing.tui.rows import Pane, Row
from briefing.tui.rows.passage import details
from briefing.tui.story import Story
from tests.tui.rows.drawn import holds, items, squeezed
from tests.tui.stage import EVERYTHING, SAMPLE
from tests.tui.stories import story_from, story_of

WIDTHS = range(28, 121)
STORIES = {"sample": (SAMPLE, False), "everything": (EVERYTHING, False), "in ascii": (EVERYTHING, True)}
ALL = pytest.mark.parametrize("pane", PANES.values(), ids=lambda pane: pane.id)
EACH_STORY = pytest.mark.parametrize("name", STORIES)

WIDE_NAMES = """
title: 反政府軍がアレッポを掌握
as_of: 2024-11-30
sides: {a: 政府とその同盟国の長い長い名前の陣営でありさらに続く名前}
actors:
  a: {name: バッシャール・アル＝アサド大統領閣下, role: シリア・アラブ共和国大統領, side: a}
  b: {name: "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle", side: a}
quotes: [{a: "政権の防衛線は驚くべき速さで崩壊し、誰もが驚いた", topic: "e\\u0301te\\u0301"}]
timeline: [{2024-11-30: "反政府軍が👩‍🚀アレッポの大部分を支配していると監視団が発表した"}]
questions: [{open: "トルコは全面的に関与するのか", watch: [国境の戦車, 条件を示すエルドアン]}]
figures: [{死者: 311+, per: a}]
claims: [{a: 攻撃は外国の陰謀の一部である}]
relations: [{a -> b: 支援している}]
judgements: [{likely: 一週間後も反政府軍が保持している}]
next: [{todo: 原文を探して引用をすべて確認する}]
"""


@cache
def _story(name: str) -> Story:
    if name == "wide":
        return story_from(WIDE_NAMES)
    path, ascii_only = STORIES[name]
    return story_of(path, ascii_only=ascii_only)


def _blocks(pane: Pane, story: Story) -> Iterator[tuple[Row, int, Block]]:
    for row in pane.rows(story):
        for width in WIDTHS:
            yield row, width, pane.draw(story, row, width)


@ALL
@pytest.mark.parametrize("name", [*STORIES, "wide"])
def test_no_line_is_wider_than_its_pane(pane: Pane, name: str) -> None:
    story = _story(name)
    for row, width, block in _blocks(pane, story):
        peek = [pane.peek(story, row, width)] if row.kind == "item" else []
        for line in (*block, *peek):
            assert width_of(line, story.measure) <= width - 2, (width, plain(line))


@ALL
@pytest.mark.parametrize("name", [*STORIES, "wide"])
def test_no_word_of_an_item_is_lost(pane: Pane, name: str) -> None:
    story = _story(name)
    for row, width, block in _blocks(pane, story):
        text = str(getattr(row.value, "text", "") or getattr(row.value, "message", ""))
        if row.kind == "item":
            assert holds(block, story.show(text)), (width, text)


@ALL
@EACH_STORY
def test_a_peek_begins_with_what_the_item_begins_with(pane: Pane, name: str) -> None:
    story = _story(name)
    for row in items(pane.rows(story)):
        for width in WIDTHS:
            line = pane.peek(story, row, width)
            assert plain(line).strip()
            assert "\n" not in plain(line)
            if width_of(line, story.measure) < width - 2 - len(story.glyphs.more):
                whole = plain(pane.peek(story, row, 10_000))
                assert squeezed(plain(line)).startswith(squeezed(whole)[:4])


@ALL
@EACH_STORY
def test_every_item_can_be_spoken(pane: Pane, name: str) -> None:
    story = _story(name)
    for row in items(pane.rows(story)):
        spoken = pane.speak(story, row)
        assert spoken.strip()
        assert not spoken.startswith(",")
        assert "None" not in spoken


@ALL
def test_a_citation_never_stands_alone_behind_the_last_word(pane: Pane) -> None:
    story = _story("sample")
    for _, width, block in _blocks(pane, story):
        for before, line in itertools.pairwise(block):
            words = plain(line).strip()
            alone = re.fullmatch(r"(¶\d+ ?)+", words)
            assert not alone or "¶" in plain(before), (width, plain(before), plain(line))


@pytest.mark.parametrize("pane", MAIN, ids=lambda pane: pane.id)
def test_an_empty_pane_says_what_is_missing_and_the_key_that_adds_it(pane: Pane) -> None:
    words = pane.empty(story_from("title: x"))
    assert words.startswith(("No ", "Nothing "))
    assert " i adds " in words
    assert words.endswith(".")


@ALL
def test_no_pane_is_silent_about_being_empty(pane: Pane) -> None:
    assert pane.empty(story_from("title: x")).endswith(".")


@ALL
def test_a_briefing_with_nothing_but_a_title_has_no_items(pane: Pane) -> None:
    rows = items(pane.rows(story_from("title: x")))
    assert len(rows) == (2 if pane.id == "brief" else 0)


def test_the_panes_have_the_numbers_from_0_to_9_and_the_problems_none() -> None:
    assert sorted(pane.sign for pane in PANES.values()) == ["!", *"0123456789"]
    assert all(BY_NAME.get(pane.id) for pane in PANES.values() if pane.sign in tuple("123456789"))


def _seen(story: Story) -> str:
    """Everything that the dashboard can show of a story, without blanks."""
    lines = [*header(story, "wide", "actors", 118, 40, zoomed=False, beside=False)]
    for pane in PANES.values():
        for row in pane.rows(story):
            lines += pane.draw(story, row, 10_000)
            if row.kind == "item" and hasattr(row.value, "marks"):
                lines += [(Span(words, "text"),) for _, words in details(story, row.value)]
    return squeezed("\n".join(story.show(plain(line)) for line in lines))


_REFERENCE = re.compile(r" -> | <-> |#\d")


def _words(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, entry in value.items():
            yield from _words(key) if " " in key else ()
            yield from _words(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from _words(entry)
    else:
        yield from str(value).split("\n")


def test_everything_in_a_file_can_be_seen() -> None:
    seen = _seen(_story("everything"))
    missing = [
        words
        for words in _words(yaml.load(EVERYTHING.read_text(), yaml.BaseLoader))
        if " " in words and not _REFERENCE.search(words) and squeezed(words) not in seen
    ]
    assert missing == []


def test_the_sample_is_drawn_without_a_cut_but_in_peeks() -> None:
    story = _story("sample")
    for pane in PANES.values():
        for row, width, block in _blocks(pane, story):
            if row.kind == "item":
                assert "…" not in "".join(map(plain, block)).replace("elided …", ""), (pane.id, width)
