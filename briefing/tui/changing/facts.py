"""Adding a fact: the form that a section asks with, and the item that its answers make."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from briefing.derive import slugs
from briefing.derive.layers import Kind
from briefing.document.grammar import BY_NAME, LIKELIHOODS
from briefing.document.splice import AddItem
from briefing.model import Actor, Anchor, Claim, Item, Quote
from briefing.tui.changing import newcomers, quoting, reading
from briefing.tui.changing.citing import CITE, Sources, written
from briefing.tui.changing.citing import anchors as anchors_in
from briefing.tui.changing.form import Choice, Form, Line, Told
from briefing.tui.story import Story

Values = Mapping[str, str]


class Setting(NamedTuple):
    """Where a fact is added: the briefing, its sources, the day, the selected item, and the passage on the screen."""

    story: Story
    sources: Sources
    today: date
    selected: Item | None = None
    passage: Anchor | None = None


class Fact(NamedTuple):
    """A form, and the item that its values add."""

    form: Form
    change: Callable[[Values], AddItem]


def fact(section: str, setting: Setting) -> Fact:
    """Returns the form that adds an item to a section, and what makes the change of its values."""
    form, change = _OF[section](setting)
    form.title = f"Add {_article(BY_NAME[section].noun)}"
    return Fact(form, change)


def source(setting: Setting) -> Fact:
    """Returns the form that adds a source."""
    briefing = setting.story.briefing
    lines = [
        Line("title", "title", "its headline, as printed"),
        Line("publisher", "publisher", "who published it; may be left empty"),
        Line(
            "where",
            "where",
            "its address, or the file with its text inside this folder, such as sources/ap.txt",
            _where,
        ),
    ]

    def proposed() -> str:
        title, publisher, where = (line.typed.text.strip() for line in lines[:3])
        name = publisher or " ".join(title.split()[:3])
        if not name:
            name = where.removeprefix("https://").removeprefix("http://").rpartition("/")[2].partition(".")[0]
        return slugs.slug(name, Kind.OTHER, briefing.sources) if name else ""

    lines.append(Line("slug", "short name", "empty: made from the above", reading.new_slug(briefing.sources, proposed)))

    def change(values: Values) -> AddItem:
        where = values["where"]
        kind = "url" if "://" in where else "text"
        fields = [("publisher", values["publisher"]), (kind, where)]
        given = tuple((name, words) for name, words in fields if words)
        title = values["title"] or ("" if given else values["slug"])
        return AddItem("sources", values["slug"], title, given)

    return Fact(Form("Add a source", lines), change)


def _where(typed: str) -> Told:
    from briefing.addresses import link

    words = typed.strip()
    if "://" in words and link(words) is None:
        return Told(None, "an address begins with https:// or http:// and has no blanks or quotes")
    if words.startswith(("/", "~")) or ".." in words.split("/"):
        return Told(None, "the file has to lie inside this folder: write its path from here")
    return Told(words, "" if not words else "an address" if "://" in words else "a file with its text")


def _article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _src(setting: Setting, words: Line | None = None) -> Line:
    """Returns the line for the source. What is quoted in `words` is looked for, and offered where it stands."""
    sources = setting.sources

    def choices(typed: str) -> Sequence[Choice]:
        found = quoting.standing(words.typed.text, sources) if words is not None and not typed.strip() else ()
        return [*found, *sources.choices(typed)]

    help_ = CITE if sources.sources else "nothing; I adds one"
    line = Line("src", "source", help_, sources.read, choices)
    if setting.passage is not None:
        line.typed.put(str(setting.passage))
    return line


def _added(section: str, head: str, text: str, values: Values, *more: tuple[str, str]) -> AddItem:
    fields: list[tuple[str, str | tuple[str, ...]]] = [(name, words) for name, words in more if words]
    if values.get("src"):
        fields.insert(0, ("src", written(anchors_in(values["src"]))))
    return AddItem(section, head, text, tuple(fields))


def _what(label: str, help_: str) -> Line:
    return Line("text", label, help_, reading.text(f"{help_} is missing"), long=True)


def _event(setting: Setting) -> tuple[Form, Callable[[Values], AddItem]]:
    near = setting.story.briefing.as_of
    lines = [
        Line("head", "date", "27 Nov, yesterday, 2024-11-27, since May 2023", reading.day(setting.today, near)),
        _what("what", "what happened"),
        _src(setting),
    ]
    return Form("", lines), lambda values: _added("timeline", values["head"], values["text"], values)


def _who(setting: Setting, missing: str) -> Line:
    actors = setting.story.briefing.actors
    selected = setting.selected
    first = [selected.head] if isinstance(selected, Actor | Quote | Claim) else []
    if setting.passage is not None:
        first += _named_in(setting)
    return Line("head", "who", "an actor, or words for somebody without a name",
                newcomers.reader(actors, missing), newcomers.choices(actors, first))  # fmt: skip


def _named_in(setting: Setting) -> list[str]:
    """Returns the actors that the paragraph on the screen names, and the one before it, as speakers go on."""
    from briefing.tui.about import mentions, names_of

    words = _paragraphs(setting)
    return [slug for slug, actor in setting.story.briefing.actors.items() if mentions(words, names_of(actor))]


def _paragraphs(setting: Setting, before: int = 1) -> str:
    passage = setting.passage
    article = setting.sources.articles.get(passage.source) if passage else None
    if passage is None or article is None or passage.first is None:
        return ""
    last = min(passage.last or passage.first, len(article.paragraphs))
    return "\n".join(article.paragraph(number) for number in range(max(1, passage.first - before), last + 1))


def _quote(setting: Setting) -> tuple[Form, Callable[[Values], AddItem]]:
    words = _what("words", "the words, without quotation marks")
    offered = [Choice(entry, f"“{entry}”") for entry in quoting.quoted(_paragraphs(setting, before=0))]
    words.choices = lambda typed: [choice for choice in offered if typed != choice.value and typed in choice.value]
    lines = [_who(setting, "who said it is missing"), words, _src(setting, words)]

    def doubt(values: Values) -> str:
        return quoting.doubt(values["text"], values["src"], setting.sources)

    form = Form("", lines, doubt=doubt)
    return form, lambda values: _added("quotes", values["head"], quoting.bare(values["text"]), values)


def _claim(setting: Setting) -> tuple[Form, Callable[[Values], AddItem]]:
    lines = [_who(setting, "who claims it is missing"), _what("what", "what they assert, in our words"), _src(setting)]
    return Form("", lines), lambda values: _added("claims", values["head"], values["text"], values)


def _question(setting: Setting) -> tuple[Form, Callable[[Values], AddItem]]:
    lines = [_what("question", "what is not known"), _src(setting)]
    return Form("", lines), lambda values: _added("questions", "open", values["text"], values)


def _figure(setting: Setting) -> tuple[Form, Callable[[Values], AddItem]]:
    counted = tuple(dict.fromkeys(figure.head for figure in setting.story.briefing.figures))

    def choices(typed: str) -> Sequence[Choice]:
        wanted = typed.strip().lower()
        return [Choice(head, head) for head in counted if wanted in head.lower() and wanted != head.lower()]

    lines = [
        Line("head", "counted", "what is counted, as in killed", reading.text("what is counted is missing"), choices),
        Line("text", "value", "311+, <500, ~300, 300-350, 1.2m", reading.value),
        _src(setting),
    ]
    return Form("", lines), lambda values: _added("figures", values["head"], values["text"], values)


def _relation(setting: Setting) -> tuple[Form, Callable[[Values], AddItem]]:
    actors = setting.story.briefing.actors
    first = [setting.selected.head] if isinstance(setting.selected, Actor) else []
    lines = [
        Line("one", "who", "an actor", reading.one_actor(actors), reading.actor_choices(actors, first)),
        Line("other", "to whom", "another actor", reading.one_actor(actors), reading.actor_choices(actors)),
        _what("how", "how they stand to each other"),
        _src(setting),
    ]
    return Form("", lines), lambda values: _added(
        "relations", f"{values['one']} -> {values['other']}", values["text"], values
    )


def _judgement(setting: Setting) -> tuple[Form, Callable[[Values], AddItem]]:
    read, choices = reading.word(LIKELIHOODS, may_be_empty=False)
    lines = [Line("head", "how likely", "", read, choices), _what("what", "the judgement"), _src(setting)]
    return Form("", lines), lambda values: _added("judgements", values["head"], values["text"], values)


def _step(setting: Setting) -> tuple[Form, Callable[[Values], AddItem]]:
    near = setting.story.briefing.as_of
    lines = [
        _what("step", "what to do"),
        Line("head", "when", "a date, or nothing", reading.day(setting.today, near, empty="todo")),
        _src(setting),
    ]
    return Form("", lines), lambda values: _added("next", values["head"], values["text"], values)


def _actor(setting: Setting) -> tuple[Form, Callable[[Values], AddItem]]:
    actors = setting.story.briefing.actors
    name = Line("text", "name", "the full name", reading.text("the name is missing"))

    def proposed() -> str:
        words = name.typed.text.strip()
        return slugs.slug(words, Kind.PERSON if len(words.split()) == 2 else Kind.OTHER, actors) if words else ""

    lines = [
        name,
        Line("role", "role", "what they are; may be left empty"),
        Line("head", "short name", "empty: made from the name", reading.new_slug(actors, proposed)),
        _src(setting),
    ]
    return Form("", lines), lambda values: _added(
        "actors", values["head"], values["text"], values, ("role", values["role"])
    )


_OF: dict[str, Callable[[Setting], tuple[Form, Callable[[Values], AddItem]]]] = {
    "actors": _actor,
    "timeline": _event,
    "quotes": _quote,
    "claims": _claim,
    "questions": _question,
    "figures": _figure,
    "relations": _relation,
    "judgements": _judgement,
    "next": _step,
}
