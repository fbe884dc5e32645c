"""The list of briefings: with what is open, drafted, wrong and due in each, at every width."""

from __future__ import annotations

from pathlib import Path

from rich.cells import cell_len

from briefing.library.summary import Summary, summarise
from briefing.tui.lines import plain, width_of
from briefing.tui.rows import Row, library
from tests.tui.rows.drawn import holds, squeezed, texts
from tests.tui.stories import story_from

_STORY = story_from("title: x")


def _made(folder: Path, name: str, text: str) -> Summary:
    (folder / name).write_text(text, encoding="utf-8")
    return summarise(folder / name)


_STRIKE = (
    "title: Strike\nas_of: 2024-11-30\nquestions:\n  - open: What?\n    due: 2024-12-01\n"
    "  - watching: Who?\n    draft: true\n"
)


def test_the_numbers_stand_under_their_heads(tmp_path: Path) -> None:
    summary = _made(tmp_path, "a.yaml", _STRIKE)
    heads, (line,) = plain(library.heads(_STORY, 118)), library.draw(_STORY, Row("item", summary), 118)
    assert heads.split() == ["open", "drafts", "problems", "next", "due"]
    shown = plain(line)
    assert shown.split() == ["30", "Nov", "2024", "Strike", "2", "1", "1", "Dec", "2024"]
    assert len(shown) == 116
    at = 116 - len(heads)
    assert shown[at + heads.index("open") + 3] == "2"
    assert shown[at + heads.index("drafts") + 5] == "1"
    assert shown.endswith("  1 Dec 2024")


def test_where_there_is_less_room_the_heads_are_signs(tmp_path: Path) -> None:
    summary = _made(tmp_path, "a.yaml", _STRIKE)
    heads, (line,) = plain(library.heads(_STORY, 78)), library.draw(_STORY, Row("item", summary), 78)
    assert heads.split() == ["?", "┊", "!", "next", "due"]
    shown, at = plain(line), 76 - len(heads)
    assert (shown[at + heads.index("?")], shown[at + heads.index("┊")], shown[at + heads.index("!")]) == ("2", "1", " ")


def test_where_there_is_no_room_for_columns_the_numbers_stand_in_words_under_the_title(tmp_path: Path) -> None:
    summary = _made(tmp_path, "a.yaml", _STRIKE + "colour: red\n")
    assert library.heads(_STORY, 48) == ()
    title, *below = texts(library.draw(_STORY, Row("item", summary), 48))
    assert title.split() == ["30", "Nov", "2024", "Strike"]
    assert squeezed("".join(below)) == squeezed("? 2 open ┊ 1 draft ! 1 problem due 1 Dec 2024")


def test_a_briefing_that_asks_for_nothing_has_one_line_everywhere(tmp_path: Path) -> None:
    summary = _made(tmp_path, "a.yaml", "title: Strike\nactors: {a: Ann}\n")
    assert [len(library.draw(_STORY, Row("item", summary), width)) for width in (28, 48, 78, 118)] == [1, 1, 1, 1]


def test_only_a_title_is_cut_and_no_line_is_wider_than_its_pane(tmp_path: Path) -> None:
    long = _made(
        tmp_path,
        "a.yaml",
        f"title: {'反政府軍 ' * 40}\nas_of: 2024-11-27/2024-11-30\nquestions: [{{open: What?, due: 2024-12}}]\n",
    )
    broken = Summary(tmp_path / "b.yaml", "b", problems=long.problems, readable=False)
    for width in range(28, 130):
        for summary in (long, broken):
            block = library.draw(_STORY, Row("item", summary), width)
            assert all(width_of(line, cell_len) <= width - 2 for line in block)
        shown = " ".join(texts(library.draw(_STORY, Row("item", long), width)))
        assert "30 Nov 2024" in shown
        assert "Dec 2024" in shown.replace(" ", " ")
        assert shown.count("…") == 1


def test_a_file_that_can_not_be_read_stands_in_the_list_under_its_name_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_bytes(b"\xff\xfe\x00")
    summary = summarise(tmp_path / "broken.yaml")
    for width in (48, 78, 118):
        block = library.draw(_STORY, Row("item", summary), width)
        assert "broken" in plain(block[0])
        assert holds(block[1:], summary.problems[0].message)
        assert any(span.ink == "problem" for span in block[0])
    assert library.speak(_STORY, Row("item", summary)) == "broken.yaml, can't be read"


def test_a_row_is_spoken_with_all_that_it_wants(tmp_path: Path) -> None:
    spoken = library.speak(_STORY, Row("item", _made(tmp_path, "a.yaml", _STRIKE)))
    assert spoken == "a.yaml, 2 open, 1 draft, due 1 December 2024"


def test_what_is_empty_says_what_to_do_next() -> None:
    assert "briefing new FILE" in library.empty(_STORY)
    assert library.nothing_matches("xyz") == "Nothing here has xyz in its title or file name. esc clears the filter."
