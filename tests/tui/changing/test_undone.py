"""Whatever is changed by whatever keys, as many undos give back the first bytes.

`BRIEFING_TRIAGE=500 pytest tests/tui/changing/test_undone.py` makes more changes.
"""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest

from briefing.editing import Editing
from tests.tui.changing.desks import DRAFTS, changing, copied, drafts
from tests.tui.stage import EVERYTHING, SAMPLE, STACK

TIMES = int(os.environ.get("BRIEFING_TRIAGE", "30"))
WORDS = ("one", "two: three", "a # b", "- c", "[x]", "“d”", "漢字", "")


def _keys(random: Random) -> tuple[str, ...]:
    """Returns one way to change something, where it changes something."""
    word = random.choice(WORDS)
    down = ("j",) * random.randint(0, 4)
    return random.choice(
        [
            ("2", "g", *down, "asterisk"),
            (random.choice("234"), "g", *down, random.choice("ad")),
            (random.choice("234"), random.choice("AD"), "enter"),
            ("4", "g", *down, "s", random.choice("owm")),
            ("4", "g", *down, "s", "a", f"={word}", "enter", "=1", "enter"),
            ("1", "g", *down, "b", "=none", "enter"),
            ("1", "g", *down, "b", f"=side {random.randint(1, 9)}", "enter"),
            ("1", "g", *down, "M", "enter", "enter"),
            ("1", "g", *down, "R", "enter", f"={random.randint(1, 99)}", "enter", "enter"),
            ("3", "i", "=27 Nov", "enter", f"={word}", "enter", "=1", "enter", "enter"),
            ("2", "i", "enter", f"={word}", "enter", "=1", "enter", "enter"),
            ("4", "i", f"={word}", "enter", "enter"),
            ("I", f"={word}", "enter", "enter", "enter", f"=s{random.randint(1, 99)}", "enter"),
            (random.choice("1234"), "g", *down, "x", "=note", "enter", "ctrl+u", f"={word}", "enter"),
            (random.choice("234"), "g", *down, "x", "=text", "enter", f"={word}", "enter"),
        ]
    )


@pytest.mark.parametrize("name", ["drafts", "sample", "everything"])
async def test_as_many_undos_as_changes_give_back_the_first_bytes(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = drafts(tmp_path) if name == "drafts" else copied(SAMPLE if name == "sample" else EVERYTHING, tmp_path)
    texts = [path.read_bytes()]
    perform = Editing.perform

    def noted(editing: Editing, *words: object) -> object:
        done = perform(editing, *words)  # type: ignore[arg-type]
        if path.read_bytes() != texts[-1]:
            texts.append(path.read_bytes())
        return done

    monkeypatch.setattr(Editing, "perform", noted)
    random = Random(name)
    async with changing(path, STACK) as desk:
        for _ in range(TIMES):
            await desk.do(*_keys(random))
            await desk.do("escape", "escape")
        assert len(texts) > TIMES // 3
        for before in reversed(texts[:-1]):
            await desk.do("u")
            assert path.read_bytes() == before
        await desk.do("u")
        assert path.read_bytes() == texts[0]
        for after in texts[1:]:
            await desk.do("ctrl+r")
            assert path.read_bytes() == after


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
async def test_line_ends_and_a_missing_last_one_come_back(tmp_path: Path, ends: str) -> None:
    text = DRAFTS.rstrip("\n").replace("\n", ends)
    async with changing(drafts(tmp_path, text)) as desk:
        await desk.do("2", "g", "a", "3", "g", "x", "=where", "enter", "=Rotterdam", "enter", "4", "s", "m")
        assert desk.text.count(ends) == desk.text.count("\n")
        assert not desk.text.endswith("\n")
        await desk.do("u", "u", "u")
        assert desk.text == text
