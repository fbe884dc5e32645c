"""Asking before a change: with a form, by one key, or by showing what it will do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefing.tui.changing.form import Form
from briefing.tui.lines import Block, Line
from briefing.tui.widgets.painted import darken, dim
from briefing.tui.widgets.rowlist import RowList

if TYPE_CHECKING:
    from briefing.tui.changing.changer import Changer


def fill(changer: Changer, key: str, again: str, form: Form, done: Callable[[dict[str, str]], None]) -> None:
    """Asks with a form and hands its values on.

    What is typed is kept under `key` until it is saved; without one, as where something is only chosen, it is not.
    `again` is what is pressed to bring it back.
    """
    from briefing.tui.changing.changer import Kept
    from briefing.tui.screens.filling import Filling

    empty = form.texts
    if key in changer.kept:
        form.fill(*changer.kept[key])
    answered = _answering(changer, lambda: done(form.values))
    lighten = _darken(changer)

    def closed(filled: bool | None) -> None:
        lighten()
        changer.kept.pop(key, None)
        if key and form.texts != empty:
            changer.kept[key] = Kept(form.texts, form.at)
        if filled:
            answered()
        else:
            changer.say(f"Not saved; {again} brings back what was typed" if key in changer.kept else "")

    Filling(form, changer.story, changer.board.inks).open_over(changer.board.app, closed)


def review(
    changer: Changer,
    question: str,
    lines: Callable[[int], Block],
    agreed: Callable[[], None],
    *,
    does: str,
    left: str = "",
) -> None:
    """Shows what a change would do; `agreed` makes it. `left` is said where it is not made."""
    from briefing.tui.screens.reviewing import Review

    answered = _answering(changer, agreed)
    lighten = _darken(changer)

    def closed(wanted: bool | None) -> None:
        lighten()
        if wanted:
            answered()
        else:
            changer.say(left)

    Review(question, lines, changer.story, changer.board.inks, does).open_over(changer.board.app, closed)


def choose(changer: Changer, offered: Line, chosen: Callable[[str], None]) -> None:
    """Asks for one key in the place of the footer."""
    board = changer.board
    letters: list[str] = []
    answered = _answering(changer, lambda: chosen(letters[-1]))

    def taken(letter: str) -> None:
        letters.append(letter)
        answered()

    board.ask("", [("esc", "back")], taken)
    if board.prompt is not None:
        board.prompt.single = True
        board.prompt.tell(offered)


def _answering(changer: Changer, answered: Callable[[], None]) -> Callable[[], None]:
    """Returns what takes an answer about the briefing as it is now, and the list in which it was asked for: both may
    be others by then, when a change is saved that was made before."""
    base, current = changer.base or changer.story.briefing, changer.current

    def take() -> None:
        changer.base, changer.current = base, current
        try:
            answered()
        finally:
            changer.base = None

    return take


def _darken(changer: Changer) -> Callable[[], None]:
    """Dims what lies behind a panel but what it is about, and keeps the open paragraph in view above it; returns what
    brings it back."""
    board = changer.board
    board.holding = True
    darken(widget for widget in board.children if widget is not board.current)
    reader = board.current
    top = None
    if not isinstance(reader, RowList) and board.view.mode != "wide" and reader.paragraph is not None:
        top = reader.top
        reader.look_from((reader.paragraph, 0))

    def lighten() -> None:
        board.holding = False
        dim(board.children, dimmed=False)
        if top is not None and not isinstance(reader, RowList):
            reader.look_from(top)

    return lighten
