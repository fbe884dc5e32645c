"""Nothing acts on the terminal, and a pipe that closes early is no failure."""

from __future__ import annotations

import io
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.cli import output


def test_data_goes_to_stdout_and_remarks_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    output.data("words")
    output.say("a remark\n")
    assert capsys.readouterr() == ("words\n", "a remark\n")


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


def test_a_terminal_without_unicode_gets_question_marks_and_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii", newline="\n")
    monkeypatch.setattr(sys, "stdout", stream)
    output.data("a – b \udc80")
    assert stream.buffer.getvalue() == b"a ? b ?\n"


def test_a_closed_stdout_is_said_and_a_closed_stderr_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    output.say("nobody hears it")
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(output.OutputError, match="closed"):
        output.data("words")


def test_the_reason_of_a_failure_is_the_systems_own_words() -> None:
    assert output.reason(FileNotFoundError(2, "No such file or directory", "x\x1b")) == "no such file or directory"
