"""Hostile text is shown as it is written: never markup, never a control sequence, never turning a line round."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import cycle, islice
from pathlib import Path

import pytest

from tests.tui.screens.walks import acting, look_at_everything
from tests.tui.stage import EVERYTHING, SIZES, TABS, WIDE, staged

MARKUP = ("[/]", "[@click=app.quit]x[/]", "[bold red]x", "[link=file:///etc/passwd]x[/link]", "\\[x]", "$x {x} %s")
CONTROLS = (
    '"\\e[31mred\\e[0m"',
    '"\\e]0;title\\a"',
    '"\\e]52;c;eA==\\a"',
    '"\\x9b31m"',
    '"a\\x07\\x08\\x7fb"',
    '"\\e[2J\\e[?1049l"',
)
TRICKS = (
    '"\\u202Eevil\\u202C"',
    '"\\u2066x\\u2069\\u200F"',
    '"\\uFEFFx\\u2028y\\u2029"',
    '"' + "e" + "\\u0301" * 50 + '"',
)
EMOJI = ("👩‍👩‍👧‍👦 family 🏳️‍🌈 👍🏽", "क्षि த மிழ் ไทย", "مرحبا بالعالم", "한국어 漢字")

LONG = ("👩‍👩‍👧‍👦" * 300, "e\u0301" * 3_000, "\u0301" * 500, "漢字" * 300, "a\u200d" * 500, "x" * 10_000)

_PLACES = """\
title: {}
as_of: 2024-11-30
bottom_line: {}
why: {}
notes: {}
owner: {}
tags: [{}, {}]
embargo: {}
x-folder: {}
sources:
  s: {{title: {}, publisher: {}, url: {}, retracted: {}, note: {}, text: s.txt}}
sides:
  a: {}
actors:
  p: {{name: {}, role: {}, side: a, aka: [{}], note: {}}}
  o: {}
relations:
  - p -> o: {}
    src: s#1
    note: {}
timeline:
  - 2024: {}
    where: {}
    dated_by: {}
    who: [p]
    src: s#1
    x-more: {}
figures:
  - {}: 311+
    per: p
    note: {}
quotes:
  - p: {}
    topic: {}
    orig: {}
    src: s#1
    soruce: {}
  - {}: {}
claims:
  - p: {}
    denied_by: [o]
    note: {}
questions:
  - open: {}
    watch:
      - {}
      - {}
  - answered: {}
    answer: {}
judgements:
  - likely: {}
    note: {}
next:
  - todo: {}
    who: {}
"""


def _hostile(values: Sequence[str]) -> str:
    """Returns a briefing of which every string that may be any text is one of `values`, YAML scalars, in turn."""
    return _PLACES.format(*islice(cycle(values), _PLACES.count("{}")))


def _quoted(texts: Iterable[str]) -> list[str]:
    return ["'" + text.replace("'", "''") + "'" for text in texts]


GROUPS = {
    "markup": _quoted(MARKUP),
    "scripts": _quoted(EMOJI),
    "long words": _quoted(LONG),
    "control sequences": list(CONTROLS),
    "bidirectional tricks": list(TRICKS),
}


def opened(folder: Path, *values: str, source: str = "Nothing here.\n") -> Path:
    """Writes a hostile briefing and its source into `folder`."""
    (folder / "s.txt").write_text(source, encoding="utf-8")
    (folder / "a.yaml").write_text(_hostile(values), encoding="utf-8")
    return folder / "a.yaml"


@pytest.mark.parametrize(("group", "size"), [*((group, WIDE) for group in GROUPS), ("long words", TABS)], ids=str)
async def test_it_opens_and_nothing_in_it_acts(tmp_path: Path, group: str, size: tuple[int, int]) -> None:
    async with staged(opened(tmp_path, *GROUPS[group]), size=size) as stage:
        await look_at_everything(stage)


@pytest.mark.parametrize("text", MARKUP)
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_what_looks_like_markup_is_shown_as_it_is_written(
    tmp_path: Path, text: str, size: tuple[int, int]
) -> None:
    async with staged(opened(tmp_path, f"'{text}'"), size=size) as stage:
        assert stage.lines()[0].strip().startswith(text)
        await stage.press("2")
        assert f"“{text}”" in stage.text()


async def test_a_control_sequence_is_seen_as_the_characters_that_it_is_made_of(tmp_path: Path) -> None:
    async with staged(opened(tmp_path, '"\\e[31mred\\e[0m"'), size=WIDE) as stage:
        assert stage.lines()[0].strip().startswith("␛[31mred␛[0m")


async def test_controls_in_a_source_do_not_act_either(tmp_path: Path) -> None:
    path = opened(
        tmp_path,
        "plain words",
        source="plain words \x1b[31m\x07 \u202edoog\u202c [/] [@click=app.quit]x[/]\x9b\n\n\x1b]0;x\x07\n",
    )
    async with staged(path, size=WIDE) as stage:
        await stage.press("2", "enter")
        assert acting("".join(segment.text for segment in stage.segments())) == []
        await stage.press("z")
        assert "plain words ␛[31m␇ �doog� [/] [@click=app.quit]x[/]�" in stage.text()


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_click_on_what_looks_like_an_action_does_not_run_it(tmp_path: Path, size: tuple[int, int]) -> None:
    async with staged(opened(tmp_path, "'[@click=app.quit]xxxxxxxxxx[/]'"), size=size) as stage:
        await stage.press("2")
        for x in range(4, 20):
            await stage.pilot.click(stage.list, offset=(x, 2))
        await stage.turn()
        assert stage.app.return_value is None
        assert stage.app.is_running


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_words_of_ten_thousand_characters_are_cut_over_lines_and_read_to_the_end(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    word = "x" * 9_997 + "end"
    async with staged(opened(tmp_path, word), size=size) as stage:
        for pane in "1234":
            await stage.press(pane, "g")
            for _ in range(400):
                await stage.press("j")
                if "xend" in re.sub("[^a-z]", "", stage.text()):
                    break
            else:
                raise AssertionError(f"the end of the word is never seen in pane {pane}")


async def test_in_ascii_nothing_but_ascii_is_painted() -> None:
    async with staged(EVERYTHING, size=WIDE, ascii_only=True) as stage:
        assert (await look_at_everything(stage)).isascii()


async def test_in_ascii_other_scripts_are_shown_by_stand_ins(tmp_path: Path) -> None:
    async with staged(opened(tmp_path, *GROUPS["scripts"]), size=WIDE, ascii_only=True) as stage:
        assert (await look_at_everything(stage)).isascii()
