"""The page about settings: its examples work, and it names what there is."""

from __future__ import annotations

import re
from pathlib import Path

from briefing.settings.entries import read
from briefing.settings.inforce import load
from briefing.settings.keybuild import build
from briefing.settings.table import BY_NAME
from briefing.settings.themes import SHIPPED, parse

PAGE = (Path(__file__).parent.parent.parent / "docs" / "config.md").read_text(encoding="utf-8")
SETTINGS, KEYS, THEME = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


def test_the_example_of_settings_is_in_force_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / "settings.yaml").write_text(SETTINGS)
    found = load(tmp_path)
    assert not found.problems
    assert (found.settings.theme, found.keymap.name) == ("light", "vim")
    assert set(found.origins) <= set(BY_NAME)


def test_the_example_of_keys_has_no_problem_over_the_table() -> None:
    found = build("example", [read(KEYS, "keys.yaml")])
    assert [str(problem) for problem in found.problems] == []
    assert len(found.sources) == KEYS.count("\n")


def test_the_example_of_a_theme_lacks_only_the_other_names() -> None:
    theme = parse(THEME, "mine.yaml", "mine")
    assert [problem.code for problem in theme.problems] == ["missing"]


def test_every_shipped_theme_is_described() -> None:
    assert re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)[-len(SHIPPED) :] == list(SHIPPED)


def test_every_link_leads_to_a_file() -> None:
    links = re.findall(r"\]\((\.\./[^)]+)\)", PAGE)
    assert links
    assert all((Path(__file__).parent.parent.parent / "docs" / link).is_file() for link in links)
