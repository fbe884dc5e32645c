"""Which editor is taken, and the words that start it at a place: pure, nothing is started."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.tui.editors import FALLBACKS, PRESETS, TAB, Around, Editor, NoEditor, Spot, Unit, argv, choose, column

FILE = Path("/desk/aleppo.yaml")
SPOT = Spot(61, '  - a: "é字\U0001f600" # ')
"""Fifteen characters, with one of two bytes, one of three and two cells, one of four, two cells and two units."""


def around(
    setting: str = "",
    environ: Mapping[str, str] | None = None,
    links: Mapping[str, str] | None = None,
    missing: tuple[str, ...] = (),
) -> Around:
    """Stands for a machine on which every program is there but those that are `missing`; `links` are symbolic links
    from a path to another."""

    def which(name: str) -> str | None:
        if name.rpartition("/")[2] in missing:
            return None
        return name if name.startswith("/") else f"/usr/bin/{name}"

    return Around(setting, environ or {}, "linux", which, lambda path: (links or {}).get(path, path))


def asked(command: str, links: Mapping[str, str] | None = None) -> Editor:
    """Returns the editor that is taken when $EDITOR is `command`."""
    return choose(around(environ={"EDITOR": command}, links=links))


def words(command: str, path: Path = FILE) -> list[str]:
    return argv(asked(command), path, SPOT)


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("vim", ["/usr/bin/vim", "+call cursor(61,22)", "/desk/aleppo.yaml"]),
        ("nvim -u NONE", ["/usr/bin/nvim", "-u", "NONE", "+call cursor(61,22)", "/desk/aleppo.yaml"]),
        ("vim.gtk3", ["/usr/bin/vim.gtk3", "+call cursor(61,22)", "/desk/aleppo.yaml"]),
        ("vim.tiny", ["/usr/bin/vim.tiny", "+61", "/desk/aleppo.yaml"]),
        ("vi", ["/usr/bin/vi", "+61", "/desk/aleppo.yaml"]),
        ("nano", ["/usr/bin/nano", "+61,18", "/desk/aleppo.yaml"]),
        ("emacs -nw", ["/usr/bin/emacs", "-nw", "+61:18", "/desk/aleppo.yaml"]),
        ("emacsclient -t", ["/usr/bin/emacsclient", "-t", "+61:18", "/desk/aleppo.yaml"]),
        ("hx", ["/usr/bin/hx", "/desk/aleppo.yaml:61:16"]),
        ("micro", ["/usr/bin/micro", "+61:16", "/desk/aleppo.yaml"]),
        ("kak", ["/usr/bin/kak", "+61:22", "/desk/aleppo.yaml"]),
        ("code --wait -n", ["/usr/bin/code", "-n", "--goto", "/desk/aleppo.yaml:61:17"]),
        ("cursor -w", ["/usr/bin/cursor", "--goto", "/desk/aleppo.yaml:61:17"]),
        ("zed --wait", ["/usr/bin/zed", "/desk/aleppo.yaml:61:16"]),
        ("subl -w", ["/usr/bin/subl", "/desk/aleppo.yaml:61:16"]),
        ("gedit", ["/usr/bin/gedit", "+61:16", "/desk/aleppo.yaml"]),
        ("kate -b", ["/usr/bin/kate", "--line", "61", "--column", "17", "/desk/aleppo.yaml"]),
        ("gvim -f", ["/usr/bin/gvim", "+call cursor(61,22)", "/desk/aleppo.yaml"]),
        ("myedit -x", ["/usr/bin/myedit", "-x", "/desk/aleppo.yaml"]),
        ("env TERM=xterm nvim", ["/usr/bin/env", "TERM=xterm", "nvim", "+call cursor(61,22)", "/desk/aleppo.yaml"]),
        ("flatpak run org.vim.Vim",
         ["/usr/bin/flatpak", "run", "org.vim.Vim", "+call cursor(61,22)", "/desk/aleppo.yaml"]),
        ("'/opt/my editors/vim' '-c set nu'",
         ["/opt/my editors/vim", "-c set nu", "+call cursor(61,22)", "/desk/aleppo.yaml"]),
        ("emacs-29.4 -nw", ["/usr/bin/emacs-29.4", "-nw", "+61:18", "/desk/aleppo.yaml"]),
    ],
)  # fmt: skip
def test_each_editor_is_told_the_line_and_what_it_counts_as_the_column(command: str, expected: list[str]) -> None:
    assert words(command) == expected


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.title)
def test_every_name_of_a_preset_is_found_and_gets_line_and_file(preset: object) -> None:
    for name in preset.names:  # type: ignore[attr-defined]
        editor = asked(f"/opt/{name}")
        assert editor.preset is preset
        found = " ".join(argv(editor, FILE, SPOT)[1:])
        assert "61" in found
        assert str(FILE) in found
        assert "{" not in found


def test_an_alias_is_known_by_what_it_leads_to() -> None:
    links = {"/usr/bin/vi": "/usr/bin/vim.basic", "/home/me/e": "/opt/helix/hx"}
    assert argv(asked("vi", links), FILE, SPOT)[1] == "+call cursor(61,22)"
    assert argv(asked("/home/me/e", links), FILE, SPOT)[1] == "/desk/aleppo.yaml:61:16"


def test_visual_goes_before_editor_and_the_setting_before_both() -> None:
    both = {"VISUAL": "nano", "EDITOR": "vim"}
    found = choose(around(environ=both))
    assert (found.name, found.origin) == ("nano", "$VISUAL")
    assert choose(around(environ={"VISUAL": " ", "EDITOR": "vim"})).origin == "$EDITOR"
    assert choose(around("kak +{line} {file}", both)).origin == "the setting editor"


def test_a_template_says_where_everything_goes() -> None:
    editor = choose(around("myedit --at {line}:{column} --file={file}"))
    assert argv(editor, FILE, SPOT) == ["/usr/bin/myedit", "--at", "61:16", "--file=/desk/aleppo.yaml"]
    assert not editor.window


def test_the_column_of_a_template_counts_what_its_editor_counts() -> None:
    assert argv(choose(around("vim +{line}|{column} {file}")), FILE, SPOT)[1] == "+61|22"
    assert argv(choose(around("code --wait --goto {file}:{line}:{column}")), FILE, SPOT)[1:] == [
        "--wait", "--goto", "/desk/aleppo.yaml:61:17",
    ]  # fmt: skip


def test_a_last_word_of_an_ampersand_says_that_nobody_waits() -> None:
    for found in (choose(around("myedit {file} &")), asked("myedit &")):
        assert found.window
        assert argv(found, FILE, SPOT) == ["/usr/bin/myedit", "/desk/aleppo.yaml"]


def test_a_file_name_is_one_word_and_is_never_filled_in() -> None:
    for name in ("-rf.yaml", "a b.yaml", 'it\'s "x".yaml', "a\nb.yaml", "{line}.yaml", "$(x);`y`.yaml", "+7.yaml"):
        path = Path("/desk") / name
        assert words("nano", path=path)[-1] == str(path)
        assert argv(choose(around("x {file} {line}")), path, SPOT)[1] == str(path)


def test_a_relative_path_becomes_an_absolute_one_and_keeps_its_links(here: Path) -> None:
    (here / "real.yaml").write_text("")
    (here / "link.yaml").symlink_to("real.yaml")
    assert words("nano", path=Path("link.yaml"))[-1] == str(here / "link.yaml")


@pytest.mark.parametrize(
    ("command", "environ", "window"),
    [
        ("vim", {"DISPLAY": ":0"}, False),
        ("code", {}, True),
        ("emacs", {"DISPLAY": ":0"}, True),
        ("emacs", {"WAYLAND_DISPLAY": "w"}, True),
        ("emacs", {}, False),
        ("emacs -nw", {"DISPLAY": ":0"}, False),
        ("emacs-nox", {"DISPLAY": ":0"}, False),
        ("emacsclient -c", {"DISPLAY": ":0"}, True),
        ("emacsclient -t -a ''", {"DISPLAY": ":0"}, False),
        ("myedit", {"DISPLAY": ":0"}, False),
    ],
)
def test_an_editor_with_a_window_of_its_own_is_known(command: str, environ: dict[str, str], window: bool) -> None:
    assert choose(around(environ={"EDITOR": command, **environ})).window is window


def test_an_emacs_without_windows_is_known_by_what_its_name_leads_to() -> None:
    found = choose(around(environ={"EDITOR": "emacs", "DISPLAY": ":0"}, links={"/usr/bin/emacs": "/usr/bin/emacs-nox"}))
    assert not found.window


def test_without_a_wish_the_first_that_is_there_is_taken() -> None:
    def first(*missing: str, links: Mapping[str, str] | None = None) -> Editor:
        return choose(around(missing=missing, links=links))

    assert first("editor").name == "nano"
    assert first("editor", "nano", "micro").name == "vim"
    assert first(links={"/usr/bin/editor": "/bin/nano"})[:2] == ("nano", ("/usr/bin/editor",))
    assert first("editor").origin == ""
    with pytest.raises(NoEditor, match=r"^No editor; set \$EDITOR$"):
        first(*FALLBACKS)


@pytest.mark.parametrize(
    ("environ", "says"),
    [
        ({"EDITOR": "gone -x"}, r"^No program gone \(\$EDITOR\)$"),
        ({"VISUAL": "gone", "EDITOR": "vim"}, r"^No program gone \(\$VISUAL\)$"),
        ({"EDITOR": "vim 'x"}, r"A quotation mark in \$EDITOR is never closed"),
        ({"EDITOR": "''"}, r"^No program in \$EDITOR$"),
        ({"EDITOR": "&"}, r"^No program in \$EDITOR$"),
    ],
)
def test_another_editor_is_never_taken_for_one_that_was_asked_for(environ: dict[str, str], says: str) -> None:
    with pytest.raises(NoEditor, match=says):
        choose(around(environ=environ, missing=("gone",)))


def test_the_home_folder_may_be_written_as_in_a_shell() -> None:
    assert choose(around(environ={"EDITOR": "~/bin/hx", "HOME": "/home/me"})).words == ("/home/me/bin/hx",)


@pytest.mark.parametrize(
    ("before", "counts", "expected"),
    [
        ("", "bytes", 1),
        ("é字😀", "characters", 4),
        ("é字😀", "bytes", 10),
        ("é字😀", "utf-16", 5),
        ("é字😀", "cells", 6),
        ("e\u0301x", "characters", 4),
        ("e\u0301x", "letters", 3),
        ("e\u0301x", "graphemes", 3),
        ("e\u0301x", "cells", 3),
        ("👩\u200d👧x", "letters", 5),
        ("👩\u200d👧x", "graphemes", 3),
        ("🇸🇾🇹🇷x", "graphemes", 4),
        ("👍🏽x", "graphemes", 3),
        ("a\tb", "cells", 10),
        ("12345678\t", "cells", 17),
        ("字\t字", "cells", 11),
        ("a\tb", "bytes", 4),
    ],
)
def test_a_column_is_counted_as_the_editor_counts(before: str, counts: Unit, expected: int) -> None:
    assert column(before, counts) == expected


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=60))
def test_in_ascii_all_count_alike(before: str) -> None:
    counts: tuple[Unit, ...] = ("characters", "letters", "graphemes", "bytes", "cells", "utf-16")
    assert {column(before, each) for each in counts} == {len(before) + 1}


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), st.text("a字é\t", max_size=10))
def test_more_text_before_never_means_less(before: str, more: str) -> None:
    for counts in ("characters", "letters", "graphemes", "bytes", "cells", "utf-16"):
        assert column(before + more, counts) >= column(before, counts) >= 1
    assert (column(before + "\t", "cells") - 1) % TAB == 0
