"""A sound file is read as it is written, every part with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefing.document.load import load
from briefing.document.repair import repair
from briefing.model import Anchor
from briefing.text import clean
from tests.bench.corpus import briefing_text

DATA = Path(__file__).parent.parent / "data"
SAMPLE = (DATA / "briefing.yaml").read_text()
EVERYTHING = (DATA / "everything.yaml").read_text()
SOUND = pytest.mark.parametrize("text", [SAMPLE, EVERYTHING, briefing_text(300)], ids=["sample", "everything", "big"])


@SOUND
def test_a_sound_file_has_no_problems(text: str) -> None:
    loaded = load(text, "x.yaml")
    assert loaded.problems == ()
    assert loaded.readable


@SOUND
def test_a_sound_file_needs_no_repair(text: str) -> None:
    assert repair(text).edits == ()


@SOUND
def test_all_strings_are_those_that_any_yaml_tool_reads(text: str) -> None:
    plain = yaml.load(text, yaml.BaseLoader)
    briefing = load(text, "x.yaml").briefing
    assert briefing.title == plain["title"]
    assert briefing.bottom_line == plain["bottom_line"].rstrip("\n")
    for section in ("relations", "timeline", "figures", "quotes", "claims", "questions", "judgements", "next"):
        items = getattr(briefing, section)
        written = [one if isinstance(one, dict) else {items[n].head: one} for n, one in enumerate(plain[section])]
        assert [next(iter(one.items())) for one in written] == [(item.head, item.text) for item in items]
        assert [one.get("note", "") for one in written] == [item.note for item in items]


@SOUND
def test_every_mark_points_at_what_it_marks(text: str) -> None:
    for item in load(text, "x.yaml").briefing.items():
        assert text.startswith((item.head, f'"{item.head}"'), item.offset) or text.startswith(item.text, item.offset)
        for name in item.marks:
            if name:
                assert text.startswith(name, item.marks[name][0])
        for number, anchor in enumerate(item.src):
            assert text.startswith(anchor.source, item.at("src", number))


def test_places_are_lines_and_columns_of_the_file() -> None:
    briefing = load(SAMPLE, "x.yaml").briefing
    quote = briefing.quotes[1]
    line = SAMPLE.split("\n").index("    topic: why now", SAMPLE[: quote.offset].count("\n")) + 1
    assert briefing.position(quote.marks["topic"][0]) == (line, 5)
    assert briefing.position(quote.at("topic")) == (line, 12)


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["CRLF", "CR"])
def test_line_ends_of_other_systems_change_nothing_and_are_said_once(end: str) -> None:
    text = SAMPLE.replace("\n", end)
    loaded = load(text, "x.yaml")
    assert [(problem.code, problem.where.line) for problem in loaded.problems] == [("line-ends", 1)]
    plain = load(SAMPLE, "x.yaml").briefing
    assert [item.text for item in loaded.briefing.items()] == [item.text for item in plain.items()]
    assert loaded.briefing.position(loaded.briefing.quotes[0].offset) == plain.position(plain.quotes[0].offset)


def test_a_byte_order_mark_changes_no_place() -> None:
    marked = load("\ufeff" + SAMPLE, "x.yaml")
    plain = load(SAMPLE, "x.yaml")
    assert marked.text == SAMPLE
    assert [item.marks for item in marked.briefing.items()] == [item.marks for item in plain.briefing.items()]


def test_what_yaml_takes_for_numbers_dates_and_truths_stays_text() -> None:
    text = "title: no\nowner: 0311\nembargo: 12:30\nwhy: 1.10\nnotes: 2024-11-30\nx-a: ~\n"
    briefing = load(text, "x.yaml").briefing
    found = (briefing.title, briefing.owner, briefing.embargo, briefing.why, briefing.notes, briefing.extra["x-a"])
    assert found == ("no", "0311", "12:30", "1.10", "2024-11-30", "~")


def test_an_actor_in_one_string_has_a_name_and_a_role() -> None:
    text = "title: x\nactors:\n  a: Ann Ex (Interior Ministry (Syria))\n  b: Bo (x) Ex\n  c:\n"
    actors = load(text, "x.yaml").briefing.actors
    assert (actors["a"].text, actors["a"].role) == ("Ann Ex", "Interior Ministry (Syria)")
    assert (actors["b"].text, actors["b"].role) == ("Bo (x) Ex", "")
    assert actors["c"].text == "c"


def test_a_source_in_one_string_is_an_address_a_path_or_a_title() -> None:
    text = "title: x\nsources:\n  a: https://example.org/a.txt\n  b: b.MD\n  c: c/d\n  d: What Aleppo means. A view\n"
    sources = load(text, "x.yaml").briefing.sources
    assert (sources["a"].url, sources["a"].text) == ("https://example.org/a.txt", "a")
    assert (sources["b"].file, sources["c"].file) == ("b.MD", "c/d")
    assert (sources["d"].text, sources["d"].file) == ("What Aleppo means. A view", "")


def test_anchors_are_read_from_a_list_and_from_one_string_alike() -> None:
    frame = "title: x\nsources: {{a: A, b: B}}\nnext:\n  - todo: y\n    src: {}\n"
    wanted = (Anchor("a", 1), Anchor("b", 3, 5), Anchor("a"))
    for written in ("a#1, b#3-5, a", "[a#1, b#3-5, a]", "'a#1, b#3-5, a'", "[a#1, 'b#3-5, a']"):
        text = frame.format(written)
        step = load(text, "x.yaml").briefing.next[0]
        assert step.src == wanted
        assert [text[step.at("src", n) :][:1] for n in range(3)] == ["a", "b", "a"]


def test_earlier_values_of_a_figure_are_one_or_many() -> None:
    frame = "title: x\nsources: {a: A}\nfigures:\n  - killed: 5\n    was: "
    one = load(frame + "4\n", "x.yaml").briefing.figures[0]
    listed = "\n      - 4\n      - value: 3\n        as_of: 2024\n        src: a#2\n"
    many = load(frame + listed, "x.yaml").briefing.figures[0]
    assert [was.value.text for was in one.was] == ["4"]
    assert [was.value.text for was in many.was] == ["4", "3"]
    assert many.was[1].src == (Anchor("a", 2),)


def test_an_unknown_field_is_kept() -> None:
    loaded = load("title: x\nquestions:\n  - open: y\n    wach: [a, b]\n    x-mine: c\n", "x.yaml")
    assert loaded.briefing.questions[0].extra == {"wach": "[a, b]", "x-mine": "c"}
    assert [problem.code for problem in loaded.problems] == ["field-unknown"]


def test_what_could_not_be_used_is_kept_as_it_was_written() -> None:
    loaded = load("title: x\nas_of: the 30th\nquestions:\n  - open: y\n    due: soon\n", "x.yaml")
    assert loaded.briefing.extra["as_of"] == "the 30th"
    assert loaded.briefing.questions[0].extra == {"due": "soon"}


def test_an_event_with_an_impossible_date_is_not_lost() -> None:
    event = load("title: x\ntimeline:\n  - 2024-02-30: It happened\n", "x.yaml").briefing.timeline[0]
    assert (event.head, event.text, event.date.lower) == ("2024-02-30", "It happened", None)


def test_an_item_that_begins_with_a_field_keeps_all_it_has() -> None:
    text = "title: x\nquestions:\n  - note: n\n    open: Is it so?\n    watch: w\n"
    loaded = load(text, "x.yaml")
    question = loaded.briefing.questions[0]
    assert (question.head, question.text, question.note, question.watch) == ("open", "Is it so?", "n", ("w",))
    assert loaded.problems[0].fix == "begin the question with - open: Is it so?"


def test_a_section_that_stands_twice_keeps_the_items_of_both() -> None:
    loaded = load("title: x\nnext:\n  - todo: a\nsides: {g: G}\nnext:\n  - todo: b\nsides: {h: H}\n", "x.yaml")
    assert [step.text for step in loaded.briefing.next] == ["a", "b"]
    assert list(loaded.briefing.sides) == ["g", "h"]


def test_the_first_of_two_fields_and_of_two_slugs_is_kept() -> None:
    briefing = load("title: x\ntitle: y\nsides:\n  g: first\n  g: second\n", "x.yaml").briefing
    assert (briefing.title, briefing.sides["g"].text) == ("x", "first")


def test_all_problems_come_at_once_and_in_order() -> None:
    text = "as_of: 2024-02-30\nquestions:\n  - open: Kremlin: no\n  - opne: b\nquotes:\n  - khalifa: c\nwyh: d\n"
    problems = load(text, "x.yaml").problems
    codes = [problem.code for problem in problems]
    assert codes[-4:] == ["repaired-quotes", "head-unknown", "slug-unknown", "field-unknown"]
    assert [problem.where for problem in problems] == sorted(problem.where for problem in problems)


def test_a_text_without_anything_is_titled_by_its_file() -> None:
    loaded = load("", "folder/aleppo.yaml")
    assert (loaded.briefing.title, loaded.readable) == ("aleppo", False)


def test_escapes_that_would_act_on_a_terminal_are_shown_instead() -> None:
    briefing = load('title: "a\\e[31mb\\u202Ec"\n', "x.yaml").briefing
    assert briefing.title == clean("a\x1b[31mb\u202ec")


def test_a_separator_that_no_editor_shows_breaks_no_line() -> None:
    loaded = load("title: one\u2028why: two\n", "x.yaml")
    assert "why" not in loaded.briefing.marks
    assert loaded.briefing.title == "one␤why: two"


words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=60)
paragraphs = st.lists(words, min_size=1, max_size=3).map("\n\n".join)
items = st.fixed_dictionaries({"open": paragraphs}, optional={"note": paragraphs, "watch": st.lists(words, max_size=3)})
sides = st.dictionaries(st.from_regex("[a-z][a-z0-9]{0,5}", fullmatch=True), st.fixed_dictionaries({"name": words}))
documents = st.fixed_dictionaries(
    {"title": words, "questions": st.lists(items, max_size=3)}, optional={"why": paragraphs, "sides": sides}
)
dumps = st.fixed_dictionaries(
    {
        "width": st.sampled_from([20, 80, 10_000]),
        "indent": st.sampled_from([2, 4]),
        "allow_unicode": st.booleans(),
        "default_style": st.sampled_from([None, None, '"', "'", "|", ">"]),
    }
)


@given(documents, dumps)
def test_whatever_yaml_can_write_is_read_as_any_yaml_tool_reads_it(document: dict, style: dict) -> None:  # type: ignore[type-arg]
    text = yaml.dump(document, Dumper=yaml.CSafeDumper, sort_keys=False, **style)
    plain = yaml.load(text, yaml.CBaseLoader)
    briefing = load(text, "x.yaml").briefing
    assert briefing.title == clean(plain["title"]).rstrip("\n")
    assert len(briefing.questions) == len(plain["questions"] or [])
    for question, written in zip(briefing.questions, plain["questions"] or [], strict=True):
        assert question.text == clean(written["open"]).rstrip("\n")
        assert question.note == clean(written.get("note", "")).rstrip("\n")
    assert {slug: side.text for slug, side in briefing.sides.items()} == {
        slug: clean(side["name"]).rstrip("\n") for slug, side in plain.get("sides", {}).items()
    }


@given(documents, dumps)
def test_repair_leaves_what_yaml_reads_alone(document: dict, style: dict) -> None:  # type: ignore[type-arg]
    style["default_style"] = None if style["default_style"] in ("|", ">") else style["default_style"]
    text = yaml.dump(document, Dumper=yaml.CSafeDumper, sort_keys=False, **style)
    if not any(character in text for character in "\ufeff\x85\u2028\u2029"):
        assert repair(text).edits == ()
