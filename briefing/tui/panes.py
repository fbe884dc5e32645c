"""The one table of panes: number, names, and the functions that make and draw their rows."""

from __future__ import annotations

from bisect import bisect_right

from briefing.document.grammar import SECTIONS
from briefing.model import Item
from briefing.problems import Problem
from briefing.tui.rows import Pane, Row, actors, brief, ledger, questions, quotes, timeline, trouble
from briefing.tui.story import Story


def _nothing(what: str) -> str:
    return f"No {what} yet. i adds one."


BRIEF = Pane("0", "brief", "Brief", "Brief", "text", brief.rows, brief.draw, brief.peek, brief.speak, brief.empty)
ACTORS = Pane(
    "1", "actors", "Actors", "Actors", "actor",
    actors.rows, actors.draw, actors.peek, actors.speak, actors.empty, actors.heads,
)  # fmt: skip
QUOTES = Pane(
    "2", "quotes", "Key quotes", "Quotes", "quote",
    quotes.rows, quotes.draw, quotes.peek, quotes.speak, quotes.empty,
)  # fmt: skip
TIMELINE = Pane(
    "3", "timeline", "Timeline", "Timeline", "event",
    timeline.rows, timeline.draw, timeline.peek, timeline.speak, timeline.empty, timeline.heads,
)  # fmt: skip
QUESTIONS = Pane(
    "4", "questions", "Open questions", "Open", "question",
    questions.rows, questions.draw, questions.peek, questions.speak, questions.empty,
)  # fmt: skip
FIGURES = Pane(
    "5", "figures", "Figures", "Figures", "figure",
    ledger.figure_rows, ledger.figure_draw, ledger.figure_peek, ledger.figure_speak, lambda story: _nothing("figures"),
)  # fmt: skip
CLAIMS = Pane(
    "6", "claims", "Claims", "Claims", "claim",
    ledger.claim_rows, ledger.claim_draw, ledger.claim_peek, ledger.claim_speak, lambda story: _nothing("claims"),
)  # fmt: skip
RELATIONS = Pane(
    "7", "relations", "Relations", "Relations", "relation",
    ledger.relation_rows, ledger.relation_draw, ledger.relation_peek, ledger.relation_speak,
    lambda story: _nothing("relations"),
)  # fmt: skip
JUDGEMENTS = Pane(
    "8", "judgements", "Judgements", "Judgements", "judgement",
    ledger.judgement_rows, ledger.judgement_draw, ledger.judgement_peek, ledger.judgement_speak,
    lambda story: _nothing("judgements"),
)  # fmt: skip
NEXT = Pane(
    "9", "next", "Next", "Next", "step",
    ledger.step_rows, ledger.step_draw, ledger.step_peek, ledger.step_speak, lambda story: _nothing("next steps"),
)  # fmt: skip
PROBLEMS = Pane(
    "!", "problems", "Problems", "Problems", "problem",
    trouble.rows, trouble.draw, trouble.peek, trouble.speak, trouble.empty, trouble.heads,
)  # fmt: skip

MAIN = (ACTORS, QUOTES, TIMELINE, QUESTIONS)
_NOUNS = {section.item: section.noun for section in SECTIONS}
PANES: dict[str, Pane] = {
    pane.id: pane for pane in (BRIEF, *MAIN, FIGURES, CLAIMS, RELATIONS, JUDGEMENTS, NEXT, PROBLEMS)
}


def locate(story: Story, problem: Problem) -> tuple[Pane, Row] | None:
    """Returns the pane and the row of the item that a problem stands in; None for one that is in no item."""
    offset = next((at for at, found in story.flags.items() if found is problem), None)
    if offset is None:
        # Only the first problem of an item is its flag; a further one is on a line of the same item.
        starts = sorted(item.offset for item in story.briefing.items())
        lines = [story.briefing.position(start).line for start in starts]
        at = bisect_right(lines, problem.where.line) - 1
        offset = starts[at] if at >= 0 and starts[at] in story.flags else None
    if offset is None:
        return None
    for pane in PANES.values():
        if pane is not PROBLEMS:
            for row in pane.rows(story):
                if row.kind == "item" and getattr(row.value, "offset", None) == offset:
                    return pane, row
    return None


def noun_of(item: Item) -> str:
    """Returns what an item is called: `quote`, `event`."""
    return _NOUNS[type(item)]
