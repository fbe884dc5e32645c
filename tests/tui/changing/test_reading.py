"""What is typed is read as the grammar types it, and what it means is said."""

from __future__ import annotations

from datetime import date

import pytest

from briefing import dates
from briefing.document.grammar import LIKELIHOODS
from briefing.tui.changing import reading
from tests.tui.stage import SAMPLE
from tests.tui.stories import story_of

ACTORS = story_of(SAMPLE).briefing.actors
TODAY = date(2024, 12, 1)


def test_a_date_is_told_in_words_and_as_it_will_be_written() -> None:
    read = reading.day(TODAY, dates.parse("2024-11-30"))
    assert read("27 Nov") == ("2024-11-27", "2024-11-27: 27 November 2024")
    assert read("2024-11-27") == ("2024-11-27", "27 November 2024")
    assert read("soon").value is None
    assert read("").value is None
    assert reading.day(TODAY, None, empty="todo")("").value == "todo"


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("khalifa", "khalifa"),
        ("Dareen Khalifa", "khalifa"),
        ("the kremlin", "russia"),
        ("a US official", "a US official"),
    ],
)
def test_a_speaker_is_a_slug_a_name_or_words(typed: str, slug: str) -> None:
    assert reading.speaker(ACTORS, "missing")(typed).value == slug


def test_a_word_that_no_actor_has_is_refused() -> None:
    assert reading.speaker(ACTORS, "missing")("nobody").value is None
    assert reading.speaker(ACTORS, "missing")("") == (None, "missing")
    assert reading.one_actor(ACTORS)("a US official").value is None


def test_actors_are_found_by_any_of_their_names_those_at_hand_first() -> None:
    choose = reading.actor_choices(ACTORS, ["rose"])
    assert choose("")[0].value == "rose"
    assert [choice.value for choice in choose("observ")] == ["sohr"]
    assert [choice.value for choice in choose("moscow")] == ["russia"]
    assert choose("rose") == ()


def test_one_of_several_words_may_be_chosen_but_not_made_up() -> None:
    read, choose = reading.word(LIKELIHOODS)
    assert read("Likely").value == "likely"
    assert read("").value == ""
    assert read("perhaps").value is None
    assert [choice.value for choice in choose("unl")] == ["very unlikely", "unlikely"]


def test_several_are_read_one_by_one() -> None:
    read = reading.several(reading.one_actor(ACTORS), ",")
    assert read("khalifa, Caroline Rose,") == ("khalifa, rose", "Dareen Khalifa, International Crisis Group, Caroline "
                                                 "Rose, New Lines Institute")  # fmt: skip
    assert read("khalifa, nobody").value is None
    assert read("").value == ""
    choose = reading.last_of(reading.actor_choices(ACTORS), ",")
    assert choose("khalifa, observ")[0].value == "khalifa, sohr"


@pytest.mark.parametrize(("typed", "known"), [("311+", True), ("~300", True), ("dozens", False)])
def test_a_figure_may_be_words_and_that_is_said(typed: str, known: bool) -> None:
    assert reading.value(typed).value == typed
    assert (reading.value(typed).words == "") is known
    assert reading.value(" ").value is None


def test_a_slug_is_checked_and_one_is_proposed() -> None:
    read = reading.new_slug(["bbc"], lambda: "bbc-2")
    assert read("").value == "bbc-2"
    assert read("bbc") == (None, "bbc is taken")
    assert read("BBC!").value is None
    assert read("ap_1").value == "ap_1"
