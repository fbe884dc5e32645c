"""One field is changed in place, and what it means is told while it is typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.document.grammar import BY_NAME, SECTIONS, Type
from briefing.tui.changing.fields import HEAD, TEXT, places
from tests.tui.changing.desks import DRAFTS, changing, drafts, sample
from tests.tui.stage import EVERYTHING, SIZES
from tests.tui.stories import story_of


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_field_is_chosen_and_its_value_mended(tmp_path: Path, size: tuple[int, int]) -> None:
    async with changing(drafts(tmp_path), size) as desk:
        await desk.do("3", "G", "x", "=text", "enter")
        assert "Crews leave their posts" in desk.stage.text()
        await desk.do("=!", "enter")
        assert desk.diff()[1] == "+   - 2024-11-28: Crews leave their posts!   # seen by nobody else"


@pytest.mark.parametrize(
    ("field", "value", "line"),
    [
        ("head", "27 Nov", "  - 2024-11-27: Crews leave their posts   # seen by nobody else"),
        ("where", "Rotterdam", "    where: Rotterdam"),
        ("status", "conf", "    status: confirmed"),
        ("who", "A. de Vries", "    who: de-vries"),
        ("src", "2", "    src: wire#2"),
    ],
)
async def test_each_type_of_value_is_read_as_people_type_it(tmp_path: Path, field: str, value: str, line: str) -> None:
    async with changing(drafts(tmp_path)) as desk:
        await desk.do("3", "G", "x", f"={field}", "enter", "ctrl+u", f"={value}", "enter")
        assert f"+ {line}" in desk.diff() or f"+ {line.replace('de-vries', '[de-vries]')}" in desk.diff()


async def test_an_emptied_field_is_taken_away(tmp_path: Path) -> None:
    async with changing(drafts(tmp_path)) as desk:
        await desk.do("3", "G", "x", "=src", "enter", "ctrl+u", "enter")
        assert desk.diff() == ["-     src: wire#3"]
        assert "Removed src of the event of 28 Nov 2024" in desk.stage.footer()


async def test_a_date_that_is_none_is_said_and_not_saved(tmp_path: Path) -> None:
    async with changing(drafts(tmp_path)) as desk:
        await desk.do("3", "G", "x", "=head", "enter", "ctrl+u", "=someday", "enter")
        assert "is not a date" in desk.stage.text()
        await desk.do("escape")
        assert desk.text == desk.before


async def test_the_top_of_the_file_is_changed_from_the_brief(tmp_path: Path) -> None:
    async with changing(drafts(tmp_path)) as desk:
        await desk.do("0", "g", "x", "enter", "=Nobody works.", "enter")
        assert "bottom_line: Nobody works." in desk.text
        assert "Changed bottom_line of the file" in desk.stage.footer()


async def test_the_information_cut_off_is_moved_on_in_a_few_keys(tmp_path: Path) -> None:
    async with changing(drafts(tmp_path)) as desk:
        await desk.do("0", "x", "=as", "enter", "ctrl+u", "=1 Dec", "enter")
        assert desk.diff() == ["- as_of: 2024-11-30", "+ as_of: 2024-12-01"]


async def test_a_text_of_several_lines_is_left_to_the_editor(tmp_path: Path) -> None:
    async with changing(sample(tmp_path)) as desk:
        await desk.do("0", "g", "x", "enter")
        assert "e opens it in the editor" in desk.stage.footer()


async def test_a_text_that_would_not_fit_into_the_line_is_left_to_the_editor(tmp_path: Path) -> None:
    text = DRAFTS.replace("What now?", f"{'What now ' * 500}?")
    async with changing(drafts(tmp_path, text)) as desk:
        await desk.do("4", "x", "=text", "enter")
        assert "text is longer than 4,000 characters: e opens it in the editor" in desk.stage.footer()


async def test_a_list_with_the_sign_that_parts_its_entries_in_one_of_them_is_left_to_the_editor(tmp_path: Path) -> None:
    text = DRAFTS + "    watch:\n      - pickets; and ballots\n      - talks\n"
    async with changing(drafts(tmp_path, text)) as desk:
        await desk.do("4", "x", "=watch", "enter")
        assert "watch has an entry with ; in it: e opens it in the editor" in desk.stage.footer()


async def test_an_answer_of_several_lines_is_left_to_the_editor(tmp_path: Path) -> None:
    text = DRAFTS + "    answer: |\n      Some went back.\n\n      Others did not.\n"
    async with changing(drafts(tmp_path, text)) as desk:
        await desk.do("4", "s", "a")
        assert "The answer has several lines: e opens it in the editor" in desk.stage.footer()
        assert desk.text == text


async def test_the_same_value_changes_nothing(tmp_path: Path) -> None:
    async with changing(drafts(tmp_path)) as desk:
        await desk.do("3", "G", "x", "=text", "enter", "enter")
        assert "Nothing changed" in desk.stage.footer()
        assert desk.text == desk.before


def test_every_field_of_the_grammar_but_earlier_values_and_slugs_can_be_changed() -> None:
    found: dict[str, set[str]] = {}
    for item in story_of(EVERYTHING).briefing.items():
        section = next(section for section in SECTIONS if section.item is type(item))
        found[section.name] = {place.name for place in places(item)}
    assert set(found) == set(BY_NAME)
    for name, offered in found.items():
        section = BY_NAME[name]
        expected = {field.name for field in section.fields if field.attribute != "text" and field.type is not Type.WAS}
        assert offered == expected | {TEXT} | ({HEAD} if section.shape == "list" else set())


def test_what_is_set_stands_before_what_is_not() -> None:
    for item in story_of(EVERYTHING).briefing.items():
        after_head = [bool(place.text) for place in places(item) if place.name not in (HEAD, TEXT)]
        assert after_head == sorted(after_head, reverse=True)
