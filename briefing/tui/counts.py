"""How much there is of everything, in words and signs."""

from __future__ import annotations

from collections.abc import Set

from briefing.tui.lines import Line, Span, blank
from briefing.tui.story import Story

FURTHER = (
    ("figures", "Figures"),
    ("claims", "Claims"),
    ("relations", "Relations"),
    ("judgements", "Judgements"),
    ("next", "Next"),
)
_FIRST_FURTHER = 5


def counts(story: Story) -> Line:
    """Returns sources, open questions, what is new and changed, drafts and problems, each with its sign.

    Nothing new is not said: most of the time there is nothing.
    """
    briefing, glyphs = story.briefing, story.glyphs
    opened = sum(question.head in ("open", "watching") for question in briefing.questions)
    problems = len(story.problems)
    wrong = "problem" if any(problem.severity == "error" for problem in story.problems) else "open"
    unread = list(story.news.values())
    new, changed = unread.count("new"), unread.count("changed")
    parts = (
        _part(len(briefing.sources), "source", "no sources", "", "text2", "meta"),
        _part(opened, "open", "nothing open", glyphs.open, "open bold", "open", plural="open"),
        _part(new, "new", "", glyphs.new, "new bold", "new", plural="new") if new else [],
        _part(changed, "changed", "", glyphs.changed, "new bold", "new", plural="changed") if changed else [],
        _part(story.drafts, "draft", "no drafts", glyphs.draft, "draft bold", "draft"),
        _part(problems, "problem", "no problems", glyphs.problem, f"{wrong} bold", wrong),
    )
    spans: list[Span] = []
    for part in filter(None, parts):
        spans += [blank(3), *part] if spans else part
    return tuple(spans)


def _part(number: int, noun: str, none: str, sign: str, ink: str, word: str, plural: str = "") -> list[Span]:
    if not number:
        return [Span(none, "meta")]
    name = noun if number == 1 else plural or noun + "s"
    return [Span(f"{sign} {number}".strip(), ink), Span(f" {name}", word)]


def further(story: Story, hidden: Set[str] = frozenset()) -> list[Line]:
    """Returns the further panes that are not hidden with their keys and sizes: `5 Figures 2`."""
    found: list[Line] = []
    for number, (name, title) in enumerate(FURTHER, _FIRST_FURTHER):
        if name in hidden:
            continue
        size = len(getattr(story.briefing, name))
        found.append((Span(f"{number} {title} ", "meta"), Span(str(size), "text2" if size else "meta")))
    return found
