"""Mail: headers, text and attachments, as sent by programs that keep no rules."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from avtalsarkiv.corpus.errors import UnreadableFile
from avtalsarkiv.corpus.model import Draft
from avtalsarkiv.ingest.readers.mail import parts as mail_parts
from avtalsarkiv.ingest.readers.mail import reader as mail

HEAD = b"From: a@ek.example\nTo: b@al.example\nSubject: x\n"


def read(folder: Path, content: bytes | EmailMessage) -> Draft:
    path = folder / "brev.eml"
    path.write_bytes(content if isinstance(content, bytes) else content.as_bytes())
    return mail.read(path)


def letter(text: str = "Hej") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["Subject"] = "Åsa Ek <asa@ek.example>", "Avtal om snöröjning"
    message.set_content(text)
    return message


def test_headers_stand_above_the_text(tmp_path: Path) -> None:
    content = (
        b"From: =?iso-8859-1?Q?=C5sa_Ek?= <asa@ek.example>\r\nTo: B\xf6rje <b@al.example>,\r\n  Ci <c@al.example>\r\n"
        b"Subject: M\xf6te\r\nDate: Tue, 5 Mar 2024 09:12:00 +0100\r\n"
        b"Content-Type: text/plain; charset=utf-8\r\n\r\np\xe5 tisdag"
    )
    draft = read(tmp_path, content)
    assert draft.title == "Möte"
    assert draft.pages[0].text == (
        "Från: Åsa Ek <asa@ek.example>\nTill: Börje <b@al.example>, Ci <c@al.example>\n"
        "Datum: 2024-03-05 09:12\nÄmne: Möte\n\npå tisdag"
    )


def test_attachments_become_documents_of_their_own(tmp_path: Path) -> None:
    message = letter()
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="Avtal väg.pdf")
    message.add_attachment(letter("Bilagt brev"))
    draft = read(tmp_path, message)
    assert [attachment.name for attachment in draft.attachments] == ["Avtal väg.pdf", "Avtal om snöröjning.eml"]
    assert draft.attachments[0].content == b"%PDF-1.7"
    assert b"Bilagt brev" in draft.attachments[1].content
    assert "Bilagor: Avtal väg.pdf, Avtal om snöröjning.eml" in draft.pages[0].text


@pytest.mark.parametrize(
    ("plain", "shown"),
    [("Avtalet gäller från mars.", "Avtalet gäller från mars."), ("Se HTML", "Avtalet gäller från den 1 mars.")],
)
def test_the_plain_version_is_read_unless_it_is_empty_talk(tmp_path: Path, plain: str, shown: str) -> None:
    message = letter(plain)
    message.add_alternative("<style>p{}</style><p>Avtalet gäller från den <b>1 mars</b>.</p>", subtype="html")
    assert read(tmp_path, message).pages[0].text.endswith(f"\n\n{shown}")


@pytest.mark.parametrize(("size", "attached"), [(100, 0), (100_000, 1)])
def test_logos_are_noted_and_pasted_scans_are_attached(tmp_path: Path, size: int, attached: int) -> None:
    message = letter()
    message.add_related(bytes(size), "image", "png", cid="<logo>")
    draft = read(tmp_path, message)
    assert len(draft.attachments) == attached
    assert len(draft.notes) == 1 - attached


@pytest.mark.parametrize(
    ("subtype", "warning"), [("ms-tnef", "winmail.dat was not read"), ("pkcs7-mime", "encrypted or sealed")]
)
def test_what_cannot_be_read_is_warned_about(tmp_path: Path, subtype: str, warning: str) -> None:
    message = letter()
    message.add_attachment(b"x", maintype="application", subtype=subtype)
    draft = read(tmp_path, message)
    assert warning in draft.warnings[0]
    assert draft.attachments == ()


def test_a_signature_is_noted(tmp_path: Path) -> None:
    message = letter()
    message.add_attachment(b"x", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    draft = read(tmp_path, message)
    assert (draft.notes, draft.attachments) == (("digitally signed; the signature was not examined",), ())


def test_lines_broken_only_for_sending_are_joined(tmp_path: Path) -> None:
    draft = read(tmp_path, HEAD + b"Content-Type: text/plain; format=flowed\n\nEn rad som \nbryts\nNy rad\n")
    assert draft.pages[0].text.endswith("\n\nEn rad som bryts\nNy rad")


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (HEAD + b"Content-Type: multipart/mixed\n\ntext utan delar", "text utan delar"),
        (HEAD + b"Content-Type: text/plain; charset=nonsens\nDate: i g\xe5r\n\nhej", "Datum: i går"),
        (b"Subject: =?utf-8?B?!!!?= avtal\nTo: b\n\nhej", "avtal"),
    ],
)
def test_broken_rules_lose_no_text(tmp_path: Path, content: bytes, shown: str) -> None:
    assert shown in read(tmp_path, content).pages[0].text


def test_a_mail_that_breaks_off_is_warned_about(tmp_path: Path) -> None:
    message = letter()
    message.add_attachment(b"x" * 500, maintype="application", subtype="pdf", filename="a.pdf")
    assert "breaks off" in read(tmp_path, message.as_bytes()[:-200]).warnings[0]


def test_attachments_and_depth_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail_parts, "MAX_ATTACHMENTS", 1)
    message = letter()
    for name in ("a.pdf", "b.pdf"):
        message.add_attachment(b"x", maintype="application", subtype="pdf", filename=name)
    draft = read(tmp_path, message)
    assert len(draft.attachments) == 1
    assert "1 attachment was not read, being beyond the first 1" in draft.warnings[0]
    nested = HEAD + b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(60))
    assert any("nested too deeply" in warning for warning in read(tmp_path, nested + b"\nhej").warnings)


def test_a_mail_without_measure_is_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail, "MAX_BYTES", 10)
    with pytest.raises(UnreadableFile, match="save what is attached"):
        read(tmp_path, HEAD)
