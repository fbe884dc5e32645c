"""What became of each item, in the words of an editor."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.changes.differences import Difference, compare, differences
from briefing.changes.kinds import Kind
from briefing.changes.telling import summary, text
from briefing.data import path
from briefing.document import grammar
from briefing.document.load import load
from tests.changes.stories import story

SAMPLE = path("seeds", "aleppo.yaml").read_text(encoding="utf-8")
DAY = (
    ("as_of: 2024-11-30 ", "as_of: 2024-12-01 "),
    (
        "\nsides:\n",
        "\n  agency2:\n    title: Army withdraws from the countryside of Hama\n    published: 2024-12-01\n\nsides:\n",
    ),
    ("\nfigures:\n", "\n  - 2024-12-01: The army takes up a line north of Hama\n    src: agency2#4\n\nfigures:\n"),
    (
        "  - killed: 311+\n    per: sohr\n    as_of: 2024-11-30~\n    src: explainer#7\n",
        "  - killed: 412+\n    per: sohr\n    as_of: 2024-12-01\n    src: agency2#6\n"
        "    was: {value: 311+, as_of: 2024-11-30~, src: explainer#7}\n",
    ),
    ("  - open: Why did the army", "  - answered: Why did the army"),
    (
        "    src: [explainer#3, explainer#29]\n",
        "    answer: Two officers say that units were ordered to fall back and regroup\n    src: agency2#9\n",
    ),
)
"""A day of a story, as an editor types it: old text and new."""


def edited(old: str, *changes: tuple[str, str]) -> str:
    """Makes each change once; it is a mistake of the test when its old text is not there."""
    for before, after in changes:
        assert before in old, before
        old = old.replace(before, after, 1)
    return old


def told(old: str, new: str) -> list[str]:
    """The lines for a person, without headings and blanks in front."""
    compared = compare(story(old), story(new))
    return [" ".join(line.split()) for line in text(compared).splitlines() if line.startswith("  ")]


def test_a_day_of_the_story_is_four_developments() -> None:
    compared = compare(story(SAMPLE), story(edited(SAMPLE, *DAY)))
    assert [(found.section, found.kind) for found in compared.developments] == [
        ("timeline", Kind.ADDED),
        ("questions", Kind.ANSWERED),
        ("figures", Kind.SUPERSEDED),
        ("sources", Kind.ADDED),
    ]
    assert all(len(found.kinds) == 1 for found in compared.developments)
    assert text(compared) == (
        "Brief\n"
        "  changed     As of: 30 November 2024 → 1 December 2024\n"
        "\n"
        "Timeline\n"
        "  added       1 December 2024: The army takes up a line north of Hama [agency2 ¶4]\n"
        "\n"
        "Open questions\n"
        "  answered    Why did the army put up so little resistance? → Two officers say that units were ordered to "
        "fall back and regroup [agency2 ¶9]\n"
        "\n"
        "Figures\n"
        "  superseded  killed: 311+ → 412+, according to Syrian Observatory for Human Rights, as of 1 December 2024 "
        "[agency2 ¶6]\n"
        "\n"
        "Sources\n"
        "  added       agency2: Army withdraws from the countryside of Hama, 1 December 2024\n"
    )


ITEMS = (
    "sources:\n  bbc: Fighting in Hama\nactors:\n  assad: Bashar al-Assad (President)\n  stein: Aaron Stein\n"
    "timeline:\n  - 2024: Rebels take Hama\n    src: bbc#1\n  - 2025: Elections are called\n"
    "quotes:\n  - assad: We will return\n    topic: power\n  - stein: Nobody saw it coming\n    draft: true\n"
    "questions:\n  - open: Who holds Hama?\n    watch: [convoys]\n"
    "figures:\n  - killed: 311+\n    per: stein\n    was: 300\n"
    "judgements:\n  - likely: The line holds\nclaims:\n  - assad: The army is in control\n"
)


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("Rebels take Hama", "Rebels take all of Hama", "reworded 2024: Rebels take {+all of+} Hama [bbc ¶1]"),
        ("2024: Rebels", "2024-12-05: Rebels", "dated anew 2024 → 5 December 2024: Rebels take Hama [bbc ¶1]"),
        ("src: bbc#1", "src: bbc#2", "changed 2024: Rebels take Hama (source: [bbc ¶1] → [bbc ¶2]) [bbc ¶2]"),
        ("    src: bbc#1\n", "", "changed 2024: Rebels take Hama (source removed, was: [bbc ¶1])"),
        (
            "src: bbc#1",
            "src: bbc#1\n    status: denied",
            "retracted 2024, denied: Rebels take Hama (was reported) [bbc ¶1]",
        ),
        (
            "src: bbc#1",
            "src: bbc#1\n    status: confirmed",
            "status 2024, confirmed: Rebels take Hama (was reported) [bbc ¶1]",
        ),
        ("- open: Who", "- watching: Who", "status Open → Watching: Who holds Hama?"),
        ("- open: Who", "- moot: Who", "status Open → Moot: Who holds Hama?"),
        (
            "- open: Who holds Hama?\n",
            "- answered: Who holds Hama now?\n    answer: The rebels\n",
            "answered, reworded Who holds Hama {+now+}? → The rebels",
        ),
        ("killed: 311+", "killed: 412+", "superseded killed: 311+ → 412+, according to Aaron Stein"),
        ("killed: 311+", "people killed: 311+", "reworded {+people+} killed: 311+, according to Aaron Stein"),
        ("- likely:", "- very likely:", "status Likely → Very likely: The line holds"),
        ("- assad: We", "- stein: We", "attributed Bashar al-Assad → Aaron Stein: “We will return”"),
        (
            "topic: power",
            "topic: exile",
            "changed Bashar al-Assad (President): “We will return” (topic: [-power-]{+exile+})",
        ),
        ("    draft: true\n", "", "accepted Aaron Stein: “Nobody saw it coming”"),
        (
            "bbc: Fighting in Hama",
            "bbc: {title: Fighting in Hama, retracted: after a complaint}",
            "retracted bbc, retracted: Fighting in Hama (after a complaint)",
        ),
        ("Fighting in Hama", "Fighting near Hama", "reworded bbc: Fighting [-in-]{+near+} Hama"),
        (
            "(President)",
            "(former President)",
            "changed assad: Bashar al-Assad, former President (role: {+former+} President)",
        ),
        ("title: A", "title: Another", "reworded Title: [-A-]{+Another+} story"),
    ],
)  # fmt: skip
def test_one_edit_is_told_in_one_line(before: str, after: str, line: str) -> None:
    old = f"title: A story\n{ITEMS}"
    assert told(old, edited(old, (before, after))) == [line]


def test_lines_that_are_folded_do_not_tear_a_citation() -> None:
    old = "title: A\nsources: {agency: B}\n"
    new = f"{old}timeline:\n  - 2024: Rebels take Hama and go on to the south\n    src: agency#4\n"
    lines = text(compare(story(old), story(new)), 60).splitlines()
    assert lines == [
        "Timeline",
        "  added       2024: Rebels take Hama and go on to the south",
        "              [agency ¶4]",
    ]


def test_an_item_that_went_is_told_where_it_stood() -> None:
    old = "timeline:\n  - 2023: One\n  - 2024: Two\n  - 2025: Three\n"
    assert told(
        old, edited(old, ("  - 2024: Two\n", ""), ("One\n", "One\n    note: x\n"), ("Three", "Three, then"))
    ) == [
        "changed 2023: One (note added: x)",
        "removed 2024: Two",
        "reworded 2025: Three{+, then+}",
    ]


def test_a_slug_that_was_renamed_everywhere_is_one_difference() -> None:
    old = (
        "sources:\n  bbc: Fighting in Hama\nactors:\n  asad: Bashar al-Assad\n  hts: HTS\n"
        "relations:\n  - hts -> asad: fights\ntimeline:\n  - 2024: Flight\n    who: [asad]\n    src: bbc#1\n"
        "quotes:\n  - asad: We will return\n    with: [hts]\n    src: bbc#2\nfigures:\n  - killed: 3\n    per: asad\n"
    )
    assert told(old, old.replace("asad", "assad")) == ["renamed asad → assad: Bashar al-Assad"]
    assert told(old, old.replace("bbc", "ap")) == ["renamed bbc → ap: Fighting in Hama"]


def test_items_that_changed_places_are_moved_and_no_development() -> None:
    old = "next:\n  - todo: One\n  - todo: Two\n  - todo: Three\n"
    new = "next:\n  - todo: Two\n  - todo: Three\n  - todo: One\n"
    compared = compare(story(old), story(new))
    assert told(old, new) == ["moved To do: One"]
    assert compared.developments == ()


def test_an_event_that_goes_where_its_new_date_belongs_has_not_moved_as_well() -> None:
    old, new = "timeline:\n  - 2023: One\n  - 2024: Two\n", "timeline:\n  - 2024: Two\n  - 2025: One\n"
    assert told(old, new) == ["dated anew 2023 → 2025: One"]


def test_how_a_text_is_folded_and_commented_is_no_difference() -> None:
    old = "title: A\nbottom_line: |\n  One line\n  and another\nquestions:\n  - open: Who?   # why\n"
    new = "title: A\n# a comment\nbottom_line: One line and another\nquestions:\n\n- open: |\n    Who?\n"
    assert differences(story(old), story(new)) == ()


def test_reported_is_what_an_event_is_when_nothing_is_said() -> None:
    old = "timeline:\n  - 2024: One\n"
    assert differences(story(old), story(old + "    status: reported\n")) == ()


def test_a_field_that_the_format_does_not_know_is_a_change_too() -> None:
    assert told("timeline:\n  - 2024: One\n    x-desk: foreign\n", "timeline:\n  - 2024: One\n    x-desk: home\n") == [
        "changed 2024: One (x-desk: [-foreign-]{+home+})"
    ]


def test_what_the_whole_briefing_says_is_compared_field_by_field() -> None:
    old = "title: A\nwhy: It matters\ntags: [a]\nx-mine: 1\n"
    new = "title: A\nbottom_line: It is over\ntags: [a, b]\nowner: me\nx-mine: 2\n"
    assert told(old, new) == [
        "added Bottom line: It is over",
        "removed Why: It matters",
        "changed Tags: a → a, b",
        "added Owner: me",
        "reworded X-mine: [-1-]{+2+}",
    ]


def test_kinds_are_counted_in_words() -> None:
    old = "timeline:\n  - 2023: One\n  - 2024: Two\n"
    found = differences(story(old), story("timeline:\n  - 2023: One\n    note: x\n  - 2026: Three\n  - 2027: Four\n"))
    assert summary(found) == "2 added, 1 removed, 1 changed"
    assert summary(()) == "nothing changed"


def test_every_kind_says_what_it_means() -> None:
    assert all(kind.help for kind in Kind)


EVERYTHING = load((Path(__file__).parent.parent / "data" / "everything.yaml").read_text(encoding="utf-8"), "e")


def test_a_briefing_with_every_field_has_no_difference_from_itself() -> None:
    again = load(EVERYTHING.text, "e").briefing
    assert differences(EVERYTHING.briefing, again) == ()


@pytest.mark.parametrize("section", [section.name for section in grammar.SECTIONS])
def test_a_section_that_goes_is_told_item_by_item(section: str) -> None:
    whole = EVERYTHING.briefing
    nothing: Any = {} if grammar.BY_NAME[section].shape == "map" else ()
    without = replace(whole, **{section: nothing})
    gone, came = differences(whole, without), differences(without, whole)
    count = len(getattr(whole, section))
    assert [found.kind for found in gone if found.section == section] == [Kind.REMOVED] * count
    assert [found.kind for found in came if found.section == section] == [Kind.ADDED] * count
    assert count > 0


WORDS = [
    "Rebels take Hama",
    "The army withdraws to Homs",
    "Talks open in Geneva",
    "A bridge is blown up",
    "Power fails",
]
STORY = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from(["", "a note", "another"])), unique_by=lambda e: e[0]
)


def _timeline(events: list[tuple[str, str]]) -> str:
    lines = [f"  - 2024: {said}\n" + (f"    note: {note}\n" if note else "") for said, note in events]
    return "timeline:\n" + "".join(lines) if lines else ""


@given(STORY, STORY)
def test_what_is_told_is_what_was_edited(before: list[tuple[str, str]], after: list[tuple[str, str]]) -> None:
    old, new = dict(before), dict(after)
    found = differences(story(_timeline(before)), story(_timeline(after)))
    by_kind = {kind: {_said(one) for one in found if kind in one.kinds} for kind in Kind}
    assert by_kind[Kind.ADDED] == set(new) - set(old)
    assert by_kind[Kind.REMOVED] == set(old) - set(new)
    assert by_kind[Kind.CHANGED] == {said for said in set(old) & set(new) if old[said] != new[said]}
    stayed = [said for said, _ in before if said in new], [said for said, _ in after if said in old]
    assert bool(by_kind[Kind.MOVED]) == (stayed[0] != stayed[1])


def _said(difference: Difference) -> str:
    item = difference.new or difference.old
    assert item is not None
    return item.text
