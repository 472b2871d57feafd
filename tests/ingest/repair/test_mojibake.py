"""Letters that came through in a wrong encoding are put right; everything else stays as it is."""

from __future__ import annotations

import pytest

from avtalsarkiv.ingest.repair.mojibake import Mended, mend


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("utf-8", "cp1252"),
        ("utf-8", "cp850"),
        ("utf-8", "mac_roman"),
        ("cp850", "cp1252"),
        ("cp1252", "cp850"),
        ("mac_roman", "cp1252"),
        ("cp1252", "mac_roman"),
    ],
)
def test_every_known_way_of_misreading_is_undone(written: str, read: str) -> None:
    meant = "Ärendet gäller snöröjning på gång- och cykelvägar enligt förslaget från Östbro"
    seen = meant.encode(written).decode(read)
    assert mend(seen)[0] == meant


@pytest.mark.parametrize("times", [1, 2, 3])
@pytest.mark.parametrize("read", ["latin-1", "cp1252"])
def test_what_was_misread_again_and_again_is_undone(read: str, times: int) -> None:
    seen = meant = "Överenskommelse på Värmdö från år 2004 enligt § 5"
    for _ in range(times):
        seen = seen.encode("utf-8").decode(read)
    assert mend(seen)[0] == meant


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("JÃ¤mtland", "Jämtland"),
        ("JÃƒÂ¤mtland", "Jämtland"),
        ("Ã¥r", "år"),
        ("J„mtland", "Jämtland"),
        ("J\x84mtland", "Jämtland"),
        ("JŠmtland", "Jämtland"),
        ("JÑmtland", "Jämtland"),
        ("p† v„gen", "på vägen"),
        ("Â§ 5", "§ 5"),
    ],
)
def test_one_word_is_enough(seen: str, meant: str) -> None:
    assert mend(seen)[0] == meant


@pytest.mark.parametrize(
    "text",
    [
        "Åtgärder på vägar, ”som de kallas”, kostar 5 000 kr – ½ mer än 2023",
        "„Guten Tag“ sagte André Müller aus Łódź",
        "Võru, São Paulo, Niño och Dragiša Žižek",
        "”Ta Steget”som magasinet heter",
        "6 ÷ 2 = 3, 100 €, Nordea™, † 2020",
        "ﬁnska ’ligaturer’ ＡＢ",
    ],
)
def test_what_was_read_rightly_stays(text: str) -> None:
    assert mend(text) == (text, ())


def test_each_word_is_told_with_its_place() -> None:
    assert mend("I JÃ¤mtland\när allt rÃ¤tt") == (
        "I Jämtland\när allt rätt",
        (Mended(2, 11, "JÃ¤mtland", "Jämtland"), Mended(20, 25, "rÃ¤tt", "rätt")),
    )
