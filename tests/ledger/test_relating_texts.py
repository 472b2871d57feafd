"""From the texts of a handful of documents to what they are to each other."""

from __future__ import annotations

from functools import cache
from typing import Final

from avtalsarkiv.corpus.model import Origin, Page, Quality, Verdict
from avtalsarkiv.ingest.extract.extractor import extract
from avtalsarkiv.ingest.extract.head import describe
from avtalsarkiv.ingest.titles import title_of
from avtalsarkiv.ledger.relating import Record, Relations, related

_PARTIES: Final = """
Detta avtal har träffats mellan Vikens kommun, org.nr 212000-0175, nedan kallad Kommunen, och
Badklubben Strandlinjen, org.nr 802490-0001, nedan kallad Klubben.
"""
_SIGNATURES: Final = """

Karin Bergudd                    Olle Lindhed
Kommunchef, Vikens kommun        Ordförande, Badklubben Strandlinjen
"""
_AGREEMENT: Final = f"""Vikens kommun                                      Dnr KS 2018/44

Samverkansavtal om drift av Granvikens badplats
{_PARTIES}
1. Bakgrund

Avtalet tecknas i enlighet med kommunstyrelsens beslut 2018-04-10, § 57. Kommunen äger badplatsen och
Klubben har skött den i många år med ideella krafter och med stöd av kommunen.

2. Ersättning

Kommunen betalar 40 000 kronor per år till Klubben för skötsel av bryggor, livbojar och papperskorgar.

3. Avtalstid

Avtalet gäller från och med den 1 juni 2018 till och med den 31 maj 2020. Uppsägning ska ske skriftligen
senast tre månader före avtalstidens utgång.
"""
_MINUTES: Final = """Vikens kommun                                      PROTOKOLL
Kommunstyrelsen                                    Sammanträdesdatum
                                                   2018-04-10

Tid och plats: tisdagen den 10 april 2018 kl. 13.00-15.00, Viken

Beslutande:
  Karin Bergudd (S), ordförande
  Olle Lindhed (M)

§ 56  Val av justerare

Beslut
Olle Lindhed utses att justera protokollet.

§ 57  Samverkansavtal om Granvikens badplats                 Dnr KS 2018/44

Beslut
Kommunstyrelsen godkänner avtal med Badklubben Strandlinjen.
"""
_AMENDMENT: Final = f"""Vikens kommun                                      Dnr KS 2020/12

Tilläggsavtal till samverkansavtal om drift av Granvikens badplats, daterat 2018-05-03
{_PARTIES}
Parterna förlänger avtalet om drift av Granvikens badplats av den 3 maj 2018. Avtalet gäller till och
med den 31 maj 2022.

Falun den 20 april 2020
{_SIGNATURES}"""
_SUCCESSOR: Final = f"""Vikens kommun                                      Dnr KS 2022/90

Samverkansavtal om badplatser
{_PARTIES}
1. Tidigare avtal

Avtalet ersätter samverkansavtal om drift av Granvikens badplats daterat 2018-05-03 samt ett hyresavtal från 2015.

2. Avtalstid

Avtalet gäller från och med den 1 juni 2022 till och med den 31 maj 2026.

Falun den 1 maj 2022
{_SIGNATURES}"""
_TEXTS: Final = {
    "agreement": f"{_AGREEMENT}\nFalun den 3 maj 2018\n{_SIGNATURES}",
    "amendment": _AMENDMENT,
    "draft": f"UTKAST\n\n{_AGREEMENT}\nOrt och datum ____________",
    "minutes": _MINUTES,
    "successor": _SUCCESSOR,
}


def record(name: str, text: str) -> Record:
    pages = [
        Page(number, page, Origin.PLAIN, Quality(Verdict.KEEP, "")) for number, page in enumerate(text.split("\f"), 1)
    ]
    title = title_of(line for page in pages for line in page.text.split("\n"))
    head = describe(title, pages)
    return Record(name, title, head.doc_type, head.date, head.dnr, extract(pages, head))


@cache
def relations() -> Relations:
    return related(record(name, text) for name, text in _TEXTS.items())


def test_documents_are_linked_by_what_they_say_of_each_other() -> None:
    assert {(link.source, link.relation, link.target) for link in relations().links} == {
        ("agreement", "decided_by", "minutes"),
        ("amendment", "amends", "agreement"),
        ("amendment", "extends", "agreement"),
        ("draft", "decided_by", "minutes"),
        ("successor", "replaces", "agreement"),
    }


def test_draft_and_signed_agreement_are_copies() -> None:
    [group] = relations().groups
    assert (group.documents, group.signed) == (("agreement", "draft"), "agreement")
    assert [document for document, _ in relations().repeated] == ["draft"]


def test_an_agreement_that_is_not_held_is_named() -> None:
    assert [(named.title, named.date) for named in relations().named] == [("hyresavtal", "2015")]


def test_the_life_of_the_agreement_is_told() -> None:
    found = relations().changes_of("agreement")
    assert [(one.document, one.inverse) for one in found] == [("amendment", "amended_by"), ("successor", "replaced_by")]
    assert found[1].begins == "2022-06-01"
