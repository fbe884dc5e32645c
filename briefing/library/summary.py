"""A line about a briefing, for a list of many."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefing import dates, model
from briefing.document.load import load
from briefing.document.store import Unreadable, read
from briefing.problems import Problem


@dataclass(frozen=True, slots=True)
class Summary:
    """What a list says of a briefing: how many questions are unsettled (open or watched), how many items are drafts,
    and the earliest day on which something is due. `problems` are those of the file alone, without its sources."""

    path: Path
    title: str
    as_of: dates.Edtf | None = None
    unsettled: int = 0
    drafts: int = 0
    due: dates.Edtf | None = None
    problems: tuple[Problem, ...] = ()
    readable: bool = True


def summarise(path: Path) -> Summary:
    """Returns the summary of the briefing at `path`; one that can't be read has its name as title and its problem."""
    try:
        loaded = load(read(path), str(path))
    except Unreadable as error:
        return Summary(path, path.stem, problems=(error.problem,), readable=False)
    briefing = loaded.briefing
    return Summary(
        path,
        briefing.title,
        briefing.as_of,
        len(unsettled(briefing)),
        sum(item.draft for item in briefing.items()),
        next_due(briefing),
        loaded.problems,
        loaded.readable,
    )


def unsettled(briefing: model.Briefing) -> tuple[model.Question, ...]:
    """Returns the questions that are open or watched."""
    return tuple(question for question in briefing.questions if question.head in ("open", "watching"))


def next_due(briefing: model.Briefing) -> dates.Edtf | None:
    """Returns the earliest date on which a question, a judgement or a step asks to be looked at again."""
    wanted = (
        *(question.due for question in unsettled(briefing)),
        *(judgement.review for judgement in briefing.judgements),
        *(step.due for step in briefing.next),
    )
    return min((date for date in wanted if date), key=lambda date: date.sort_key, default=None)
