"""Items that come and go, names that change everywhere, and the fields of the top level."""

from __future__ import annotations

import pytest

from briefing.document.load import load
from briefing.document.splice import (
    AddItem,
    MergeActors,
    RemoveField,
    RemoveItem,
    RemoveTop,
    RenameSlug,
    SetField,
    SetTop,
    extent,
    preview,
    splice,
)
from tests.document.test_splice import after, example, items, loaded_from


@pytest.mark.parametrize("days", [("01", "03", "05"), ("05", "03", "01")])
def test_an_event_goes_where_its_date_belongs_in_either_direction(days: tuple[str, ...]) -> None:
    loaded = loaded_from("timeline:\n" + "".join(f"  - 2024-11-{day}: x\n" for day in days))
    for day in ("02", "03", "04", "06", "00~"):
        head = f"2024-11-{day}" if day != "00~" else "2023~"
        new = splice(loaded, "story.yaml", AddItem("timeline", head, "y")).loaded.briefing.timeline
        found = [event.date.sort_key[0] for event in new]
        assert found == sorted(found, reverse=days[0] == "05")
    tie = splice(loaded, "story.yaml", AddItem("timeline", "2024-11-03", "y")).loaded.briefing.timeline
    assert [event.text for event in tie] == ["x", "x", "y", "x"]


def test_a_new_quote_stands_behind_the_last_one_of_its_speaker_in_the_same_style() -> None:
    loaded = loaded_from("""
        quotes:
        -   hts: first

        # from the same text
        -   hts: second
            src: a#1
            # end of it

        -   army: third
        """)
    assert after(loaded, AddItem("quotes", "hts", "new: one", (("src", "a#2"), ("key", "true")))) == example("""
        quotes:
        -   hts: first

        # from the same text
        -   hts: second
            src: a#1
            # end of it

        -   hts: "new: one"
            src: a#2
            key: true

        -   army: third
        """)


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("timeline:", "timeline:\n  - 2024: y\n"),
        ("timeline: []  # none yet", "timeline:  # none yet\n  - 2024: y\n"),
        ("timeline: [2023: x]", "timeline: [2023: x, 2024: y]\n"),
        ("timeline: [{ 2023: x, draft: true }]", "timeline: [{ 2023: x, draft: true }, { 2024: y }]\n"),
        ("timeline:\n- {2023: x}", "timeline:\n- {2023: x}\n- {2024: y}\n"),
        ("timeline:\n-\n  2023: x", "timeline:\n-\n  2023: x\n- 2024: y\n"),
    ],
)
def test_an_item_is_added_to_a_section_of_any_shape(before: str, expected: str) -> None:
    loaded = loaded_from(before + "\n")
    assert after(loaded, AddItem("timeline", "2024", "y")) == expected


def test_a_new_section_goes_where_the_format_has_it() -> None:
    loaded = loaded_from("as_of: 2024\n\nactors:\n  a: A\n\n# why\nquestions:\n  - Why?\n\nnotes: x\n")
    assert after(loaded, AddItem("timeline", "2024", "y")) == (
        "as_of: 2024\n\nactors:\n  a: A\n\ntimeline:\n  - 2024: y\n\n# why\nquestions:\n  - Why?\n\nnotes: x\n"
    )
    assert after(loaded, AddItem("sources", "bbc", "BBC")) == (
        "as_of: 2024\n\nsources:\n  bbc: BBC\n\nactors:\n  a: A\n\n# why\nquestions:\n  - Why?\n\nnotes: x\n"
    )


def test_an_item_goes_with_its_comments_and_a_blank_line() -> None:
    loaded = loaded_from("""
        timeline:
          - 2021: a
            # below a

          # first of b
          # second of b
          - 2022: b
            src: x#1   # behind b

          - 2023: c

        """)
    assert after(loaded, RemoveItem(items(loaded)[1])) == example("""
        timeline:
          - 2021: a
            # below a

          - 2023: c

        """)
    start, end = extent(loaded, items(loaded)[1])
    lines = ["# first of b", "# second of b", "- 2022: b", "  src: x#1   # behind b"]
    assert loaded.text[start:end] == "".join(f"  {line}\n" for line in lines)


def test_the_last_item_leaves_a_section_that_loads() -> None:
    for written in ("timeline:   # c\n  - 2024: x\n", "timeline: [2024: x]\n", "timeline: [{2024: x}]\n"):
        loaded = loaded_from(written)
        new = splice(loaded, "story.yaml", RemoveItem(items(loaded)[0]))
        assert new.loaded.problems == ()
        assert new.text.startswith("title: x\ntimeline:")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", [True, False])
def test_line_ends_and_the_end_of_the_file_stay(end: str, last: bool) -> None:
    text = "title: x\nquestions:\n  - open: Why?\n    src: bbc#1".replace("\n", end) + (end if last else "")
    loaded = load(text, "story.yaml")
    item = items(loaded)[0]
    added = splice(loaded, "story.yaml", SetField(item, "note", "one\ntwo"))
    assert added.text == text.removesuffix(end if last else "") + f"{end}    note: |{end}      one{end}      two" + (
        end if last else ""
    )
    assert added.item is not None
    assert splice(added.loaded, "story.yaml", RemoveField(added.item, "note")).text == text


def test_a_slug_is_renamed_wherever_it_is_used_and_nowhere_else() -> None:
    text = """
        sources:
          {}: A a
          b: {{ title: B, based_on: [{}] }}
        actors:
          a: a  # the actor a
        timeline:
          - 2024: a in a
            src: {}#1, b#3, a-b#4, {}
            who: a
        figures:
          - a: 3
            was: [{{ value: 2, src: [{}#7, b#1] }}, 1]
        judgements:
          - likely: a
            because: "{}#1, b#2"
            but:
              - {}  # a
        """
    loaded = loaded_from(text.format(*["a"] * 7))
    new = splice(loaded, "story.yaml", RenameSlug("sources", "a", "ap"))
    assert new.text == loaded_from(text.format(*["ap"] * 7)).text
    assert splice(new.loaded, "story.yaml", RenameSlug("sources", "ap", "a")).text == loaded.text


def test_two_actors_become_one_with_names_fields_and_uses() -> None:
    loaded = loaded_from("""
        actors:
          kremlin: { name: Kremlin, aka: [Moscow] }
          # the same
          russia: { name: Russia, kind: state, aka: [Moscow, Russians], src: x#1 }
          assad: Assad
        relations:
          - russia -> assad: backs
        timeline:
          - 2024: x
            who: [kremlin, russia, assad]
        quotes:
          - russia: no
        figures:
          - planes: 12
            per: russia
        """)
    assert after(loaded, MergeActors("kremlin", "russia")) == example("""
        actors:
          kremlin: { name: Kremlin, aka: [Moscow, Russia, Russians], kind: state, src: x#1 }
          assad: Assad
        relations:
          - kremlin -> assad: backs
        timeline:
          - 2024: x
            who: [kremlin, assad]
        quotes:
          - kremlin: no
        figures:
          - planes: 12
            per: kremlin
        """)
    lines = [(place.where.line, place.after) for place in preview(loaded, MergeActors("kremlin", "russia"))]
    assert lines[0] == (3, "  kremlin: { name: Kremlin, aka: [Moscow, Russia, Russians], kind: state, src: x#1 }")
    assert [line for line, _ in lines] == [3, 4, 5, 8, 11, 13, 16]


def test_a_line_that_goes_has_nothing_beside_it_in_the_preview() -> None:
    loaded = loaded_from("""
        actors:
          stein: { name: Aaron Stein }
          rose: { name: Caroline Rose }
        quotes:
          - stein: No
        """)
    found = [
        (place.where.line, place.before.split(":")[0], place.after)
        for place in preview(loaded, MergeActors("rose", "stein"))
    ]
    assert found == [
        (3, "  stein", ""),
        (4, "  rose", "  rose: { name: Caroline Rose, aka: [Aaron Stein] }"),
        (6, "  - stein", "  - rose: No"),
    ]


def test_fields_of_the_top_level_are_set_added_and_removed() -> None:
    loaded = loaded_from("why: >\n  folded\n\nx-mine: 1\nactors:\n  a: A\n")
    assert after(loaded, SetTop("why", "other")).startswith("why: >\n  other\n\nx-mine")
    assert after(loaded, SetTop("as_of", "2024")).startswith("as_of: 2024\nwhy: >\n")
    assert after(loaded, SetTop("x-mine", "a #b")).startswith('why: >\n  folded\n\nx-mine: "a #b"\n')
    assert after(loaded, RemoveTop("x-mine")) == "why: >\n  folded\n\nactors:\n  a: A\n"
    assert after(loaded, SetTop("notes", "a\nb")).endswith("actors:\n  a: A\nnotes: |\n  a\n  b\n")
