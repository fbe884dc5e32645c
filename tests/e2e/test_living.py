"""The real program follows its file in a real terminal, whoever saves it and however slowly."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from tests.e2e.terminal import SAMPLE, Terminal

NEW = "  - 2024-12-01: Army falls back to a line north of Hama\n    src: explainer#4\n"
SLOWLY = """\
import sys, time
path, text = sys.argv[1], sys.stdin.read()
with open(path, "w") as file:
    for start in range(0, len(text), len(text) // 6):
        file.write(text[start : start + len(text) // 6])
        file.flush()
        time.sleep(0.15)
"""


def _copy(folder: Path) -> Path:
    for name in ("aleppo.yaml", "aleppo.txt"):
        (folder / name).write_bytes(SAMPLE.with_name(name).read_bytes())
    return folder / "aleppo.yaml"


def test_a_save_from_outside_shows_and_the_way_through_what_is_new(tmp_path: Path) -> None:
    file = _copy(tmp_path)
    text = file.read_text().replace("timeline:\n", "timeline:\n" + NEW, 1).replace("- open: Why", "- answered: Why", 1)
    with Terminal(str(file), home=tmp_path) as terminal:
        terminal.sees("no problems").type("2", "j")
        file.write_text(text)
        terminal.sees("Reloaded: 1 new, 1 changed", "• 1 new ≠ 1 changed", "Army falls back to a line north of")
        terminal.type("q")
        assert terminal.ends() == 0
    with Terminal(str(file), home=tmp_path) as terminal:
        terminal.sees("• 1 new ≠ 1 changed").type("}").sees("Change 1 of 2", "new, 1 December 2024")
        terminal.type("}").sees("changed, answered")
        terminal.type("C").sees("Changed since you read it 2", "added", "was open")
        terminal.type("V").sees("All is marked as read; V takes that back")
        terminal.type("q")
        assert terminal.ends() == 0
    with Terminal(str(file), home=tmp_path) as terminal:
        terminal.sees("no problems").type("V").sees("Nothing is new since you read it")


def test_a_slow_save_never_shows_a_part_of_itself(tmp_path: Path) -> None:
    file = _copy(tmp_path)
    text = file.read_text().replace("timeline:\n", "timeline:\n" + NEW, 1)
    with Terminal(str(file), home=tmp_path) as terminal:
        terminal.sees("no problems").rest(0.5)
        writer = subprocess.Popen([sys.executable, "-c", SLOWLY, str(file)], stdin=subprocess.PIPE, text=True)
        assert writer.stdin is not None
        writer.stdin.write(text)
        writer.stdin.close()
        while writer.poll() is None:
            assert "1 Actors 16" in terminal.text
            assert "can't be read" not in terminal.text
            time.sleep(0.02)
        terminal.sees("Reloaded: 1 new")
        assert b"gone" not in terminal.output


def test_a_broken_file_is_told_with_its_line_and_mended_in_an_editor(tmp_path: Path) -> None:
    file = _copy(tmp_path)
    good = file.read_text()
    mend = tmp_path / "mend"
    mend.write_text(f"#!{sys.executable}\nopen({str(file)!r}, 'w').write({good!r})\n")
    mend.chmod(0o755)
    with Terminal(str(file), home=tmp_path, env={"EDITOR": str(mend), "VISUAL": ""}) as terminal:
        terminal.sees("no problems")
        file.write_text(good.replace("questions:\n", "questions: [[[{\n", 1))
        terminal.sees("aleppo.yaml can't be read since", "you see the last good version.", "! 31 problems")
        terminal.type("e")
        terminal.until(lambda screen: "can't be read" not in screen.text(), "the banner going")
        terminal.type("q")
        assert terminal.ends() == 0
        assert terminal.restored
