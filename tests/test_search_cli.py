"""`search` as a process: batches of questions, parts of an answer, and whatever else somebody may type."""

from __future__ import annotations

import csv
import fcntl
import io
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Final

import pytest

Json = dict[str, Any]
TEXTS: Final = {
    "avtal.txt": "Avtal om snöröjning\n\nDnr KS 2021/17\n\nMellan Norrbygdens kommun och Snö & Sand AB."
    " Avtalet gäller från 2021-01-01 till 2022-12-31. Kommunen betalar 12 500 kr.\nPlogning, sandning och sopning av"
    " vägar, torg och gångbanor ingår.\n\nLillälva 2020-12-15",
    "protokoll.txt": "Protokoll\n\nKommunstyrelsen 2023-05-16\n\n§ 1 Snöröjning\nKommunstyrelsen beslutar att säga upp"
    " avtalet om plogning, sandning och sopning av vägar, torg och gångbanor."
    "\f§ 2 Simhallen\nKommunstyrelsen beslutar att bevilja 90 000 kr.",
    "bilaga.txt": "\f".join(f"Turlista för linje {number}, Lillälva" for number in range(6)),
}


def run(archive: Path, *arguments: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "avtalsarkiv", "--archive", str(archive), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, **options)


def lines(done: subprocess.CompletedProcess[str]) -> list[Json]:
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("registry")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    archive = folder / "archive"
    assert run(archive, "ingest", *map(str, folder.glob("*.txt")), "--ocr", "never").returncode == 0
    return archive


def asked(archive: Path, tmp_path: Path, table: str, *options: str) -> subprocess.CompletedProcess[str]:
    (tmp_path / "frågor.csv").write_text(table, encoding="utf-8")
    return run(archive, "search", "--queries", tmp_path / "frågor.csv", *options)


def cells(done: subprocess.CompletedProcess[str]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(done.stdout)))


# A document's pages


def test_people_read_each_document_once_with_its_pages_under_it(archive: Path) -> None:
    shown = run(archive, "search", "turlista lillälva").stdout
    assert shown.count("bilaga.txt") == 1
    assert shown.count("Turlista för linje") >= 3


def test_an_agreement_is_shown_with_its_parties_and_its_term(archive: Path) -> None:
    shown = run(archive, "search", "snöröjning", "--type", "avtal").stdout
    assert "2021-01-01 to 2022-12-31" in shown
    assert "Norrbygdens kommun" in shown


def test_ranks_go_on_where_the_last_part_ended(archive: Path) -> None:
    first, second = (
        lines(run(archive, "search", "turlista", "--limit", "2", "--all-pages", "--page", page, "--json"))
        for page in "12"
    )
    assert [hit["rank"] for hit in (*first, *second)] == [1, 2, 3, 4]
    assert len({hit["page"] for hit in (*first, *second)}) == 4


@pytest.mark.parametrize(("page", "sentence"), [("1", "--page 2 shows the next"), ("9", "beyond the end")])
def test_a_part_of_an_answer_says_where_the_rest_is(archive: Path, page: str, sentence: str) -> None:
    done = run(archive, "search", "turlista", "--limit", "2", "--all-pages", "--page", page)
    assert sentence in done.stderr
    assert "6 pages in 1 of 3 documents searched" in done.stderr


# Conditions, counts and orders


@pytest.mark.parametrize(
    ("options", "documents"),
    [
        (["--type", "protokoll"], {"protokoll.txt"}),
        (["--valid", "2022"], {"avtal.txt"}),
        (["--valid", "2018..2020"], set()),
        (["--valid", "2020.."], {"avtal.txt"}),
        (["--body", "kommunstyrelsen"], {"protokoll.txt"}),
        (["--min-amount", "50 000"], {"protokoll.txt"}),
        (["--party", "norrbygden"], {"avtal.txt"}),
        (["--party", "norrbygden", "--party", "snö & sand"], {"avtal.txt"}),
        (["--party", "norrbygden", "--party", "kommunstyrelsen"], set()),
        (["--dnr", "ks-2021-17", "snöröjning"], {"avtal.txt"}),
    ],
)
def test_conditions_choose_documents_with_or_without_words(
    archive: Path, options: list[str], documents: set[str]
) -> None:
    found = lines(run(archive, "search", "--json", *options))
    assert {Path(hit["path"]).name for hit in found} == documents


def test_a_party_that_nobody_is_called_is_told_with_the_nearest_names(archive: Path) -> None:
    for command in (["search", "avtal"], ["facts"]):
        done = run(archive, *command, "--party", "Norbygdns kommun")
        assert (
            "no party of any document is called Norbygdns kommun; the nearest names: Norrbygdens kommun" in done.stderr
        )


def test_a_summary_counts_and_says_what_may_have_been_meant(archive: Path) -> None:
    *_, summary = lines(run(archive, "search", "turlsta", "--facets", "--json", "--summary"))
    assert set(summary["facets"]) == {"type", "year", "party", "body", "amount", "findings"}
    assert sum(summary["facets"]["type"].values()) == 1
    assert (summary["did_you_mean"], summary["searched"], summary["hits"]) == ("turlista", 3, 3)


@pytest.mark.parametrize("form", [[], ["--json"], ["--csv"]])
def test_without_a_summary_the_same_is_said(archive: Path, form: list[str]) -> None:
    done = run(archive, "search", "turlsta", "--facets", *form)
    assert 'did you mean "turlista"?' in done.stderr
    assert "findings: no 1" in (done.stderr if form else done.stdout)


@pytest.mark.parametrize(
    ("sort", "first"), [("newest", "protokoll.txt"), ("oldest", "avtal.txt"), ("type", "avtal.txt")]
)
def test_hits_come_in_the_order_asked_for(archive: Path, sort: str, first: str) -> None:
    assert lines(run(archive, "search", "snöröjning", "--sort", sort, "--json"))[0]["path"].endswith(first)


def test_what_resembles_a_document_is_found_and_not_itself(archive: Path) -> None:
    [one] = {hit["document"] for hit in lines(run(archive, "search", "--type", "avtal", "--json"))}
    [found] = lines(run(archive, "search", "--like", one[:6], "--json"))
    assert found["path"].endswith("protokoll.txt")


def test_a_paragraph_is_a_hit_of_its_own(archive: Path) -> None:
    [hit] = lines(run(archive, "search", "simhallen", "--json"))
    assert (hit["paragraph"], hit["heading"], hit["page"], hit["last_page"]) == ("2", "Simhallen", 2, 2)
    assert "page 2, § 2 Simhallen" in run(archive, "search", "simhallen").stdout


# Batches


def test_a_row_has_options_of_its_own_and_keeps_its_other_columns(archive: Path, tmp_path: Path) -> None:
    table = "nr,Query,type,dnr\n7,snöröjning,avtal,\n8,snöröjning,protokoll,\n9,snöröjning,,KS-2021-17\n"
    rows = cells(asked(archive, tmp_path, table, "--csv"))
    assert [(row["nr"], row["type"], row["given_dnr"], row["doc_type"]) for row in rows] == [
        ("7", "avtal", "", "avtal"), ("8", "protokoll", "", "protokoll"), ("9", "", "KS-2021-17", "avtal"),
    ]  # fmt: skip
    assert list(rows[0])[:5] == ["nr", "type", "given_dnr", "query", "rank"]


def test_a_row_without_a_hit_is_not_lost(archive: Path, tmp_path: Path) -> None:
    [row] = cells(asked(archive, tmp_path, "nr;query\n1;xylofon\n", "--csv"))
    assert (row["nr"], row["query"], row["rank"], row["document"]) == ("1", "xylofon", "", "")


def test_json_gives_the_other_columns_too(archive: Path, tmp_path: Path) -> None:
    [row] = lines(asked(archive, tmp_path, "nr\tquery\n1\tsimhallen\n", "--json"))
    assert row["given"] == {"nr": "1"}


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("snöröjning,igår,", "igår: is no date"),
        ("snöröjning,,mycket", "mycket: is no amount"),
        (",,", None),
        ('"   ",2021,', None),
        ("snöröjning,2021,1,2", "has 4 cells, and there are 3 columns"),
        ('"snöröjning,2021,1', "has a quotation mark that is not closed"),
        ('"snö"röjning,2021,', "is no row of CSV"),
    ],
)
def test_a_row_that_cannot_be_asked_is_named_and_the_others_are_answered(
    archive: Path, tmp_path: Path, row: str, sentence: str | None
) -> None:
    done = asked(archive, tmp_path, f"query,from,min_amount\nsimhallen,,\n{row}\n", "--json")
    assert {hit["query"] for hit in lines(done)} >= {"simhallen"}
    assert done.returncode == (1 if sentence else 0)
    assert (f"line 3: {sentence}" if sentence else "") in done.stderr


def test_a_row_that_asks_for_nothing_is_named(archive: Path, tmp_path: Path) -> None:
    done = asked(archive, tmp_path, "nr,query\n1,\n2,simhallen\n")
    assert (done.returncode, "line 2: asks for nothing" in done.stderr) == (1, True)


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        ("nr,text\n1,avtal\n", "has no column `query`"),
        ("query,type,type\na,,\n", "has two columns `type`"),
        ("", "has no column `query`"),
        ("query\n\n", "nothing to search for"),
    ],
)
def test_a_table_without_questions_is_refused(archive: Path, tmp_path: Path, table: str, sentence: str) -> None:
    done = asked(archive, tmp_path, table)
    assert (done.returncode, sentence in done.stderr) == (2, True)


def test_a_spreadsheets_table_is_read(archive: Path, tmp_path: Path) -> None:
    done = asked(archive, tmp_path, "\ufeffQuery;Limit\r\nturlista;1\r\n", "--json")
    assert [hit["query"] for hit in lines(done)] == ["turlista"]


def test_no_cell_is_a_formula(archive: Path, tmp_path: Path) -> None:
    done = asked(archive, tmp_path, '=nr,query\n"=HYPERLINK(""x"")",@simhallen\n', "--csv")
    [row] = cells(done)
    assert row["'=nr"] == '\'=HYPERLINK("x")'
    assert row["query"] == "'@simhallen"


# Whatever somebody types

NAUGHTY: Final = (
    "AND", "OCH OCH", "NOT", "(", '"', '"snöröjning', "*", "a~9", "~", "-", "--", ":", "belopp:>", "belopp:>abc",
    "år:", "datum:..", "sida:x", "part:", "§", "a* b* c*", "([)", ".*", "(a+)+$", "../../etc/passwd", "\u202eavtal",
    "\u200b", "\U0001f600", "a" * 100_000, "a\0b",
    '"' * 999, "(" * 5_000, "-" * 5_000, "é" * 3_000, "a\tb", "'; DROP TABLE documents; --", "%s %n {0}", "\\",
)  # fmt: skip


@pytest.mark.parametrize("question", ["OCH", '"', "*", "-", "(a+)+$", "OR " * 20_000])
def test_any_question_is_answered_or_told_why_not(archive: Path, question: str) -> None:
    done = run(archive, "search", "--", question, timeout=20)
    assert (done.returncode in (0, 2), "Traceback" not in done.stderr) == (True, True)
    assert len(done.stderr) < 2_000


def test_any_file_of_questions_is_answered(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "q.txt").write_text("\n".join(NAUGHTY), encoding="utf-8")
    begin = time.monotonic()
    done = run(archive, "search", "--queries", tmp_path / "q.txt", "--json", "--summary")
    assert (done.returncode, done.stderr) == (0, "")
    assert [row["query"] for row in lines(done) if row.get("kind")] == list(NAUGHTY)
    assert time.monotonic() - begin < len(NAUGHTY)


def test_a_question_of_a_megabyte_out_of_a_file_is_answered(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "q.txt").write_text("avtal " * 170_000 + "\nsimhallen\n", encoding="utf-8")
    done = run(archive, "search", "--queries", tmp_path / "q.txt", "--limit", "1")
    assert (done.returncode, "Simhallen" in done.stdout) == (0, True)
    assert len(done.stderr) < 3_000


def test_what_is_no_text_is_no_bug(archive: Path) -> None:
    question = os.fsdecode(b"sn\xf6r\xf6jning")
    for form in ("--json", "--csv", "--facets"):
        assert run(archive, "search", question, form, errors="replace").returncode == 0


def test_a_reader_who_has_seen_enough_ends_a_search(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "q.txt").write_text("turlista\n" * 200, encoding="utf-8")
    program = f"{sys.executable} -m avtalsarkiv --archive {archive} search --queries {tmp_path / 'q.txt'}"
    command = f"{program} | head -n 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "141"
    assert "Traceback" not in done.stderr


def test_an_empty_archive_says_so(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    run(tmp_path / "archive", "ingest", tmp_path / "in", "--ocr", "never")
    done = run(tmp_path / "archive", "search", "avtal")
    assert (done.returncode, "the archive is empty" in done.stderr) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("a", "--valid", "2018..2016"), "ends before it begins"),
        (("a", "--valid", "igår"), "is no date"),
        (("a", "--valid", ".."), "is no time"),
        (("a", "--from", "2021", "--to", "2020-12"), "no date is both"),
        (("a", "--min-amount", "2", "--max-amount", "1"), "no amount is both"),
        (("a", "--party", " "), "is empty"),
        (("--like", "ffffff"), "no document"),
        (("--sort", "newest"), "nothing to search for"),
        (("a", "--sort", "best"), "is not one of"),
    ],
)
def test_what_nothing_can_fit_is_refused(archive: Path, arguments: tuple[str, ...], sentence: str) -> None:
    done = run(archive, "search", *arguments)
    assert (done.returncode, sentence in done.stderr) == (2, True)


# An index that cannot be used


@pytest.fixture
def own(archive: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(archive, tmp_path / "own"))


def spoiled(archive: Path, how: str) -> None:
    """Make the index of an archive one that must not be used."""
    if how == "missing":
        shutil.rmtree(archive / "index")
        return
    files = [path for path in (archive / "index").rglob("*") if path.is_file() and path.stat().st_size]
    if how == "half":
        for path in files[::2]:
            path.unlink()
    elif how == "foreign":
        for path in files:
            path.write_bytes(b"cos\nsystem\n(S'touch owned'\ntR.")
    elif how == "open to others":
        (archive / "index").chmod(0o777)


@pytest.mark.parametrize("how", ["missing", "half", "foreign", "open to others"])
def test_an_index_that_cannot_be_used_is_built_again_and_it_is_said(own: Path, how: str) -> None:
    spoiled(own, how)
    done = run(own, "search", "simhallen", "--json", cwd=own)
    assert [hit["page"] for hit in lines(done)] == [2]
    assert "the search index cannot be used" in done.stderr
    assert not (own / "owned").exists()
    assert run(own, "search", "simhallen").stderr.startswith("simhallen: 1 page")


def test_facts_are_chosen_by_a_query_over_an_index_that_is_lost(own: Path) -> None:
    spoiled(own, "missing")
    done = run(own, "facts", "--query", "simhallen", "--json")
    assert {row["kind"] for row in lines(done)} >= {"document"}
    assert "the search index cannot be used" in done.stderr


def test_status_and_verify_tell_of_an_index_that_is_lost(own: Path) -> None:
    [whole] = lines(run(own, "status", "--json"))
    assert (whole["index_up_to_date"], whole["index_fault"]) == (True, None)
    assert (whole["index_documents"], whole["index_pages"]) == (3, 9)
    spoiled(own, "missing")
    [lost] = lines(run(own, "status", "--json"))
    assert (lost["index_up_to_date"], lost["index_documents"], bool(lost["index_fault"])) == (False, 0, True)
    done = run(own, "verify")
    assert (done.returncode, "the search index cannot be used" in done.stderr) == (0, True)
    assert "3 documents indexed" in run(own, "reindex", "--jobs", "2").stderr
    assert "all well" in run(own, "verify").stderr


def test_an_archive_that_is_being_written_to_is_not_indexed_by_another(own: Path) -> None:
    spoiled(own, "missing")
    with (own / "lock").open("a+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = run(own, "search", "simhallen")
    assert (done.returncode, "is writing to it" in done.stderr) == (6, True)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_who_may_only_read_is_told_who_can_build_the_index(own: Path) -> None:
    spoiled(own, "missing")
    own.chmod(0o500)
    done = run(own, "search", "simhallen")
    own.chmod(0o700)
    assert (done.returncode, "may write to the archive" in done.stderr) == (4, True)
