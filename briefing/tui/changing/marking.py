"""Answers that cost one key: the status of a question, the star of a quote, the side of an actor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.derive import slugs
from briefing.derive.layers import Kind
from briefing.document.grammar import STATUSES
from briefing.document.splice import AddItem, All, Change, RemoveField, SetField, SetHead
from briefing.model import Actor, Question, Quote
from briefing.tui.changing.citing import CITE
from briefing.tui.changing.fields import not_on_a_line, with_source
from briefing.tui.changing.form import Choice, Form, Line, Told
from briefing.tui.changing.naming import name_of
from briefing.tui.changing.panels import choose, fill
from briefing.tui.folding import fold
from briefing.tui.lines import Span, blank

if TYPE_CHECKING:
    from briefing.tui.changing.changer import Changer

_NONE = "none"


def star(changer: Changer) -> None:
    """Makes the selected quote a key quote, or no longer one."""
    quote = changer.item
    if not isinstance(quote, Quote):
        changer.say("* is for quotes; this is not one")
        return
    change: Change = RemoveField(quote, "key") if quote.key else SetField(quote, "key", "true")
    changer.save(change, f"{'unstarred' if quote.key else 'starred'} {name_of(changer.story, quote)}")


def status(changer: Changer) -> None:
    """Asks by one key how the selected question stands."""
    question = changer.item
    if not isinstance(question, Question):
        changer.say("s is for questions; this is not one")
        return

    def chosen(letter: str) -> None:
        head = next((status for status in STATUSES if status[0] == letter.lower()), "")
        if not head:
            changer.say("Nothing changed: o, w, a or m says how a question stands")
        elif head == "answered":
            _answer(changer, question)
        elif head == question.head:
            changer.say(f"It is {head} already")
        else:
            changer.save(SetHead(question, head), f"set {name_of(changer.story, question)} to {head}")

    choose(changer, _offered(question.head), chosen)


def _offered(present: str) -> tuple[Span, ...]:
    spans: list[Span] = []
    for status in STATUSES:
        spans += [blank(3)] if spans else []
        spans += [Span(status[0], "focus bold"), Span(f" {status}", "text" if status == present else "text2")]
        spans += [Span(" (now)", "meta")] if status == present else []
    return tuple(spans)


def _answer(changer: Changer, question: Question) -> None:
    reason = not_on_a_line(question.answer)
    if reason:
        changer.say(f"The answer {reason}: e opens it in the editor")
        return
    sources = changer.setting().sources
    answer = Line("answer", "answer", "what is known now; may be left empty", long=True)
    answer.typed.put(question.answer)
    lines = [
        answer,
        Line("src", "source", CITE, sources.read, sources.choices),
    ]

    def done(values: dict[str, str]) -> None:
        changes: list[Change] = [SetHead(question, "answered")] if question.head != "answered" else []
        if values["answer"] and values["answer"] != question.answer:
            changes.append(SetField(question, "answer", values["answer"]))
        elif question.answer and not values["answer"]:
            changes.append(RemoveField(question, "answer"))
        if values["src"]:
            changes.append(SetField(question, "src", with_source(question.src, values["src"])))
            changer.cited(values["src"])
        if not changes:
            changer.say("Nothing changed")
            return
        change = changes[0] if len(changes) == 1 else All(tuple(changes))
        changer.save(change, f"answered {name_of(changer.story, question)}", key=key)

    key = f"answer {question.text}"
    fill(changer, key, "s", Form(f"Answer: {question.text}", lines), done)


def side(changer: Changer) -> None:
    """Asks for the side of the selected actor: one of the sides, a new one, or none."""
    actor = changer.item
    if not isinstance(actor, Actor):
        changer.say("b is for actors; this is not one")
        return
    briefing = changer.story.briefing
    sides = briefing.sides
    present = sides[actor.side].text if actor.side in sides else actor.side

    def choices(typed: str) -> Sequence[Choice]:
        wanted = fold(typed).strip()
        every = [Choice(slug, one.text, "now" if slug == actor.side else slug) for slug, one in sides.items()]
        every += [Choice(_NONE, "no side", "" if actor.side else "now")]
        return [choice for choice in every if wanted in fold(f"{choice.words} {choice.value}")]

    def read(typed: str) -> Told:
        words = " ".join(typed.split())
        if not words:
            return Told(None, "a side is chosen, or a name typed for a new one")
        if words in sides or words == _NONE:
            return Told(words, sides[words].text if words in sides else "no side")
        named = next((slug for slug, one in sides.items() if fold(one.text) == fold(words)), "")
        if not named and choices(typed):
            return Told(None, "")
        return Told(named, sides[named].text) if named else Told(words, f"a new side: {words}")

    def done(values: dict[str, str]) -> None:
        chosen = values["side"]
        change: Change
        if chosen == actor.side or (chosen == _NONE and not actor.side):
            changer.say("Nothing changed: that is the side already")
            return
        if chosen == _NONE:
            change = RemoveField(actor, "side")
            words = f"took {name_of(changer.story, actor)} off its side"
        elif chosen in sides:
            change = SetField(actor, "side", chosen)
            words = f"put {name_of(changer.story, actor)} on the side {sides[chosen].text}"
        else:
            slug = slugs.slug(chosen, Kind.OTHER, sides)
            change = All((AddItem("sides", slug, chosen), SetField(actor, "side", slug)))
            words = f"put {name_of(changer.story, actor)} on the new side {chosen}"
        changer.save(change, words)

    help_ = f"now {present}; type a name for a new one" if present else "type a name for a new one"
    form = Form(f"Side of {actor.text}", [Line("side", "side", help_, read, choices)])
    fill(changer, "", "b", form, done)
