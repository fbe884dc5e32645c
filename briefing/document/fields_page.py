"""The page of fields in the documentation, made from the grammar: `docs/fields.md`."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.document import grammar
from briefing.document.grammar import Field, Section, Type

_VALUES = {
    Type.TEXT: "text",
    Type.FLAG: "`true` or `false`",
    Type.DATE: "a date (EDTF)",
    Type.SLUG: "the slug of an actor",
    Type.SPEAKER: "the slug of an actor, or words for somebody without a name",
    Type.SIDE: "the slug of a side",
    Type.VALUE: "a value",
    Type.URL: "an `http` or `https` address",
    Type.PATH: "a path inside this folder",
    Type.NUMBER: "a number",
    Type.SLUGS: "slugs of actors: `one` or `[one, two]`",
    Type.SOURCES: "slugs of sources: `one` or `[one, two]`",
    Type.ANCHORS: "anchors: `bbc#12`, `bbc#12-13`, `bbc`, or several",
    Type.TEXTS: "a text, or a list with one a line",
    Type.WAS: "a value, `{value, as_of, src}`, or a list of them",
}

_INTRODUCTION = """\
# Fields of a briefing

Every section of the file and every field that it understands. The page is generated from the table that the program
itself reads; `docs/format.md` explains the format by example.

An item of a list begins `- head: text`; its fields are further lines, indented under the head. An entry of a map is
`slug: text`, or `slug:` with its fields indented below. Nothing but `title` has to be there.
"""


def page() -> str:
    """Returns the page as Markdown, with a line feed at its end."""
    sections = "\n".join(_section(section) for section in grammar.SECTIONS)
    return f"{_INTRODUCTION}\n## The whole briefing\n\n{_table(grammar.TOP)}\n{sections}\n{_ending()}"


def _section(section: Section) -> str:
    sides = (
        f"| its head | {section.head.value}{_one_of(section.heads)} |",
        f"| its text | {section.text} |",
        f"| written | {'as a map by slug' if section.shape == 'map' else 'as a list'} |",
        *([f"| a bare string | is taken as `{section.default}` |"] if section.default else []),
    )
    return "\n".join(
        (
            f"## {section.name}",
            "",
            section.help,
            "",
            "```yaml",
            f"{section.name}:",
            f"  {section.example}",
            "```",
            "",
            f"| one {section.noun} | |",
            "|---|---|",
            *sides,
            "",
            _table(section.fields),
        )
    )


def _table(fields: Sequence[Field]) -> str:
    rows = [f"| `{field.name}` | {field.help} | {_value(field)} | {_example(field)} |" for field in fields]
    return "\n".join(("| field | what it says | what is written | for example |", "|---|---|---|---|", *rows, ""))


def _value(field: Field) -> str:
    if field.type is Type.WORD:
        return f"one of {_words(field.words)}"
    return _VALUES[field.type]


def _example(field: Field) -> str:
    return f"`{field.name}: {field.example}`" if field.example else ""


def _one_of(heads: Sequence[str]) -> str:
    return f": {_words(heads)}" if heads else ""


def _words(words: Sequence[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _ending() -> str:
    truths = [word for word, truth in grammar.TRUTHS.items() if truth]
    return (
        "## Names and words\n\n"
        f"A slug matches `{grammar.SLUG_PATTERN}`: small letters, digits, `-` and `_`. Names that begin with "
        f"`{grammar.PRIVATE_PREFIX}` are yours; the program keeps them and shows them. Any other unknown name is kept "
        "too, with a warning.\n\n"
        f"`true` may also be written {_words(truths[1:])}; `false` likewise "
        f"{_words([word for word, truth in grammar.TRUTHS.items() if not truth][1:])}.\n"
    )
