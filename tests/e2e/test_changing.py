"""A briefing is changed in the real program: pasted words, a file that breaks meanwhile, a restart."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.terminal import ENTER, ESC, Terminal
from tests.tui.changing.desks import DRAFTS, drafts

SIZES = [(120, 40), (80, 24), (50, 20)]


def _pasted(words: str) -> str:
    return f"\x1b[200~{words}\x1b[201~"


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_what_is_pasted_is_one_line_that_acts_on_nothing(tmp_path: Path, size: tuple[int, int]) -> None:
    path = drafts(tmp_path)
    with Terminal("strike.yaml", home=tmp_path, folder=tmp_path, size=size) as terminal:
        terminal.sees("Dockers walk out").rest()
        terminal.type("4", "i").sees("Add a question")
        terminal.type(_pasted("Who 漢字\npays\u202e: \x07#1 – “really”?")).sees("really")
        terminal.type(ENTER, ENTER).sees("Added a question")
        assert "Who 漢字 pays: #1 – “really”?" in path.read_text(encoding="utf-8")
        terminal.type("u").sees("Undone: added a question")
        assert path.read_text(encoding="utf-8") == DRAFTS
        terminal.type("q")
        assert terminal.ends() == 0
        assert terminal.restored


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_file_that_breaks_is_left_alone_until_it_is_mended(tmp_path: Path, size: tuple[int, int]) -> None:
    path = drafts(tmp_path)
    with Terminal("strike.yaml", home=tmp_path, folder=tmp_path, size=size) as terminal:
        terminal.sees("Dockers walk out").rest()
        terminal.type("2", "g")
        path.write_bytes(b"title: Dockers\nquotes: [\xff\xfe")
        terminal.sees("can't be read")
        terminal.type("*").sees("Not changed: ")
        terminal.type("i").sees("Not changed: ")
        assert path.read_bytes() == b"title: Dockers\nquotes: [\xff\xfe"
        path.write_text(DRAFTS, encoding="utf-8")
        terminal.until(lambda screen: "can't be read" not in screen.text(), "the mended file")
        terminal.type("2", "g", "a").sees("Accepted the quote of")
        assert path.read_text(encoding="utf-8").count("draft: true") == DRAFTS.count("draft: true") - 1
        terminal.type("q")
        assert terminal.ends() == 0


def test_undo_goes_on_after_a_restart(tmp_path: Path) -> None:
    path = drafts(tmp_path)
    with Terminal("strike.yaml", home=tmp_path, folder=tmp_path) as terminal:
        terminal.sees("Dockers walk out").rest()
        terminal.type("2", "g", "*").sees("Starred")
        terminal.type("4", "s", "w").sees("to watching")
        terminal.type("q")
        assert terminal.ends() == 0
    with Terminal("strike.yaml", home=tmp_path, folder=tmp_path) as terminal:
        terminal.sees("Dockers walk out").rest()
        terminal.type("u").sees("Undone: set the question").type("u").sees("Undone: starred")
        assert path.read_text(encoding="utf-8") == DRAFTS
        terminal.type("\x12").sees("Done again: starred")
        terminal.type("q")
        assert terminal.ends() == 0


def test_leaving_while_a_form_is_open_or_a_change_is_saved_leaves_a_whole_file(tmp_path: Path) -> None:
    path = drafts(tmp_path)
    with Terminal("strike.yaml", home=tmp_path, folder=tmp_path) as terminal:
        terminal.sees("Dockers walk out").rest()
        terminal.type("3", "i").sees("Add an event")
        terminal.type("x", ESC).sees("i brings back what was typed")
        terminal.type("2" + "g" + "*" + "q")
        assert terminal.ends() == 0
        assert terminal.restored
    assert path.read_text(encoding="utf-8") in (
        DRAFTS,
        DRAFTS.replace("draft: true\n  - vries: We go", "draft: true\n    key: true\n  - vries: We go"),
    )
