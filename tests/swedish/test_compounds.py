from __future__ import annotations

from pathlib import Path

import pytest

from avtalsarkiv.swedish.compounds import halves, parts
from avtalsarkiv.swedish.stemming import stem

NO_COMPOUNDS = """
landsting landstinget hägersten ordförande ledamot ledamöter domstol verksamhet verksamheten förslag uppdrag
regeringen kommunerna beslutade protokollet förening förvaltningen utbildning möjligheter ansvarig ungdomar
information överenskommelse godkännande ersättning utredning tillämpning förändring behandling samarbete samverkan
insatser planering finansiering handlingar allmänna sverige östersund strömsunds norrköping kristianstad trollhättan
karlsson lundqvist bergström sandberg lindgren holmgren gustavsson danielsson kristina mellanskillnad offentliga
internationell resultat sammanträde avdelning direktör universitet institution administration organisation alternativ
kompetens ekonomiska kommunikation kvalitet presenterade rekommendation representerar organiserade prioriterade
informationen effektivitet hanteringen modeller framtiden riksdagen sjukdomen riktlinjer synpunkter identiteten
statistiska kollektiva delegerade vinsten
"""


@pytest.mark.parametrize(
    ("word", "made_of"),
    [
        ("samverkansavtal", "samverkan avtal"),
        ("samverkansavtalet", "samverkan avtalet"),
        ("utvecklingsnämnden", "utveckling nämnden"),
        ("parkeringsplatser", "parkering platser"),
        ("energikontor", "energi kontor"),
        ("fönsterbyte", "fönster byte"),
        ("takbyte", "tak byte"),
        ("ramavtal", "ram avtal"),
        ("inkomstpension", "inkomst pension"),
        ("cykelparkeringar", "cykel parkeringar"),
        ("avtalstiden", "avtal tiden"),
        ("gatukontor", "gata kontor"),
        ("kyrkogården", "kyrka gården"),
        ("skollokaler", "skola lokaler"),
        ("förskolelokal", "förskola lokal"),
        ("hyresvärden", "hyra värden"),
        ("arbetsutskottet", "arbete utskottet"),
        ("museiverksamhet", "museum verksamhet"),
        ("simhallen", "sim hallen"),
        ("elavtal", "el avtal"),
        ("cykelväg", "cykel väg"),
        ("sjukvården", "sjuk vården"),
        ("markägarersättning", "markägare ersättning"),
        ("bredbandsanslutning", "bredband anslutning"),
        ("medfinansieringsansökan", "medfinansiering ansökan"),
        ("samverkansavtalsmall", "samverkansavtal mall"),
        ("regionalutveckling", "regional utveckling"),
    ],
)
def test_a_compound_is_taken_apart(word: str, made_of: str) -> None:
    assert halves(word) == tuple(made_of.split())


@pytest.mark.parametrize(
    ("word", "made_of"),
    [
        ("samverkansavtalsmall", "samverkansavtal mall samverkan avtal"),
        ("bredbandsanslutning", "bredband anslutning bred band"),
        ("avtal", ""),
    ],
)
def test_the_parts_of_parts_are_parts_too(word: str, made_of: str) -> None:
    assert parts(word) == tuple(made_of.split())


TABLE = Path(__file__).parent / "tables" / "compounds.txt"


@pytest.mark.parametrize("line", TABLE.read_text(encoding="utf-8").splitlines())
def test_a_compound_is_found_by_its_parts(line: str) -> None:
    compound, *made_of = line.split()
    assert set(map(stem, made_of)) <= set(map(stem, parts(compound)))


@pytest.mark.parametrize("word", NO_COMPOUNDS.split())
def test_words_that_only_begin_like_another_stay_whole(word: str) -> None:
    assert halves(word) == parts(word) == ()


@pytest.mark.parametrize("word", ["", "avtal", "123456789", "x" * 500, "avtal" * 100, "SAMVERKANSAVTAL"])
def test_what_is_no_lower_case_compound_has_no_parts(word: str) -> None:
    assert halves(word) == parts(word) == ()
