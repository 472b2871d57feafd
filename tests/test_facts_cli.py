"""Facts on the command line, as a process: what scripts and people depend on."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import openpyxl
import pytest

from avtalsarkiv.archive import Archive
from avtalsarkiv.contract.facts import AGREEMENT_COLUMNS, COLUMNS
from avtalsarkiv.corpus.facts import Agreement, Amount, Clause, Content, Finding, Party
from avtalsarkiv.loading import follow
from avtalsarkiv.tests.facts import archive as archive_of
from avtalsarkiv.tests.facts import document, stating

Json = dict[str, Any]
LIFE: Final = Agreement("signed", "2024-01-01", "2025-12-31", "fixed", Clause(2, 95, 99, "till"), "P6M")
ODD: Final = "=cmd|'/c calc'!A1 ska betala -750 kr, och 7 7 7 kr är oklart. Anna Ek 850101-1238."
ODD_FACTS: Final[dict[str, Content]] = {
    "=cmd|'/c calc'!A1": Party("=cmd|'/c calc'!A1", "organisation", "party"),
    "-750 kr": Amount(Decimal(-750), "SEK"),
    "Anna Ek 850101-1238": Party("Anna Ek 850101-1238", "person", "mentioned"),
}


def run(archive: Path, *arguments: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "avtalsarkiv", "--archive", str(archive), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, **options)


def lines(done: subprocess.CompletedProcess[str]) -> list[Json]:
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def fill(folder: Path) -> Path:
    """An archive with an agreement, a document that is odd, and one of which nothing was extracted."""
    odd = document((ODD,), "cd", title="=1+1", doc_type="ovrigt")
    unclear = Clause(1, ODD.index("7 7 7"), ODD.index("7 7 7") + 5, "7 7 7")
    finding = Finding("sum_differs", "1 + 1 is not 3", unclear)
    with archive_of(
        folder,
        stating(document(), agreement=LIFE),
        stating(odd, ODD_FACTS, unexplained=(unclear,), findings=(finding,)),
        document(("Bara text",), "ef", title="Bara text"),
    ) as made:
        follow(made.index, made.store)
    return folder


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("archives") / "archive")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return fill(tmp_path / "archive")


def test_each_document_comes_first_and_each_line_has_all_keys_of_its_kind(archive: Path) -> None:
    rows = lines(run(archive, "facts", "--json"))
    assert [row["kind"] for row in rows[:3]] == ["document", "party", "party"]
    assert sum(row["kind"] == "document" for row in rows) == 3
    for row in rows:
        assert tuple(row) == (*COLUMNS[row["kind"]], *["relations"][: row["kind"] == "document"])


def test_money_is_a_string_and_a_place_is_a_box(archive: Path) -> None:
    [amount] = lines(run(archive, "facts", "amount", "--role", "payment", "--json"))
    assert (amount["value"], amount["per"], amount["payer"]) == ("12500", "year", "Norrbygdens kommun")
    assert amount["id"] == f"{document().id}-amount-62-71"
    assert len(amount["box"]) == 4 and amount["ocr_confidence"] == 90


def test_the_document_says_how_the_agreement_ends(archive: Path) -> None:
    row = lines(run(archive, "facts", "document", "--json"))[0]
    assert (row["status"], row["valid_to"], row["ends"], row["notice"]) == ("signed", "2025-12-31", "fixed", "P6M")
    assert row["ends_clause"] == {"page": 2, "start": 95, "end": 99, "text": "till"}


def test_people_read_a_table(archive: Path) -> None:
    shown = run(archive, "facts", "amount").stdout
    assert "p. 1  amount  12 500 SEK per year (payment, Norrbygdens kommun -> Snö & Sand AB)" in shown
    assert "Bara text" not in shown


def test_show_lists_the_facts_of_a_document(archive: Path) -> None:
    assert "penalty" in run(archive, "show", "abab", "--facts", "--page", "2").stdout
    assert [row["kind"] for row in lines(run(archive, "show", "abab", "--facts", "--page", "2", "--json"))] == [
        "document", "date", "amount",
    ]  # fmt: skip


def test_personnummer_are_masked_unless_asked_for(archive: Path) -> None:
    assert "1238" not in run(archive, "facts", "--json").stdout + run(archive, "facts", "--csv").stdout
    assert "1238" in run(archive, "facts", "--json", "--unmask").stdout


def test_csv_cells_are_no_formulas_and_negative_numbers_are_numbers(archive: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(archive, "facts", "--csv").stdout)))
    values = {row["value"] for row in rows}
    assert "-750" in values
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "@"))]


def test_a_workbook_has_numbers_dates_and_links(archive: Path, tmp_path: Path) -> None:
    run(archive, "facts", "--xlsx", tmp_path / "facts.xlsx")
    book: Any = openpyxl.load_workbook(tmp_path / "facts.xlsx")
    assert book.sheetnames == ["about", "document", "party", "amount", "date", "decision", "findings"]
    amounts, dates = named(book["amount"]), named(book["date"])
    assert [row["value"].value for row in amounts] == [12500, 500, -750]
    assert [row["repeated"].value for row in amounts] == [False, False, False]
    assert amounts[1]["page"].hyperlink.target == "file:///registry/abababababababab.txt#page=2"
    assert dates[0]["from"].is_date and dates[0]["from"].value.date().isoformat() == "2024-01-01"
    assert book["amount"].freeze_panes == "A2"
    assert not [cell.value for row in named(book["party"]) for cell in row.values() if cell.data_type == "f"]


def test_a_workbook_says_first_what_it_rests_on(archive: Path, tmp_path: Path) -> None:
    run(archive, "facts", "amount", "--xlsx", tmp_path / "facts.xlsx")
    book: Any = openpyxl.load_workbook(tmp_path / "facts.xlsx")
    about = {(row["what"].value, row["text"].value) for row in named(book["about"])}
    assert about >= {("documents", 3), ("pages", 4), ("no fact", "7 7 7"), ("findings", 1)}
    assert [row["message"].value for row in named(book["findings"])] == ["1 + 1 is not 3"]
    assert about >= {("no facts", "not extracted yet"), ("asked", "facts: kind amount")}


def named(sheet: Any) -> list[dict[str, Any]]:
    """The cells of each row of a sheet by column."""
    header, *rows = sheet.iter_rows()
    return [{head.value: cell for head, cell in zip(header, row, strict=True)} for row in rows]


def test_evidence_stands_by_itself_and_is_escaped(archive: Path, tmp_path: Path) -> None:
    run(archive, "facts", "--evidence", tmp_path / "evidence.html")
    page = (tmp_path / "evidence.html").read_text(encoding="utf-8")
    assert "<mark>12 500 kr</mark>" in page
    assert "Snö &amp; Sand AB" in page and "Snö & Sand AB" not in page
    assert "1238" not in page and "http" not in page.replace("http-equiv", "")


def test_findings_are_listed(archive: Path) -> None:
    [row] = lines(run(archive, "facts", "--findings", "--json"))
    assert (row["finding"], row["message"], row["page"]) == ("sum_differs", "1 + 1 is not 3", 1)


def test_a_person_corrects_a_fact_and_takes_it_back(own: Path) -> None:
    fact = f"{document().id}-amount-62-71"
    [row] = lines(run(own, "facts", "--set", fact, "value=13 000", "--by", "Eva", "--json"))
    assert (row["value"], row["state"], row["extracted"]) == ("13000", "corrected", {"value": "12500"})
    assert run(own, "facts", "--set", fact, "state=extracted").returncode == 0
    assert lines(run(own, "facts", "amount", "--role", "payment", "--json"))[0]["state"] == "extracted"


def test_a_rejected_fact_is_listed_only_with_all(own: Path) -> None:
    run(own, "facts", "--set", f"{document().id}-amount-62-71", "state=rejected")
    assert len(lines(run(own, "facts", "amount", "--json"))) == 2
    assert len(lines(run(own, "facts", "amount", "--all", "--json"))) == 3


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["facts", "colour"], "KIND is one of"),
        (["facts", "--json", "--csv"], "give one of"),
        (["facts", "--findings", "--xlsx", "x"], "--findings are listed"),
        (["facts", "--by", "Eva"], "--by goes with --set"),
        (["facts", "--set", "x", "value=5"], "is no id of a fact"),
        (["facts", "--min-amount", "lots"], "lots: is no amount"),
        (["facts", "--from", "yesterday"], "is no date"),
        (["agreements", "--expiring", "soon"], "is no time"),
        (["retry", "--text", "--facts"], "two errands"),
    ],
)
def test_what_cannot_be_done_is_told(archive: Path, arguments: list[str], said: str) -> None:
    done = run(archive, *arguments)
    assert (done.returncode, said in done.stderr) == (2, True), done.stderr


def test_the_register_lists_agreements(archive: Path) -> None:
    [row] = lines(run(archive, "agreements", "--as-of", "2025-06-01", "--json"))
    assert set(row) == {*AGREEMENT_COLUMNS, "ends_clause", "evidence", "life"}
    assert (row["notice_day"], row["yearly_value"], row["in_force"]) == ("2025-06-30", "12500", True)
    assert "2025-06-30" in run(archive, "agreements").stdout


@pytest.mark.parametrize(("within", "found"), [("12m", 1), ("30d", 0)])
def test_the_register_lists_what_runs_out(archive: Path, within: str, found: int) -> None:
    rows = lines(run(archive, "agreements", "--expiring", within, "--as-of", "2025-06-01", "--json"))
    assert len(rows) == found


def test_status_says_what_is_to_be_extracted_again(archive: Path) -> None:
    [row] = lines(run(archive, "status", "--json"))
    assert (row["facts"], row["facts_to_extract_again"]) == ({"party": 4, "amount": 3, "date": 1, "decision": 0}, 3)
    assert "retry --facts" in run(archive, "status").stderr


def test_searching_loads_nothing_that_only_extraction_needs(archive: Path) -> None:
    code = (
        "import sys; from avtalsarkiv.archive import Archive\n"
        f"with Archive({str(archive)!r}) as archive:\n"
        "    archive.search('text', party='Norrbygdens'); list(archive.facts())\n"
        "print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"spacy", "openpyxl", "thinc"} & set(done.stdout.split())


def test_a_correction_that_fits_nothing_is_listed_wherever_one_looks(own: Path) -> None:
    run(own, "facts", "--set", f"{document().id}-amount-62-71", "value=13000", "--by", "Eva")
    with Archive(own) as made:
        made.store.keep_extraction(stating(document(), {}))
    [row] = [row for row in lines(run(own, "facts", "--findings", "--json")) if row["document"] == document().id]
    assert row["finding"] == "correction_fits_nothing"
    assert 'of the amount "12 500 kr" on page 1: corrected, value=13000' in row["message"]
    assert row["message"] in run(own, "status").stdout
    assert lines(run(own, "status", "--json"))[0]["corrections_that_fit_nothing"] == 1
    fact = row["message"].split("--set ")[1].split()[0]
    assert "taken back" in run(own, "facts", "--set", fact, "state=extracted").stderr
    assert lines(run(own, "status", "--json"))[0]["corrections_that_fit_nothing"] == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["facts", "--from", "2021-02-30"], "no such day"),
        (["facts", "amount", "--min-amount", "500", "--max-amount", "100"], "no amount is both"),
        (["facts", "--min-amount", "1e500"], "larger than any amount"),
        (["facts", "amount", "--role", "signed"], "no amount has this role; it is one of payment"),
        (["facts", "--dnr", ""], "is empty"),
        (["facts", "--query", " "], "is empty"),
        (["agreements", "--query", ""], "is empty"),
        (["agreements", "--from", "2022", "--to", "2021"], "no date is both"),
        (["facts", "--party", "Norrbygden", "--party", ""], "is empty"),
        (["agreements", "--as-of", "2024-02-30"], "no day of the calendar"),
        (["agreements", "--expiring", "99999y"], "write 12m"),
    ],
)
def test_what_nothing_can_answer_is_refused_with_a_sentence(archive: Path, arguments: list[str], sentence: str) -> None:
    done = run(archive, *arguments)
    assert done.returncode == 2
    assert sentence in done.stderr


def test_facts_in_one_of_several_roles_are_listed(archive: Path) -> None:
    rows = {
        roles: {row["role"] for row in lines(run(archive, "facts", "--json", *roles)) if row["kind"] != "document"}
        for roles in (("--role", "party"), ("--role", "payment"), ("--role", "party", "--role", "payment"))
    }
    one, other, both = rows.values()
    assert both == one | other
    assert one and other


def test_a_list_without_facts_says_so(archive: Path) -> None:
    assert "0 facts" in run(archive, "facts", "--party", "Ingen AB").stderr


def test_the_workbook_of_agreements_says_first_what_was_asked(archive: Path, tmp_path: Path) -> None:
    run(archive, "agreements", "--as-of", "2025-06-01", "--xlsx", tmp_path / "register.xlsx")
    book: Any = openpyxl.load_workbook(tmp_path / "register.xlsx")
    assert book.sheetnames == ["about", "agreements"]
    said = {row["what"].value: row["text"].value for row in named(book["about"])}
    assert said["asked"] == "agreements: as of 2025-06-01"
