"""A line a little too far left or right is read where it belongs, once reported, and takes nothing else with it."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefing.document.load import Loaded, load
from briefing.document.repair import repair
from tests.document.test_load import EVERYTHING, SAMPLE

ACTORS = "title: x\nactors:\n"


def codes(loaded: Loaded) -> list[str]:
    return [problem.code for problem in loaded.problems]


@pytest.mark.parametrize("indent", ["", " ", "   ", "    "], ids=["margin", "1", "3", "4"])
@pytest.mark.parametrize(
    "above",
    ["  khalifa: Dareen Khalifa", '  khalifa: "Dareen Khalifa"', "  khalifa: { name: Dareen Khalifa }"],
    ids=["plain", "quoted", "braces"],
)
def test_an_entry_at_the_wrong_indent_is_an_entry(above: str, indent: str) -> None:
    loaded = load(f"{ACTORS}{above}\n{indent}smith: John Smith\n  rose: Caroline Rose\n", "x.yaml")
    names = {slug: actor.text for slug, actor in loaded.briefing.actors.items()}
    assert names == {"khalifa": "Dareen Khalifa", "smith": "John Smith", "rose": "Caroline Rose"}
    assert [(problem.code, problem.where.line) for problem in loaded.problems] == [("repaired-indent", 4)]
    assert loaded.problems[0].fix == "indent it by 2 blanks"


def test_an_entry_that_slipped_below_one_of_several_lines_is_an_entry() -> None:
    loaded = load(f"{ACTORS}  khalifa:\n    name: Dareen Khalifa\n   smith: John Smith\n", "x.yaml")
    assert [actor.text for actor in loaded.briefing.actors.values()] == ["Dareen Khalifa", "John Smith"]
    assert codes(loaded) == ["repaired-indent"]


def test_a_text_that_goes_on_three_columns_deeper_stays_one_text() -> None:
    loaded = load(f"{ACTORS}  khalifa: Dareen Khalifa\n       of: the crisis group\n", "x.yaml")
    assert [actor.text for actor in loaded.briefing.actors.values()] == ["Dareen Khalifa of: the crisis group"]
    assert codes(loaded) == ["repaired-quotes"]


@pytest.mark.parametrize("column", [2, 3, 5, 6])
@pytest.mark.parametrize(("name", "meant"), [("note", ""), ("wach", "watch"), ("source", "src")])
def test_a_field_beside_its_column_is_a_field_even_if_misspelt(name: str, meant: str, column: int) -> None:
    loaded = load(f"title: x\nquestions:\n  - open: Is it so?\n{' ' * column}{name}: ask\n", "x.yaml")
    question = loaded.briefing.questions[0]
    assert (question.text, question.note or question.extra[name]) == ("Is it so?", "ask")
    assert [problem.fix for problem in loaded.problems] == [
        "indent it by 4 blanks",
        *([f"write {meant}"] * bool(meant)),
    ]


@pytest.mark.parametrize(
    ("section", "above", "line", "head"),
    [
        ("questions", "  - open: Is it so?", "  answered: And this?", "answered"),
        ("timeline", "  - 2024-11-29: Before", "  2024-11-30: Rebels enter", "2024-11-30"),
        ("timeline", "- 2024-11-29: Before", "2024-11-30: Rebels enter", "2024-11-30"),
        ("quotes", "  - a: Before", "  a: After", "a"),
        ("figures", "  - hurt: 12", "  killed: 311+", "killed"),
    ],
)
def test_a_head_without_its_dash_begins_an_item(section: str, above: str, line: str, head: str) -> None:
    loaded = load(f"title: x\nactors: {{a: A}}\n{section}:\n{above}\n{line}\n    note: n\n", "x.yaml")
    items = getattr(loaded.briefing, section)
    assert [item.head for item in items][1:] == [head]
    assert "repaired-dash" in codes(loaded)
    assert f"{head}:" in next(problem.fix for problem in loaded.problems if problem.code == "repaired-dash")


@pytest.mark.parametrize("above", ["title: x\nactors:\n  a: A\n", "title: x\nnext:\n  - todo: a\n", "title: x\n"])
def test_a_section_beside_the_margin_is_a_section(above: str) -> None:
    loaded = load(f"{above} timeline:\n  - 2024: Rebels enter\nwhy: so\n", "x.yaml")
    assert [event.text for event in loaded.briefing.timeline] == ["Rebels enter"]
    assert (loaded.briefing.title, loaded.briefing.why) == ("x", "so")
    assert [(p.code, p.fix) for p in loaded.problems] == [("repaired-indent", "take out what stands before it")]


@pytest.mark.parametrize("indent", [1, 2])
@pytest.mark.parametrize("section", ["actors", "claims", "timeline"])
def test_a_section_that_slipped_in_among_items_or_entries_is_a_section(section: str, indent: int) -> None:
    sound = (
        "title: x\nsides:\n  gov: G\n"
        "actors:\n  a: A\n"
        "timeline:\n  - 2024: Rebels enter\n"
        "quotes:\n  - a: Words\n"
        "claims:\n  - a: It was a plot\n"
    )
    loaded = load(sound.replace(f"{section}:", f"{' ' * indent}{section}:"), "x.yaml")
    assert [item.text for item in loaded.briefing.items()] == [item.text for item in load(sound, "x").briefing.items()]
    assert codes(loaded) == ["repaired-indent"]


def test_a_slug_may_be_called_like_a_section() -> None:
    loaded = load("title: x\nactors:\n  next: Next plc\n  claims:\n    name: Claims Board\n", "x.yaml")
    assert [actor.text for actor in loaded.briefing.actors.values()] == ["Next plc", "Claims Board"]
    assert loaded.problems == ()


@pytest.mark.parametrize("indent", [-2, -1, 1, 2])
@pytest.mark.parametrize("text", [SAMPLE, EVERYTHING], ids=["sample", "everything"])
def test_a_line_that_slips_by_one_or_two_columns_takes_little_with_it(text: str, indent: int) -> None:
    whole = sum(1 for _ in load(text, "x.yaml").briefing.items())
    lines = text.split("\n")
    kept = []
    for number, line in enumerate(lines):
        if line[:1] not in ("", "#") and (indent > 0 or line.startswith("  ")):
            slipped = " " * indent + line if indent > 0 else line[-indent:]
            loaded = load("\n".join([*lines[:number], slipped, *lines[number + 1 :]]), "x.yaml")
            kept.append(sum(1 for _ in loaded.briefing.items()))
    assert min(kept) >= whole - 3
    assert sum(number == whole for number in kept) >= 0.9 * len(kept)


def test_fields_below_an_actor_of_one_line_belong_to_it() -> None:
    text = f"{ACTORS}  khalifa: Dareen Khalifa (Crisis Group)\n    aka: [Khalifa]\n    note: an analyst\n  b: B\n"
    loaded = load(text, "x.yaml")
    actor = loaded.briefing.actors["khalifa"]
    assert (actor.text, actor.role, actor.aka, actor.note) == (
        "Dareen Khalifa",
        "Crisis Group",
        ("Khalifa",),
        "an analyst",
    )
    assert text.startswith("Dareen", actor.at())
    assert codes(loaded) == ["repaired-fields"]
    assert loaded.problems[0].fix == (
        "write name: Dareen Khalifa and role: Crisis Group on a line of its own, below khalifa:"
    )


def test_fields_below_a_source_of_one_line_leave_its_path_a_path() -> None:
    loaded = load("title: x\nsources:\n  bbc: sources/bbc.txt\n    publisher: BBC\n    note: a: b\n", "x.yaml")
    source = loaded.briefing.sources["bbc"]
    assert (source.file, source.publisher, source.note, source.text) == ("sources/bbc.txt", "BBC", "a: b", "bbc")


@pytest.mark.parametrize(
    "braces",
    [
        "{ name: Bashar al-Assad, role: President, aka: [Assad, the regime] }",
        "{name: 'Bashar al-Assad', aka: [\"Assad\", the regime], role: President}  # a comment",
    ],
)
def test_fields_below_a_map_in_braces_belong_to_it(braces: str) -> None:
    loaded = load(f"{ACTORS}  assad: {braces}\n    note: fled\n    id: b\n  b: B\n", "x.yaml")
    actor = loaded.briefing.actors["assad"]
    assert (actor.text, actor.role, actor.note, actor.id) == ("Bashar al-Assad", "President", "fled", "b")
    assert actor.aka == ("Assad", "the regime")
    assert codes(loaded) == ["repaired-fields"]


def test_what_stands_below_a_field_of_ones_own_is_left_alone_by_repairs_elsewhere() -> None:
    own = "    x-desk:\n      note: a\n      name: b\n      wach:\n        - c: d\n        - e\n"
    sound = f"{ACTORS}  a:\n    name: A\n{own}  b: B\nquestions:\n  - open: Is it so?\n{own}"
    broken = load(f"why: Kremlin: no comment\n{sound}", "x.yaml")
    assert codes(broken) == ["repaired-quotes"]
    assert [item.extra for item in broken.briefing.items()] == [
        item.extra for item in load(sound, "x.yaml").briefing.items()
    ]


prose = st.lists(st.sampled_from(["Dareen", "of", "the", "name", "side", "and -", "(group)", "b:c"]), min_size=1).map(
    " ".join
)
entries = st.dictionaries(st.sampled_from(["a", "smith", "role", "next"]), prose, min_size=1)


@given(entries, st.sampled_from([10, 20, 80]), st.sampled_from([2, 4]))
def test_entries_of_one_string_over_several_lines_are_no_slips(found: dict[str, str], width: int, indent: int) -> None:
    text = yaml.dump({"title": "x", "actors": found}, sort_keys=False, width=width, indent=indent)
    assert repair(text).edits == ()
