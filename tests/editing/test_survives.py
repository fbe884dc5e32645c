"""Instances beside each other, kills and hundreds of edits: the way back leads to the very bytes of the start."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from time import sleep

import pytest

from briefing.document import store
from briefing.document.load import Loaded, load
from briefing.document.refusals import Reason, Refused
from briefing.document.splice import (
    AddItem,
    Change,
    RemoveField,
    RemoveItem,
    RenameSlug,
    SetField,
    SetHead,
    SetText,
    SetTop,
)
from briefing.editing import Editing
from briefing.model import Item, Question

KILLS = int(os.environ.get("BRIEFING_KILLS", "8"))
EDITS = int(os.environ.get("BRIEFING_EDITS", "30"))

ROOT = Path(__file__).parent.parent.parent
FILES = [ROOT / "seeds" / "aleppo.yaml", ROOT / "tests" / "data" / "everything.yaml"]

START = "title: Nothing yet   # a remark\r\nquestions:\r\n  - open: Will it hold?\r\n  - open: Who pays?"

REWORDING = """\
import sys
from pathlib import Path
from briefing.document import store
from briefing.document.load import load
from briefing.document.refusals import Reason, Refused
from briefing.document.splice import SetText
from briefing.editing import Editing
file, state, name, left = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
editing = Editing(file, state)
print("begun", flush=True)
while left:
    loaded = load(store.read(file, keep_mark=True), str(file))
    try:
        editing.perform(loaded, SetText(loaded.briefing.questions[0], f"{name} {left}?"), f"{name} {left}")
    except Refused as error:
        assert error.reason is Reason.CHANGED, error
    else:
        left -= 1
"""


def editor(file: Path, state: Path, name: str, edits: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", REWORDING, str(file), str(state), name, str(edits)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def undone(editing: Editing, most: int) -> int:
    """Undoes as many edits as there are; returns how many."""
    for number in range(most):
        try:
            editing.undo()
        except Refused as error:
            if error.reason is not Reason.NOTHING:
                raise
            return number
    return most


def test_the_edits_of_two_instances_are_one_history(tmp_path: Path) -> None:
    file, state = tmp_path / "story.yaml", tmp_path / "state"
    file.write_bytes(START.encode())
    editors = [editor(file, state, name, 20) for name in ("one", "other")]
    assert [each.communicate(timeout=120)[0] for each in editors] == ["begun\n"] * 2
    assert [each.returncode for each in editors] == [0, 0]
    assert undone(Editing(file, state), 99) == 40
    assert file.read_bytes() == START.encode()


def test_after_a_kill_at_any_moment_every_edit_can_still_be_undone(tmp_path: Path) -> None:
    file, state = tmp_path / "story.yaml", tmp_path / "state"
    file.write_bytes(START.encode())
    edits = 0
    for number in range(KILLS):
        with editor(file, state, f"run {number}", 10_000) as killed:
            assert killed.stdout is not None
            assert killed.stdout.readline() == "begun\n"
            sleep(random.Random(number).uniform(0.0, 0.1))
            killed.send_signal(signal.SIGKILL)
        edits += undone(Editing(file, state), 500)
        assert file.read_bytes() == START.encode()
    print(f"{KILLS} kills, {edits} edits before them undone")
    text = START.replace("Will it hold?", "Last?")
    loaded = load(START, str(file))
    Editing(file, state).perform(loaded, SetText(loaded.briefing.questions[0], "Last?"), "reworded")
    assert file.read_bytes() == text.encode()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["state", "story.yaml"]


def some_change(loaded: Loaded, draw: random.Random) -> tuple[Change, str]:
    """Any edit that the dashboard has, with its words. Not all of them make sense."""
    briefing = loaded.briefing
    item: Item = draw.choice(list(briefing.items()))
    words = draw.choice(["two words", "a: colon", "# no comment", "“quoted”", "Größe", "1.10", "no", "two\nlines"])
    changes: list[Change] = [
        SetText(item, words),
        SetField(item, "note", words),
        RemoveField(item, "note"),
        RemoveField(item, "src"),
        SetField(item, "draft", "true"),
        SetTop("bottom_line", words),
        RemoveItem(item),
        AddItem("questions", draw.choice(["open", "watching"]), words),
        AddItem("timeline", f"2024-11-{draw.randint(1, 30):02}", words, (("note", "added"),)),
        AddItem("next", "todo", words),
    ]
    if isinstance(item, Question):
        changes += [SetHead(item, draw.choice(["answered", "moot", "open"]))] * 9
    if briefing.actors:
        changes.append(RenameSlug("actors", draw.choice(list(briefing.actors)), f"actor-{draw.randint(0, 99)}"))
    change = draw.choice(changes)
    return change, f"{type(change).__name__} {words}"


@pytest.mark.parametrize("name", [path.stem for path in FILES])
def test_random_edits_undone_give_the_bytes_of_the_start(tmp_path: Path, name: str) -> None:
    (origin,) = (path for path in FILES if path.stem == name)
    start = origin.read_bytes()
    file, state = tmp_path / "story.yaml", tmp_path / "state"
    file.write_bytes(start)
    draw = random.Random(name)
    editing = Editing(file, state)
    loaded = load(store.read(file, keep_mark=True), str(file))
    made, refused = [start], 0
    while len(made) <= EDITS and refused < EDITS * 5:
        change, words = some_change(loaded, draw)
        try:
            done = editing.perform(loaded, change, words)
        except Refused as error:
            if error.reason is not Reason.NOT_SPLICED:
                raise
            refused += 1
            continue
        assert file.read_bytes().decode() == done.raw
        loaded = load(store.read(file, keep_mark=True), str(file))
        if file.read_bytes() != made[-1]:
            made.append(file.read_bytes())
        if draw.random() < 0.1:
            editing = Editing(file, state)
            editing.undo()
            assert file.read_bytes() == made[-2]
            editing.redo()
            assert file.read_bytes() == made[-1]
    print(f"{name}: {len(made) - 1} edits, {refused} refused as impossible")
    assert len(made) > EDITS / 2
    editing = Editing(file, state)
    for earlier in made[-2::-1]:
        editing.undo()
        assert file.read_bytes() == earlier
    assert file.read_bytes() == start
    for later in made[1:]:
        editing.redo()
        assert file.read_bytes() == later
