"""y, Y, o and m: what leaves the dashboard, how, and what the footer says of it."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import pytest

from briefing.model import Item
from briefing.tui import mouse
from briefing.tui.citation import cited
from briefing.tui.panes import PANES
from briefing.tui.surroundings import Surroundings
from tests.tui.stage import SIZES, TABS, WIDE, Stage, staged

SOURCES = """\
title: T
sources:
  page: { title: Page, url: "https://example.com/a" }
  bad: { title: Bad, url: "https://example.com@evil.example" }
  none: Nothing but a title
quotes:
  - Ann: From the page
    src: page
  - Ann: From the bad one
    src: bad
  - Ann: From nowhere to open
    src: none
  - Ann: Without a source
  - Ann: First nowhere, then the page
    src: none#1, page#2
"""


class Desk:
    """Stands for the programs of a desktop; notes what they were given."""

    def __init__(self, *installed: str, display: bool = True, works: bool = True, folder: Path | None = None) -> None:
        self.copied: list[str] = []
        self.opened: list[list[str]] = []
        self.works = works
        self.around = Surroundings(
            environ={"DISPLAY": ":0"} if display else {},
            platform="linux",
            folder=folder,
            which=lambda name: f"/usr/bin/{name}" if name in installed else None,
            run=self._run,
            start=self._start,
        )

    def _run(self, argv: list[str], data: bytes) -> bool:
        self.copied.append(data.decode())
        return self.works

    def _start(self, argv: list[str]) -> bool:
        self.opened.append(argv)
        return self.works


def written(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Returns the list of what is written to the terminal from now on."""
    found: list[str] = []
    monkeypatch.setattr(type(stage.app._driver), "write", lambda driver, data: found.append(data))
    return found


async def press(stage: Stage, *keys: str) -> None:
    await stage.press(*keys)
    await stage.settle()


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_y_copies_the_selected_item_with_its_citation_and_says_how(size: tuple[int, int]) -> None:
    desk = Desk("xclip")
    async with staged(size=size, around=desk.around) as stage:
        await press(stage, "2", "j", "y")
        assert desk.copied == [cited(stage.dashboard.story.briefing, stage.item)]
        assert desk.copied[0].startswith("> “")
        assert "(xclip)" in stage.footer()
        await press(stage, "j")
        assert "Copied" not in stage.footer()


async def test_everything_that_can_be_selected_can_be_copied_with_and_without_citation() -> None:
    desk = Desk("xclip")
    async with staged(around=desk.around) as stage:
        for pane in PANES.values():
            desk.copied.clear()
            await press(stage, "exclamation_mark" if pane.sign == "!" else pane.sign, "y", "Y")
            assert len(desk.copied) == (2 if stage.list.window.items else 0), pane.id
            if stage.list.window.items:
                assert all(text.strip() for text in desk.copied)
            else:
                assert stage.footer().strip().startswith("There is nothing here to copy")


async def test_capital_y_copies_the_bare_words() -> None:
    desk = Desk("xclip")
    async with staged(around=desk.around) as stage:
        await press(stage, "2", "Y")
        assert desk.copied == [stage.item.text]
        assert stage.footer().strip().startswith("Copied the words (xclip)")


async def test_in_an_open_source_y_copies_its_item_and_capital_y_the_passage() -> None:
    desk = Desk("xclip")
    async with staged(around=desk.around) as stage:
        await press(stage, "2", "enter", "y", "Y")
        item = stage.reader.item
        assert isinstance(item, Item)
        assert desk.copied == [cited(stage.dashboard.story.briefing, item), desk.copied[1]]
        assert "".join(desk.copied[1].split()) == stage.lit()
        assert stage.footer().strip().startswith("Copied the passage (xclip)")
        await press(stage, "escape", "3", "enter", "Y")
        article, passage = stage.reader.article, stage.reader.passage
        assert article is not None
        assert passage is not None
        assert desk.copied[2] == " ".join(article.paragraph(passage.first or 0).split())


async def test_where_there_is_no_tool_the_terminal_is_asked_and_the_message_says_that_it_may_refuse(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with staged() as stage:
        sent = written(stage, monkeypatch)
        await press(stage, "2", "Y")
        sequences = [data for data in sent if "\x1b]52;c;" in data]
        assert len(sequences) == 1
        assert (
            base64.b64decode(sequences[0].removeprefix("\x1b]52;c;").removesuffix("\x07")).decode() == stage.item.text
        )
        assert stage.footer().strip().startswith("Copied the words (OSC 52; your terminal may refuse it)")


async def test_on_a_narrow_screen_the_message_still_says_that_it_may_be_refused() -> None:
    async with staged(size=TABS) as stage:
        await press(stage, "2", "y")
        assert "Copied (OSC 52; your terminal may refuse it)" in stage.footer()


async def test_what_no_clipboard_takes_goes_into_a_file_of_the_state_and_the_message_names_it(tmp_path: Path) -> None:
    around = Surroundings(environ={}, wanted="file", folder=tmp_path / "state")
    async with staged(around=around, size=(160, 40)) as stage:
        await press(stage, "2", "y")
        path = tmp_path / "state" / "copied.md"
        assert path.read_text(encoding="utf-8") == cited(stage.dashboard.story.briefing, stage.item)
        assert "Copied with citation to " in stage.footer()
    async with staged(around=Surroundings(environ={}, wanted="file")) as stage:
        await press(stage, "y")
        assert stage.footer().strip().startswith("Not copied: no clipboard takes it")


async def test_a_quotation_that_is_not_as_its_source_has_it_is_copied_with_a_warning(tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_text("“They believe this is an opportune moment to strike now,” she said.\n")
    text = "title: T\nsources: {s: s.txt}\nquotes:\n  - Ann: They believe that is an opportune moment to strike now\n"
    (tmp_path / "a.yaml").write_text(text)
    desk = Desk("xclip")
    async with staged(tmp_path / "a.yaml", around=desk.around) as stage:
        await press(stage, "2", "y")
        assert stage.footer().strip().startswith("Copied with citation (xclip); it has a problem, ! shows it")


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A briefing with sources that have an address, a hostile one, and none."""
    (tmp_path / "a.yaml").write_text(SOURCES, encoding="utf-8")
    return tmp_path / "a.yaml"


async def test_o_opens_the_address_of_the_source_and_only_when_asked(sources: Path) -> None:
    desk = Desk("xdg-open")
    async with staged(sources, around=desk.around) as stage:
        await press(stage, "2", "enter", "escape", "g")
        assert desk.opened == []
        await press(stage, "o")
        assert desk.opened == [["/usr/bin/xdg-open", "https://example.com/a"]]
        assert stage.footer().strip().startswith("Opened https://example.com/a (xdg-open)")
        await press(stage, "G", "o")
        assert desk.opened[1:] == [["/usr/bin/xdg-open", "https://example.com/a"]]
        await press(stage, "g", "enter", "o")
        assert len(desk.opened) == 3


async def test_a_hostile_address_is_never_opened_and_a_missing_one_is_named(sources: Path) -> None:
    desk = Desk("xdg-open", "xclip")
    async with staged(sources, around=desk.around) as stage:
        for message in (
            "Not opened: https://example.com@evil.example may not be opened",
            "No address: the file has none for none",
            "No address: nothing here has a source",
        ):
            await press(stage, "2", "j", "o")
            assert stage.footer().strip().startswith(message)
        assert (desk.opened, desk.copied) == ([], [])


@pytest.mark.parametrize(
    "desk",
    [Desk("xclip", "xdg-open", works=True, display=False), Desk("xdg-open", works=False)],
    ids=["ssh", "failing"],
)
async def test_without_a_browser_the_address_is_shown_and_copied(sources: Path, desk: Desk) -> None:
    async with staged(sources, around=desk.around) as stage:
        await press(stage, "2", "o")
        assert (
            stage.footer().strip().startswith("https://example.com/a was copied (OSC 52; your terminal may refuse it)")
        )


async def test_a_message_that_comes_late_is_not_said_in_another_briefing(sources: Path) -> None:
    async with staged(sources, sources.with_name("a.yaml"), around=Desk("xclip").around) as stage:
        await stage.press("enter")
        dashboard = stage.dashboard
        await stage.press("escape")
        dashboard._report("Copied")
        await stage.turn()
        assert "Copied" not in stage.footer()


class Driver:
    """Stands for a terminal with a mouse."""

    def __init__(self, *, has_mouse: bool = True) -> None:
        self._mouse = has_mouse
        self.calls: list[str] = []

    def _enable_mouse_support(self) -> None:
        self.calls.append("on" if self._mouse else "nothing")

    def _disable_mouse_support(self) -> None:
        self.calls.append("off" if self._mouse else "nothing")


def test_m_gives_the_mouse_to_the_terminal_and_takes_it_back() -> None:
    driver: Any = Driver()
    assert [mouse.hand_over(driver), driver._mouse] == [mouse.GIVEN, False]
    assert [mouse.hand_over(driver), driver._mouse] == [mouse.TAKEN, True]
    assert driver.calls == ["off", "on"]


def test_a_mouse_that_was_left_to_the_terminal_can_be_taken() -> None:
    driver: Any = Driver(has_mouse=False)
    assert mouse.hand_over(driver) == mouse.TAKEN
    assert driver.calls == ["on"]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_m_says_whose_the_mouse_is(size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    async with staged(size=size) as stage:
        driver = type(stage.app._driver)
        monkeypatch.setattr(driver, "_enable_mouse_support", lambda self: None, raising=False)
        monkeypatch.setattr(driver, "_disable_mouse_support", lambda self: None, raising=False)
        await stage.press("m")
        assert stage.footer().strip().startswith(mouse.GIVEN)
        await stage.press("m")
        assert stage.footer().strip().startswith(mouse.TAKEN)


async def test_a_screen_without_a_mouse_says_so() -> None:
    async with staged(size=WIDE) as stage:
        await stage.press("m")
        assert stage.footer().strip().startswith(mouse.NONE)
