"""Text through the filter: what is not repaired comes out as it went in, whatever it is."""

from __future__ import annotations

import io
import random

import pytest

from avtalsarkiv.corpus.decisions import Decision
from avtalsarkiv.corpus.errors import UsageError
from avtalsarkiv.corpus.model import Known, Page, Standing
from avtalsarkiv.corpus.repaired import repaired
from avtalsarkiv.ingest import filtering
from avtalsarkiv.ingest.filtering import repaired_pages
from avtalsarkiv.tests.fakes import repair

SIGNS = (
    "Jimtland",
    "&r",
    "JÃ¤mtland",
    "för",
    " ",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\f",
    "\x00",
    "\x85",
    "\u2028",
    "🙂",
    "a\u0308",
)


def filtered(text: str, known: Known | None = None, decisions: tuple[Decision, ...] = ()) -> list[tuple[int, Page]]:
    return list(repaired_pages(io.BytesIO(text.encode()), repair, known or Known(), decisions))


def fixed(pages: list[tuple[int, Page]]) -> str:
    return "".join(repaired(page).text for _, page in pages)


def test_letters_are_restored_after_a_wrong_encoding() -> None:
    assert fixed(filtered("JÃ¤mtland &r\r\nJimtland")) == "Jämtland år\r\nJämtland"


def test_what_the_archive_knows_and_decided_holds() -> None:
    text = "Jimtland &r"
    assert fixed(filtered(text, Known(frozenset({"Jimtland"})))) == "Jimtland år"
    assert fixed(filtered(text, None, (Decision("&r", "år", Standing.REJECTED),))) == "Jämtland &r"


@pytest.mark.parametrize("seed", range(60))
def test_undoing_all_repairs_gives_the_input_back(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filtering, "_PIECE", 40)
    chance = random.Random(seed)
    text = "".join(chance.choices(SIGNS, k=chance.randint(0, 60)))
    undone, at = "", 0
    for start, page in filtered(text):
        for change in page.repairs:
            assert text[start + change.start : start + change.end] == change.seen
            undone += text[at : start + change.start] + change.seen
            at = start + change.end
    assert undone + text[at:] == text


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("ett\n\ntvå\ntre", ["ett\n\n", "två\ntre"]),
        ("ett\ntvå tre", ["ett\n", "två tre"]),
        ("ett två tre fyra", ["ett två ", "tre fyra"]),
        ("ettettettettett", ["ettettett", "ettett"]),
        ("ett\r\n\r\ntvå", ["ett\r\n\r\n", "två"]),
        ("", []),
    ],
)
def test_pieces_end_where_a_paragraph_does(text: str, pieces: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filtering, "_PIECE", 9)
    assert [page.text for _, page in filtered(text)] == pieces


@pytest.mark.parametrize("paragraph", ["Avtal om vägar.\n\n", "Avtal om vägar ", "ö"])
def test_no_piece_is_much_longer_than_what_is_read_at_once(paragraph: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filtering, "_PIECE", 1000)
    pages = filtered(paragraph * 1000)
    assert max(len(page.text) for _, page in pages) <= 2000
    assert "".join(page.text for _, page in pages) == paragraph * 1000


@pytest.mark.parametrize("content", [b"J\xe4mtland", b"ett\xc3", b"\xff\xfe\x00\x01"])
def test_what_is_no_utf8_is_told_before_anything_comes_out(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filtering, "_PIECE", 4)
    file = io.BytesIO(b"Avtal\n\n" * 10 + content)
    file.name = "brev.txt"
    with pytest.raises(UsageError, match=r"brev.txt: is not UTF-8 .*; `ingest` reads every encoding"):
        next(repaired_pages(file, repair, Known()))
