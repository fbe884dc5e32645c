"""Questions are answered, quotes starred and actors put on sides by a key or two."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.changing.desks import changing, drafts, sample
from tests.tui.stage import SIZES, TABS


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_s_offers_the_four_states_and_marks_the_present_one(tmp_path: Path, size: tuple[int, int]) -> None:
    async with changing(sample(tmp_path), size) as desk:
        await desk.do("4", "g", "s")
        assert "o open (now)   w watching   a answered   m moot" in desk.stage.footer()
        await desk.do("w")
        assert desk.diff()[0].startswith("-   - open: Can Russia")
        assert desk.diff()[1].startswith("+   - watching: Can Russia")
        assert len(desk.diff()) == 2


async def test_an_answer_and_its_source_are_one_change_with_the_status(tmp_path: Path) -> None:
    async with changing(sample(tmp_path)) as desk:
        await desk.do("4", "g", "j", "s", "a", "=Units were told to withdraw", "enter", "=12", "enter")
        came = [line[2:] for line in desk.diff() if line.startswith("+")]
        assert any(line.startswith("  - answered: Will Turkey") for line in came)
        assert "    answer: Units were told to withdraw" in came
        assert any("explainer#21" in line and "explainer#12" in line for line in came)
        assert "Answered the question" in desk.stage.footer()
        await desk.do("u")
        assert desk.text == desk.before


async def test_an_answer_may_be_left_empty(tmp_path: Path) -> None:
    async with changing(drafts(tmp_path)) as desk:
        await desk.do("4", "s", "a", "enter", "enter")
        assert desk.diff() == ["-   - open: What now?", "+   - answered: What now?"]


@pytest.mark.parametrize(
    ("keys", "words"), [(("o",), "It is open already"), (("x",), "Nothing changed"), (("escape",), "")]
)
async def test_other_answers_to_s_change_nothing(tmp_path: Path, keys: tuple[str, ...], words: str) -> None:
    async with changing(drafts(tmp_path)) as desk:
        await desk.do("4", "s", *keys)
        assert words in desk.stage.footer()
        assert desk.text == desk.before


async def test_the_asterisk_stars_a_quote_and_takes_the_star_off_again(tmp_path: Path) -> None:
    async with changing(drafts(tmp_path)) as desk:
        await desk.do("2", "g", "asterisk")
        assert desk.diff() == ["+     key: true"]
        assert "Starred the quote of" in desk.stage.footer()
        await desk.do("asterisk")
        assert desk.text == desk.before


async def test_b_puts_an_actor_on_a_side(tmp_path: Path) -> None:
    async with changing(sample(tmp_path)) as desk:
        await desk.do("1", "g", "b", "=reb", "enter")
        came = [line for line in desk.diff() if line.startswith("+")]
        assert came == ["+   assad:     { name: Bashar al-Assad, role: President of Syria, kind: person, side: opp, "
                        "aka: [Assad], src: explainer#2 }"]  # fmt: skip
        assert desk.stage.item.head == "assad"


async def test_b_makes_a_new_side_or_takes_an_actor_off_one(tmp_path: Path) -> None:
    async with changing(sample(tmp_path)) as desk:
        await desk.do("1", "g", "b", "=Mediators", "enter")
        assert "mediators: Mediators" in desk.text
        assert "side: mediators" in desk.text
        await desk.do("u")
        assert desk.text == desk.before
        await desk.do("b", "=none", "enter")
        assert "role: President of Syria, kind: person, aka: [Assad]" in desk.text


async def test_keys_for_other_items_say_what_they_are_for(tmp_path: Path) -> None:
    async with changing(drafts(tmp_path), TABS) as desk:
        for pane, key, words in (
            ("2", "s", "s is for questions"),
            ("1", "asterisk", "* is for quotes"),
            ("3", "b", "b is for"),
        ):
            await desk.do(pane, key)
            assert words in desk.stage.footer()
        assert desk.text == desk.before
