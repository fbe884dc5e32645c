"""The sample that comes with the program is not changed: a copy of it in the reader's folder is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing.data import path as shipped
from briefing.editing.meanwhile import carried
from briefing.tui.changing.panels import review
from briefing.tui.lines import Block, Span, flow

if TYPE_CHECKING:
    from briefing.tui.changing.changer import Changer, Wanted
    from briefing.tui.screens.dashboard import Dashboard

_WORDS = (
    "It is part of the program and stays as it is. A copy of it and of its article goes into this folder, has your"
    " change, and is opened."
)


def is_sample(path: Path) -> bool:
    """True for a file that the program ships."""
    return path.resolve().parent == shipped("seeds").resolve()


def copy_first(changer: Changer, wanted: Wanted) -> None:
    """Offers to copy the sample into the current folder, and to make a change there."""
    board = changer.board
    path = board.desk.path

    def agreed() -> None:
        folder = Path.cwd()
        names = [path.name, *(source.file for source in changer.story.briefing.sources.values() if source.file)]
        there = next((name for name in names if (folder / name).exists()), "")
        if there:
            changer.say(f"Not copied: {there} is in this folder already; briefing {path.name} opens it")
            return
        try:
            for name in names:
                with (folder / name).open("xb") as file:
                    file.write((path.parent / name).read_bytes())
        except OSError as error:
            changer.say(f"Not copied: {error.strerror or error}")
            return
        _open(board, board.host.dashboard(folder / path.name), wanted)

    def lines(width: int) -> Block:
        return flow([Span(_WORDS, "text2")], width, None, changer.story.measure)

    review(changer, "This is the sample that comes with briefing. Copy it?", lines, agreed, does="copy and open")


def _open(board: Dashboard, copy: Dashboard, wanted: Wanted) -> None:
    """Opens the copy in the place of the sample, and makes the change in it."""
    change = carried(wanted.change, wanted.base, copy.story.briefing)
    if len(board.app.screen_stack) > 1:
        board.app.switch_screen(copy)
    else:
        board.app.push_screen(copy)
    copy.call_after_refresh(copy.change, lambda changer: changer.save(change, wanted.words), asks=False)
