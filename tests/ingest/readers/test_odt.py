"""OpenDocument texts give what stands on the printed page."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from avtalsarkiv.corpus.errors import UnreadableFile
from avtalsarkiv.corpus.model import Draft
from avtalsarkiv.ingest.readers.odt import reader as odt

URI = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(f'xmlns:{name}="{URI}:{name}:1.0"' for name in ("office", "style", "text", "table", "draw", "fo"))
STYLES = """
<style:style style:name="P1" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="P1"/>
<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>
<text:list-style style:name="L1">
  <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
  <text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>
</text:list-style>
<text:list-style style:name="L2">
  <text:list-level-style-bullet text:level="1" text:bullet-char="&#xf0b7;"/>
</text:list-style>
<text:outline-style>
  <text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>
  <text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>
</text:outline-style>"""
MASTER = """
<office:master-styles>
  <style:master-page style:name="Standard">
    <style:header><text:p>Huvud</text:p></style:header>
    <style:footer><text:p>Fot</text:p></style:footer>
  </style:master-page>
</office:master-styles>"""


def document(name: str, body: str, rest: str = "") -> str:
    styles = f"<office:automatic-styles>{STYLES}</office:automatic-styles>"
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    return f"<office:{name} {SPACES}>{styles}{rest}{text}</office:{name}>"


def read(folder: Path, body: str, **parts: str) -> Draft:
    path = folder / "avtal.odt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", document("document-content", body))
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return odt.read(path)


def texts(draft: Draft) -> list[str]:
    return [page.text for page in draft.pages]


def item(*contents: str) -> str:
    paragraphs = (each if each.startswith("<") else f"<text:p>{each}</text:p>" for each in contents)
    return f"<text:list-item>{''.join(paragraphs)}</text:list-item>"


def items(style: str, *contents: str, more: str = "") -> str:
    return f'<text:list text:style-name="{style}" {more}>{"".join(contents)}</text:list>'


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ('<text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d</text:p>', "a   b\tc\nd"),
        ("<text:p>  a\n   b  </text:p><text:p>c</text:p>", "a b\n\nc"),
        ('<text:p>a<text:span text:style-name="T1">dolt</text:span><text:span>b</text:span></text:p>', "ab"),
        ('<text:section text:display="none"><text:p>dolt</text:p></text:section><text:p>a</text:p>', "a"),
        ("<text:p>a<office:annotation><text:p>anm</text:p></office:annotation></text:p>", "a"),
        ("<text:tracked-changes><text:p>struket</text:p></text:tracked-changes><text:p>a</text:p>", "a"),
        (
            "<text:p>a<draw:frame><draw:text-box><text:p>ruta</text:p></draw:text-box></draw:frame></text:p>",
            "a\n\nruta",
        ),
        (
            '<text:h text:outline-level="1">Ett</text:h><text:h text:outline-level="2">Inre</text:h>',
            "1. Ett\n\n1.1 Inre",
        ),
        ("<text:unheard-of><text:p>a</text:p></text:unheard-of>", "a"),
    ],
)
def test_what_is_printed_is_read(tmp_path: Path, body: str, text: str) -> None:
    assert texts(read(tmp_path, body)) == [text]


def test_lists_are_numbered_as_shown(tmp_path: Path) -> None:
    body = (
        items("L1", item("ett", items("", item("inre"), item("inre"))), item("två"))
        + items("L1", item("tre"), more='text:continue-numbering="true"')
        + items("L1", item("nytt"))
        + items("L2", item("prick"))
    )
    assert texts(read(tmp_path, body)) == ["1. ett\na) inre\nb) inre\n2. två\n3. tre\n1. nytt\n• prick"]


def test_a_table_row_is_a_line_and_repeats_within_measure(tmp_path: Path) -> None:
    twice, endless = 'table:number-columns-repeated="2"', 'table:number-columns-repeated="999999999"'
    cells = "".join(
        f"<table:table-cell {repeated}><text:p>{text}</text:p></table:table-cell>"
        for text, repeated in (("Drift", ""), ("0", twice))
    )
    head = f"<table:table-header-rows><table:table-row>{cells}</table:table-row></table:table-header-rows>"
    empty = f'<table:table-row table:number-rows-repeated="999999999"><table:table-cell {endless}/></table:table-row>'
    assert texts(read(tmp_path, f"<table:table>{head}{empty}</table:table>")) == ["Drift\t0\t0"]


def test_pages_begin_where_styles_say_and_notes_stand_on_theirs(tmp_path: Path) -> None:
    body = "<text:note-body><text:p>not</text:p></text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>"
    body = f'<text:p text:style-name="P1">ett{note}</text:p><text:p text:style-name="P2">två</text:p>'
    assert texts(read(tmp_path, body)) == ["ett[1]\n\n[1] not", "två"]


def test_headers_and_footers_are_read_once(tmp_path: Path) -> None:
    styles = f"<office:document-styles {SPACES}>{MASTER}</office:document-styles>"
    body = '<text:p>ett</text:p><text:p text:style-name="P1">två</text:p>'
    assert texts(read(tmp_path, body, styles=styles)) == ["Huvud\n\nett", "två\n\nFot"]


def test_a_flat_file_is_the_same_document(tmp_path: Path) -> None:
    path = tmp_path / "avtal.fodt"
    path.write_text(document("document", "<text:p>Avtal</text:p>", MASTER), encoding="utf-8")
    assert texts(odt.read(path)) == ["Huvud\n\nAvtal\n\nFot"]


@pytest.mark.parametrize(
    ("body", "parts", "reason"),
    [
        ("<text:p/>", {}, "holds no text"),
        ("<text:p>x</text:p>", {"META-INF__manifest": "<encryption-data/>"}, "protected by a password"),
        ("<text:p>x</text:p>", {"styles": '<!DOCTYPE a [<!ENTITY b "x">]><a>&b;</a>'}, "declares XML entities"),
        ("<text:section>" * 300 + "</text:section>" * 300, {}, "nested more deeply"),
    ],
)
def test_harmful_and_protected_files_are_rejected(
    tmp_path: Path, body: str, parts: dict[str, str], reason: str
) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        read(tmp_path, body, **parts)
