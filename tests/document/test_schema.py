"""The schema takes every good file as an editor sees it, and underlines the usual slips."""

from __future__ import annotations

import re
from typing import Any

import jsonschema
import pytest
import yaml

from briefing.data import path
from briefing.document import grammar
from briefing.document.new import new
from briefing.document.schema import schema

SCHEMA = schema()


class Core(yaml.SafeLoader):
    """Reads YAML as an editor's language server does: the core schema of YAML 1.2, and keys that are strings."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012, PyYAML declares it as one of the instance

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        return {key.value: self.construct_object(value, deep=True) for key, value in node.value}


Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|True|TRUE|false|False|FALSE)$"), list("tTfF"))
Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^[-+]?[0-9]+$"), list("-+0123456789"))
Core.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]*\.[0-9]+([eE][-+]?[0-9]+)?$"), list("-+.0123456789")
)
Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("^(null|~|)$"), ["n", "~", ""])


def faults(text: str) -> list[str]:
    """What the schema finds in a file: the places that are faulty."""
    found = jsonschema.Draft7Validator(SCHEMA).iter_errors(yaml.load(text, Core))
    return sorted({"/".join(map(str, fault.absolute_path)) for fault in found})


def with_title(text: str) -> str:
    return f"title: Rebels take Aleppo\n{text}\n"


def test_it_is_a_valid_schema_of_draft_7() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_the_sample_is_valid() -> None:
    assert faults(path("seeds", "aleppo.yaml").read_text(encoding="utf-8")) == []


def test_a_new_briefing_is_valid_with_and_without_its_examples() -> None:
    text = new("Dockers walk out")
    assert faults(text) == []
    assert faults(re.sub(r"^#", "", text, flags=re.MULTILINE)) == []


def test_every_section_and_field_has_a_description_and_a_place() -> None:
    for field in grammar.TOP:
        assert SCHEMA["properties"][field.name]["description"] == field.help
    for section in grammar.SECTIONS:
        described = SCHEMA["properties"][section.name]
        assert described["description"] == section.help
        for field in section.fields:
            assert f"'{field.name}': " in str(described)
            assert field.help in str(described) or repr(field.help)[1:-1] in str(described)


@pytest.mark.parametrize(
    "text",
    [
        "as_of: 2024-11-30",
        "as_of: 2024",
        'as_of: "[2024-11-29, 2024-11-30]"',
        "briefing: 1",
        "tags: war",
        "tags: [war, 2024, true]",
        "x-desk: { any: [thing] }",
        "timeline:\n  - 2015: Russia comes\n  - 2024-11-27/..: Rebels attack\n    who: hts, tbr\n  - 2024-11-30~: no",
        "timeline:\n  - 201X: A decade\n    rating: 2\n  - ../2024-11: Before\n    status: disputed",
        "figures:\n  - killed: 311\n    was: [300, { value: 250, as_of: 2024-11-29 }]\n  - freed: 500+\n    was: <5",
        "quotes:\n  - a senior US official: No\n    key: yes\n    with: [hts]\n    src: [bbc#12, ap#1-2]",
        "questions:\n  - Why?\n  - open: Who?\n    watch: one thing\n    src: bbc#12, ap",
        "judgements:\n  - almost no chance: It holds",
        "next:\n  - todo: Call\n  - 2024-12-01: Call again\n  - Call once more",
        "relations:\n  - russia -> assad: backs\n  - a<->b: talk",
        "sources:\n  bbc: sources/bbc.txt\n  ap: { title: 2024, published: 2024-11-30~, based_on: bbc, rating: B }",
        "actors:\n  assad: { name: Bashar al-Assad, kind: person, aka: Assad, side: gov }\nsides:\n  gov: Government",
        "claims:\n  - iran: A scheme\n    x-mine: 1\n    note: 5\n    draft: true",
    ],
)
def test_what_people_write_is_taken(text: str) -> None:
    assert faults(with_title(text)) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("timelime: []", ""),
        ("timeline: soon", "timeline"),
        ("timeline:\n  2024-11-30: Rebels attack", "timeline"),
        ("timeline:\n  - Rebels attack", "timeline/0"),
        ("timeline:\n  - yesterday: Rebels attack", "timeline/0"),
        ("timeline:\n  - src: bbc#1\n    note: no head", "timeline/0"),
        ("timeline:\n  - 2024: Rebels attack\n    satus: denied", "timeline/0"),
        ("timeline:\n  - 2024: Rebels attack\n    status: maybe", "timeline/0/status"),
        ("timeline:\n  - 2024:\n      text: as a map", "timeline/0/2024"),
        ("quotes:\n  - khalifa: [a, list]", "quotes/0/khalifa"),
        ("quotes:\n  - khalifa: words\n    src: bbc#twelve", "quotes/0/src"),
        ("quotes:\n  - khalifa: words\n    key: maybe", "quotes/0/key"),
        ("quotes:\n  - khalifa:", "quotes/0/khalifa"),
        ("questions:\n  - opne: Why?", "questions/0"),
        ("questions:\n  - open: Why?\n    answered: Because", "questions/0"),
        ("judgements:\n  - maybe: It holds", "judgements/0"),
        ("relations:\n  - russia: backs", "relations/0"),
        ("actors:\n  - assad: a list", "actors"),
        ("actors:\n  Bashar Assad: a name as slug", "actors"),
        ("actors:\n  assad: { kind: human }", "actors/assad"),
        ("sources:\n  ap: { rating: G }", "sources/ap"),
        ("sources:\n  ap: { url: 'javascript:alert(1)' }", "sources/ap"),
        ("as_of: Friday", "as_of"),
        ("briefing: 0", "briefing"),
        ("title: [a, list]", "title"),
    ],
)
def test_the_usual_slips_are_underlined_where_they_stand(text: str, place: str) -> None:
    text = text if text.startswith("title") else with_title(text)
    assert faults(text) == [place]


@pytest.mark.parametrize("text", ["as_of: 2024-11-30", "[]", "words", ""])
def test_a_file_without_a_title_or_that_is_no_map_is_refused(text: str) -> None:
    assert faults(text) == [""]
