"""A saved web page gives its content and not the web site around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from avtalsarkiv.corpus.errors import UnreadableFile
from avtalsarkiv.corpus.model import Draft, Origin
from avtalsarkiv.ingest.readers.html import reader as html

FURNITURE = """
<a class="skip-link" href="#m">Hoppa över navigering</a>
<header><nav><ul><li><a href="/">Start</a><li><a href="/p">Politik</a></ul></nav></header>
<div class="breadcrumbs">Start / Politik / Protokoll</div>
<div id="cookieBanner">Vi använder kakor. <button>Godkänn</button></div>
{}
<aside>Relaterade sidor</aside><footer>Östbro kommun, växel 0000-00 00 00</footer>"""


def read(folder: Path, content: str | bytes) -> Draft:
    path = folder / "protokoll.html"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return html.read(path)


def shown(folder: Path, content: str | bytes) -> str:
    return read(folder, content).pages[0].text


@pytest.mark.parametrize(
    "around", ["<main id=m>{}</main>", "<div role=main>{}</div>", "<article>{}</article>", "<div>{}</div>"]
)
def test_only_the_content_is_left(tmp_path: Path, around: str) -> None:
    content = "<h1>Protokoll 5 mars</h1><p>Nämnden beslutar att bevilja Åsbro byalag stöd till sin samlingslokal.</p>"
    draft = read(tmp_path, FURNITURE.format(around.format(content)))
    text = "Protokoll 5 mars\n\nNämnden beslutar att bevilja Åsbro byalag stöd till sin samlingslokal."
    assert draft.pages[0].text == text
    assert draft.title == "Protokoll 5 mars"
    assert draft.pages[0].origin is Origin.MARKUP


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Ett\n  två <b>tre</b></p><p>fyra", "Ett två tre\n\nfyra"),
        ("Rad ett<br>rad&nbsp;två &auml;&#228;", "Rad ett\nrad\u00a0två ää"),
        ("<ul><li>Ett<li>Två<ul><li>Inre</ul></ul>", "• Ett\n• Två\n• Inre"),
        ("<ol start=3><li>Tre<li>Fyra<li value=9>Nio</ol>", "3. Tre\n4. Fyra\n9. Nio"),
        ("<ol type=a><li>Ett<li>Två</ol>", "a. Ett\nb. Två"),
        ("<ul><li>\n <p>Ett</p>\n <p>mer</p></ul>", "• Ett\n\nmer"),
        (
            "<table><caption>Kostnader</caption><tr><th>Post<th>2024<tr><td>Drift<td>1 200</table>",
            "Kostnader\nPost\t2024\nDrift\t1 200",
        ),
        ("<table><tr><td><p>En ram</p><p>om text</p></table>", "En ram\n\nom text"),
        ("<table><tr><td>Beslutande<td>Anna Ek<br>Bo Al</table>", "Beslutande\tAnna Ek\nBo Al"),
        (
            "<table><tr><td>För köparen<br>Anna Ek<td>För säljaren<br>Bo Al</table>",
            "För köparen\tFör säljaren\nAnna Ek\tBo Al",
        ),
        ("<dl><dt>Dnr<dd>KS 2024/12</dl>", "Dnr\nKS 2024/12"),
        ("<pre>a   b\n  c</pre>", "a   b\n  c"),
        ("<div>Åsbro byalag</div><div>Box 1</div>", "Åsbro byalag\nBox 1"),
        (
            "Namn <input value='Anna Ek'> <input type=checkbox checked>Ja <input type=radio>Nej",
            "Namn Anna Ek ☒ Ja ☐ Nej",
        ),
        ("<select><option>Ett<option selected>Två</select>", "Två"),
        ("<details><summary>Bilagor</summary>Karta</details>", "Bilagor\n\nKarta"),
        ("a b c<nav>x</nav>d e<span hidden>y</span>f&#1;g", "a b c\nd efg"),
        ("a<script>b</script><style>c</style><!-- d --><p hidden>e</p><p style='display: none'>f</p>", "a"),
        (
            "<button aria-expanded=false aria-controls=x>§ 4 Val</button><div id=x hidden>Anna Ek utses.</div>",
            "§ 4 Val\nAnna Ek utses.",
        ),
    ],
)
def test_markup_becomes_the_lines_a_reader_sees(tmp_path: Path, markup: str, text: str) -> None:
    assert shown(tmp_path, f"<main>{markup}</main>") == text


@pytest.mark.parametrize(
    "markup",
    [
        "<main></main><div>{}</div>",
        "<main><h1>Protokoll</h1></main><section>{}</section>",
        "<div class='menu'>{}</div>",
        "<nav>{}</nav>",
        "<form>{}</form>",
        "<header>{}</header>",
        "<article>Kort</article><div>{}</div>",
    ],
)
def test_content_is_never_taken_for_furniture(tmp_path: Path, markup: str) -> None:
    content = "Nämnden beslutar att bevilja Åsbro byalag stöd till samlingslokalen under tre år från och med 2024."
    assert content in shown(tmp_path, markup.format(content))


def test_a_headline_outside_of_the_main_part_is_kept(tmp_path: Path) -> None:
    page = "<div><h1>Protokoll</h1></div><main><p>Anna Ek utses till justerare.</main>"
    assert shown(tmp_path, page) == "Protokoll\n\nAnna Ek utses till justerare."


def test_hidden_words_are_noted_when_many(tmp_path: Path) -> None:
    draft = read(tmp_path, f"<p>Synligt<p hidden>{'dolt ' * 30}")
    assert draft.notes == ("30 hidden words of the page were left out",)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1"])
def test_the_letters_outweigh_the_declared_encoding(tmp_path: Path, declared: str, encoding: str) -> None:
    page = f"<html><meta charset={declared}><p>Östersund på våren"
    assert shown(tmp_path, page.encode(encoding)) == "Östersund på våren"


@pytest.mark.parametrize("depth", [700, 5000])
def test_a_deeply_nested_page_keeps_its_text(tmp_path: Path, depth: int) -> None:
    draft = read(tmp_path, "<p>först" + "<div>" * depth + "djupt <b>nere</b><p>sist" + "</div>" * depth)
    assert draft.pages[0].text == "först\ndjupt nere\nsist"
    assert "all of it was read" in draft.notes[0]


def test_a_page_that_seems_to_be_furniture_alone_is_read_whole(tmp_path: Path) -> None:
    assert shown(tmp_path, "<div class=menu>Protokoll <a>5 mars</a></div>" * 5) == "\n".join(["Protokoll 5 mars"] * 5)


def test_entities_of_the_page_are_not_expanded(tmp_path: Path) -> None:
    page = '<!DOCTYPE html [<!ENTITY a "xxx"><!ENTITY b SYSTEM "file:///etc/passwd">]><p>Text &a; &b;'
    assert shown(tmp_path, page) == "Text &a; &b;"


def test_a_page_saved_with_its_pictures_is_read(tmp_path: Path) -> None:
    page = (
        b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n"
        b"--B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"<main>J=C3=A4mtland</main>\r\n--B--\r\n"
    )
    assert shown(tmp_path, page) == "Jämtland"


def test_a_page_without_text_is_rejected(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="holds no text"):
        read(tmp_path, "<html><body><img src='a.png'></body></html>")
