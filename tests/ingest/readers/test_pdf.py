from __future__ import annotations

import pickle
import re
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeAlias

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from avtalsarkiv.corpus.errors import UnreadableFile
from avtalsarkiv.corpus.model import Page, Verdict
from avtalsarkiv.ingest.readers.pdf import file as pdf_file
from avtalsarkiv.ingest.readers.pdf import reader as pdf
from avtalsarkiv.ingest.readers.pdf.reader import read
from avtalsarkiv.ingest.readers.pdf.unpacking import MOST_UNPACKED

WIDTH, HEIGHT = 595, 842
LINES = (
    "Kommunstyrelsen beslutar att godkänna avtalet med leverantören om vägunderhåll.",
    "Avtalet gäller från den 1 januari och kostnaden är 1 240 000 kronor per år.",
    "Ärendet har beretts av samhällsbyggnadsnämnden, och förvaltningen föreslår bifall.",
)
MISREAD = tuple(line.translate(str.maketrans("åäöÄ", "a4éA")) for line in LINES)
EMBEDDED = "Liberation"
pdfmetrics.registerFont(TTFont(EMBEDDED, "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf"))
Draw: TypeAlias = Callable[[Canvas], None]
Change: TypeAlias = Callable[[pikepdf.Pdf], None]


def drawn(path: Path, *pages: Draw, **options: object) -> Path:
    canvas = Canvas(str(path), (WIDTH, HEIGHT), invariant=1, **options)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return path


def prose(canvas: Canvas) -> None:
    write(canvas, LINES * 3)


def write(canvas: Canvas, lines: tuple[str, ...], mode: int = 0, font: str = "Helvetica", y: float = 750) -> None:
    text = canvas.beginText(60, y)
    text.setFont(font, 11)
    text.setTextRenderMode(mode)
    text.textLines("\n".join(lines))
    canvas.drawText(text)


def picture(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.effect_noise((60, 80), 50)), 0, 0, WIDTH, HEIGHT)


def logo(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.effect_noise((60, 30), 50)), 450, 760, 100, 50)


def changed(path: Path, change: Change) -> Path:
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        change(document)
        document.save(path)
    return path


def rewritten(path: Path, change: Callable[[bytes], bytes]) -> Path:
    path.write_bytes(change(path.read_bytes()))
    return path


def printed(page: Page, wanted: str) -> list[tuple[int, ...]]:
    return [tuple(map(round, word.box)) for word in page.words if page.text[word.start : word.end] == wanted]


# The text and its places


def test_text_comes_line_by_line_with_a_box_for_each_word(tmp_path: Path) -> None:
    (page,) = read(drawn(tmp_path / "avtal", prose)).pages
    assert page.text.split("\n") == list(LINES * 3)
    assert (page.width, page.height, page.rotation) == (WIDTH, HEIGHT, 0)
    assert [page.text[word.start : word.end] for word in page.words] == page.text.split()
    left, right = (60 + pdfmetrics.stringWidth(start, "Helvetica", 11) for start in ("Kommunstyrelsen ", LINES[0][:24]))
    assert printed(page, "beslutar")[0] == pytest.approx((left, 83, right, 94), abs=1)


def test_the_cells_of_a_table_stay_on_their_row(tmp_path: Path) -> None:
    def table(canvas: Canvas) -> None:
        for column, x in enumerate((60, 300, 450)):
            for row in range(3):
                canvas.drawString(x, 700 - 15 * row, f"cell{row}{column}")

    (page,) = read(drawn(tmp_path / "tabell", table)).pages
    assert [line.split() for line in page.text.split("\n")] == [[f"cell{r}{c}" for c in range(3)] for r in range(3)]


def test_letters_printed_twice_to_look_bold_are_read_once(tmp_path: Path) -> None:
    def bold(canvas: Canvas) -> None:
        for x in (60, 60.3):
            canvas.drawString(x, 700, "Allmänna villkor")

    (page,) = read(drawn(tmp_path / "fet", bold)).pages
    assert page.text == "Allmänna villkor"


def test_accents_that_were_drawn_apart_join_their_letters(tmp_path: Path) -> None:
    def tex(canvas: Canvas) -> None:
        canvas.setFont(EMBEDDED, 12)
        canvas.drawString(60, 700, "n¨arvarande ¨agare")
        canvas.drawString(60, 680, "L")
        canvas.drawString(66, 680, "˚")
        canvas.drawString(65, 680, "angsele")

    (page,) = read(drawn(tmp_path / "tex", tex)).pages
    assert page.text.split() == ["närvarande", "ägare", "Långsele"]


def test_a_raised_footnote_is_no_digit_of_the_amount(tmp_path: Path) -> None:
    def footnote(canvas: Canvas) -> None:
        text = canvas.beginText(60, 700)
        text.textOut("Summa 1240")
        text.setRise(4)
        text.textOut("1")
        canvas.drawText(text)

    (page,) = read(drawn(tmp_path / "not", footnote)).pages
    assert page.text.split() == ["Summa", "1240", "1"]


@pytest.mark.parametrize(("degrees", "origin"), [(90, (WIDTH, 0)), (180, (WIDTH, HEIGHT)), (270, (0, HEIGHT))])
def test_a_page_written_sideways_is_turned_upright(tmp_path: Path, degrees: int, origin: tuple[int, int]) -> None:
    def sideways(canvas: Canvas) -> None:
        canvas.translate(*origin)
        canvas.rotate(degrees)
        write(canvas, LINES, y=500)

    (page,) = read(drawn(tmp_path / "liggande", sideways)).pages
    assert page.text.split("\n") == list(LINES)
    assert page.rotation == degrees
    assert (page.width, page.height) == ((WIDTH, HEIGHT) if degrees == 180 else (HEIGHT, WIDTH))
    assert printed(page, "Avtalet")[0][0] == pytest.approx(60, abs=1)


def test_what_stands_across_and_aslant_follows_the_text(tmp_path: Path) -> None:
    def stamped(canvas: Canvas) -> None:
        prose(canvas)
        for place, angle, text in (((30, 200), 90, "Signerat digitalt 5 mars"), ((200, 300), 40, "UTKAST")):
            canvas.saveState()
            canvas.translate(*place)
            canvas.rotate(angle)
            canvas.drawString(0, 0, text)
            canvas.restoreState()

    (page,) = read(drawn(tmp_path / "stämpel", stamped)).pages
    assert page.text.split("\n\n") == ["\n".join(LINES * 3), "Signerat digitalt 5 mars", "UTKAST"]
    x0, top, x1, bottom = printed(page, "Signerat")[0]
    assert bottom - top > x1 - x0


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_boxes_lie_on_the_page_as_cropped_and_turned(tmp_path: Path, turn: int) -> None:
    def crop(document: pikepdf.Pdf) -> None:
        document.pages[0].obj.CropBox = Array([50, 100, 550, 800])
        document.pages[0].obj.Rotate = turn

    (page,) = read(changed(drawn(tmp_path / "beskuren", prose), crop)).pages
    assert (page.width, page.height) == (500, 700)
    assert page.rotation == -turn % 360
    assert printed(page, "Kommunstyrelsen")[0] == pytest.approx((10, 41, 98, 52), abs=2)


# The judgement


@pytest.mark.parametrize(
    ("steps", "verdict"),
    [
        ([prose], Verdict.KEEP),
        ([prose, logo], Verdict.KEEP),
        ([picture, partial(write, lines=LINES * 9)], Verdict.KEEP),
        ([picture, partial(write, lines=LINES * 3, mode=3)], Verdict.KEEP),
        ([picture, partial(write, lines=MISREAD * 3, mode=3)], Verdict.REREAD),
        ([partial(write, lines=MISREAD * 3), picture], Verdict.REREAD),
        ([picture, partial(write, lines=("Inkom 2024-03-05",))], Verdict.REREAD),
        ([picture], Verdict.REREAD),
        ([], Verdict.KEEP),
    ],
    ids=["digital", "logo", "letterhead", "layer", "misread", "under", "stamp", "scan", "blank"],
)
def test_pictures_wait_unless_their_layer_is_good(tmp_path: Path, steps: list[Draw], verdict: Verdict) -> None:
    def draw(canvas: Canvas) -> None:
        for step in steps:
            step(canvas)

    (page,) = read(drawn(tmp_path / "sida", draw)).pages
    assert page.quality.verdict is verdict
    assert page.waiting is (verdict is Verdict.REREAD)


def test_what_was_typed_on_a_scan_in_black_and_white_does_not_make_it_digital(tmp_path: Path) -> None:
    def form(canvas: Canvas) -> None:
        picture(canvas)
        write(canvas, LINES * 9)

    def make_bilevel(document: pikepdf.Pdf) -> None:
        (image,) = document.pages[0].obj.Resources.XObject.values()
        image.write(bytes(8 * 80))
        image.stream_dict.update(Dictionary(Width=64, BitsPerComponent=1, ColorSpace=Name.DeviceGray))

    (page,) = read(changed(drawn(tmp_path / "ifylld", form), make_bilevel)).pages
    assert page.waiting


def test_a_font_that_does_not_tell_its_letters_makes_the_page_wait(tmp_path: Path) -> None:
    def forget(document: pikepdf.Pdf) -> None:
        for font in document.pages[0].obj.Resources.Font.values():
            if "/ToUnicode" in font:
                del font["/ToUnicode"]

    path = drawn(tmp_path / "typsnitt", lambda canvas: write(canvas, LINES * 3, font=EMBEDDED))
    (page,) = read(changed(path, forget)).pages
    assert page.waiting


# What else is in the file


def test_the_title_is_the_heading_and_not_what_the_program_wrote(tmp_path: Path) -> None:
    def headed(canvas: Canvas) -> None:
        canvas.setTitle("Microsoft Word - mall.dotx")
        canvas.setFont("Helvetica-Bold", 18)
        canvas.drawString(60, 790, "SAMMANTRÄDESPROTOKOLL")
        prose(canvas)

    assert read(drawn(tmp_path / "protokoll", headed)).title == "SAMMANTRÄDESPROTOKOLL"


def test_values_of_forms_are_read_where_they_stand(tmp_path: Path) -> None:
    def form(canvas: Canvas) -> None:
        canvas.drawString(60, 700, "Sökande:")
        canvas.acroForm.textfield(name="namn", x=130, y=690, width=200, height=20, value="Ärtsoppa AB")

    draft = read(drawn(tmp_path / "blankett", form))
    assert draft.pages[0].text.split() == ["Sökande:", "Ärtsoppa", "AB"]
    assert draft.notes == ("a form; fields: 1, filled in: 1",)


def test_attachments_and_comments_are_noted(tmp_path: Path) -> None:
    def attach(document: pikepdf.Pdf) -> None:
        document.attachments["kalkyl.csv"] = b"a;b"
        note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[9, 9, 20, 20], Contents="Kontrollera beloppet")
        document.pages[0].obj.Annots = Array([document.make_indirect(note)])

    draft = read(changed(drawn(tmp_path / "avtal", prose), attach))
    assert [(file.name, file.content) for file in draft.attachments] == [("kalkyl.csv", b"a;b")]
    assert draft.notes == ("attachments: kalkyl.csv", "comment on page 1: Kontrollera beloppet")


def test_broken_extras_cost_a_warning_and_no_page(tmp_path: Path) -> None:
    def harm(document: pikepdf.Pdf) -> None:
        document.Root.AcroForm = Dictionary(Fields=Array([1, Name.Nej]))
        document.pages[0].obj.Annots = Array([Dictionary(FS=Dictionary(EF=3), Subtype=7)])

    draft = read(changed(drawn(tmp_path / "avtal", prose), harm))
    assert draft.pages[0].text.startswith(LINES[0])
    assert draft.warnings


def test_the_title_of_a_scan_is_left_to_its_reading(tmp_path: Path) -> None:
    def scan(canvas: Canvas) -> None:
        picture(canvas)
        write(canvas, ("Inkom 2024-03-05",))

    assert read(drawn(tmp_path / "skannad", scan)).title is None


# Bad files


def test_a_file_locked_for_reading_is_refused_and_one_locked_for_changing_is_not(tmp_path: Path) -> None:
    for name, user in (("läslåst", "hemligt"), ("ändringslåst", "")):
        with pikepdf.open(drawn(tmp_path / "öppen", prose)) as document:
            document.save(tmp_path / name, encryption=pikepdf.Encryption(owner="ägare", user=user))
    assert read(tmp_path / "ändringslåst").pages[0].text.startswith(LINES[0])
    with pytest.raises(UnreadableFile, match="protected by a password"):
        read(tmp_path / "läslåst")


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: re.sub(rb"startxref\n\d+", b"startxref\n999", content),
        lambda content: re.sub(rb"/Length (\d+)", lambda length: b"/Length " + b"1".ljust(len(length[1])), content),
        lambda content: re.sub(rb"/Length (\d+)", lambda length: b"/Length " + b"9" * len(length[1]), content),
        lambda content: re.sub(rb"\d{10} 00000 n", b"0000000001 00000 n", content),
    ],
    ids=["startxref", "short length", "long length", "wrong offsets"],
)
def test_a_damaged_file_is_mended_with_a_warning(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    draft = read(rewritten(drawn(tmp_path / "skadad", prose, prose), damage))
    assert [page.text.split("\n")[0] for page in draft.pages] == [LINES[0]] * 2
    assert draft.warnings == (
        "the file is damaged: 2 pages were read from a mended copy, compare them with the original",
    )


def test_pages_that_a_cut_off_file_lost_are_told_of(tmp_path: Path) -> None:
    def cut(content: bytes) -> bytes:
        return content[: content.rindex(b"xref\n", 0, content.rindex(b"startxref"))]

    draft = read(rewritten(drawn(tmp_path / "avbruten", prose, prose), cut))
    assert draft.pages[0].text.startswith(LINES[0])
    (warning,) = draft.warnings
    assert "2 pages were read from a mended copy, 1 of them empty" in warning


def test_the_original_is_never_changed(tmp_path: Path) -> None:
    path = rewritten(
        drawn(tmp_path / "skadad", prose), lambda content: re.sub(rb"startxref\n\d+", b"startxref\n9", content)
    )
    before = path.read_bytes()
    read(path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["skadad"]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"%PDF-1.4 inte mycket till avtal\n%%EOF"])
def test_what_is_no_pdf_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "trasig").write_bytes(content)
    with pytest.raises(UnreadableFile, match="ask for the file again"):
        read(tmp_path / "trasig")


def test_a_file_without_pages_is_refused(tmp_path: Path) -> None:
    pikepdf.new().save(tmp_path / "tom")
    with pytest.raises(UnreadableFile, match="without pages"):
        read(tmp_path / "tom")


def test_a_file_of_too_many_pages_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_MOST_PAGES", 1)
    with pytest.raises(UnreadableFile, match="has 2 pages, and 1 are read at most: split it"):
        read(drawn(tmp_path / "lång", prose, prose))


def bomb(document: pikepdf.Pdf) -> None:
    document.pages[1].obj.Contents = document.make_stream(b"BT (a) Tj ET " * 3_000_000)


def twice_packed(document: pikepdf.Pdf, content: bytes) -> pikepdf.Object:
    packed = pikepdf.Stream(document, zlib.compress(zlib.compress(content, 9), 9))
    packed.Filter = Array([Name.FlateDecode] * 2)
    return document.make_indirect(packed)


def in_contents(document: pikepdf.Pdf) -> None:
    document.pages[0].obj.Contents = twice_packed(document, bytes(MOST_UNPACKED + 1))


def in_many_contents(document: pikepdf.Pdf) -> None:
    document.pages[0].obj.Contents = Array([twice_packed(document, bytes(MOST_UNPACKED // 8))] * 9)


def in_a_form(document: pikepdf.Pdf) -> None:
    form = twice_packed(document, bytes(MOST_UNPACKED + 1))
    form.stream_dict.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 1, 1]))
    document.pages[0].obj.Resources = Dictionary(XObject=Dictionary(X=form))
    document.pages[0].obj.Contents = document.make_stream(b"/X Do")


@pytest.mark.parametrize("harm", [in_contents, in_many_contents, in_a_form])
def test_what_unpacks_without_measure_is_not_unpacked(tmp_path: Path, harm: Change) -> None:
    with pytest.raises(UnreadableFile, match=r"unpacks to more than 64 MiB.*print it to a new PDF") as caught:
        read(changed(drawn(tmp_path / "en", prose), harm))
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # as it comes from a worker
    draft = read(changed(drawn(tmp_path / "flera", prose, prose), harm))
    assert [(page.text == "", page.waiting) for page in draft.pages] == [(True, False), (False, False)]
    assert draft.warnings[0].startswith("page 1 was not read: it unpacks to more than 64 MiB")


def test_an_attachment_that_unpacks_without_measure_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_file, "_LARGEST_ATTACHMENTS", 1000)

    def attach(document: pikepdf.Pdf) -> None:
        document.attachments["a.txt"] = b"hej"
        document.attachments["a.txt"].obj.EF.F = twice_packed(document, bytes(100_000))

    draft = read(changed(drawn(tmp_path / "avtal", prose), attach))
    assert draft.attachments == ()
    assert draft.warnings == ("the attachment a.txt was not taken out: it is too large or damaged",)


def test_want_of_memory_is_not_told_as_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(pdf, "draw", exhausted)
    with pytest.raises(MemoryError):
        read(drawn(tmp_path / "avtal", prose))


def broken_fonts(document: pikepdf.Pdf) -> None:
    document.pages[1].obj.Resources = Dictionary(Font=Array([1, 2]))


def laughs(document: pikepdf.Pdf) -> None:
    form: pikepdf.Object | None = None
    for _ in range(6):
        inner = Dictionary(XObject=Dictionary(X=form)) if form is not None else Dictionary()
        form = document.make_stream(b"/X Do " * 9)
        form.stream_dict.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 1, 1], Resources=inner))
    document.pages[1].obj.Resources = Dictionary(XObject=Dictionary(X=form))
    document.pages[1].obj.Contents = document.make_stream(b"/X Do")


@pytest.mark.parametrize("harm", [bomb, broken_fonts, laughs])
def test_a_page_that_fails_is_named_and_the_others_are_kept(tmp_path: Path, harm: Change) -> None:
    draft = read(changed(drawn(tmp_path / "avtal", prose, prose, prose), harm))
    assert [page.waiting for page in draft.pages] == [False, True, False]
    (warning,) = draft.warnings
    assert warning.startswith("the text of page 2 could not be taken out: ")


def test_blank_pages_are_no_damage(tmp_path: Path) -> None:
    draft = read(drawn(tmp_path / "baksida", prose, lambda canvas: canvas.setFont("Helvetica", 11), prose))
    assert [page.text == "" for page in draft.pages] == [False, True, False]
    assert draft.warnings == ()


def test_pages_that_were_lost_are_counted(tmp_path: Path) -> None:
    path = drawn(tmp_path / "ofullständig", prose, prose)
    draft = read(rewritten(path, lambda content: content.replace(b"/Count 2", b"/Count 5")))
    assert draft.warnings == ("the file is damaged: it should have 5 pages, and only 2 could be read",)


def test_a_stream_of_pages_is_read_page_by_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_FORGET_AFTER", 2)
    draft = read(drawn(tmp_path / "lång", *[prose] * 7))
    assert [page.number for page in draft.pages] == [1, 2, 3, 4, 5, 6, 7]
    assert len({page.text for page in draft.pages}) == 1
