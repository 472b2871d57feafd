"""The example documents go in, each by its own way, and are found by their text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

import avtalsarkiv
from avtalsarkiv.archive import Archive
from avtalsarkiv.corpus.model import OutcomeKind
from avtalsarkiv.corpus.repaired import repaired

EXAMPLES: Final = Path(__file__).resolve().parent.parent / "examples"

WRITTEN: Final = {
    "projektansokan-bredband.pdf": "Byalagens eget arbete",
    "nyhetsbrev-fjallkusten.pdf": "särskilt driftstöd för dagligvarubutiker",
    "kommunstyrelsen-2023-05-16.html": "Traktor med sandspridare",
    "beslut-medfinansiering-bokbuss.docx": "högst 640 000 kronor",
    "tjansteskrivelse-vagbelysning.odt": "natriumarmaturer mot lysdioder",
    "remiss-avfallstaxa.eml": "synpunkter senast fredagen den 15 september 2023",
    "remiss-avfallstaxa.eml//Förslag till avfallstaxa.pdf": "påbörjad kubikmeter",
    "delegationslista-1996.txt": "matdistribution, Granåsen",
    "anbudsoppning-skolskjuts.txt": "Björkmo Taxi & Buss",
    "protokollsutdrag-raddningstjanst.txt": "räddningstjänsterna i Jämtland Härjedalen",
    "tillaggsavtal-kollektivtrafik.txt": "svarar Norrbygdens kommun för 74 procent",
    "samverkansavtal-turism-skadat.txt": "regionala utvecklingsnamnden",
}
SCANNED: Final = {
    "samverkansavtal-kollektivtrafik.pdf": "regional kollektivtrafikmyndighet enligt lagen",
    "driftavtal-skoterleder.pdf": "isens bärighet vid överfarten på Älvsjön",
    "arrendeavtal-camping.pdf": "högst 85 uppställningsplatser",
    "ansokan-foreningsbidrag.pdf": "byta tak på bagarstugan",
    "byggnadsnamnden-1987.pdf": "avslå begäran om förhandsbesked",
    "hyresavtal-fritidsgard.tif": "Systematiskt brandskyddsarbete",
    "uppsagning-stadavtal.jpg": "tecknat den 19 juni 2017",
}


@pytest.fixture(scope="module")
def unread(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """The examples in an archive that had no OCR."""
    with avtalsarkiv.open(tmp_path_factory.mktemp("examples")) as archive:
        list(archive.ingest([EXAMPLES], ocr="never"))
        yield archive


@pytest.mark.parametrize(("name", "phrase"), WRITTEN.items(), ids=WRITTEN)
def test_what_is_written_is_found_without_ocr(unread: Archive, name: str, phrase: str) -> None:
    assert found(unread, phrase) == {name}


@pytest.mark.parametrize(
    "line",
    [
        "med grannarna i Jämtland Härjedalen, som har lång erfarenhet av vinterturism.",
        "gästnätter och att hållbara resor med tåg och buss är en förutsättning.",
        "den 20 mars 2018, § 34, pekar ut samverkan över länsgränsen mot Härjedalen som",
        "Regionen bidrar med 450 000 kronor per år och kommunen med 300 000 kronor per år.",
        "Region Fjällkusten                         Norrbygdens kommun",
    ],
)
def test_damaged_letters_come_back(unread: Archive, line: str) -> None:
    [document] = [document for document in unread.documents() if document.text.startswith(" Samverkansavtal")]
    assert line in repaired(document.pages[0]).text.split("\n")


def test_scans_wait_where_there_is_no_ocr(unread: Archive) -> None:
    waiting = unread.store.outcomes([OutcomeKind.WAITING])
    assert {Path(outcome.path).name for _, outcome in waiting} == set(SCANNED)


@pytest.mark.slow
def test_scans_are_found_by_what_stands_on_them(tmp_path: Path) -> None:
    with avtalsarkiv.open(tmp_path / "archive") as archive:
        outcomes = list(archive.ingest([EXAMPLES / name for name in SCANNED]))
        assert {outcome.kind for outcome in outcomes} == {OutcomeKind.INGESTED}
        assert {name: found(archive, phrase) for name, phrase in SCANNED.items()} == {name: {name} for name in SCANNED}


def found(archive: Archive, phrase: str) -> set[str]:
    """The examples that have a phrase."""
    hits = archive.search(f'"{phrase}"').hits
    return {path.removeprefix(f"{EXAMPLES}/") for hit in hits for path in hit.paths}


def test_a_sum_that_is_not_the_sum_of_its_rows_is_found(unread: Archive) -> None:
    assert [found.kind for found in unread.findings()] == ["sum_differs"]
