"""What is focused on: an actor, a source, a topic, a span of time or a question."""

from __future__ import annotations

from typing import Literal, NamedTuple

MarkKind = Literal["actor", "source", "topic", "time", "question"]


class Mark(NamedTuple):
    """One thing that is focused on. `value` is a slug, a topic, an EDTF date, or the offset of a question."""

    kind: MarkKind
    value: str
