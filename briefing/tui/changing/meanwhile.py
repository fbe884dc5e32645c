"""When somebody else changed the file while a change was made: what they did is shown, and the change offered again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.editing import Refused
from briefing.editing.meanwhile import carried, difference
from briefing.tui.changing.panels import review
from briefing.tui.lines import Block, Span, flow

if TYPE_CHECKING:
    from briefing.tui.changing.changer import Changer, Wanted

_INKS = {"+": "new", "-": "problem"}


def offer(changer: Changer, wanted: Wanted) -> None:
    """Shows the file as it is now, how it differs, and offers to make the change in it all the same."""
    board = changer.board
    text = board.desk.loaded.text
    board.reload_now(own=False)
    if board.broken is not None or board.desk.loaded.text == text:
        changer.say("Not saved: the file changed meanwhile and can't be read now. e mends it")
        return
    try:
        again = carried(wanted.change, wanted.base, board.story.briefing)
    except Refused as refused:
        changer.say(str(refused))
        return
    story = changer.story
    found = difference(text, board.desk.loaded.text)

    def lines(width: int) -> Block:
        return [
            part
            for line in found
            for part in flow(
                [Span(f"{line.sign} {story.show(line.text)}", _INKS.get(line.sign, "meta"))],
                width, width - 2, story.measure,
            )
        ]  # fmt: skip

    review(
        changer,
        f"{story.path} changed meanwhile. Save your change to it as it is now?",
        lines,
        lambda: changer.save(again, wanted.words, key=wanted.key),
        does="save it",
        left="Not saved: the file changed meanwhile",
    )
