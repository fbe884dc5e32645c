"""Which items of two briefings are the same."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.changes import similar
from briefing.changes.identity import SECTIONS, Pairing, items_of, pair
from briefing.changes.likeness import Wording, likeness
from briefing.data import path
from briefing.document import grammar
from briefing.model import Briefing, Item
from tests.bench.corpus import briefing_text
from tests.changes.stories import story, words

ROOT = Path(__file__).parent.parent.parent


def partners(old: str, new: str) -> dict[str, str]:
    """For each old item what it is now, by head and text."""
    before, after = story(old), story(new)
    pairing = pair(before, after)
    return {_told(item): _told(now) for item in before.items() if (now := pairing.new_of(item))}


def _told(item: Item) -> str:
    return f"{item.head}: {item.text}"


def test_a_briefing_is_the_same_as_itself() -> None:
    text = path("seeds", "aleppo.yaml").read_text(encoding="utf-8")
    old, new = story(text), story(text)
    pairing = pair(old, new)
    assert (pairing.added, pairing.removed) == ((), ())
    for before, after in zip(old.items(), new.items(), strict=True):
        assert pairing.new_of(before) is after
        assert pairing.old_of(after) is before


def test_an_item_that_is_gone_or_new_has_no_partner() -> None:
    old = story("timeline:\n  - 2024: Rebels take Aleppo\n  - 2025: Elections are called\n")
    new = story("timeline:\n  - 2024: Rebels take Aleppo\n  - 2026: A parliament meets for the first time\n")
    pairing = pair(old, new)
    assert words(pairing.added) == ["A parliament meets for the first time"]
    assert words(pairing.removed) == ["Elections are called"]
    assert pairing.new_of(old.timeline[1]) is None
    assert pairing.old_of(new.timeline[1]) is None


def test_an_identifier_outweighs_words() -> None:
    assert partners(
        "timeline:\n  - 2024: Rebels take Aleppo\n    id: a\n  - 2025: The army withdraws\n    id: b\n",
        "timeline:\n  - 2025: The army withdraws\n    id: a\n  - 2024: Rebels take Aleppo\n    id: b\n",
    ) == {
        "2024: Rebels take Aleppo": "2025: The army withdraws",
        "2025: The army withdraws": "2024: Rebels take Aleppo",
    }


def test_two_identifiers_are_two_items_whatever_they_say() -> None:
    assert not partners("timeline:\n  - 2024: Rebels\n    id: a\n", "timeline:\n  - 2024: Rebels\n    id: b\n")


@pytest.mark.parametrize("named", [0, 1])
def test_an_item_that_gets_or_loses_an_identifier_stays_the_same(named: int) -> None:
    both = ["questions:\n  - open: Who holds Hama?\n", "questions:\n  - open: Who holds Hama?\n    id: hama\n"]
    assert partners(both[named], both[1 - named]) == {"open: Who holds Hama?": "open: Who holds Hama?"}


def test_a_question_stays_the_same_when_it_is_answered() -> None:
    assert partners("questions:\n  - open: Who holds Hama?\n", "questions:\n  - answered: Who holds Hama?\n") == {
        "open: Who holds Hama?": "answered: Who holds Hama?"
    }


def test_an_event_stays_the_same_when_it_is_dated_anew() -> None:
    assert partners("timeline:\n  - 2024: Rebels take Hama\n", "timeline:\n  - 2024-12-05: Rebels take Hama\n") == {
        "2024: Rebels take Hama": "2024-12-05: Rebels take Hama"
    }


def test_a_figure_stays_the_same_when_its_value_rises() -> None:
    actors = "actors: {sohr: SOHR, un: UN}\nfigures:\n"
    both = "  - killed: {}\n    per: {}\n"
    assert partners(
        actors + both.format("311+", "sohr") + both.format("300", "un"),
        actors + both.format("350", "un") + both.format("412+", "sohr"),
    ) == {"sohr: SOHR": "sohr: SOHR", "un: UN": "un: UN", "killed: 311+": "killed: 412+", "killed: 300": "killed: 350"}


def test_the_count_of_somebody_else_is_another_figure() -> None:
    actors = "actors: {sohr: SOHR, un: UN}\nfigures:\n"
    found = partners(f"{actors}  - killed: 311+\n    per: sohr\n", f"{actors}  - killed: 412+\n    per: un\n")
    assert "killed: 311+" not in found


def test_repeats_belong_together_in_the_order_of_the_file() -> None:
    old = story("timeline:\n  - 2024: Shelling\n  - 2024: Shelling\n")
    new = story("timeline:\n  - 2024: Shelling\n  - 2024: Shelling\n  - 2024: Shelling\n")
    pairing = pair(old, new)
    assert [pairing.old_of(item) for item in new.timeline] == [*old.timeline, None]


def test_of_repeats_the_one_with_the_same_head_belongs_first() -> None:
    assert partners(
        "timeline:\n  - 2024-01: Shelling\n  - 2024-02: Shelling\n", "timeline:\n  - 2024-02: Shelling\n"
    ) == {"2024-02: Shelling": "2024-02: Shelling"}


def test_a_renamed_slug_stays_the_same_actor_and_its_items_with_it() -> None:
    old = (
        "actors:\n  asad: Bashar al-Assad (President of Syria)\n  hts: HTS\nquotes:\n  - asad: We will return\n"
        "claims:\n  - asad: No\nrelations:\n  - hts -> asad: fights\n  - hts -> hts: trusts\n"
        "figures:\n  - killed: 30\n    per: asad\n"
    )
    found = partners(old, old.replace("asad", "assad"))
    assert found["asad: Bashar al-Assad"] == "assad: Bashar al-Assad"
    assert found["asad: We will return"] == "assad: We will return"
    assert found["asad: No"] == "assad: No"
    assert found["hts -> asad: fights"] == "hts -> assad: fights"
    assert found["killed: 30"] == "killed: 30"
    assert len(found) == 7


def test_a_relation_between_others_is_another_relation() -> None:
    actors = "actors: {iran: Iran, syria: Syria, lebanon: Lebanon}\nrelations:\n"
    found = partners(
        f"{actors}  - iran -> syria: backs with money\n", f"{actors}  - iran -> lebanon: backs with money\n"
    )
    assert "iran -> syria: backs with money" not in found


def test_a_relation_that_was_turned_round_stays_the_same() -> None:
    actors = "actors: {iran: Iran, syria: Syria}\nrelations:\n"
    found = partners(f"{actors}  - syria -> iran: backs with money\n", f"{actors}  - iran -> syria: backs with money\n")
    assert found["syria -> iran: backs with money"] == "iran -> syria: backs with money"


def test_a_source_with_a_new_slug_is_known_by_its_title_or_its_file() -> None:
    found = partners(
        "sources:\n  a: sources/bbc.txt\n  b: Fighting in Hama\n",
        "sources:\n  bbc: sources/bbc.txt\n  ap: Fighting in Hama\n",
    )
    assert found == {"a: a": "bbc: bbc", "b: Fighting in Hama": "ap: Fighting in Hama"}


def test_the_most_similar_pair_comes_first() -> None:
    assert partners(
        "timeline:\n  - 2024-11-30: Rebels enter Hama from the north\n"
        "  - 2024-11-30: Rebels enter Homs from the south\n",
        "timeline:\n  - 2024-11-30: Rebels enter Homs from the south at dawn\n  - 2024-11-30: Rebels enter Hama\n",
    ) == {
        "2024-11-30: Rebels enter Hama from the north": "2024-11-30: Rebels enter Hama",
        "2024-11-30: Rebels enter Homs from the south": "2024-11-30: Rebels enter Homs from the south at dawn",
    }


def test_a_number_that_rose_on_the_same_day_is_the_same_event_and_on_another_day_is_not() -> None:
    old = "timeline:\n  - 2024-11-30: At least 20 killed by shelling of the square\n"
    new = "timeline:\n  - {}: At least 28 killed by shelling of the square\n"
    assert partners(old, new.format("2024-11-30"))
    assert not partners(old, new.format("2024-12-03"))


def test_questions_with_other_numbers_are_other_questions() -> None:
    assert not partners(
        "questions:\n  - open: Who holds Aleppo after day 3?\n", "questions:\n  - open: Who holds Aleppo after day 5?\n"
    )


LINES = st.lists(
    st.tuples(
        st.sampled_from(["2024", "2024-11-30", "2025~"]),
        st.lists(
            st.sampled_from(
                ["Rebels", "take", "Hama", "Homs", "20", "28", "shelling", "the", "the", "square", "again"]
            ),
            min_size=1,
            max_size=6,
        ),
        st.sampled_from(["", "", "", "a", "b"]),
    ),
    max_size=7,
)


def _written(lines: list[tuple[str, list[str], str]]) -> Briefing:
    items = [f"  - {date}: {' '.join(said)}\n" + (f"    id: {known}\n" if known else "") for date, said, known in lines]
    return story("timeline:\n" + "".join(items)) if items else story("tags: [a]\n")


@given(LINES, LINES)
def test_identity_is_the_same_both_ways_and_one_to_one(
    one: list[tuple[str, list[str], str]], other: list[tuple[str, list[str], str]]
) -> None:
    old, new = _written(one), _written(other)
    there, back = pair(old, new), pair(new, old)
    _is_one_to_one(old, new, there)
    assert {(a, there.new_of(a)) for a in old.items()} == {(a, back.old_of(a)) for a in old.items()}


def _is_one_to_one(old: Briefing, new: Briefing, pairing: Pairing) -> None:
    found = [now for item in old.items() if (now := pairing.new_of(item))]
    assert len(set(found)) == len(found)
    assert all(pairing.new_of(before) is now for now in found if (before := pairing.old_of(now)))
    assert len(found) + len(pairing.removed) == len(list(old.items()))
    assert len(found) + len(pairing.added) == len(list(new.items()))


@given(LINES, st.randoms(use_true_random=False))
def test_items_that_only_change_places_stay_the_same(lines: list[tuple[str, list[str], str]], random: Random) -> None:
    shuffled = random.sample(lines, len(lines))
    pairing = pair(_written(lines), _written(shuffled))
    if len({known for *_, known in lines if known}) == len([1 for *_, known in lines if known]):
        assert (pairing.added, pairing.removed) == ((), ())


def test_many_items_that_all_changed_are_paired_in_bounded_time() -> None:
    old = story(briefing_text(1_500, seed=1))
    new = story(briefing_text(1_500, seed=2))
    _is_one_to_one(old, new, pair(old, new))


@pytest.mark.parametrize("word", ["abcdefghijklmnopqrstuvw{0}", "{0}{0}{0}{0}{0}{0}{0}{0}", "w{0} a"])
def test_few_of_the_pairs_of_texts_made_to_be_alike_are_looked_at(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looked = []

    def counted(one: Wording, other: Wording) -> tuple[float, bool]:
        looked.append(len(one.words) * len(other.words))
        return likeness(one, other)

    def many(first: int) -> Briefing:
        texts = (" ".join(word.format(number + at) for at in range(50)) for number in range(first, first + 400))
        return story("claims:\n" + "".join(f"  - a speaker: {text}\n" for text in texts))

    monkeypatch.setattr(similar, "likeness", counted)
    old, new = many(0), many(1000)
    _is_one_to_one(old, new, pair(old, new))
    assert len(looked) <= similar.MOST_LOOKS
    assert sum(looked) <= similar.MOST_STEPS + 160 * 160


def test_items_edited_in_place_are_found_again_among_many() -> None:
    text = briefing_text(1_200, seed=3)
    old, new = story(text), story(text.replace("must end before talks", "have to end before the talks"))
    pairing = pair(old, new)
    assert len(old.claims) > 100
    assert [pairing.new_of(item) for item in old.claims] == list(new.claims)


def test_the_pairs_do_not_depend_on_the_seed_of_hashes() -> None:
    script = (
        "from tests.bench.corpus import briefing_text; from briefing.document.load import load;"
        "from briefing.changes.identity import pair;"
        "a, b = (load(briefing_text(400, seed), 'a').briefing for seed in (1, 2)); p = pair(a, b);"
        "print([(i.offset, n.offset) for i in a.items() if (n := p.new_of(i))])"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(answers) == 1


def test_every_section_is_paired() -> None:
    briefing = story((ROOT / "tests" / "data" / "everything.yaml").read_text(encoding="utf-8"))
    assert set(SECTIONS) == set(grammar.BY_NAME)
    of_sections = [item for name in SECTIONS for item in items_of(briefing, name)]
    assert set(of_sections) == set(briefing.items())
