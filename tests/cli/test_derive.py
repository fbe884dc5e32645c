"""`briefing derive`: articles in, drafts out, nothing written over."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import briefing
from briefing.cli.main import main
from briefing.document.load import load

ROOT = Path(briefing.__file__).parent.parent
TEXT = (
    "Bridge closed\n\nFriday, March 1, 2024\n\nThe bridge closed on Tuesday. "
    "“We had no choice,” said Ana Silva, the mayor.\n"
)
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def go(*words: str) -> tuple[int, str, str]:
        status = main(["derive", *words], lambda *_, **__: 9)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return go


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("bridge.txt")
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_draft_goes_to_stdout_and_names_the_file_as_typed(run: Run, article: Path) -> None:
    status, out, err = run("bridge.txt")
    loaded = load(out, "x")
    assert (status, err, loaded.problems) == (0, "", ())
    assert loaded.briefing.sources["bridge"].file == "bridge.txt"
    assert str(loaded.briefing.timeline[0].head) == "2024-02-27"
    assert [(one.head, one.text) for one in loaded.briefing.quotes] == [("silva", "We had no choice")]


def test_with_a_file_the_text_is_kept_beside_it_byte_for_byte(run: Run, article: Path) -> None:
    status, out, err = run("bridge.txt", "-o", "stories/b.yaml", "--source", "post")
    assert (status, out) == (0, "")
    assert "1 quotes" in err
    assert Path("stories/sources/b.txt").read_text(encoding="utf-8") == TEXT
    assert (
        load(Path("stories/b.yaml").read_text(encoding="utf-8"), "x").briefing.sources["post"].file == "sources/b.txt"
    )


def test_a_draft_that_is_there_is_never_written_over(run: Run, article: Path) -> None:
    Path("b.yaml").write_text("mine", encoding="utf-8")
    status, _, err = run("bridge.txt", "-o", "b.yaml")
    assert status == 2
    assert "b.yaml is there already" in err
    assert Path("b.yaml").read_text(encoding="utf-8") == "mine"
    assert not Path("sources").exists()


def test_an_identical_source_text_is_kept_and_another_refused(run: Run, article: Path) -> None:
    Path("sources").mkdir()
    Path("sources/b.txt").write_text(TEXT, encoding="utf-8")
    assert run("bridge.txt", "-o", "b.yaml")[0] == 0
    Path("sources/c.txt").write_text("another", encoding="utf-8")
    status, _, err = run("bridge.txt", "-o", "c.yaml")
    assert (status, "with another text" in err, Path("c.yaml").exists()) == (2, True, False)


def test_many_articles_go_into_a_folder_and_one_that_fails_stops_nobody(run: Run, article: Path) -> None:
    Path("empty.txt").write_text("", encoding="utf-8")
    status, _, err = run("bridge.txt", "empty.txt", "-o", "out")
    assert status == 2
    assert "empty.txt has no text in it" in err
    assert "1 of 2 articles derived." in err
    assert Path("out/bridge.yaml").exists()


def test_standard_input_is_an_article_too(run: Run, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    status, out, _ = run("-")
    assert status == 0
    assert load(out, "x").briefing.title == "Bridge closed"


def test_json_has_offsets_into_the_text(run: Run, article: Path) -> None:
    data = json.loads(run("bridge.txt", "--format", "json")[1])
    (quote,) = data["quotes"]
    assert TEXT[quote["start"] : quote["end"]] == quote["text"] == "We had no choice"
    assert quote["speaker"]["slug"] == "silva"
    (date,) = [one for one in data["dates"] if one["text"] == "Tuesday"]
    assert (date["edtf"], TEXT[date["start"] : date["end"]]) == ("2024-02-27", "Tuesday")
    assert {"slug", "name", "kind", "role", "aka", "mentions"} <= set(data["actors"][0])


def test_explain_says_on_stderr_why_each_item_was_proposed(run: Run, article: Path) -> None:
    _, out, err = run("bridge.txt", "--explain")
    assert "quote #3: silva: We had no choice [subject is a name: said behind; 0.95]" in err
    assert "passed over #2: dateline (only a date)" in err
    assert load(out, "x").problems == ()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "has no text"),
        ("marks.txt", b"... !!! ???", "has no text"),
        ("binary.txt", b"\x00\x01" * 40, "zero bytes"),
        ("latin.txt", "café".encode("latin-1"), "not UTF-8"),
        ("utf16.txt", "abc".encode("utf-16"), "UTF-16"),
        ("large.txt", b"a " * (5 * 1024 * 1024), "larger than 8 MiB"),
        ("empty.html", b"<html><body><nav>Menu</nav></body></html>", "no article"),
        ("large.html", b"<p>" + b"a " * (2 * 1024 * 1024), "larger than 2 MB"),
    ],
)
def test_bad_input_is_refused_in_one_sentence(run: Run, article: Path, name: str, data: bytes, reason: str) -> None:
    Path(name).write_bytes(data)
    status, out, err = run(name)
    assert (status, out) == (2, "")
    assert reason in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "text",
    [
        "no sentence",
        "The rain went on.",
        "He said “go and left.",
        "“Only words.”",
        "\x1b[31mRed\u202e “text” said Ana Silva.",
        "?" * 1000 + "x",
    ],
)
def test_odd_input_gives_a_draft_all_the_same(run: Run, article: Path, text: str) -> None:
    Path("odd.txt").write_text(text, encoding="utf-8")
    status, out, _ = run("odd.txt")
    assert status == 0
    assert load(out, "x").problems == ()
    assert "\x1b" not in out


def test_without_a_date_it_says_which_expressions_stay_open(run: Run, article: Path) -> None:
    Path("undated.txt").write_text("The bridge closed on Tuesday.", encoding="utf-8")
    status, out, err = run("undated.txt")
    assert status == 0
    assert "stay without a date: Tuesday" in err
    assert "Tuesday" in load(out, "x").briefing.notes


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--published", "soon"], "is no day"),
        (["--source", "Not A Slug"], "not-a-slug is one"),
        (["--url", "javascript:alert(1)"], "no http or https address"),
        (["other.txt"], "need a folder"),
        (["other.txt", "-o", "one.yaml"], "give a folder"),
    ],
)
def test_a_wrong_option_is_refused(run: Run, article: Path, words: list[str], reason: str) -> None:
    status, out, err = run("bridge.txt", *words)
    assert (status, out) == (2, "")
    assert reason in err


@pytest.mark.parametrize("written", ["2024-03-05", "5 March 2024", "March 5, 2024", "Mar 5 2024"])
def test_the_day_of_publication_may_be_written_as_people_write_it(run: Run, article: Path, written: str) -> None:
    assert "as_of: 2024-03-05" in run("bridge.txt", "--published", written)[1]


def test_a_folder_that_may_not_be_written_to_is_told(run: Run, article: Path) -> None:
    Path("file").write_text("", encoding="utf-8")
    status, _, err = run("bridge.txt", "-o", "file/x.yaml")
    assert status == 2
    assert "can't be written" in err


def test_markdown_is_read_as_its_reader_sees_it(run: Run, article: Path) -> None:
    Path("note.md").write_text(
        "# Bridge closed\n\n“We had **no** choice,” said [Ana Silva](http://x.org/a).\n", encoding="utf-8"
    )
    _, out, _ = run("note.md", "--published", "2024-03-01")
    loaded = load(out, "x").briefing
    assert loaded.title == "Bridge closed"
    assert [one.text for one in loaded.quotes] == ["We had no choice"]


def test_html_gives_its_article_its_date_and_its_publisher(run: Run, article: Path) -> None:
    page = """<html><head><title>x</title><meta property="og:title" content="Bridge closed">
    <meta property="og:site_name" content="Post">
    <meta property="article:published_time" content="2024-03-01T08:00Z"></head>
    <body><nav><p>Menu of many things to see</p></nav>
    <article><h1>Bridge closed</h1><p>The bridge closed on Tuesday after a long inspection.</p>
    <p>“We had no choice,” said Ana Silva, the mayor.</p></article>
    <div class="comments"><p>“Nonsense,” said Troll Name.</p></div></body></html>"""
    Path("page.html").write_text(page, encoding="utf-8")
    status, _, _ = run("page.html", "-o", "out")
    loaded = load(Path("out/page.yaml").read_text(encoding="utf-8"), "x").briefing
    assert (status, loaded.title, loaded.sources["page"].publisher) == (0, "Bridge closed", "Post")
    assert [one.head for one in loaded.quotes] == ["silva"]
    assert [one.head for one in loaded.timeline] == ["2024-02-27"]
    assert "Troll" not in Path("out/sources/page.txt").read_text(encoding="utf-8")


def test_the_bytes_are_the_same_under_other_zones_locales_and_hash_seeds(article: Path) -> None:
    outputs = set()
    for seed, zone, locale in (("1", "UTC", "C"), ("2", "Asia/Tokyo", "C.UTF-8"), ("3", "America/Lima", "tr_TR.UTF-8")):
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "LC_ALL": locale,
            "PYTHONPATH": str(ROOT),
            "PYTHONUTF8": "1",
        }
        done = subprocess.run(
            [sys.executable, "-m", "briefing", "derive", "bridge.txt"],
            env=environment,
            capture_output=True,
            check=True,
            timeout=60,
        )
        outputs.add(done.stdout)
    assert len(outputs) == 1


def test_an_article_with_absolute_dates_needs_no_library_that_guesses_dates(article: Path) -> None:
    script = (
        "import sys; from briefing.cli.main import main; main(['derive', 'bridge.txt'], None); "
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert not {"dateparser", "textual", "rich", "html.parser", "difflib", "asyncio"} & set(done.stderr.split())
