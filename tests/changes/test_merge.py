"""Two people's changes brought together: by lines where they lie apart, by item where they do not."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.changes.differences import differences
from briefing.changes.merge import Way, merge
from briefing.document.load import load
from tests.changes.editors import edited, lost
from tests.document.handwriting import document

ROOT = Path(__file__).parents[2]
FILES = [
    (ROOT / name).read_text(encoding="utf-8")
    for name in ("seeds/aleppo.yaml", "tests/data/everything.yaml", "tests/data/briefing.yaml")
]
PAIRS = int(os.environ.get("BRIEFING_PAIRS", "60"))
"""Pairs of editors that are simulated; a thousand take a minute."""

BASE = """\
title: Dockers walk out
as_of: 2024-11-28

actors:
  vries: Anna de Vries (speaker of the crane crews)
  port: { name: Port of Eastham, kind: organisation }

timeline:
  - 2024-11-25: The crane crews vote to strike
    src: wire#2
  - 2024-11-27: The strike begins
    src: wire#1

figures:
  - dockers on strike: 1200
    per: port
    src: wire#3

quotes:
  - vries: We will not go back for promises
    src: wire#4

questions:
  - open: Will the tugs join?
    watch:
      - the tug crews' ballot
  - open: Who pays for the delay?
"""


UNSETTLED = "two people changed this; the other one has “1500” for value"


def merged(ours: str, theirs: str, base: str = BASE) -> str:
    return merge(base, ours, theirs, "strike.yaml").text


def said(text: str) -> list[str]:
    return [problem.message for problem in load(text, "strike.yaml").problems]


def change(*pairs: tuple[str, str], base: str = BASE) -> str:
    for old, new in pairs:
        assert old in base
        base = base.replace(old, new, 1)
    return base


def test_what_only_one_side_changed_is_taken_as_it_is_written() -> None:
    theirs = change(("  - open: Who", "  # ask the port\n  - watching: Who"))
    assert merge(BASE, BASE, theirs, "x").text == theirs
    assert merge(BASE, theirs, BASE, "x").text == theirs
    assert merge(BASE, theirs, theirs, "x").text == theirs


def test_changes_on_different_lines_are_woven_together_with_their_comments() -> None:
    ours = change(("title: Dockers walk out", "title: Dockers stay out   # since Monday"))
    theirs = change(("  - open: Who", "  # ask the port\n  - watching: Who"))
    result = merge(BASE, ours, theirs, "x")
    assert result.way is Way.LINES
    assert result.text == ours.replace("  - open: Who", "  # ask the port\n  - watching: Who")


def test_two_events_put_in_at_one_place_both_come_in_and_in_the_order_of_their_dates() -> None:
    at = "    src: wire#1\n"
    late = at + "  - 2024-11-29: The port calls the army\n    src: wire#6\n"
    early = at + "  # from the evening wire\n  - 2024-11-28: Talks fail\n    src: wire#5\n"
    for ours, theirs in ((late, early), (early, late)):
        result = merge(BASE, change((at, ours)), change((at, theirs)), "x")
        assert (result.conflicts, result.left_out) == (0, ())
        heads = [event.head for event in load(result.text, "x").briefing.timeline]
        assert heads == ["2024-11-25", "2024-11-27", "2024-11-28", "2024-11-29"]
        assert "  # from the evening wire\n  - 2024-11-28" in result.text


def test_different_fields_of_one_item_do_not_conflict() -> None:
    ours = change(("    per: port\n    src: wire#3\n", "    per: port\n    src: wire#3\n    note: the port's count\n"))
    theirs = change(("dockers on strike: 1200", "dockers on strike: 1400+"))
    result = merge(BASE, ours, theirs, "x")
    assert result.conflicts == 0
    figure = load(result.text, "x").briefing.figures[0]
    assert (figure.text, figure.note) == ("1400+", "the port's count")


def test_two_values_for_one_field_are_both_kept_and_are_a_problem_until_one_is_deleted() -> None:
    ours = change(("dockers on strike: 1200", "dockers on strike: 1400+"))
    theirs = change(("dockers on strike: 1200", "dockers on strike: 1500"))
    result = merge(BASE, ours, theirs, "x")
    assert result.conflicts == 1
    assert result.text == ours.replace("    src: wire#3\n", "    src: wire#3\n    conflict: value = 1500\n")
    assert sorted(said(result.text)) == sorted([*said(ours), UNSETTLED])
    assert said(result.text.replace("    conflict: value = 1500\n", "")) == said(ours)


def test_two_titles_are_both_kept() -> None:
    result = merge(BASE, change(("walk out", "stay out")), change(("walk out", "go back")), "x")
    briefing = load(result.text, "x").briefing
    assert briefing.title == "Dockers stay out"
    assert briefing.conflict == ("title = Dockers go back",)


def test_the_later_information_cut_off_holds() -> None:
    ours, theirs = change(("2024-11-28", "2024-11-29")), change(("2024-11-28", "2024-11-30"))
    for one, other in ((ours, theirs), (theirs, ours)):
        result = merge(BASE, one, other, "x")
        assert result.conflicts == 0
        assert result.text.startswith("title: Dockers walk out\nas_of: 2024-11-30\n")


def test_lists_hold_what_either_put_in_and_lack_what_either_took_out() -> None:
    base = change(("    src: wire#4", "    src: [wire#4, wire#7]"))
    ours = base.replace("[wire#4, wire#7]", "[wire#4, wire#7, wire#8]")
    theirs = base.replace("[wire#4, wire#7]", "[wire#4, wire#9]")
    assert "    src: [wire#4, wire#9, wire#8]\n" in merged(ours, theirs, base) or (
        "    src: [wire#4, wire#8, wire#9]\n" in merged(ours, theirs, base)
    )


def test_what_one_took_out_and_the_other_changed_stays_and_says_so() -> None:
    gone = change(("  - open: Who pays for the delay?\n", ""))
    kept = change(("  - open: Who pays", "  - watching: Who pays"))
    for ours, theirs in ((gone, kept), (kept, gone)):
        question = load(merged(ours, theirs), "x").briefing.questions[-1]
        assert (question.head, question.conflict) == ("watching", ("item = removed",))


def test_an_actor_that_one_took_out_stays_when_the_other_quotes_them_anew() -> None:
    gone = change(
        ("  vries: Anna de Vries (speaker of the crane crews)\n", ""),
        ("  - vries: We will not go back for promises\n    src: wire#4\n", "  - port: No comment\n    src: wire#9\n"),
    )
    quoted = change(("questions:", "  - vries: Nobody asked us\n    src: wire#5\n\nquestions:"))
    for ours, theirs in ((gone, quoted), (quoted, gone)):
        result = merged(ours, theirs)
        actor = load(result, "x").briefing.actors["vries"]
        assert actor.conflict == ("item = removed",)
        assert not [problem for problem in load(result, "x").problems if "called “vries”" in problem.message]


def test_a_slug_that_one_renamed_is_renamed_in_what_the_other_wrote() -> None:
    renamed = BASE.replace("vries:", "anna:")
    quoted = change(("questions:", "  - vries: Nobody asked us\n    src: wire#5\n\nquestions:"))
    for ours, theirs in ((renamed, quoted), (quoted, renamed)):
        briefing = load(merged(ours, theirs), "x").briefing
        assert set(briefing.actors) == {"anna", "port"}
        assert [quote.head for quote in briefing.quotes] == ["anna", "anna"]


def test_a_slug_that_both_renamed_differently_keeps_our_name_and_says_theirs() -> None:
    briefing = load(merged(BASE.replace("vries:", "anna:"), BASE.replace("vries:", "crews:")), "x").briefing
    assert [quote.head for quote in briefing.quotes] == ["anna"]
    assert briefing.actors["anna"].conflict == ("slug = crews",)


def test_the_same_fact_put_in_by_both_stands_there_once() -> None:
    at = "    src: wire#1\n"
    fact = "  - 2024-11-28: Talks fail\n    src: wire#5\n"
    ours = change((at, at + fact), ("title: Dockers walk out", "title: Dockers stay out"))
    theirs = change((at, at + fact.replace("    src: wire#5\n", "    src: wire#6\n")))
    events = load(merged(ours, theirs), "x").briefing.timeline
    assert [event.text for event in events].count("Talks fail") == 1
    assert {str(anchor) for anchor in events[-1].src} == {"wire#5", "wire#6"}


def test_an_earlier_value_of_a_figure_comes_along() -> None:
    ours = change(("    per: port\n    src: wire#3\n", "    per: port\n    src: wire#3\n    note: a count\n"))
    theirs = change(
        ("dockers on strike: 1200", "dockers on strike: 1400+"),
        ("    src: wire#3\n", "    src: wire#8\n    was: { value: 1200, as_of: 2024-11-27, src: wire#3 }\n"),
    )
    figure = load(merged(ours, theirs), "x").briefing.figures[0]
    assert [(was.value.text, str(was.as_of), *map(str, was.src)) for was in figure.was] == [
        ("1200", "2024-11-27", "wire#3")
    ]
    assert (figure.text, figure.note) == ("1400+", "a count")


def test_comments_above_an_item_come_with_it_where_only_splices_bring_it_in() -> None:
    base = change(("    src: wire#1\n", "    src: wire#1\n    note: a walk-out\n"))
    ours = change(("a walk-out", "a lock-out"), base=base)
    new = "  # the evening wire\n  - 2024-11-29: The port calls the army\n"
    theirs = change(("a walk-out\n", "a sit-in\n" + new), base=base)
    result = merge(base, ours, theirs, "x")
    assert (result.way, result.conflicts, result.left_out) == (Way.ITEMS, 1, ())
    assert f"    note: a lock-out\n    conflict: note = a sit-in\n{new}" in result.text


def test_a_file_with_markers_in_it_is_merged_line_by_line() -> None:
    broken = change(("title: Dockers walk out\n", "<<<<<<< a\ntitle: A\n=======\ntitle: B\n>>>>>>> b\n"))
    theirs = change(("  - open: Who", "  - watching: Who"))
    result = merge(BASE, broken, theirs, "x")
    assert result.way is Way.MARKERS
    assert result.text == broken.replace("  - open: Who", "  - watching: Who")
    assert result.why == "two versions of this passage stand here"


def test_where_items_cannot_be_told_both_versions_stand_between_markers() -> None:
    result = merge("a\nb\nc\n", "a\nx\nc\n", "a\ny\nc\n", "x")
    assert (result.way, result.conflicts) == (Way.MARKERS, 1)
    assert result.text == "a\n<<<<<<< ours\nx\n=======\ny\n>>>>>>> theirs\nc\n"


def test_without_a_common_beginning_everything_of_both_is_there() -> None:
    other = "title: Dockers walk out\nquestions:\n  - open: Is the pilots' union neutral?\n"
    result = merge("", BASE, other, "x")
    briefing = load(result.text, "x").briefing
    assert {question.text for question in briefing.questions} >= {
        "Will the tugs join?",
        "Is the pilots' union neutral?",
    }
    assert result.conflicts == 0


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_ours_stay(end: str) -> None:
    base = BASE.replace("\n", end)
    ours = base.replace("title: Dockers walk out", "title: Dockers stay out")
    theirs = base.replace("  - open: Who", "  - watching: Who")
    result = merged(ours, theirs, base)
    assert result == ours.replace("  - open: Who", "  - watching: Who")


def test_comments_of_the_other_side_that_do_not_come_along_are_named() -> None:
    ours = change(("    watch:\n      - the tug crews' ballot\n", ""))
    theirs = change(("      - the tug crews' ballot\n", "      - the tug crews' ballot\n      # due on Friday\n"))
    result = merge(BASE, ours, theirs, "x")
    assert ("# due on Friday" in result.text) != (result.left_out == ("# due on Friday",))


def test_two_editors_of_different_facts_never_conflict_and_lose_nothing() -> None:
    for number in range(PAIRS):
        base, chance = FILES[number % len(FILES)], Random(number)
        loaded = load(base, "x")
        ours = edited(loaded, chance, 5)
        theirs = edited(loaded, chance, 5, ours.touched)
        result = merge(base, ours.text, theirs.text, "x")
        assert result.conflicts == 0, number
        assert not lost(base, ours, theirs, result.text), number


def test_two_editors_of_the_same_facts_lose_nothing_either() -> None:
    for number in range(PAIRS):
        base, chance = FILES[1 + number % 2], Random(-number - 1)
        loaded = load(base, "x")
        ours, theirs = edited(loaded, chance, 5), edited(loaded, chance, 5)
        result = merge(base, ours.text, theirs.text, "x")
        assert not lost(base, ours, theirs, result.text), number
        errors = {problem.code for problem in load(result.text, "x").problems if problem.severity == "error"}
        assert errors <= {"unsettled"}, number


def test_however_the_file_is_typed_the_same_holds() -> None:
    for number in range(PAIRS // 2):
        base, chance = document(number, broken=number % 5 == 0).text, Random(number)
        loaded = load(base, "x")
        ours = edited(loaded, chance, 5)
        theirs = edited(loaded, chance, 5, ours.touched)
        result = merge(base, ours.text, theirs.text, "x")
        assert (result.conflicts, result.way in (Way.LINES, Way.ITEMS, Way.ONE_SIDE)) == (0, True), number
        assert not lost(base, ours, theirs, result.text), number


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6))
def test_either_side_comes_out_alike_whoever_is_called_ours(seed: int) -> None:
    base, chance = FILES[1], Random(seed)
    loaded = load(base, "x")
    ours = edited(loaded, chance, 3)
    theirs = edited(loaded, chance, 3, ours.touched)
    one = load(merge(base, ours.text, theirs.text, "x").text, "x").briefing
    other = load(merge(base, theirs.text, ours.text, "x").text, "x").briefing
    assert [difference for difference in differences(one, other) if difference.development] == []


@settings(max_examples=60, deadline=None)
@given(st.text(), st.text(), st.text())
def test_any_three_texts_are_merged_or_marked(base: str, ours: str, theirs: str) -> None:
    result = merge(base, ours, theirs, "x")
    assert isinstance(result.text, str)
    if ours == base:
        assert result.text == theirs
    if theirs == base:
        assert result.text == ours
