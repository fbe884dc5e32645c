"""Every problem has a code that is explained, and every explained code can happen."""

from __future__ import annotations

import builtins
from collections.abc import Callable
from typing import Any

import pytest

from briefing.document.codes import CODES
from briefing.document.load import load
from tests.data.provocations import PROVOCATIONS, Provocation

FIXED_BY_NOBODY = {"too-many-problems"}
OF_STORE = {"no-such-file", "is-a-folder", "no-permission", "not-a-file", "read-failed", "not-utf-8", "utf-16"}


@pytest.mark.parametrize("case", PROVOCATIONS, ids=lambda case: f"{case.code}-{case.line}")
def test_each_mistake_is_reported_where_it_stands(case: Provocation) -> None:
    found = [problem for problem in load(case.text, "x.yaml").problems if problem.code == case.code]
    assert found
    assert found[0].where.line == case.line
    assert found[0].severity == CODES[case.code].severity


def test_every_code_is_provoked_by_some_test() -> None:
    assert {case.code for case in PROVOCATIONS} | OF_STORE | {"no-parser"} == set(CODES)


def test_a_message_is_one_sentence_without_a_full_stop_and_a_fix_says_what_to_do() -> None:
    for case in PROVOCATIONS:
        for problem in load(case.text, "x.yaml").problems[:5]:
            assert "\n" not in problem.message
            assert len(problem.message) < 200
            assert not problem.message.endswith(".")
            assert (
                problem.code == "date-invalid"
                or problem.message.startswith("YAML")
                or problem.message[:1].islower()
                or not problem.message[:1].isalpha()
            )
            assert problem.fix or problem.code in FIXED_BY_NOBODY


def test_repaired_codes_are_warnings() -> None:
    assert all(code.severity == "warning" for name, code in CODES.items() if name.startswith("repaired-"))


def test_without_the_c_parser_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real: Callable[..., Any] = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name == "yaml" and rest and rest[2] and "cyaml" in rest[2]:
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    loaded = load("title: A briefing\n", "folder/x.yaml")
    assert [problem.code for problem in loaded.problems] == ["no-parser"]
    assert not loaded.readable
    assert loaded.briefing.title == "x"
