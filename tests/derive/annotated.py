"""News texts of our own with their gold in the text: what a person found, marked where it stands.

A file begins with `published DAY` and the actors, one a line: `slug kind Name; other name = role`, the kind one of
`person organisation state group`, with `!` behind it for a main actor. After a line `---` follows the article, in which

- `“@slug|words@”` are the words of an actor, `“@? a neighbour|words@”` those of a speaker without a name, and
  `“@-|words@”` are nobody's;
- `<on Tuesday|2017-07-18>` dates an event, `<|2017-07-18>` at the head of a paragraph is the main news;
- `{about 500 miles|500}` is a figure; `^it is not clear^` is the cue of an open question.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

_MARK = re.compile(
    r"@(?=[\"'”’»])|@(?P<speaker>[^|@]*)\||<(?P<by>[^<>|]*)\|(?P<date>[^<>|]*)>|\{(?P<figure>[^{}|]*)\|"
    r"(?P<value>[^{}|]*)\}|\^(?P<cue>[^^]*)\^"
)


class Who(NamedTuple):
    """An actor of the gold: all forms of the name, the fullest first."""

    slug: str
    kind: str
    main: bool
    names: tuple[str, ...]
    role: str


class Said(NamedTuple):
    """Words in quotation marks: `speaker` is a slug, `? words` for one without a name, `-` for nobody."""

    paragraph: int
    speaker: str
    text: str


class Dated(NamedTuple):
    """An event of the gold by its paragraph and EDTF date."""

    paragraph: int
    date: str
    by: str


class Counted(NamedTuple):
    """A figure of the gold."""

    paragraph: int
    value: str
    text: str


class Gold(NamedTuple):
    """An article and what a person found in it. `questions` are the paragraphs and cues of what is open."""

    name: str
    text: str
    published: str
    actors: tuple[Who, ...]
    quotes: tuple[Said, ...]
    timeline: tuple[Dated, ...]
    figures: tuple[Counted, ...]
    questions: tuple[tuple[int, str], ...]


def read(path: Path) -> Gold:
    """Returns the article and the gold of one file; raises `ValueError` for a line that is not understood."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    published, *lines = head.splitlines()
    quotes: list[Said] = []
    dated: list[Dated] = []
    figures: list[Counted] = []
    questions: list[tuple[int, str]] = []
    paragraphs = []
    for number, marked in enumerate(body.strip().split("\n\n"), 1):
        plain, at, opened = "", 0, None
        for match in _MARK.finditer(marked):
            plain += marked[at : match.start()]
            at = match.end()
            if match["speaker"] is not None:
                opened = (match["speaker"], len(plain))
            elif match["date"] is not None:
                dated.append(Dated(number, match["date"], match["by"]))
                plain += match["by"]
            elif match["value"] is not None:
                figures.append(Counted(number, match["value"], match["figure"]))
                plain += match["figure"]
            elif match["cue"] is not None:
                questions.append((number, match["cue"]))
                plain += match["cue"]
            elif opened is not None:
                quotes.append(Said(number, opened[0], plain[opened[1] :]))
                opened = None
        plain += marked[at:]
        if opened is not None:
            quotes.append(Said(number, opened[0], plain[opened[1] :]))
        paragraphs.append(plain)
    text = "\n\n".join(paragraphs) + "\n"
    return Gold(
        path.stem,
        text,
        published.removeprefix("published "),
        tuple(_who(line, text) for line in lines if line.strip()),
        tuple(quotes),
        tuple(dated),
        tuple(figures),
        tuple(questions),
    )


def _who(line: str, text: str) -> Who:
    slug, kind, rest = line.split(" ", 2)
    names, _, role = rest.partition(" =")
    forms = tuple(name.strip() for name in names.split(";"))
    missing = [form for form in forms[1:] if not _stands_alone(form, forms, text)]
    if missing:
        raise ValueError(f"{slug}: {missing} not in the text")
    return Who(slug, kind.rstrip("!"), kind.endswith("!"), forms, role.strip())


def _stands_alone(form: str, forms: tuple[str, ...], text: str) -> bool:
    """True when the text has the form elsewhere than inside a longer one."""
    for longer in sorted(forms, key=len, reverse=True):
        if longer != form and form in longer:
            text = text.replace(longer, "")
    return form in text
