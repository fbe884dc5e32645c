"""Whole articles: the sample, and six of Wikinews with what a person found in them."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing.derive import writer
from briefing.derive.engine import Draft
from briefing.derive.lexicon import Lexicon
from briefing.document.load import load
from briefing.sources import from_text
from tests.derive.conftest import Derive

DATA = Path(__file__).parent.parent / "data"
NAMES = ("afghan", "defector", "hackers", "iodine", "lanterns", "soccer")


def gold(name: str) -> dict[str, Any]:
    path = DATA / "derive" / ("aleppo.gold.yaml" if name == "aleppo" else f"wikinews/{name}.gold.yaml")
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def article(name: str) -> str:
    path = DATA / "derive" / ("aleppo.txt" if name == "aleppo" else f"wikinews/{name}.txt")
    return path.read_text(encoding="utf-8")


def drafted(derive: Derive, name: str) -> Draft:
    return derive(article(name), dt.date.fromisoformat(gold(name)["published"]))


def key(name: str) -> str:
    return " ".join(word for word in re.findall(r"[\w']+", name.lower()) if word not in ("the", "ms", "mr"))


def forms(actor: dict[str, Any]) -> set[str]:
    return {key(form) for form in (actor["name"], *actor["aka"])}


@pytest.mark.parametrize("name", ["aleppo", *NAMES])
def test_every_quotation_has_its_words_and_its_speaker(derive: Derive, name: str) -> None:
    draft, expected = drafted(derive, name), gold(name)
    actors = expected["actors"]
    wanted = sorted((one for one in expected["quotes"] if one["kind"] != "scare"), key=lambda one: int(one["p"]))
    assert [(one.paragraph, one.text) for one in draft.quotations] == [(one["p"], one["text"]) for one in wanted]
    for found, one in zip(draft.quotations, wanted, strict=True):
        if one["speaker"] in actors:
            assert found.speaker is not None
            actor = draft.cast.actors[found.speaker.slug]
            assert {key(form) for form in (actor.name, *actor.aka)} & forms(actors[one["speaker"]]), one["text"]


def test_the_sample_has_all_its_main_actors_dates_and_figures(derive: Derive) -> None:
    draft, expected = drafted(derive, "aleppo"), gold("aleppo")
    found = [{key(form) for form in (actor.name, *actor.aka)} for actor in draft.cast.actors.values()]
    for actor in expected["actors"].values():
        if actor["main"]:
            assert any(forms(actor) & names for names in found), actor["name"]
    dated = sorted((one["p"], one["date"]) for one in expected["timeline"] if not one["vague"])
    assert sorted((one.paragraph, one.edtf) for one in draft.events) == dated
    assert [(one.measure, one.value, one.per) for one in draft.figures] == [
        ("fatalities", "311+", "sohr"),
        ("civilians", "28+", "sohr"),
    ]


def test_nothing_in_the_sample_comes_from_captions_headings_or_the_cookie_banner(derive: Derive) -> None:
    draft = drafted(derive, "aleppo")
    passed_over = {5, 10, 17, 23, 27, 37}
    places = [one.paragraph for one in draft.events] + [one.paragraph for one in draft.figures]
    places += [one.paragraph for one in draft.questions] + [one.paragraph for one in draft.quotations]
    places += [one.paragraph for one in draft.claims]
    places += [draft.document.block_at(m.start).number for a in draft.cast.actors.values() for m in a.mentions]
    assert not passed_over & set(places)


@pytest.mark.parametrize("name", NAMES)
def test_three_of_four_main_actors_and_dated_events_are_found(derive: Derive, name: str) -> None:
    draft, expected = drafted(derive, name), gold(name)
    found = [{key(form) for form in (actor.name, *actor.aka)} for actor in draft.cast.actors.values()]
    main = [actor for actor in expected["actors"].values() if actor["main"]]
    hits = sum(any(forms(actor) & names for names in found) for actor in main)
    assert hits * 4 >= len(main) * 3 or len(main) - hits < 2
    dates = {one.edtf for one in draft.events}
    assert len(dates & {one["date"] for one in expected["timeline"]}) * 4 >= len(dates) * 3


@pytest.mark.parametrize("name", ["aleppo", *NAMES])
def test_a_draft_loads_without_a_problem_and_holds_every_item(derive: Derive, name: str, words: Lexicon) -> None:
    draft = drafted(derive, name)
    text = writer.briefing(draft, writer.Origin("src", file="src.txt"))
    loaded = load(text, "draft.yaml")
    assert loaded.problems == ()
    assert [quote.text for quote in loaded.briefing.quotes] == [" ".join(one.text.split()) for one in draft.quotations]
    assert list(loaded.briefing.actors) == list(draft.cast.actors)
    assert all(item.draft for item in loaded.briefing.items())


def test_events_are_written_in_the_order_of_their_dates(derive: Derive) -> None:
    text = writer.briefing(drafted(derive, "defector"), writer.Origin("src"))
    starts = [event.date.lower for event in load(text, "x").briefing.timeline]
    assert starts == sorted(starts, key=lambda bound: bound if bound is not None else -(10**18))


def test_the_same_text_gives_the_same_draft(derive: Derive) -> None:
    assert drafted(derive, "iodine") == drafted(derive, "iodine")
    assert from_text(article("iodine")).text == drafted(derive, "iodine").document.text
