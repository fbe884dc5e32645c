"""What the tests of derive share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from briefing.derive import engine, lexicon
from briefing.derive.engine import Draft
from briefing.derive.lexicon import Lexicon
from briefing.sources import from_text

PUBLISHED = dt.date(2024, 11, 30)
Derive = Callable[..., Draft]


@pytest.fixture(scope="session")
def words() -> Lexicon:
    return lexicon.load()


@pytest.fixture(scope="session")
def derive(words: Lexicon) -> Derive:
    """Derives a text as if published on Saturday, 30 November 2024, or on another day, or on none."""

    def run(text: str, published: dt.date | None = PUBLISHED) -> Draft:
        return engine.derive(from_text(text), published, words)

    return run
