"""After somebody else saved the file: what they changed is told in lines, and the edit is made in their text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.document.load import load
from briefing.document.refusals import Reason, Refused
from briefing.document.splice import (
    AddItem,
    All,
    MergeActors,
    RemoveItem,
    RemoveTop,
    RenameSlug,
    SetField,
    SetText,
    SetTop,
)
from briefing.editing import Editing
from briefing.editing.meanwhile import Line, carried, difference
from briefing.model import Briefing

OLD = """\
title: Dockers walk out
actors:
  union: Dockers' union
  port: Port of Rotterdam
questions:
  - open: Will the tug crews join?
  - open: Who pays for the delay?
"""
NEW = OLD.replace("Will the tug crews", "Will all the tug crews").replace("  port: Port of Rotterdam\n", "")


def briefing(text: str) -> Briefing:
    return load(text, "story.yaml").briefing


def told(old: str, new: str, most: int = 40) -> list[str]:
    return [line.sign + line.text for line in difference(old, new, most)]


def test_what_changed_is_told_with_the_lines_beside_it() -> None:
    assert told(OLD, NEW) == [
        "   union: Dockers' union",
        "-  port: Port of Rotterdam",
        " questions:",
        "-  - open: Will the tug crews join?",
        "+  - open: Will all the tug crews join?",
        "   - open: Who pays for the delay?",
    ]


def test_what_did_not_change_between_is_left_out() -> None:
    old = "".join(f"{number}\n" for number in range(20))
    assert told(old, old.replace("2\n", "x\n", 1).replace("17\n", "y\n")) == [
        " 1", "-2", "+x", " 3", "…", " 16", "-17", "+y", " 18",
    ]  # fmt: skip


def test_the_whole_of_a_new_or_an_emptied_file_is_told() -> None:
    assert told("", "a\nb\n") == ["+a", "+b"]
    assert told("a\nb\n", "") == ["-a", "-b"]


def test_texts_that_differ_in_line_ends_only_have_no_difference() -> None:
    assert told(OLD, OLD) == []
    assert told(OLD, OLD.replace("\n", "\r\n").rstrip()) == []


def test_a_long_difference_is_cut_where_it_is_said() -> None:
    new = "".join(f"{number}\n" for number in range(5_000))
    lines = told("a\n" * 5_000, new, most=10)
    assert len(lines) == 10
    assert lines[-1] == "…"


def test_what_another_wrote_acts_on_no_terminal() -> None:
    assert difference("a\n", "\x1b[31ma\n") == (Line("-", "a"), Line("+", "␛[31ma"))


@given(st.lists(st.sampled_from("abc"), max_size=12), st.lists(st.sampled_from("abc"), max_size=12))
def test_the_difference_leads_from_one_text_to_the_other(before: list[str], after: list[str]) -> None:
    lines = difference("\n".join(before), "\n".join(after), most=100)
    taken = [line.text for line in lines if line.sign == "-"]
    put = [line.text for line in lines if line.sign == "+"]
    assert sorted([*before, *put]) == sorted([*after, *taken])
    assert bool(lines) is (before != after)


def test_an_edit_is_carried_over_to_the_same_item_of_the_new_text() -> None:
    old, new = briefing(OLD), briefing(NEW)
    change = SetText(old.questions[1], "Who pays?")
    assert carried(change, old, new) == SetText(new.questions[1], "Who pays?")
    field = SetField(old.questions[0], "note", "asked twice")
    both = carried(All((field, RemoveItem(old.actors["union"]))), old, new)
    assert both == All((field._replace(item=new.questions[0]), RemoveItem(new.actors["union"])))


def test_what_speaks_of_no_item_stays_as_it_is() -> None:
    old, new = briefing(OLD), briefing(NEW)
    for change in (SetTop("why", "because"), RemoveTop("why"), RenameSlug("actors", "union", "fnv")):
        assert carried(change, old, new) is change


def test_a_new_item_whose_neighbour_is_gone_is_put_beside_its_kin() -> None:
    old, new = briefing(OLD), briefing(NEW)
    beside = AddItem("actors", "state", "The State", (), old.actors["port"])
    assert carried(beside, old, new) == AddItem("actors", "state", "The State")
    beside = AddItem("questions", "open", "And then?", (), old.questions[1])
    assert carried(beside, old, new) == beside._replace(beside=new.questions[1])


@pytest.mark.parametrize(
    "change",
    [
        SetField(briefing(OLD).actors["port"], "role", "port"),
        RenameSlug("actors", "port", "rotterdam"),
        MergeActors("union", "port"),
        MergeActors("port", "union"),
    ],
    ids=lambda change: type(change).__name__,
)
def test_an_edit_of_what_is_gone_is_refused(change: SetField | RenameSlug | MergeActors) -> None:
    old = briefing(OLD)
    if isinstance(change, SetField):
        change = change._replace(item=old.actors["port"])
    with pytest.raises(Refused) as caught:
        carried(change, old, briefing(NEW))
    assert caught.value.reason is Reason.ITEM_GONE
    assert "is no longer in the briefing. Look at its new text." in str(caught.value)


def test_a_long_item_is_named_by_its_beginning() -> None:
    old = briefing(OLD.replace("Who pays", "Who pays " + "a very long word " * 9))
    with pytest.raises(Refused, match=r"Who pays a very long word .*…” is no longer") as caught:
        carried(RemoveItem(old.questions[1]), old, briefing("title: Nothing left\n"))
    assert len(str(caught.value)) < 130


def test_an_edit_that_was_refused_is_made_in_the_new_text(tmp_path: Path) -> None:
    file = tmp_path / "story.yaml"
    file.write_text(NEW)
    old = load(OLD, str(file))
    editing = Editing(file, None)
    change = SetText(old.briefing.questions[1], "Who pays?")
    with pytest.raises(Refused) as caught:
        editing.perform(old, change, "reworded a question")
    assert caught.value.reason is Reason.CHANGED
    new = load(NEW, str(file))
    editing.perform(new, carried(change, old.briefing, new.briefing), "reworded a question")
    assert file.read_text() == NEW.replace("Who pays for the delay?", "Who pays?")
