"""Which addresses become links: a table of what attackers write, and of what newsrooms do."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.addresses import link

HOSTILE = [
    "",
    " ",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "\x01javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    " javascript:alert(1)",
    "javascript&colon;alert(1)",
    "javascript://example.com/%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "ftp://example.com/a",
    "mailto:a@example.com",
    "vscode://file/etc/passwd",
    "ms-word:ofe|u|https://example.com/a.docx",
    "ssh://example.com",
    "tel:+4930123456",
    "//example.com/a",
    "/etc/passwd",
    "example.com",
    "www.example.com",
    "--incognito",
    "-a https://example.com",
    "https:example.com",
    "https:/example.com",
    "https://",
    "https:///path",
    "https://?q=1",
    "https://#top",
    "https://.",
    "https://..",
    "https://.example.com",
    "https://example..com",
    "https://bbc.com@evil.example/a",
    "https://user:word@example.com",
    "https://example.com:99999",
    "https://example.com:port/",
    "https://example.com:/a\\b",
    "https:\\\\example.com",
    "https://example.com\\@evil.example",
    "https://exa mple.com",
    "https://example.com/a b",
    "https://example.com/\x1b]52;c;YQ==\x07",
    "https://example.com/\x9b31m",
    "https://example.com/a\nb",
    "https://example.com/a\r\nSet-Cookie:x",
    "https://example.com/\x00",
    "https://example.com/\u202efdp.exe",
    "https://example.com/\u2066a\u2069",
    "https://exam\u200bple.com",
    "https://example.com\u3000/a",
    "https://example.com/\ufeff",
    "https://example.com/\ud800",
    'https://example.com/"onmouseover="alert(1)',
    "https://example.com/`id`",
    "https://example.com/<script>",
    "https://example.com/a>b",
    "https://example.com/a|sh",
    "https://example.com/{a,b}",
    "https://exam%70le.com",
    "https://[::1",
    "https://[javascript]/",
    "https://$(id)/",
    "https://example.com;id",
    "https://example.com&calc",
    "https://" + "a" * 3000,
]

SOUND = [
    "https://www.bbc.com/news/articles/c62jkx25vyyo",
    "http://example.com",
    "https://example.com/",
    "https://example.com:8443/a?b=c&d=%20e#f",
    "https://example.com?q=1",
    "https://example.com#part",
    "https://xn--e1afmkfd.xn--p1ai/",
    "https://пример.рф/новости",
    "https://ja.wikipedia.org/wiki/アレッポ",
    "https://[2001:db8::1]:8080/a",
    "https://192.0.2.7/a",
    "https://en.wikipedia.org/wiki/Aleppo_(city)",
    "https://example.com/$(id);a=b,c!*@~x",
    "https://localhost/a",
]


@pytest.mark.parametrize("address", HOSTILE)
def test_an_address_that_acts_or_misleads_is_no_link(address: str) -> None:
    assert link(address) is None


@pytest.mark.parametrize("address", SOUND)
def test_an_address_of_a_page_is_a_link_as_it_was_written(address: str) -> None:
    assert link(address) == address


def test_the_scheme_is_read_in_any_case() -> None:
    assert link("HTTPS://Example.com/A") == "https://Example.com/A"


def test_an_apostrophe_is_encoded() -> None:
    assert link("https://example.com/People's_Units") == "https://example.com/People%27s_Units"


@given(st.text(max_size=60), st.sampled_from(["", "https://", "http://example.com/", "https://example.com"]))
def test_a_link_holds_nothing_that_acts_and_leads_to_http(tail: str, head: str) -> None:
    found = link(head + tail)
    if found is None:
        return
    assert found.startswith(("http://", "https://"))
    assert not set(found) & set("\"'`<>\\ \t\r\n")
    assert not any(unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp", "Zs") for character in found)
    assert "@" not in found.split("/", 3)[2]
    assert link(found) == found
