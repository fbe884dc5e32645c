"""A newcomer with the real program: who is she, what did she say, where does it stand, and what is still open?"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from tests.e2e.terminal import BARE_ESC, DOWN, ENTER, ESC, SAMPLE, TAB, Terminal
from tests.e2e.vt import Screen

SAID = "They believe this is an opportune moment when the Iranians are weakened"


def _lit(screen: Screen) -> str:
    """Returns the words on the ground of words that were found, without blanks."""
    grounds = {style.background for line in screen.cells for _, style in line}
    for ground in grounds:
        words = "".join(c for line in screen.cells for c, style in line if style.background == ground)
        if "theIraniansareweakened" in "".join(words.split()) and "Khalifacommented" not in "".join(words.split()):
            return "".join(words.split())
    return ""


def test_the_sample_answers_the_questions_of_a_newcomer(tmp_path: Path) -> None:
    with Terminal(home=tmp_path) as terminal:
        terminal.sees("Syrian rebels have seized most of Aleppo", "1 Actors 16", "2 Key quotes 14", "no problems")
        terminal.sees("Dareen Khalifa International Crisis Group")
        terminal.type(TAB, DOWN, DOWN).sees("key quote, Khalifa, paragraph 15")
        terminal.type(ENTER).sees("✓ word for word", "¶15 of 37", "Khalifa commented.")
        assert re.search(r"▌ +15  “They believe", terminal.text)
        assert "opportunemomentwhen" in _lit(terminal.screen)
        terminal.type(BARE_ESC).until(lambda screen: "Source explainer" not in screen.text(), "the source closing")
        terminal.type("4").sees("? Will Turkey fully engage if the rebels hold?", "watch Turkish armour", "due 2 Dec")
        terminal.type("q")
        assert terminal.ends() == 0
        assert terminal.restored


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (50, 20)], ids=str)
def test_the_same_keys_find_the_same_passage_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    with Terminal(str(SAMPLE), home=tmp_path, size=size) as terminal:
        terminal.sees("Syrian rebels have seized").rest()
        terminal.type("2", "j", "j", ENTER).sees("¶15 of 37", "✓ word for word")
        assert re.search(r"▌ +15  “They believe", terminal.text)
        terminal.type(ESC, "q")
        assert terminal.ends() == 0


def test_another_size_of_the_terminal_is_taken_over(tmp_path: Path) -> None:
    with Terminal(str(SAMPLE), home=tmp_path) as terminal:
        terminal.sees("no problems").type("2", "j", "j", ENTER).sees("¶15 of 37")
        for columns, rows in ((80, 24), (50, 20), (120, 40)):
            terminal.resize(columns, rows).sees("¶15 of 37", "✓ word for word")
        terminal.resize(20, 5).sees("briefing needs 30×8")
        terminal.resize(120, 40).sees("¶15 of 37", "1 Actors 16")
        terminal.type("q")
        assert terminal.ends() == 0


def test_a_folder_opens_as_a_library_and_esc_comes_back_to_it(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    for name, title in (("a", "Dockers walk out"), ("b", "The river rises")):
        text = f"title: {title}\nas_of: 2024-11-30\nactors: {{x: Anna}}\n"
        (tmp_path / "desk" / f"{name}.yaml").write_text(text, encoding="utf-8")
    with Terminal("desk", home=tmp_path) as terminal:
        terminal.sees("2 briefings", "Dockers walk out", "The river rises")
        terminal.type(ENTER).sees("1 Actors 1", "Anna")
        terminal.type(ESC).sees("2 briefings")
        terminal.type("q")
        assert terminal.ends() == 0


def test_looking_writes_nothing_beside_the_briefing(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    folder.mkdir()
    for name in ("aleppo.yaml", "aleppo.txt"):
        shutil.copy2(SAMPLE.parent / name, folder / name)
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*")}
    with Terminal("aleppo.yaml", home=tmp_path, folder=folder) as terminal:
        terminal.sees("no problems")
        for key in "12345!":
            terminal.type(key, ENTER, "p")
        terminal.type("?").sees("esc closes")
        terminal.type(ESC, "q")
        assert terminal.ends() == 0
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*")} == before


def test_the_title_is_the_first_bold_thing_on_the_screen(tmp_path: Path) -> None:
    with Terminal(str(SAMPLE), home=tmp_path) as terminal:
        terminal.sees("no problems")
        bold = next(style for line in terminal.screen.cells for _, style in line if style.bold)
        assert terminal.screen.styled(bold).startswith("Syrian rebels have seized most of Aleppo")


@pytest.mark.parametrize(
    "keys", [("?", ESC, "q"), (":", ESC, "q"), ("z", "?", ESC, "q"), (":", "zoom", ENTER, "q")], ids=ascii
)
def test_keys_that_arrive_together_are_taken_one_after_the_other(tmp_path: Path, keys: tuple[str, ...]) -> None:
    with Terminal(str(SAMPLE), home=tmp_path) as terminal:
        terminal.sees("no problems").rest()
        os.write(terminal.master, "".join(keys).encode())
        assert terminal.ends() == 0
