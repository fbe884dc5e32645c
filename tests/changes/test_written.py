"""A briefing written anew is read back as the same."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from briefing.changes.differences import differences
from briefing.changes.written import written
from briefing.data import path
from briefing.document.load import load
from tests.bench.corpus import briefing_text
from tests.data.newsroom_lines import LINES, document
from tests.document.test_robust import mutated

TEXTS = {
    "the sample": path("seeds", "aleppo.yaml").read_text(encoding="utf-8"),
    "every field": (Path(__file__).parent.parent / "data" / "everything.yaml").read_text(encoding="utf-8"),
    "many items": briefing_text(300),
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_what_is_written_has_no_difference_and_no_problem_when_it_is_read(text: str) -> None:
    before = load(text, "a").briefing
    again = load(written(before), "b")
    assert differences(before, again.briefing) == ()
    assert again.problems == ()


def test_it_is_json_as_well() -> None:
    found = json.loads(written(load(TEXTS["the sample"], "a").briefing))
    assert found["questions"][0]["open"]


def test_files_with_mistakes_of_every_sort_are_written_as_they_were_understood() -> None:
    random = Random(5)
    documents = [TEXTS["every field"], TEXTS["the sample"][:4000], *(document(line, "  ") for line in LINES)]
    for _ in range(150):
        before = load(mutated(random.choice(documents), random), "a").briefing
        assert differences(before, load(written(before), "b").briefing) == ()
