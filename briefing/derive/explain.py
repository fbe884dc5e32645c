"""Why each item of a draft was proposed, as lines for a person and as JSON with offsets for programs."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator

from briefing.derive.candidates import Reason
from briefing.derive.engine import Draft

_LONGEST = 72


def lines(draft: Draft) -> Iterator[str]:
    """Yields a line for each item: its section, paragraph, beginning, and the rule, cue and score behind it."""
    for actor in draft.cast.actors.values():
        yield _line("actor", actor.paragraph, f"{actor.slug} = {actor.name}", actor.reason)
    for relation in draft.relations:
        yield _line("relation", relation.paragraph, f"{relation.start} -> {relation.end}", relation.reason)
    for event in draft.events:
        yield _line("event", event.paragraph, f"{event.edtf} {event.text}", event.reason)
    for figure in draft.figures:
        yield _line("figure", figure.paragraph, f"{figure.measure}: {figure.value}", figure.reason)
    for said in draft.quotations:
        head = said.speaker.head if said.speaker else "nobody"
        yield _line("quote", said.paragraph, f"{head}: {said.text}", said.reason)
    for claim in draft.claims:
        yield _line("claim", claim.paragraph, f"{claim.speaker.head}: {claim.text}", claim.reason)
    for question in draft.questions:
        yield _line("question", question.paragraph, question.text, question.reason)
    for block in draft.document.blocks:
        if block.reason != "text":
            yield f"passed over #{block.number}: {block.role.value} ({block.reason})"
    for mention in draft.document.dates:
        if not mention.edtf:
            yield f"date not resolved #{draft.document.block_at(mention.start).number}: {mention.text} ({mention.rule})"


def _line(section: str, paragraph: int, text: str, reason: Reason) -> str:
    shown = " ".join(text.split())
    shown = shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"
    return f"{section} #{paragraph}: {shown} [{reason}; {reason.score:.2f}]"


def as_json(draft: Draft) -> str:
    """Returns all candidates with the characters `[start, end)` of the text at which they stand, as one JSON object."""
    document = draft.document
    data = {
        "title": draft.title,
        "published": document.published.isoformat() if document.published else None,
        "paragraphs": [
            {
                "number": block.number,
                "start": block.start,
                "end": block.end,
                "role": block.role.value,
                "reason": block.reason,
            }
            for block in document.blocks
        ],
        "actors": [
            {
                "slug": actor.slug,
                "name": actor.name,
                "kind": actor.kind.value,
                "role": actor.role,
                "aka": list(actor.aka),
                "mentions": [{"start": mention.start, "end": mention.end} for mention in actor.mentions],
                **_why(actor.reason),
            }
            for actor in draft.cast.actors.values()
        ],
        "quotes": [
            {
                "start": said.start,
                "end": said.end,
                "text": said.text,
                "paragraph": said.paragraph,
                "speaker": {
                    "slug": said.speaker.slug,
                    "words": said.speaker.words,
                    "start": said.speaker.start,
                    "end": said.speaker.end,
                }
                if said.speaker
                else None,
                "doubtful": said.doubtful,
                **_why(said.reason),
            }
            for said in draft.quotations
        ],
        "dates": [
            {
                "start": mention.start,
                "end": mention.end,
                "text": mention.text,
                "edtf": mention.edtf,
                "lower": _day(mention.lower),
                "upper": _day(mention.upper),
                "vague": mention.vague,
                "reason": mention.rule,
            }
            for mention in document.dates
        ],
        "timeline": [
            {
                "start": event.start,
                "end": event.end,
                "text": event.text,
                "paragraph": event.paragraph,
                "edtf": event.edtf,
                "dated_by": event.dated_by,
                "who": list(event.who),
                **_why(event.reason),
            }
            for event in draft.events
        ],
        "figures": [
            {
                "start": figure.start,
                "end": figure.end,
                "text": figure.text,
                "paragraph": figure.paragraph,
                "measure": figure.measure,
                "value": figure.value,
                "per": figure.per,
                **_why(figure.reason),
            }
            for figure in draft.figures
        ],
        "claims": [
            {
                "start": claim.start,
                "end": claim.end,
                "text": claim.text,
                "paragraph": claim.paragraph,
                "speaker": claim.speaker.slug,
                **_why(claim.reason),
            }
            for claim in draft.claims
        ],
        "questions": [
            {"start": one.start, "end": one.end, "text": one.text, "paragraph": one.paragraph, **_why(one.reason)}
            for one in draft.questions
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _why(reason: Reason) -> dict[str, object]:
    return {"reason": str(reason), "score": round(reason.score, 2)}


def _day(date: dt.date | None) -> str | None:
    return date.isoformat() if date is not None else None
