"""The smallest change of a text that makes a change of meaning, style by style."""

from __future__ import annotations

from textwrap import dedent

import pytest

from briefing.document.load import Loaded, load
from briefing.document.splice import (
    AddItem,
    All,
    Change,
    Entry,
    MergeActors,
    NotSpliced,
    RemoveField,
    RemoveItem,
    RemoveTop,
    RenameSlug,
    SetField,
    SetHead,
    SetText,
    SetTop,
    extent,
    preview,
    splice,
)
from briefing.model import Item


def loaded_from(text: str) -> Loaded:
    """Loads an indented example, with a title of one line before it."""
    return load("title: x\n" + dedent(text).lstrip("\n"), "story.yaml")


def items(loaded: Loaded) -> list[Item]:
    return list(loaded.briefing.items())


def after(loaded: Loaded, change: Change) -> str:
    """The text after `change`, without the title."""
    return splice(loaded, "story.yaml", change).text.removeprefix("title: x\n")


def refused(loaded: Loaded, change: Change) -> NotSpliced:
    with pytest.raises(NotSpliced) as caught:
        splice(loaded, "story.yaml", change)
    return caught.value


def example(text: str) -> str:
    return dedent(text).lstrip("\n")


def test_a_field_goes_below_the_last_one_in_its_column() -> None:
    loaded = loaded_from("""
        questions:
           -  open: Why?   # ask again
              src: bbc#1

              # not a word yet
              due: 2024-12-02   # Monday
        # end
        """)
    assert after(loaded, SetField(items(loaded)[0], "note", "a: b")) == example("""
        questions:
           -  open: Why?   # ask again
              src: bbc#1

              # not a word yet
              due: 2024-12-02   # Monday
              note: "a: b"
        # end
        """)


def test_a_field_that_goes_leaves_the_comments_around_it() -> None:
    loaded = loaded_from("""
        questions:
          - open: Why?
            # by whom?
            src: bbc#1

            draft: true""")
    assert after(loaded, RemoveField(items(loaded)[0], "draft")) == example("""
        questions:
          - open: Why?
            # by whom?
            src: bbc#1
        """)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{ name: HTS, side: opp }", "{ name: HTS, side: opp, note: x }"),
        ("{name: HTS,side: opp}  # end", "{name: HTS,side: opp,note: x}  # end"),
        ("{ name: HTS, }", "{ name: HTS, note: x, }"),
        ("{}", "{ note: x }"),
        ("HTS (Rebel group)", "{ name: HTS, role: Rebel group, note: x }"),
        ('"HTS: the group"  # who?', '{ name: "HTS: the group", note: x }  # who?'),
        ("", "{ note: x }"),
    ],
)
def test_an_entry_gets_a_field_in_its_own_style(written: str, expected: str) -> None:
    loaded = loaded_from(f"actors:\n  hts:{' ' * bool(written)}{written}\n")
    assert after(loaded, SetField(loaded.briefing.actors["hts"], "note", "x")) == f"actors:\n  hts: {expected}\n"


def test_an_entry_of_one_string_grows_as_its_neighbours_have_grown() -> None:
    loaded = loaded_from("""
        actors:
          army:
            name: Syrian army
          hts: HTS (Rebel group)   # who?
        """)
    assert after(loaded, SetField(loaded.briefing.actors["hts"], "side", "opp")) == example("""
        actors:
          army:
            name: Syrian army
          hts:   # who?
            name: HTS
            role: Rebel group
            side: opp
        """)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda item: SetText(item, "Hayat Tahrir al-Sham"), "Hayat Tahrir al-Sham (Rebel group)"),
        (lambda item: SetField(item, "role", "Militia"), "HTS (Militia)"),
        (lambda item: RemoveField(item, "role"), "HTS"),
    ],
)  # fmt: skip
def test_an_entry_of_one_string_stays_one_while_it_can_say_it(change: object, expected: str) -> None:
    loaded = loaded_from("actors:\n  hts: HTS (Rebel group)\n")
    assert callable(change)
    assert after(loaded, change(loaded.briefing.actors["hts"])) == f"actors:\n  hts: {expected}\n"


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("name", "{ kind: group, side: opp }"),
        ("kind", "{ name: HTS, side: opp }"),
        ("side", "{ name: HTS, kind: group }"),
    ],
)
def test_a_field_in_brackets_takes_its_comma_along(field: str, expected: str) -> None:
    loaded = loaded_from("actors:\n  hts: { name: HTS, kind: group, side: opp }\n")
    assert after(loaded, RemoveField(loaded.briefing.actors["hts"], field)) == f"actors:\n  hts: {expected}\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("plain", "other", "other"),
        ("plain", "a: b", '"a: b"'),
        ("plain", 'say "no": now', "'say \"no\": now'"),
        ('"quoted"', "it's", '"it\'s"'),
        ("'single'", "it's", "'it''s'"),
        ("plain   # c", "other", "other   # c"),
        ("over\n        two lines", "one", "one"),
        ("|\n        a block\n        of two", "another", "|\n        another"),
        (">-\n        folded\n        text", "one\n\ntwo", ">-\n        one\n\n\n        two"),
        (">  # c\n        folded", "a\n  b", "|  # c\n        a\n          b"),
        ("|2\n        indented", "  x\ny", "|2\n          x\n        y"),
        ("plain", "one\n\ntwo", "|\n        one\n\n        two"),
        ("plain  # c", "one\ntwo", "|  # c\n        one\n        two"),
        ("plain", "  one\ntwo", "|2\n          one\n        two"),
        ("", "now", "now"),
        ("#tag: trends", "other", "other"),
    ],
)
def test_a_text_keeps_the_style_that_it_has(old: str, new: str, expected: str) -> None:
    loaded = loaded_from(f"questions:\n    - open:{' ' * bool(old)}{old}\n      due: 2024\n")
    assert after(loaded, SetText(items(loaded)[0], new)) == f"questions:\n    - open: {expected}\n      due: 2024\n"


def test_a_bare_question_gets_a_head_only_when_it_needs_one() -> None:
    loaded = loaded_from("questions:\n- Will Turkey\n  engage?\n- Why?\n")
    first, second = items(loaded)
    assert after(loaded, SetText(second, "Who?")) == "questions:\n- Will Turkey\n  engage?\n- Who?\n"
    assert after(loaded, SetHead(second, "moot")) == "questions:\n- Will Turkey\n  engage?\n- moot: Why?\n"
    assert after(loaded, SetField(first, "due", "2024")) == (
        "questions:\n- open: Will Turkey engage?\n  due: 2024\n- Why?\n"
    )
    assert after(loaded, SetText(second, "open:Why?")) == "questions:\n- Will Turkey\n  engage?\n- open: open:Why?\n"


def test_a_list_changes_by_the_entry() -> None:
    loaded = loaded_from("""
        questions:
          - open: Why?
            watch:
            - one   # first

            # the second
            - two
            src: [ a#1,b#2, c#3 ]
        """)
    item = items(loaded)[0]
    changed = All((SetField(item, "watch", ("one", "and: two", "three")), SetField(item, "src", ("a#1", "c#3"))))
    assert after(loaded, changed) == example("""
        questions:
          - open: Why?
            watch:
            - one   # first

            # the second
            - "and: two"
            - three
            src: [ a#1, c#3 ]
        """)


def test_anchors_in_one_string_stay_in_one_string() -> None:
    loaded = loaded_from("timeline:\n  - 2024: x\n    src: a#1, b#2\n")
    assert after(loaded, SetField(items(loaded)[0], "src", ("a#1", "c#3"))) == (
        "timeline:\n  - 2024: x\n    src: a#1, c#3\n"
    )


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
    assert [line for line, _ in lines] == [3, 4, 8, 11, 13, 16]


def test_fields_of_the_top_level_are_set_added_and_removed() -> None:
    loaded = loaded_from("why: >\n  folded\n\nx-mine: 1\nactors:\n  a: A\n")
    assert after(loaded, SetTop("why", "other")).startswith("why: >\n  other\n\nx-mine")
    assert after(loaded, SetTop("as_of", "2024")).startswith("as_of: 2024\nwhy: >\n")
    assert after(loaded, SetTop("x-mine", "a #b")).startswith('why: >\n  folded\n\nx-mine: "a #b"\n')
    assert after(loaded, RemoveTop("x-mine")) == "why: >\n  folded\n\nactors:\n  a: A\n"
    assert after(loaded, SetTop("notes", "a\nb")).endswith("actors:\n  a: A\nnotes: |\n  a\n  b\n")


def test_a_line_that_yaml_refuses_is_written_so_that_it_takes_it() -> None:
    loaded = loaded_from('quotes:\n  - hts: "Restore order", says Moscow\n    src: bbc#1\n  - army: no: never\n')
    first, second = items(loaded)
    assert after(loaded, SetText(first, '"Restore", says it')) == (
        "quotes:\n  - hts: '\"Restore\", says it'\n    src: bbc#1\n  - army: no: never\n"
    )
    assert after(loaded, SetField(first, "key", "true")) == (
        'quotes:\n  - hts: "Restore order", says Moscow\n    src: bbc#1\n    key: true\n  - army: no: never\n'
    )
    assert after(loaded, RemoveItem(second)) == 'quotes:\n  - hts: "Restore order", says Moscow\n    src: bbc#1\n'


def test_several_changes_of_the_same_words_are_made_in_turn() -> None:
    loaded = loaded_from("actors:\n  a: A\ntimeline:\n  - 2024: x\n")
    actor, event = items(loaded)
    changes = AddItem("quotes", "a", "one"), AddItem("quotes", "a", "two"), RemoveItem(event), SetHead(actor, "b")
    new = splice(loaded, "story.yaml", All((*changes, SetField(actor, "kind", "person"))))
    assert new.text == (
        "title: x\nactors:\n  b: { name: A, kind: person }\ntimeline:\nquotes:\n  - b: one\n  - b: two\n"
    )
    assert refused(loaded, All((RemoveItem(event), SetText(event, "y")))).message.startswith("one of these")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda i: SetField(i, "status", "sure"), "“sure” is none of reported"),
        (lambda i: SetField(i, "- src", "x"), "“- src” can't be the name of a field of event"),
        (lambda i: SetField(i, "note", ""), "note has to say something"),
        (lambda i: SetField(i, "who", ()), "who has to name something"),
        (lambda i: SetHead(i, "2024-13"), "there is no month 13"),
        (lambda i: SetHead(i, "note"), "“note” is a field"),
        (lambda i: RemoveField(i, "note"), "this event has no note"),
        (lambda i: RemoveTop("why"), "the briefing has no why"),
        (lambda i: RenameSlug("actors", "a", "b"), "another actor is called b already"),
        (lambda i: RenameSlug("actors", "a", "A b"), "“A b” is no slug; write a-b"),
        (lambda i: RenameSlug("actors", "c", "d"), "no actor is called “c”"),
        (lambda i: MergeActors("a", "a"), "these are the same actor already"),
        (lambda i: AddItem("actors", "a", "Again"), "another actor is called a already"),
        (lambda i: AddItem("people", "a", "Again"), "no section is called “people”"),
        (lambda i: SetTop("timeline", "x"), "timeline is a section"),
    ],
)
def test_what_the_format_does_not_take_is_refused_in_one_sentence(change: object, said: str) -> None:
    loaded = loaded_from("actors:\n  a: A\n  b: B\ntimeline:\n  - 2024: x\n")
    assert callable(change)
    assert refused(loaded, change(loaded.briefing.timeline[0])).message.startswith(said)


def test_an_item_of_another_briefing_is_refused() -> None:
    loaded = loaded_from("timeline:\n  - 2024: x\n")
    other = loaded_from("timeline:\n  - 2024: x\n")
    assert "no longer in the briefing" in refused(loaded, RemoveItem(items(other)[0])).message


def test_a_file_of_a_newer_version_is_not_edited() -> None:
    loaded = loaded_from("briefing: 2\ntimeline:\n  - 2024: x\n")
    assert "newer version" in refused(loaded, RemoveItem(items(loaded)[0])).message


def test_related_actors_are_not_made_one() -> None:
    loaded = loaded_from("actors:\n  a: A\n  b: B\nrelations:\n  - a -> b: heads\n")
    error = refused(loaded, MergeActors("a", "b"))
    assert "stand in a relation" in error.message
    assert error.where is not None
    assert error.where.line == 6


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", "    was: { value: 412+, as_of: 2024-12-01, src: x#1 }\n"),
        ("    was: 300\n", "    was:\n      - { value: 412+, as_of: 2024-12-01, src: x#1 }\n      - 300\n"),
        ("    was: [300]\n", "    was: [{ value: 412+, as_of: 2024-12-01, src: x#1 }, 300]\n"),
        (
            "    was:\n    - value: 311+\n      as_of: 2024\n    - 300  # c\n",
            "    was:\n    - { value: 412+, as_of: 2024-12-01, src: x#1 }\n"
            "    - value: 311+\n      as_of: 2024\n    - 300  # c\n",
        ),
    ],
)
def test_an_earlier_value_is_put_before_those_that_are_there(written: str, expected: str) -> None:
    loaded = loaded_from(f"figures:\n  - killed: 500+\n{written}")
    earlier = (("value", "412+"), ("as_of", "2024-12-01"), ("src", "x#1"))
    had: tuple[Entry, ...] = ("300",) if "300" in written else ()
    if "311+" in written:
        had = ((("value", "311+"), ("as_of", "2024")), *had)
    change = SetField(items(loaded)[0], "was", (earlier, *had))
    assert after(loaded, change) == f"figures:\n  - killed: 500+\n{expected}"


def test_a_new_item_brings_its_comments_and_names_that_nobody_knows() -> None:
    loaded = loaded_from("timeline:\n - 2023: x\n")
    change = AddItem("timeline", "2024", "y", (("wehre", "Aleppo: west"),), comments=("# one", "# two"))
    assert after(loaded, change) == ('timeline:\n - 2023: x\n # one\n # two\n - 2024: y\n   wehre: "Aleppo: west"\n')
    assert refused(loaded, change._replace(comments=("one",))).message.startswith("a comment begins")


def test_actors_who_speak_together_are_not_made_one() -> None:
    loaded = loaded_from("actors:\n  a: A\n  b: B\nquotes:\n  - a: We agree\n    with: [b]\n")
    assert "say something together" in refused(loaded, MergeActors("b", "a")).message


def test_several_new_events_stand_in_date_order_whatever_the_order_of_the_changes() -> None:
    loaded = loaded_from("timeline:\n  - 2024-11-01: x\n  - 2024-11-09: x\n")
    changes = tuple(AddItem("timeline", f"2024-11-{day}", "y") for day in ("05", "03", "12", "04"))
    new = splice(loaded, "story.yaml", All(changes)).loaded.briefing.timeline
    assert [event.head[-2:] for event in new] == ["01", "03", "04", "05", "09", "12"]
