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
