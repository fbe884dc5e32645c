"""e and E without a terminal to lend: what is started, what is said, and where it leads."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from briefing.tui.app import BriefingApp
from briefing.tui.foreground import Ended
from briefing.tui.surroundings import Surroundings
from tests.tui.screens.test_copying import Desk
from tests.tui.stage import EVERYTHING, SAMPLE, SIZES, TABS, WIDE, Stage, staged


class Machine:
    """Stands for a machine with editors; notes what was started beside the program, and in the terminal."""

    def __init__(
        self, *installed: str, works: bool = True, ended: Ended | None = None, setting: str = "", **environ: str
    ) -> None:
        self.beside: list[list[str]] = []
        self.before: list[list[str]] = []
        self.works = works
        self.ended = ended or Ended()
        self.around = Surroundings(
            environ=environ,
            platform="linux",
            which=lambda name: f"/nowhere/{name}" if name in installed else None,
            run=lambda argv, data: True,
            start=self._start,
            take=self._take,
            editor=setting,
        )

    def _start(self, argv: list[str]) -> bool:
        self.beside.append(argv)
        return self.works

    def _take(self, argv: list[str]) -> Ended:
        self.before.append(argv)
        return self.ended


@pytest.fixture
def lent(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that can be lent."""
    monkeypatch.setattr(BriefingApp, "suspend", contextmanager(lambda app: iter([None])))


async def press(stage: Stage, *keys: str) -> None:
    await stage.press(*keys)
    await stage.settle()


def place(file: Path, words: str) -> str:
    """Returns `line:column` of some words of a file."""
    text = file.read_text(encoding="utf-8")
    at = text.index(words)
    return f"{text.count(chr(10), 0, at) + 1}:{at - text.rfind(chr(10), 0, at)}"


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_where_no_terminal_can_be_lent_the_place_is_shown_and_copied(size: tuple[int, int]) -> None:
    desk = Desk("xclip", "nano")
    async with staged(size=size, around=desk.around) as stage:
        await press(stage, "4", "g", "e")
        where = place(SAMPLE, "open: Can Russia")
        assert desk.copied == [f"{SAMPLE}:{where}"]
        said = f" nano can't have this terminal: aleppo.yaml:{where} copied (xclip)"
        assert stage.footer()[:40] == said[:40]


async def test_a_window_is_opened_beside_the_dashboard_and_the_footer_says_at_which_line() -> None:
    machine = Machine("code", VISUAL="code --wait")
    async with staged(size=WIDE, around=machine.around) as stage:
        await press(stage, "2", "g", "e")
        where = place(SAMPLE, "khalifa: They’ve framed")
        assert machine.beside == [["/nowhere/code", "--goto", f"{SAMPLE}:{where}"]]
        assert stage.footer().startswith(f" Opened in code at line {where.partition(':')[0]}")


async def test_a_window_that_does_not_open_is_told_with_the_place() -> None:
    machine = Machine("subl", works=False, EDITOR="subl")
    async with staged(size=WIDE, around=machine.around) as stage:
        await press(stage, "E")
        assert stage.footer().startswith(f" subl ended with an error: aleppo.yaml:{place(SAMPLE, 'actors:')} ")


@pytest.mark.usefixtures("lent")
async def test_an_emacs_that_finds_no_desktop_gets_the_terminal() -> None:
    machine = Machine("emacs", works=False, EDITOR="emacs", DISPLAY=":0")
    async with staged(size=WIDE, around=machine.around) as stage:
        await press(stage, "e")
        assert machine.beside == machine.before
        assert len(machine.before) == 1


@pytest.mark.usefixtures("lent")
@pytest.mark.parametrize(
    ("machine", "says"),
    [
        (Machine("nano"), "Neither $VISUAL nor $EDITOR is set, so nano was taken"),
        (Machine("nano", EDITOR="nano", ended=Ended("ended with status 1")), "nano ended with status 1"),
        (Machine("myedit", EDITOR="myedit"), "; the setting editor tells myedit the line"),
        (
            Machine("nano", EDITOR="nano", ended=Ended("could not be started (Exec format error)", started=False)),
            "nano could not be started (Exec format error): aleppo.yaml:",
        ),
    ],
    ids=["no wish", "fails", "unknown", "no program"],
)
async def test_who_comes_back_is_told_what_there_is_to_know(machine: Machine, says: str) -> None:
    async with staged(size=WIDE, around=machine.around) as stage:
        await press(stage, "e")
        assert says in stage.footer()


@pytest.mark.usefixtures("lent")
async def test_a_file_that_may_not_be_written_is_told_after_it_was_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine("vim", EDITOR="vim")
    async with staged(size=WIDE, around=machine.around) as stage:
        monkeypatch.setattr("os.access", lambda path, mode: False)
        await press(stage, "e")
        assert len(machine.before) == 1
        assert stage.footer().startswith(" aleppo.yaml is read-only, so nothing can be saved to it; chmod u+w allows")


@pytest.mark.usefixtures("lent")
async def test_nothing_is_said_when_all_went_well() -> None:
    machine = Machine("vim", EDITOR="vim")
    async with staged(size=WIDE, around=machine.around) as stage:
        before = stage.lines()
        await press(stage, "e")
        assert stage.lines() == before


@pytest.mark.usefixtures("lent")
async def test_the_setting_says_everything() -> None:
    machine = Machine("myedit", setting="myedit --at {line}:{column} {file}", VISUAL="vim")
    async with staged(size=WIDE, around=machine.around) as stage:
        await press(stage, "3", "E")
        assert machine.before == [["/nowhere/myedit", "--at", place(SAMPLE, "timeline:"), str(SAMPLE)]]


@pytest.mark.usefixtures("lent")
async def test_a_file_that_is_gone_is_not_opened_and_so_not_made_anew(tmp_path: Path) -> None:
    machine = Machine("vim", EDITOR="vim")
    file = tmp_path / "story.yaml"
    file.write_text("title: T\n", encoding="utf-8")
    async with staged(file, size=WIDE, around=machine.around) as stage:
        file.unlink()
        await press(stage, "e")
        assert machine.before == []
        assert stage.footer().startswith(" Not opened: story.yaml is there no longer")


def _lines(machine: Machine) -> Sequence[str]:
    return [argv[1] for argv in machine.before]


@pytest.mark.usefixtures("lent")
async def test_what_is_open_beside_the_panes_leads_to_what_it_shows() -> None:
    machine = Machine("kak", EDITOR="kak")
    async with staged(size=WIDE, around=machine.around) as stage:
        await press(stage, "2", "g", "enter", "e")
        await press(stage, "E")
        await press(stage, "escape", "c", "e")
        await press(stage, "escape", "3", "minus", "e")
        await press(stage, "0", "g", "e")
        await press(stage, "G", "E")
    words = ("khalifa: They’ve framed", "quotes:", "khalifa: They’ve framed", "", "bottom_line:", "sides:")
    for found, wanted in zip(_lines(machine), words, strict=True):
        if wanted:
            assert found.partition(":")[0] == "+" + place(SAMPLE, wanted).partition(":")[0], wanted


@pytest.mark.usefixtures("lent")
async def test_an_empty_pane_leads_to_its_section_or_to_the_end_of_the_file(tmp_path: Path) -> None:
    machine = Machine("kak", EDITOR="kak")
    file = tmp_path / "story.yaml"
    file.write_text("title: T\n# a\nquotes:\nowner: me\n", encoding="utf-8")
    async with staged(file, size=WIDE, around=machine.around) as stage:
        for pane in ("2", "3", "exclamation_mark"):
            await press(stage, pane, "e")
            await press(stage, "E")
    assert _lines(machine) == ["+3:1", "+3:1", "+5:1", "+5:1", "+1:1", "+1:1"]


@pytest.mark.usefixtures("lent")
async def test_the_palette_edits_too() -> None:
    machine = Machine("kak", EDITOR="kak")
    async with staged(size=WIDE, around=machine.around) as stage:
        await press(stage, "2", "g", "colon", *"editor", "enter")
        assert _lines(machine) == [f"+{place(SAMPLE, 'khalifa: They’ve framed')}"]


@pytest.mark.usefixtures("lent")
@pytest.mark.parametrize("size", [WIDE, TABS], ids=str)
async def test_a_briefing_of_the_list_is_opened_at_its_top_and_its_line_is_made_anew(
    size: tuple[int, int], tmp_path: Path
) -> None:
    machine = Machine("kak", EDITOR="kak")
    file = tmp_path / "story.yaml"
    file.write_text("title: Before\nas_of: 2030-01-01\n", encoding="utf-8")

    def save(argv: list[str]) -> Ended:
        machine.before.append(argv)
        file.write_text("title: After\nas_of: 2030-01-01\n", encoding="utf-8")
        return Ended()

    around = Surroundings(environ={"EDITOR": "kak"}, which=lambda name: name, take=save)
    async with staged(EVERYTHING, file, size=size, around=around) as stage:
        stage.library.surroundings = around
        await press(stage, "g")
        assert "Before" in stage.text()
        await press(stage, "e")
        assert machine.before == [["kak", "+1:1", str(file)]]
        assert "After" in stage.text()
