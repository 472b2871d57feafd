"""Plain text comes out right in every encoding that a Swedish office has used."""

from __future__ import annotations

from pathlib import Path

import pytest

from avtalsarkiv.corpus.errors import UnreadableFile
from avtalsarkiv.corpus.model import Draft, Origin
from avtalsarkiv.corpus.repaired import repaired
from avtalsarkiv.ingest.readers import read as read_any
from avtalsarkiv.ingest.readers import sniff, text
from avtalsarkiv.ingest.readers.encoding import decode

MINUTES = "§ 45 Översyn av vägavgifter\nNämnden beslutar att bevilja Åsbro byalag 5 000 kr för år 2024."


def read(folder: Path, content: bytes) -> Draft:
    path = folder / "protokoll.txt"
    path.write_bytes(content)
    return text.read(path)


def page_texts(draft: Draft) -> list[str]:
    return [page.text for page in draft.pages]


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "iso-8859-1", "cp850", "mac_roman"],
)
def test_the_encoding_is_told_by_the_letters(tmp_path: Path, encoding: str) -> None:
    draft = read(tmp_path, MINUTES.encode(encoding))
    assert page_texts(draft) == [MINUTES]
    assert draft.warnings == ()


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "mac_roman"])
@pytest.mark.parametrize("word", ["Jämtland", "på", "Åre", "SNÖRÖJNING", "§ 5", "René"])
def test_one_word_is_enough(word: str, encoding: str) -> None:
    assert decode(word.encode(encoding)).text == word


def test_typographic_signs_are_no_letters() -> None:
    quoted = "He said “yes” – and that’s all"
    assert decode(quoted.encode("cp1252")).text == quoted


def test_a_file_of_several_encodings_is_read_piece_by_piece() -> None:
    content = "får stöd ".encode() + "på väg\n".encode("cp1252") + "från Älvsbyn så\n".encode("cp850")
    decoded = decode(content)
    assert decoded.text == "får stöd på väg\nfrån Älvsbyn så\n"
    assert set(decoded.encoding.split(" and ")) == {"UTF-8", "Windows-1252", "CP850"}


def test_the_seven_bit_code_is_known_by_its_braces() -> None:
    decoded = decode(b"Styrelsen i |stbro f|rordar att f} v{gar r|jda p} v}ren")
    assert decoded.text == "Styrelsen i östbro förordar att få vägar röjda på våren"
    assert decoded.warnings


@pytest.mark.parametrize("content", [b'{"a": [1, 2], "b": "c|d"}', b"a|b|c\nd|e|f\n", b"if (x) {return y;}"])
def test_braces_of_programs_stay(content: bytes) -> None:
    assert decode(content).text == content.decode()


def test_what_is_not_certain_is_warned_about(tmp_path: Path) -> None:
    draft = read(tmp_path, b"abc \xf6 def")
    assert page_texts(draft) == ["abc ö def"]
    assert "encoding is in doubt" in draft.warnings[0]


def test_a_foreign_encoding_is_believed_when_declared() -> None:
    assert decode("Łódź".encode("iso-8859-2"), "ISO-8859-2").text == "Łódź"
    assert decode("Älvsbyn".encode(), "iso-8859-1").text == "Älvsbyn"
    assert decode(b"abc", "zip").text == "abc"


def test_form_feeds_are_page_breaks_and_line_ends_are_one_kind(tmp_path: Path) -> None:
    assert page_texts(read(tmp_path, b"ett\r\nrad\rtre\ftv\xc3\xa5\r\n\f")) == ["ett\nrad\ntre", "två\n"]


def test_text_is_composed_and_free_of_what_nobody_sees(tmp_path: Path) -> None:
    draft = read(tmp_path, "A\u030asa\u200b av\u00adtal\x1a".encode())
    assert page_texts(draft) == ["Åsa avtal"]
    assert draft.warnings == ()


@pytest.mark.parametrize(
    ("content", "warning"),
    [
        (b"hej\0\0 du", "2 characters that no text holds"),
        ("J\ufffdmtland".encode(), "1 letter had been lost before the file came here, and is"),
        (b"\xff\xfeh\0e\0j\0\x00\xd8", "1 place is not valid UTF-16"),
        (b"hej\0 du", "1 character that no text holds was left out"),
    ],
)
def test_damage_is_warned_about(tmp_path: Path, content: bytes, warning: str) -> None:
    assert any(warning in sentence for sentence in read(tmp_path, content).warnings)


def test_mended_words_are_noted(tmp_path: Path) -> None:
    draft = read(tmp_path, "J\u00c3\u00a4mtland och H\u00c3\u00a4rjedalen".encode())
    assert page_texts(draft) == ["JÃ¤mtland och HÃ¤rjedalen"]
    assert repaired(draft.pages[0]).text == "Jämtland och Härjedalen"
    assert [(repair.seen, repair.meant, repair.why) for repair in draft.pages[0].repairs] == [
        ("JÃ¤mtland", "Jämtland", "encoding"), ("HÃ¤rjedalen", "Härjedalen", "encoding"),
    ]  # fmt: skip
    assert draft.notes == ("2 words had been read in a wrong encoding and mended, such as JÃ¤mtland -> Jämtland",)


@pytest.mark.parametrize("around", ["{}", "<html><body><p>{}</p></body></html>"])
def test_letters_misread_twice_lose_nothing_to_their_control_characters(tmp_path: Path, around: str) -> None:
    seen = "Överenskommelse med Åre från år 2004".encode().decode("latin-1").encode().decode("latin-1")
    path = tmp_path / "avtal"
    path.write_text(around.format(seen), encoding="utf-8")
    draft = read_any(path, sniff(path))
    assert draft.pages[0].text.strip() == "Överenskommelse med Åre från år 2004"
    assert draft.warnings == ()


def test_title_and_origin(tmp_path: Path) -> None:
    draft = read(tmp_path, b"Styrgruppen f\xf6r bredband\n\nText")
    assert draft.title == "Styrgruppen för bredband"
    assert draft.pages[0].origin is Origin.PLAIN
    assert draft.notes == ("read as Windows-1252",)


def test_a_file_without_words_or_without_measure_is_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableFile, match="holds no text"):
        read(tmp_path, b" \n-- \n")
    monkeypatch.setattr(text, "MAX_BYTES", 10)
    with pytest.raises(UnreadableFile, match="split it"):
        read(tmp_path, b"x" * 11)
