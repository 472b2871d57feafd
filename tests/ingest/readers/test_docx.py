"""Word files give the text that stands on the printed page."""

from __future__ import annotations

import zipfile
from itertools import pairwise
from pathlib import Path

import pytest

from avtalsarkiv.corpus.errors import UnreadableFile
from avtalsarkiv.corpus.model import Draft
from avtalsarkiv.ingest.readers.docx import reader as docx

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def relations(*names: str) -> str:
    return RELATIONS.format(
        "".join(
            f'<Relationship Id="{name}" Type="http://x/{name.rstrip("12")}" Target="{name}.xml"/>' for name in names
        )
    )


def read(folder: Path, body: str, namespace: str = WORD, **parts: str) -> Draft:
    path = folder / "avtal.docx"
    spaces = f'xmlns:w="{namespace}" xmlns:m="urn:mc" xmlns:r="urn:r" xmlns:a="urn:a"'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/_rels/document.xml.rels", relations(*parts))
        archive.writestr("word/document.xml", f"<w:document {spaces}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content.replace("<w:part>", f"<w:part {spaces}>"))
    return docx.read(path)


def texts(draft: Draft) -> list[str]:
    return [page.text for page in draft.pages]


def p(text: str, properties: str = "") -> str:
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def cell(*contents: str) -> str:
    return "<w:tc>" + "".join(each if each.startswith("<") else p(each) for each in contents) + "</w:tc>"


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(each if each.startswith("<w:tc>") else cell(each) for each in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def level(depth: int, style: str, pattern: str, start: int = 1) -> str:
    shown = f'<w:numFmt w:val="{style}"/><w:lvlText w:val="{pattern}"/>'
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/>{shown}</w:lvl>'


def numbered(number: int, depth: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


NUMBERING = (
    '<w:part><w:abstractNum w:abstractNumId="0">'
    + level(0, "decimal", "%1.")
    + level(1, "decimal", "%1.%2")
    + level(2, "lowerLetter", "%3)")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + level(0, "bullet", "\uf0b7")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="2">'
    + level(0, "decimal", "§ %1", start=45)
    + "</w:abstractNum>"
    + "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(3))
    + '<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
    "</w:lvlOverride></w:num></w:part>"
)


@pytest.mark.parametrize("namespace", [WORD, STRICT])
def test_paragraphs_of_either_namespace_are_read(tmp_path: Path, namespace: str) -> None:
    assert texts(read(tmp_path, p("Avtal om drift") + p("Parterna"), namespace)) == ["Avtal om drift\n\nParterna"]


@pytest.mark.parametrize(
    ("run", "text"),
    [
        ("<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t>", "a\tb\nc"),
        ("<w:t>e</w:t><w:noBreakHyphen/><w:t>post av</w:t><w:softHyphen/><w:t>tal</w:t>", "e-post avtal"),
        ('<w:sym w:font="Wingdings" w:char="F0A8"/><w:t> Nej</w:t>', "☐ Nej"),
        ("<w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t>", ""),
        ('<w:rPr><w:vanish w:val="0"/></w:rPr><w:t>synligt</w:t>', "synligt"),
    ],
)
def test_what_a_run_shows(tmp_path: Path, run: str, text: str) -> None:
    assert texts(read(tmp_path, f"<w:p><w:r>{run}</w:r></w:p>" + p("slut"))) == [f"{text}\n\nslut".strip()]


@pytest.mark.parametrize(
    "around",
    [
        "<w:ins>{}</w:ins>",
        "<w:hyperlink>{}</w:hyperlink>",
        "<w:smartTag>{}</w:smartTag>",
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:fldSimple w:instr="DATE">{}</w:fldSimple>',
        "<w:unheardOf>{}</w:unheardOf>",
    ],
)
def test_text_is_not_lost_in_what_stands_around_it(tmp_path: Path, around: str) -> None:
    inline = around.format("<w:r><w:t>text</w:t></w:r>")
    assert texts(read(tmp_path, f"<w:p>{inline}</w:p>")) == ["text"]
    assert texts(read(tmp_path, around.format(p("text")))) == ["text"]


def test_deletions_are_left_out_and_noted(tmp_path: Path) -> None:
    draft = read(
        tmp_path, "<w:p><w:del><w:r><w:delText>gammalt</w:delText></w:r></w:del><w:r><w:t>nytt</w:t></w:r></w:p>"
    )
    assert texts(draft) == ["nytt"]
    assert "tracked changes" in draft.notes[0]


def test_a_field_shows_its_result(tmp_path: Path) -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    def field(code: str, result: str) -> str:
        return f"{mark('begin')}{code}{mark('separate')}<w:r><w:t>{result}</w:t></w:r>{mark('end')}"

    inner = field("<w:r><w:instrText>PAGE</w:instrText></w:r>", "kod")
    outer = field(inner, "resultat")
    assert texts(read(tmp_path, f"<w:p>{outer}<w:r><w:t> efter</w:t></w:r></w:p>")) == ["resultat efter"]


def test_a_form_field_shows_its_state(tmp_path: Path) -> None:
    box = '<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar>'
    end = '<w:fldChar w:fldCharType="end"/>'
    assert texts(read(tmp_path, f"<w:p><w:r>{box}</w:r><w:r>{end}<w:t> Ja</w:t></w:r></w:p>")) == ["☒ Ja"]


def test_numbers_are_counted_as_word_shows_them(tmp_path: Path) -> None:
    items = [(1, 0, "1."), (1, 1, "1.1"), (1, 1, "1.2"), (1, 2, "a)"), (1, 2, "b)"), (1, 0, "2."), (1, 1, "2.1")]
    items += [(2, 0, "•"), (3, 0, "§ 45"), (3, 0, "§ 46"), (4, 0, "1."), (4, 0, "2.")]
    body = "".join(p("x", numbered(number, depth)) for number, depth, _ in items)
    assert texts(read(tmp_path, body, numbering=NUMBERING)) == ["\n".join(f"{label} x" for *_, label in items)]


def test_headings_are_numbered_by_their_style_and_give_the_title(tmp_path: Path) -> None:
    styles = (
        f'<w:part><w:style w:styleId="R1"><w:name w:val="heading 1"/><w:pPr>{numbered(1)}</w:pPr></w:style></w:part>'
    )
    draft = read(tmp_path, p("Ingress") + p("Parter", '<w:pStyle w:val="R1"/>'), styles=styles, numbering=NUMBERING)
    assert texts(draft) == ["Ingress\n\n1. Parter"]
    assert draft.title == "Parter"


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ([("Post", "2024"), ("Drift", "1 200")], "Post\t2024\nDrift\t1 200"),
        ([("a", "", "c")], "a\t\tc"),
        ([("Beslutande", cell("Anna Ek", "Bo Al"))], "Beslutande\tAnna Ek\nBo Al"),
        ([(cell("För A", "Anna"), cell("För B", "Bo"))], "För A\tFör B\nAnna\tBo"),
        ([(cell("x" * 61, "y"), cell("z" * 61, "w"))], f"{'x' * 61}\ny\n{'z' * 61}\nw"),
        ([("Ensam i raden", "")], "Ensam i raden"),
        ([("Yttre", cell(table(("i1", "i2"))))], "Yttre\ti1\ti2"),
    ],
)
def test_a_table_row_is_a_line(tmp_path: Path, rows: list[tuple[str, ...]], text: str) -> None:
    assert texts(read(tmp_path, table(*rows))) == [text]


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{p('ruta')}</w:txbxContent>"
    both = f"<m:AlternateContent><m:Choice>{box}</m:Choice><m:Fallback>{box}</m:Fallback></m:AlternateContent>"
    assert texts(read(tmp_path, f"<w:p><w:r>{both}<w:t>ankare</w:t></w:r></w:p>")) == ["ankare\n\nruta"]


def test_pages_end_at_explicit_breaks_and_notes_stand_on_theirs(tmp_path: Path) -> None:
    body = (
        '<w:p><w:r><w:t>ett</w:t><w:br w:type="page"/><w:t>två</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
        + p("tre", "<w:pageBreakBefore/>")
        + p("sist", "<w:sectPr/>")
        + p("fyra")
        + "<w:sectPr/>"
    )
    footnotes = f'<w:part><w:footnote w:id="2">{p("not")}</w:footnote></w:part>'
    assert texts(read(tmp_path, body, footnotes=footnotes)) == ["ett", "två[1]\n\n[1] not", "tre\n\nsist", "fyra"]


def test_headers_and_footers_are_read_once(tmp_path: Path) -> None:
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:footerReference r:id="footer1"/></w:sectPr>'
    )
    body = p("ett", section) + p("två") + section
    parts = {"header1": f"<w:part>{p('Huvud')}</w:part>", "footer1": f"<w:part>{p('Fot')}</w:part>"}
    assert texts(read(tmp_path, body, **parts)) == ["Huvud\n\nett\n\nFot", "två"]


def test_comments_and_pictures_are_told(tmp_path: Path) -> None:
    body = p("Avtal") + "<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>"
    draft = read(tmp_path, body, comments="<w:part><w:comment/></w:part>")
    assert "1 comment" in draft.notes[0]
    assert "1 picture was not read and may hold most of it" in draft.warnings[0]


LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {name} "{f"&{of};" * 10}">' for of, name in pairwise("abcdefghi"))
    + "]><a>&i;</a>"
)


@pytest.mark.parametrize(
    ("body", "parts", "reason"),
    [
        ("", {}, "holds no text"),
        (p("x"), {"styles": '<!DOCTYPE a [<!ENTITY b "x">]><a>&b;</a>'}, "declares XML entities"),
        (p("x"), {"styles": "<a>"}, "no whole XML"),
        ("<w:ins>" * 300 + "</w:ins>" * 300, {}, "nested more deeply"),
        (p("x"), {"styles": LAUGHS}, "declares XML entities"),
        (p("x"), {"styles": f"<a>{' ' * 33 * 2**20}</a>"}, "unpacks to more than 32 MB"),
    ],
)
def test_harmful_and_damaged_files_are_rejected(tmp_path: Path, body: str, parts: dict[str, str], reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        read(tmp_path, body, **parts)


def test_a_file_that_breaks_off_is_rejected(tmp_path: Path) -> None:
    read(tmp_path, p("x"))
    path = tmp_path / "avtal.docx"
    path.write_bytes(path.read_bytes()[:-50])
    with pytest.raises(UnreadableFile, match="cut off"):
        docx.read(path)
