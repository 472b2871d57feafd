from __future__ import annotations

import pytest

from avtalsarkiv.corpus.model import Origin, Page, Quality, Verdict
from avtalsarkiv.ingest.extract.head import Head, describe


def described(*texts: str) -> Head:
    quality = Quality(Verdict.KEEP, "plain")
    return describe(None, [Page(number, text, Origin.PLAIN, quality) for number, text in enumerate(texts, start=1)])


@pytest.mark.parametrize(
    ("line", "doc_type"),
    [
        ("S A M M A N T R Ä D E S P R O T O K O L L", "protokoll"),
        ("Hyreskontrakt för lokal", "avtal"),
        ("TJÄNSTESKRIVELSE", "tjansteskrivelse"),
        ("Ansökan om bidrag", "ansokan"),
        ("Slutrapport", "rapport"),
        ("Norrby kommun", None),
    ],
)
def test_the_head_names_the_type(line: str, doc_type: str | None) -> None:
    assert described(line).doc_type == doc_type


@pytest.mark.parametrize(
    ("foot", "date"),
    [
        ("Avtalet gäller till 31 december 2027\nNorrby den 3 mars 2021", "2021-03-03"),
        ("Norrby 2021-03-03", "2021-03-03"),
        ("Norrby den 3 mars 2021      Sundby den 5 mars 2021", "2021-03-05"),
        ("Norrby den 3 mars 2021 Sundby den 5 mars 2021", "2021-03-05"),
        ("Datum: 2021-03-03", "2021-03-03"),
        ("Ort och datum: Norrby 2021-03-03", "2021-03-03"),
        ("Ort/datum 2021-03-03     Ort/datum 2021-03-05", "2021-03-05"),
        ("Avtalet undertecknas elektroniskt.\n2021-03-03   Anna Ek, vd\n2021-03-05   Bo Al", "2021-03-05"),
        ("Slutredovisning senast\n2027-12-31", None),
        ("den 31 december 2027", None),
        ("Tillträde 2027-12-31", None),
        ("2027-12-31   Anna Ek, rapport", None),
        ("Undertecknas i två exemplar\n2027-12-31   delrapport", None),
        ("Projektperiod: 2021-01-01 - 2027-12-31", None),
    ],
)
def test_an_agreement_is_dated_by_its_last_signature(foot: str, date: str | None) -> None:
    assert described(f"Samverkansavtal\n{foot}").date == date


def test_signatures_may_stand_before_the_annexes() -> None:
    assert (
        described("Avtal", "Norrby den 3 mars 2021\nAnna Ek", "Bilaga 1\nPriser från 2022-01-01").date == "2021-03-03"
    )


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("Tisdagen den 3 mars 2021 kl. 9", "2021-03-03"),
        ("Kallelse den 1 mars 2021\nSammanträdesdatum 2021-03-03", "2021-03-03"),
        ("Sammanträdesdatum    Dnr\n2021-03-03           KS 2021/17", "2021-03-03"),
        ("Justerat 2021-03-09\nAnslaget 2021-03-10\nMötesdatum: 3 mars 2021", "2021-03-03"),
        ("Inkom\n2021-03-10\nDatum\n2021-03-03", "2021-03-03"),
        ("Ert datum 2021-02-01\nDatum 2021-03-03", "2021-03-03"),
        ("Plats och tid: Sörbyn, 20210303 9.00-10.00", "2021-03-03"),
        ("Ärendenr 20210303", None),
        ("Justeras 2021-03-09", None),
        ("Utskriftsdatum: 2021-03-09", None),
    ],
)
def test_minutes_are_dated_by_their_head(head: str, date: str | None) -> None:
    assert described(f"Protokoll\n{head}").date == date


def test_minutes_have_the_numbers_of_their_paragraphs() -> None:
    assert described("Protokoll", "§ 4 Dnr KS 2021/17", "§ 5 Dnr KS 2021/18").dnr == ("KS 2021/17", "KS 2021/18")


def test_a_letter_has_the_number_of_its_head_with_or_without_a_label() -> None:
    assert described("Tjänsteskrivelse\nDnr KS 2021/17", "Se dnr KS 2019/3").dnr == ("KS 2021/17",)
    assert described("Tjänsteskrivelse\n2021-03-03\nKS 2021/17").dnr == ("KS 2021/17",)
    assert described("Avtal\tKS 2021/17\nParterna har den 3 mars 2015 ingått ett avtal (dnr KS 2015/3).").dnr == (
        "KS 2021/17",
    )


def test_nothing_is_known_of_a_blank_document() -> None:
    assert described("", " \n ") == Head()
