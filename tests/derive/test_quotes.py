"""Quotations find their speakers."""

from __future__ import annotations

import pytest

from tests.derive.conftest import Derive


def said(derive: Derive, text: str) -> list[tuple[str, str]]:
    draft = derive(text)
    return [(one.speaker.head if one.speaker else "", one.text) for one in draft.quotations]


KHAN = "Sarah Khan, a lawyer, spoke to reporters in the afternoon.\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "“We will win in the end,” Khan said.",
        "“We will win in the end,” said Khan.",
        "“We will win in the end,” Ms. Khan told the court.",
        "“We will win in the end,” she said.",
        "“We will win in the end,” the lawyer said.",
        "“We will win in the end,” said Khan, who left early.",
        "Khan said: “We will win in the end.”",
        "Khan said that “we will win in the end” if nothing changed.",
        "Khan: “We will win in the end.”",
        "According to Khan, “we will win in the end”.",
        "“We will win in the end,” according to Khan.",
        "Khan, who has led the case since May, said “we will win in the end”.",
        "In a letter to the court, Khan wrote that “we will win in the end”.",
        "Khan's claim that “we will win in the end” was met with laughter.",
        "'We will win in the end,' Khan said.",
        "Khan said in a statement:\n\n“We will win in the end.”",
        "“We will win in the end,” Khan went on.",
        "“We will win in the end”, as Khan puts it.",
        "Khan spoke of it on her blog. The post read: “We will win in the end.”",
        "Khan, a lawyer who promised that “we will win in the end”, left early.",
        "Asked about the case, Khan shrugged. “We will win in the end,” the 45-year-old said.",
        "In the words of Khan, “we will win in the end”.",
        "What comes next?\n\n“We will win in the end.”",
        "The case is one that “we will win in the end”, Khan said on Friday.",
    ],
)
def test_the_speaker_is_found_wherever_the_reporting_verb_stands(derive: Derive, sentence: str) -> None:
    ((speaker, words),) = said(derive, KHAN + sentence)
    assert speaker == "khan"
    assert words.rstrip(".").lower() == "we will win in the end"


def test_both_parts_of_a_split_quotation_are_the_speakers(derive: Derive) -> None:
    found = said(derive, KHAN + "“We will win,” Khan said, “and we will do it in the open.”")
    assert found == [("khan", "We will win"), ("khan", "and we will do it in the open.")]


def test_a_quotation_over_two_paragraphs_keeps_its_speaker(derive: Derive) -> None:
    found = said(derive, KHAN + "“We will win,” Khan said. “It takes time.\n\n“But time we have.”")
    assert [speaker for speaker, _ in found] == ["khan"] * 3


def test_a_paragraph_of_nothing_but_words_goes_on_with_the_speaker_before(derive: Derive) -> None:
    found = said(derive, KHAN + "“We will win,” Khan said.\n\n“It only takes time and some patience.”")
    assert found[1] == ("khan", "It only takes time and some patience.")


def test_a_pronoun_is_the_last_subject_of_its_gender(derive: Derive) -> None:
    text = "Sarah Khan met Peter Brown in Paris. She left early. “It was a long day for everybody,” he said."
    assert said(derive, text)[0][0] == "brown"


def test_a_speaker_without_a_name_is_told_in_the_words_of_the_text(derive: Derive) -> None:
    found = said(derive, "“We know nothing of it yet,” a spokesman for the ministry said on Friday.")
    assert found == [("a spokesman for the ministry", "We know nothing of it yet")]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("A review of 27 studies published in May found “no sign of any harm at all”.", "A review of 27 studies"),
        ("“They were the first in the boats,” one said.", "one (unnamed)"),
        ("Some 62 per cent said that they were “not at all sure of it”.", "Some 62 per cent"),
        ("The notice says that the bells “cause distress to people nearby”.", "The notice"),
    ],
)
def test_what_speaks_without_being_an_actor_is_told_in_its_own_words(
    derive: Derive, sentence: str, speaker: str
) -> None:
    ((found, _),) = said(derive, sentence)
    assert found == speaker


def test_a_role_before_the_verb_is_the_person_spoken_of(derive: Derive) -> None:
    text = "Captain Leon Cole apologised to the fans. “We let them down, simple as that,” the midfielder wrote."
    assert said(derive, text)[0][0] == "cole"


def test_a_people_or_a_party_describes_the_person_spoken_of(derive: Derive) -> None:
    for words in ("the Hungarian", "the Frenchwoman", "the Ohio Republican"):
        text = f"Petra Novak won the first set. “I am not done with it yet,” {words} said."
        assert said(derive, text)[0][0] == "novak", words


def test_a_spokesman_of_a_body_speaks_and_not_the_body(derive: Derive) -> None:
    text = "“We are not giving up on anybody,” Medivax spokesman Urs Keller said. Medivax makes vaccines."
    assert said(derive, text)[0][0] == "keller"


def test_a_name_in_two_genders_is_two_people(derive: Derive) -> None:
    text = "Bob Mitchell rings the bells. “I would not miss it for the world,” Mrs Mitchell said."
    assert said(derive, text)[0][0] != "mitchell" or "Bob" not in derive(text).cast.actors["mitchell"].name


def test_a_passive_gives_the_words_to_whoever_said_them(derive: Derive) -> None:
    found = said(derive, KHAN + "Peter Brown was called “a danger to the public” by Khan.")
    assert [speaker for speaker, _ in found] == ["khan"]


@pytest.mark.parametrize(
    "sentence",
    [
        "She wore a “lucky” scarf.",
        "The robot, named “Better Days,” won.",
        "He read the novel “War and Peace” twice.",
        "The “History” page is empty.",
        "This year's theme, “Rails to Tomorrow”, was chosen in May.",
    ],
)
def test_scare_quotes_titles_and_names_are_nobodys_words(derive: Derive, sentence: str) -> None:
    assert said(derive, sentence) == []


def test_the_words_stand_verbatim_at_their_offsets(derive: Derive) -> None:
    text = KHAN + "“We [the court] will  win,” Khan said."
    (found,) = derive(text).quotations
    assert text[found.start : found.end] == found.text == "We [the court] will  win"


def test_a_speaker_that_is_only_guessed_is_marked_doubtful(derive: Derive) -> None:
    text = "Sarah Khan walked to the gate and waited.\n\n“This has gone on for far too long for all of us.”"
    (found,) = derive(text).quotations
    assert found.doubtful


def test_a_description_that_no_comma_closes_is_of_the_name_before_it(derive: Derive) -> None:
    text = "“We asked them to put more work into it,” Nabil Rudeina, an advisor to the mayor said."
    draft = derive(f"It rained.\n\n{text}")
    assert [one.speaker and one.speaker.slug for one in draft.quotations] == ["rudeina"]
    assert draft.cast.actors["rudeina"].role == "advisor to the mayor"
