"""What became of a quotation is told in the words of the reader's third line."""

from __future__ import annotations

import pytest

from briefing.anchors import Difference, Match, Status, find, in_words
from briefing.model import Anchor
from briefing.sources import from_text


@pytest.mark.parametrize(
    ("match", "words"),
    [
        (None, "paragraph cited"),
        (Match(Status.EXACT, "bbc"), "word for word"),
        (Match(Status.NORMALISED, "bbc"), "word for word, typographic marks differ"),
        (Match(Status.ELIDED, "bbc"), "shortened with …"),
        (Match(Status.AMBIGUOUS, "bbc", paragraphs=(3, 9)), "stands in 2 places, ¶3 and ¶9"),
        (Match(Status.AMBIGUOUS, "bbc", paragraphs=(3, 9, 11)), "stands in 3 places, ¶3, ¶9 and ¶11"),
        (
            Match(Status.AMBIGUOUS, "bbc", paragraphs=tuple(range(1, 21))),
            "stands in 20 or more places, ¶1, ¶2, ¶3, ¶4, ¶5 and more",
        ),
        (Match(Status.MOVED, "bbc", paragraphs=(14,), cited=Anchor("bbc", 15)), "found in ¶14, cited as ¶15"),
        (Match(Status.MOVED, "bbc", paragraphs=(14, 15), cited=Anchor("bbc", 2, 4)), "found in ¶14–15, cited as ¶2–4"),
        (Match(Status.MISSING, "bbc"), "not in this source"),
        (Match(Status.UNVERIFIABLE, "bbc"), "source text is not here"),
    ],
)
def test_every_status_has_its_words(match: Match | None, words: str) -> None:
    assert in_words(match) == words


def difference(kind: str, here: str, there: str) -> Difference:
    return Difference(kind, here, there, 0, (0, 0))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("differences", "words"),
    [
        ([("replaced", "good", "opportune")], "1 word differs: good, source: opportune"),
        ([("replaced", "a good", "an opportune")], "2 words differ: a good, source: an opportune"),
        ([("missing", "", "more")], "1 word differs: left out: more"),
        ([("added", "very", "")], "1 word differs: added: very"),
        ([("missing", "", ",")], "only marks differ: left out: ,"),
        ([], "only marks differ"),
        ([("added", word, "") for word in "abcd"], "4 words differ: added: a; added: b; added: c; …"),
    ],
)
def test_altered_words_are_counted_and_shown(differences: list[tuple[str, str, str]], words: str) -> None:
    altered = Match(Status.ALTERED, "bbc", ((0, 1),), (15,), tuple(difference(*entry) for entry in differences))
    assert in_words(altered) == words


def test_altered_words_in_another_paragraph_say_so() -> None:
    altered = Match(
        Status.ALTERED, "bbc", ((0, 1),), (14,), (difference("replaced", "good", "opportune"),), Anchor("bbc", 15, 15)
    )
    assert in_words(altered) == "1 word differs in ¶14, cited as ¶15: good, source: opportune"


def test_words_with_line_breaks_are_told_on_one_line() -> None:
    article = from_text("We shall hold the eastern districts of the old\ncity until the end.")
    match = find("We shall hold the eastern districts of the new\ntown until the end", article, "bbc")
    assert in_words(match) == "2 words differ: new town, source: old city"


@pytest.mark.parametrize("status", Status)
def test_only_verbatim_words_are_sound(status: Status) -> None:
    assert status.sound == (status in (Status.EXACT, Status.NORMALISED, Status.ELIDED))
