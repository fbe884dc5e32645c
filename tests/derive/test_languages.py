"""A second language is a folder of word lists."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from briefing.derive import engine, lexicon
from briefing.derive.lexicon import Lexicon
from briefing.sources import from_text

LISTS = {
    "cue_verbs": "sagte\nbestätigte\nerklärte",
    "starters": "der\ndie\ndas\nes\nund\nein\neine\nwir\nnach\nan",
    "org_nouns": "verband\nbank",
    "role_nouns": "ärztin\nleiter",
    "states": "polen = Poland\ndeutschland = Germany",
    "open_cues": "es ist unklar = 9",
    "first_names_female": "anna",
    "titles": "frau\nherr",
    "female_titles": "frau",
    "function_words": "phrases determiners = der, die, das, ein, eine\nphrases prepositions = in, an, von, für",
}


@pytest.fixture
def words(tmp_path: Path) -> Lexicon:
    folder = tmp_path / "xx"
    folder.mkdir()
    for name, lines in LISTS.items():
        (folder / f"{name}.txt").write_text(lines, encoding="utf-8")
    return lexicon.load("xx", tmp_path)


def test_a_folder_of_words_finds_speakers_actors_and_open_questions(words: Lexicon) -> None:
    text = (
        "„Wir haben lange gewartet“, sagte Anna Weber, die neue Ärztin. Frau Weber blieb.\n\n"
        "Der Verband Nord erklärte es. Es ist unklar, wer bezahlt."
    )
    draft = engine.derive(from_text(text), dt.date(2024, 11, 30), words)
    assert [(one.speaker.head, one.text) for one in draft.quotations if one.speaker] == [
        ("weber", "Wir haben lange gewartet")
    ]
    assert {"Anna Weber", "Verband Nord"} <= {actor.name for actor in draft.cast.actors.values()}
    assert [one.reason.cue for one in draft.questions] == ["Es ist unklar"]


def test_own_lists_add_to_those_of_the_program_and_take_away(tmp_path: Path) -> None:
    own = tmp_path / "en"
    own.mkdir()
    (own / "cue_verbs.txt").write_text("thrummed\n-said\n", encoding="utf-8")
    words = lexicon.load("en", tmp_path)
    text = "“We will go on for a long time,” Ana Silva thrummed."
    draft = engine.derive(from_text(text), dt.date(2024, 11, 30), words)
    assert [one.reason.cue for one in draft.quotations] == ["thrummed behind"]
    assert "said" not in words.words("cue_verbs")


def test_function_words_are_lists_too_and_may_be_added_to(tmp_path: Path) -> None:
    own = tmp_path / "en"
    own.mkdir()
    (own / "function_words.txt").write_text("subjects skipped = verily\n", encoding="utf-8")
    shipped, extended = lexicon.load(), lexicon.load("en", tmp_path)
    assert extended.closed("subjects skipped") == shipped.closed("subjects skipped") | {"verily"}
    assert shipped.closed("no such set") == frozenset()


def test_every_set_of_function_words_that_is_asked_for_is_there() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in Path(engine.__file__).parent.glob("*.py"))
    asked = set(re.findall(r'closed\(\s*"([^"]+)"', source))
    assert asked == set(lexicon.load().table("function_words"))


@pytest.mark.parametrize("path", sorted(Path(lexicon.load().folders[0]).glob("*.txt")), ids=lambda path: path.name)
def test_the_lists_are_commented_and_sorted(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    entries = [line.partition(" =")[0].casefold() for line in lines if line and not line.startswith("#")]
    assert lines[0].startswith("#")
    assert entries == sorted(set(entries))
