"""The panes one key away: figures, claims, relations, judgements and next steps."""

from __future__ import annotations

from briefing.tui.panes import CLAIMS, FIGURES, JUDGEMENTS, NEXT, RELATIONS
from tests.tui.rows.drawn import drawn, items
from tests.tui.stories import story_from

_STORY = story_from(
    """
title: x
as_of: 2024-11-30
sources: {s: One}
actors:
  sohr: {name: SOHR, kind: organisation}
  iran: {name: Iran, kind: state}
  assad: {name: Bashar al-Assad, kind: person}
figures:
  - killed: 412+
    per: sohr
    as_of: 2024-11-30~
    src: s#7
    was: [311+, 28]
claims:
  - iran: It is a plot
    status: disputed
    denied_by: [sohr]
    rating: 5
    src: s#19
  - iran: It goes on
  - sohr: It does not
relations:
  - iran -> assad: backs
    since: 2015
    until: 2020
    src: s#14
  - sohr <-> assad: do not speak
judgements:
  - likely: They hold
    confidence: low
    because: [s#29, s#35]
    but: s#33
    review: 2024-12-07
next:
  - todo: Ask her
  - 2024-12-02: Find it
    who: Piet
    src: s#1
  - 2024-11-29: Call him
"""
)


def _shown(lines: list[str]) -> list[str]:
    return [line.replace(" ", " ") for line in lines]


def test_a_figure_has_what_it_was_before_who_says_so_and_when() -> None:
    assert _shown(drawn(_STORY, FIGURES, 70)) == ["  412+ ← 311+ ← 28  killed  SOHR  about 30 Nov  ¶7"]


def test_claims_stand_under_their_speaker_with_what_speaks_against_them() -> None:
    assert _shown(drawn(_STORY, CLAIMS, 90)) == [
        "· Iran",
        "  disputed  It is a plot  denied by SOHR  credibility 5, improbable  ¶19",
        "  It goes on",
        "· SOHR",
        "  It does not",
    ]


def test_a_relation_has_an_arrow_one_way_or_both() -> None:
    assert _shown(drawn(_STORY, RELATIONS, 70)) == [
        "  Iran → Bashar al-Assad  backs  since 2015  until 2020  ¶14",
        "  SOHR ↔ Bashar al-Assad  do not speak",
    ]


def test_a_judgement_has_its_likelihood_its_confidence_and_the_evidence_on_both_sides() -> None:
    assert _shown(drawn(_STORY, JUDGEMENTS, 80)) == [
        "  likely  They hold  low confidence  review 7 Dec  ¶29 ¶35  but  ¶33",
    ]


def test_steps_are_in_the_order_of_their_dates_and_those_without_one_last() -> None:
    assert _shown(drawn(_STORY, NEXT, 70)) == ["  29 Nov  Call him", "  2 Dec  Find it  Piet  ¶1", "  todo  Ask her"]


def test_everything_is_spoken_as_a_sentence() -> None:
    spoken = [
        pane.speak(_STORY, items(pane.rows(_STORY))[0]) for pane in (FIGURES, CLAIMS, RELATIONS, JUDGEMENTS, NEXT)
    ]
    assert spoken == [
        "412+ killed, says SOHR",
        "claim, Iran, paragraph 19",
        "Iran to Bashar al-Assad: backs",
        "likely: They hold",
        "29 November 2024: Call him",
    ]
