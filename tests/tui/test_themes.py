"""The themes can be read: every pair of ink and ground that carries words has the contrast that WCAG 2 asks for."""

from __future__ import annotations

import os
from collections.abc import Mapping
from itertools import combinations, product
from pathlib import Path

import pytest
from rich.color import Color, ColorSystem

from briefing.settings.contrast import ratio
from briefing.settings.folder import config_folder
from briefing.settings.themes import ANSI, PAIRS, SHIPPED, TOKENS, Theme, parse, places, shipped
from briefing.tui.rounding import to_256
from briefing.tui.screens.keys import Keys
from briefing.tui.wardrobe import Shows, Wardrobe
from tests.tui.contrast import contrast
from tests.tui.stage import STACK, WIDE, Stage, staged

THEMES = {name: shipped(name) for name in SHIPPED}
COLOURED = [pytest.param(theme, id=name) for name, theme in THEMES.items() if not theme.ansi]
GROUNDS = ("bg", "surface", "select", "quiet")
INKS = tuple(token for token in TOKENS if token not in (*GROUNDS, "mark", "marktext", "dim", "rule"))
ENOUGH = 4.5
"""For words of any size (WCAG 2.2, success criterion 1.4.3)."""

MINE = "\n".join(f'{token}: "{colour}"' for token, colour in THEMES["light"].tokens.items()) + "\n"


def _faint(tokens: Mapping[str, str]) -> dict[tuple[str, str], float]:
    pairs = (*product(INKS, GROUNDS), ("dim", "bg"), ("marktext", "mark"), ("bg", "hit"), ("bg", "problem"))
    return {pair: value for pair in pairs if (value := contrast(tokens[pair[0]], tokens[pair[1]])) < ENOUGH}


@pytest.fixture(autouse=True)
def _a_terminal_with_all_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")


@pytest.fixture
def folder() -> Path:
    """The folder of the user's settings, with room for themes."""
    found = config_folder()
    (found / "themes").mkdir(parents=True)
    return found


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        ("#777777", "#FFFFFF", 4.48),
        ("#FF0000", "#FFFFFF", 4.0),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    for measure in (contrast, ratio):
        assert measure(one, other) == pytest.approx(expected, abs=0.005)
        assert measure(other, one) == measure(one, other)


def test_every_pair_that_is_measured_is_told_to_the_writer_of_a_theme_too() -> None:
    assert set(PAIRS) == {
        *product(INKS, GROUNDS), ("dim", "bg"), ("marktext", "mark"), ("bg", "hit"), ("bg", "problem")
    }  # fmt: skip


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_a_shipped_theme_has_every_name_and_no_problem(theme: Theme) -> None:
    assert list(theme.tokens) == list(TOKENS)
    assert not theme.problems
    allowed = theme.tokens.values() if not theme.ansi else ANSI
    assert set(theme.tokens.values()) <= set(allowed)


@pytest.mark.parametrize("theme", COLOURED)
def test_words_stand_out_from_whatever_they_stand_on(theme: Theme) -> None:
    assert not _faint(theme.tokens)


@pytest.mark.parametrize("theme", COLOURED)
def test_words_stand_out_in_a_terminal_with_256_colours_too(theme: Theme) -> None:
    sent = to_256(theme.tokens)
    seen = {
        token: Color.parse(colour).downgrade(ColorSystem.EIGHT_BIT).get_truecolor().hex.upper()
        for token, colour in sent.items()
    }
    assert not _faint(seen)
    assert all(seen[one] != seen[other] for one, other in combinations((*GROUNDS, "mark"), 2))


@pytest.mark.parametrize("theme", COLOURED)
def test_the_selection_can_be_told_from_the_screen_without_becoming_a_wall(theme: Theme) -> None:
    tokens = theme.tokens
    assert 1.2 <= contrast(tokens["select"], tokens["bg"]) <= (1.8 if theme.name == "contrast" else 1.6)
    assert contrast(tokens["mark"], tokens["bg"]) >= 1.2


def test_high_contrast_is_high() -> None:
    tokens = THEMES["contrast"].tokens
    others = [ink for ink in INKS if contrast(tokens[ink], tokens["bg"]) < 10.9]
    assert not others
    assert contrast(tokens["dim"], tokens["bg"]) >= 7


def test_colours_that_mean_something_are_told_apart_by_lightness_or_blue_in_the_safe_theme() -> None:
    def short_of_red(colour: str) -> tuple[float, float]:
        """What is left when red and green are one: their mean, weighted as the eye weighs them, and blue."""
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        return 0.3 * red + 0.7 * green, blue

    tokens = THEMES["safe"].tokens
    for one, other in combinations(("open", "new", "problem", "focus"), 2):
        a, b = short_of_red(tokens[one]), short_of_red(tokens[other])
        assert max(abs(a[0] - b[0]), abs(a[1] - b[1])) > 50, (one, other)


@pytest.mark.parametrize(
    ("text", "line", "column", "code"),
    [
        (MINE.replace('"#FAF8F3"', "beige"), 1, 5, "value"),
        (MINE.replace('"#FAF8F3"', '"#FFF"'), 1, 5, "value"),
        (MINE + 'side7: "#000000"\n', 24, 1, "unknown"),
        (MINE.replace('text: "#1D1F23"', "text: cyan"), 6, 7, "value"),
        (MINE.replace('meta: "#5A616A"', 'meta: "#C0C0C0"'), 8, 7, "contrast"),
        (MINE.replace('meta: "#5A616A"\n', ""), 1, 1, "missing"),
        (MINE.replace('bg: "', "bg: '"), 1, 5, "yaml"),
    ],
)
def test_what_is_wrong_in_a_theme_is_told_with_its_place_and_the_rest_is_worn(
    text: str, line: int, column: int, code: str
) -> None:
    theme = parse(text, "mine.yaml", "mine")
    assert (line, column, code) in [(p.where.line, p.where.column, p.code) for p in theme.problems]
    assert list(theme.tokens) == list(TOKENS)
    assert theme.tokens["side6"] == THEMES["light"].tokens["side6"]


def test_what_a_theme_lacks_is_lent_by_the_shipped_one_that_is_nearest() -> None:
    assert parse('bg: "#FFFFFF"\n', "mine.yaml").tokens["text"] == THEMES["light"].tokens["text"]
    assert parse('bg: "#101010"\n', "mine.yaml").tokens["text"] == THEMES["dark"].tokens["text"]
    assert parse("bg: default\n", "mine.yaml").tokens["open"] == THEMES["terminal"].tokens["open"]


def test_the_users_themes_follow_the_shipped_ones_and_may_replace_them(folder: Path) -> None:
    for name in ("zebra", "light", "amber"):
        (folder / "themes" / f"{name}.yaml").write_text(MINE)
    assert [place.name for place in places(folder)] == [*SHIPPED, "amber", "zebra"]
    assert [place.own for place in places(folder)] == [False, True, False, False, False, True, True]


@pytest.mark.parametrize(
    ("shows", "name", "depth", "said"),
    [
        ("any", "light", "colour", "Theme light"),
        ("256", "light", "colour", "Theme light"),
        ("16", "light", "ansi", "Theme light; this terminal has sixteen colours, and keeps its own"),
        ("any", "terminal", "ansi", "Theme terminal"),
        ("none", "light", "mono", "Theme light; NO_COLOR is set, so nothing has a colour"),
        ("any", "nought", "colour", "There is no theme nought"),
        ("any", "../x", "colour", "There is no theme ../x"),
    ],
)
def test_a_theme_goes_as_deep_as_the_terminal(shows: Shows, name: str, depth: str, said: str, tmp_path: Path) -> None:
    wardrobe = Wardrobe(THEMES["dark"], tmp_path, shows)
    assert wardrobe.wear(name) == said
    assert wardrobe.inks.depth == depth
    assert (wardrobe.theme.name == name) == (name in THEMES)


async def test_t_goes_through_all_themes_and_back_with_the_name_in_the_footer() -> None:
    async with staged(size=WIDE) as stage:
        before = stage.strips()[:-1]
        for name in (*SHIPPED[1:], SHIPPED[0]):
            await stage.press("t")
            assert stage.footer().lstrip().startswith(f"Theme {name}")
            assert stage.app.wardrobe.theme.name == name
        assert stage.strips()[:-1] == before


def _grounds(stage: Stage) -> set[str]:
    return {segment.style.bgcolor.name for segment in stage.segments() if segment.style and segment.style.bgcolor}


@pytest.mark.parametrize("size", [WIDE, STACK], ids=str)
async def test_a_theme_takes_effect_in_every_widget_at_once(size: tuple[int, int]) -> None:
    async with staged(size=size) as stage:
        await stage.press("2", "enter", "t")
        light = {colour.lower() for colour in THEMES["light"].tokens.values()}
        assert _grounds(stage) <= light
        await stage.press("t", "question_mark")
        assert isinstance(stage.app.screen, Keys)
        stage.app.use_theme("light")
        await stage.turn()
        assert _grounds(stage) <= light


async def test_the_terminals_own_colours_leave_ground_and_ink_of_words_alone() -> None:
    async with staged(size=WIDE) as stage:
        stage.app.use_theme("terminal")
        await stage.turn()
        for segment in stage.segments():
            style = segment.style
            assert style is None or style.bgcolor is None or style.bgcolor.name in ("default", "yellow")
            if style is not None and style.color is not None and any(map(str.isalnum, segment.text)):
                assert style.color.name in ("default", "black")
        stage.app.use_theme("dark")
        await stage.turn()
        assert THEMES["dark"].tokens["bg"].lower() in _grounds(stage)


async def test_a_theme_of_ones_own_is_shown_anew_when_it_is_saved(folder: Path) -> None:
    file = folder / "themes" / "mine.yaml"
    file.write_text(MINE)
    (folder / "settings.yaml").write_text("theme: mine\n")
    async with staged(size=WIDE) as stage:
        assert "#faf8f3" in _grounds(stage)
        file.write_text(MINE.replace("#FAF8F3", "#FFFFFF"))
        os.utime(file, (1, 1))
        stage.app._look_again()
        await stage.turn()
        assert "#ffffff" in _grounds(stage)
        assert "#faf8f3" not in _grounds(stage)
        assert stage.footer().lstrip().startswith("Theme mine")
        file.write_text("bg: [\n")
        stage.app._look_again()
        await stage.turn()
        assert "2 problems" in stage.footer()
        file.unlink()
        stage.app._look_again()
        await stage.turn()
        assert stage.app.wardrobe.theme.name == "mine"


@pytest.mark.parametrize(("value", "colours"), [("1", False), ("", True)])
async def test_no_color_takes_all_colours_away_unless_it_is_empty(
    value: str, colours: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", value)
    async with staged(size=WIDE) as stage:
        named = {
            colour.name
            for segment in stage.segments()
            if segment.style
            for colour in (segment.style.color, segment.style.bgcolor)
            if colour is not None
        }
        assert bool(named - {"default"}) == colours
