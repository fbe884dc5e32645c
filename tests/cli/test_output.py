"""Nothing acts on the terminal, and a pipe that closes early is no failure."""

from __future__ import annotations

import io
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.cli import output
from briefing.cli.ascii import plain


def test_data_goes_to_stdout_and_remarks_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    output.data("words")
    output.say("a remark\n")
    assert capsys.readouterr() == ("words\n", "a remark\n")


def test_a_misuse_says_who_explains_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert output.misused("show needs a FILE", "show") == 2
    assert output.misused("there is no option --x") == 2
    assert capsys.readouterr().err == (
        "briefing: show needs a FILE\nTry: briefing show --help\n"
        "briefing: there is no option --x\nTry: briefing --help\n"
    )


def test_a_refusal_is_a_sentence_and_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert output.refuse("no such file") == 2
    assert capsys.readouterr() == ("", "briefing: no such file\n")


@given(st.text(st.characters()))
def test_no_control_character_but_tab_and_line_feed_is_ever_written(text: str) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", stream)
        output.data(text)
    written = stream.buffer.getvalue().decode()
    assert not [
        c for c in written if (ord(c) < 0x20 and c not in "\t\n") or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2066"
    ]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("“They’ve left” – all of them…", b'"They\'ve left" - all of them...'),
        ("[explainer\N{NO-BREAK SPACE}¶9]", b"[explainer #9]"),
        ("Erdoğan, Łódź, São Paulo", b"Erdogan, Lodz, Sao Paulo"),
        ("Халифа \udc80", b"?????? ?"),
    ],
)
def test_an_output_without_unicode_gets_what_stands_for_it_in_ascii(
    text: str, written: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii", newline="\n")
    monkeypatch.setattr(sys, "stdout", stream)
    output.data(text)
    assert stream.buffer.getvalue() == written + b"\n"


@given(st.text(), st.sampled_from(["ascii", "latin-1", "cp437"]))
def test_what_an_encoding_has_is_written_as_it_is_and_nothing_fails(text: str, encoding: str) -> None:
    shown = plain(text, encoding)
    assert shown.encode(encoding).decode(encoding) == shown
    assert text.isascii() <= (shown == text)


def test_a_closed_stdout_is_said_and_a_closed_stderr_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    output.say("nobody hears it")
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(output.OutputError, match="closed"):
        output.data("words")


def test_the_reason_of_a_failure_is_the_systems_own_words() -> None:
    assert output.reason(FileNotFoundError(2, "No such file or directory", "x\x1b")) == "no such file or directory"
