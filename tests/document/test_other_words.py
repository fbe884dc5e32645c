"""The word that somebody else would have used leads to the one that is used here."""

from __future__ import annotations

import pytest

from briefing.document.grammar import SECTIONS, TOP_BY_NAME, Head
from briefing.document.load import load
from briefing.document.other_words import FIELD_WORDS, HEAD_WORDS, TEXT_WORDS, known_words

FRAME = "title: x\nsources: {ap: AP}\nactors: {a: A}\n"


@pytest.mark.parametrize(
    ("section", "head", "name", "meant"),
    [
        ("quotes", "a", "source", "src"),
        ("quotes", "a", "sorce", "src"),
        ("quotes", "a", "soruce", "src"),
        ("quotes", "a", "theme", "topic"),
        ("quotes", "a", "about", "topic"),
        ("quotes", "a", "date", "when"),
        ("questions", "open", "deadline", "due"),
        ("questions", "open", "indicators", "watch"),
        ("questions", "open", "date", "due"),
        ("timeline", "2024", "place", "where"),
        ("figures", "killed", "date", "as_of"),
        ("judgements", "likely", "evidence", "because"),
        ("next", "todo", "assignee", "who"),
        ("timeline", "2024", "wehre", "where"),
    ],
)
def test_another_word_for_a_field_is_answered_with_the_field(section: str, head: str, name: str, meant: str) -> None:
    loaded = load(f"{FRAME}{section}:\n  - {head}: 12\n    {name}: ap\n", "x.yaml")
    assert [(problem.code, problem.fix) for problem in loaded.problems] == [("field-unknown", f"write {meant}")]
    assert getattr(loaded.briefing, section)[0].extra == {name: "ap"}


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("headline", "title"),
        ("people", "actors"),
        ("lede", "bottom_line"),
        ("events", "timeline"),
        ("tmieline", "timeline"),
    ],
)
def test_another_word_for_a_section_is_answered_with_the_section(name: str, meant: str) -> None:
    [problem] = load(f"title: x\n{name}: y\n", "x.yaml").problems
    assert (problem.message, problem.fix) == (f"no field of a briefing is called “{name}”", f"write {meant}")


def test_a_word_that_is_near_nothing_may_be_ones_own() -> None:
    [problem] = load("title: x\nquestions:\n  - open: y\n    zebra: z\n", "x.yaml").problems
    assert problem.fix == "begin the name with x- if it is your own"


@pytest.mark.parametrize(
    ("section", "lines", "head", "text"),
    [
        ("timeline", "- date: 2024-11-27\n  text: Rebels launch", "2024-11-27", "Rebels launch"),
        ("timeline", "- event: Rebels launch\n  date: 2024-11-27", "2024-11-27", "Rebels launch"),
        ("quotes", "- speaker: a\n  quote: They left", "a", "They left"),
        ("questions", "- question: Is it so?\n  status: answered", "answered", "Is it so?"),
        ("questions", "- question: Is it so?", "open", "Is it so?"),
        ("figures", "- what: killed\n  value: 311+", "killed", "311+"),
        ("claims", "- claim: It was a plot\n  speaker: a", "a", "It was a plot"),
        ("judgements", "- judgement: They hold\n  likelihood: likely", "likely", "They hold"),
        ("next", "- task: Call AP\n  due: 2024-12-01", "2024-12-01", "Call AP"),
    ],
)
def test_an_item_with_names_for_head_and_text_is_read_and_answered_with_one_line(
    section: str, lines: str, head: str, text: str
) -> None:
    loaded = load(f"{FRAME}{section}:\n{lines}\n  note: n\n", "x.yaml")
    [item] = getattr(loaded.briefing, section)
    assert (item.head, item.text, item.note, dict(item.extra)) == (head, text, "n", {})
    first = loaded.problems[0]
    assert (first.code, first.fix) == ("head-first", f"begin it with - {head}: {text}")
    assert not {"date-invalid", "slug-unknown", "figure-value", "head-unknown"} & {p.code for p in loaded.problems}


def test_a_slug_that_is_also_such_a_word_stays_a_speaker() -> None:
    loaded = load("title: x\nactors: {speaker: The Speaker}\nquotes:\n  - speaker: Order\n", "x.yaml")
    assert (loaded.briefing.quotes[0].head, loaded.problems) == ("speaker", ())


def test_every_name_in_the_tables_is_one_of_the_format() -> None:
    names = {field.name for section in SECTIONS for field in section.fields}
    assert set(FIELD_WORDS) <= names | {section.name for section in SECTIONS} | set(TOP_BY_NAME)
    assert set(HEAD_WORDS) <= set(Head)
    assert set(TEXT_WORDS) <= {section.name for section in SECTIONS}


@pytest.mark.parametrize("section", [None, *SECTIONS], ids=lambda section: section.name if section else "top")
def test_a_name_of_the_format_always_means_itself(section: object) -> None:
    known = known_words(section)  # type: ignore[arg-type]
    names = {field.name for field in section.fields} if section else set(TOP_BY_NAME)  # type: ignore[attr-defined]
    assert all(known[name] == name for name in names)
