"""The command line as a process: what scripts and people depend on."""

from __future__ import annotations

import csv
import fcntl
import io
import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import click
import pytest

from avtalsarkiv import cli
from avtalsarkiv.tests.drawing import mail, page_image, scan_pdf

Json = dict[str, Any]
AVTAL: Final = (
    "Avtal om snöröjning\n\nNorrbygdens kommun ska betala 12 500 kr till Snö & Sand AB.\fSida två: vite 500 kr.\n"
)
OUTCOME_KEYS: Final = {"path", "outcome", "id", "pages", "ocr_pages", "repaired_words", "warnings", "reason"}
HIT_KEYS: Final = {
    "query", "rank", "document", "path", "paths", "title", "page", "paragraph", "score", "snippet", "marks", "matched",
    "doc_type", "date", "dnr", "parties", "valid_from", "valid_to", "ends", "box",
}  # fmt: skip


def run(archive: Path, *arguments: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "avtalsarkiv", "--archive", str(archive), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, **options)


def lines(output: str) -> list[Json]:
    return [json.loads(line) for line in output.splitlines()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("registry")
    (folder / "avtal.txt").write_text(AVTAL, encoding="utf-8")
    (folder / "brev.txt").write_text(
        "Brev om pistning, dnr KS 2021/17\n\nBetalas till 850101-1238.\n", encoding="cp1252"
    )
    (folder / "tom.pdf").touch()
    return folder


@pytest.fixture(scope="module")
def archive(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    archive = tmp_path_factory.mktemp("archives") / "archive"
    assert run(archive, "ingest", folder, "--ocr", "never").returncode == 1
    return archive


def test_ingest_accounts_for_every_input(folder: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.csv"
    done = run(tmp_path / "archive", "ingest", folder, "--ocr", "never", "--json", "--report", report)
    rows = {Path(row["path"]).name: row for row in lines(done.stdout)}
    assert done.returncode == 1
    assert {name: row["outcome"] for name, row in rows.items()} == {
        "avtal.txt": "ingested", "brev.txt": "ingested", "tom.pdf": "rejected",
    }  # fmt: skip
    assert all(row.keys() >= OUTCOME_KEYS for row in rows.values())
    assert rows["avtal.txt"]["pages"] == 2
    assert rows["tom.pdf"]["id"] is None
    assert "is empty" in rows["tom.pdf"]["reason"]
    assert {Path(row["path"]).name for row in csv.DictReader(report.read_text(encoding="utf-8").splitlines())} == set(
        rows
    )


def test_ingest_again_is_quiet_about_what_it_has(archive: Path, folder: Path) -> None:
    done = run(archive, "ingest", folder / "avtal.txt", "--ocr", "never", "--json")
    assert (done.returncode, [row["outcome"] for row in lines(done.stdout)]) == (0, ["unchanged"])


def test_a_dry_run_changes_nothing(folder: Path, tmp_path: Path) -> None:
    done = run(tmp_path / "archive", "ingest", folder, "--ocr", "never", "--dry-run", "--json")
    assert {row["outcome"] for row in lines(done.stdout)} == {"ingested", "rejected"}
    assert not (tmp_path / "archive").exists()


def test_search_lands_on_the_page(archive: Path) -> None:
    [row] = lines(run(archive, "search", "vite", "--json").stdout)
    assert row.keys() >= HIT_KEYS
    assert (row["query"], row["rank"], row["page"], row["title"]) == ("vite", 1, 2, "Avtal om snöröjning")
    assert [row["snippet"][start:end] for start, end in row["marks"]] == ["vite"]


def test_no_hit_is_no_error(archive: Path) -> None:
    done = run(archive, "search", "xylofon", "--json")
    assert (done.returncode, done.stdout) == (0, "")


def test_a_file_of_queries_is_answered_line_by_line(archive: Path, tmp_path: Path) -> None:
    queries = tmp_path / "queries.txt"
    queries.write_text("vite\n\npistning\n", encoding="utf-8")
    done = run(archive, "search", "--queries", queries, "--json", "--summary")
    assert [(row.get("kind", "hit"), row["query"]) for row in lines(done.stdout)] == [
        ("hit", "vite"), ("summary", "vite"), ("hit", "pistning"), ("summary", "pistning"),
    ]  # fmt: skip


def test_search_as_csv(archive: Path) -> None:
    [row] = csv.DictReader(io.StringIO(run(archive, "search", "pistning", "--csv").stdout))
    assert (row["dnr"], row["page"]) == ("KS 2021/17", "1")


@pytest.mark.parametrize(
    ("options", "hits"),
    [(("--dnr", "ks-2021-17"), 1), (("--dnr", "KS 2021/18"), 0), (("--type", "avtal"), 0), (("--from", "2020"), 0)],
)
def test_filters_choose_documents(archive: Path, options: tuple[str, str], hits: int) -> None:
    assert len(lines(run(archive, "search", "pistning", "--json", *options).stdout)) == hits


def test_facts_know_each_document(archive: Path) -> None:
    rows = lines(run(archive, "facts", "document", "--json").stdout)
    assert "Avtal om snöröjning" in [row["title"] for row in rows]
    assert [row["dnr"] for row in rows if row["dnr"]] == [["KS 2021/17"]]


def test_repair_is_a_filter(archive: Path) -> None:
    assert run(archive, "repair", input="i JÃ¤mtland\n").stdout == "i Jämtland\n"
    [change] = lines(run(archive, "repair", "--json", input="i JÃ¤mtland\n").stdout)
    assert (change["start"], change["end"], change["meant"]) == (2, 11, "Jämtland")


def test_status_counts(archive: Path) -> None:
    [row] = lines(run(archive, "status", "--json").stdout)
    assert (row["documents"], row["pages"], row["inputs"]["rejected"]) == (2, 3, 1)
    assert run(archive, "status").stdout.startswith("rejected")


def test_verify_and_reindex(archive: Path) -> None:
    assert run(archive, "verify", "--read-data").returncode == 0
    assert run(archive, "reindex").returncode == 0
    assert lines(run(archive, "search", "vite", "--json").stdout)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("show", "ffff"), "no document has this id"),
        (("search",), "nothing to search for"),
        (("search", "x", "--from", "igår"), "is no date"),
        (("search", "x", "--from", "2021-W05-1"), "is no date"),
        (("search", "x", "--type", "roman"), "is not one of"),
        (("search", "x", "--queries", "-"), "not both"),
        (("show", "avtal.txt", "--colour"), "No such option"),
    ],
)
def test_wrong_usage_exits_with_2(archive: Path, arguments: tuple[str, ...], message: str) -> None:
    done = run(archive, *arguments)
    assert done.returncode == 2
    assert message in done.stderr


def test_an_archive_that_is_not_there_exits_with_2(tmp_path: Path) -> None:
    done = run(tmp_path / "none", "search", "vite")
    assert (done.returncode, "no archive is there" in done.stderr) == (2, True)
    assert not (tmp_path / "none").exists()


def test_a_missing_tesseract_exits_with_3_before_any_work(folder: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PATH": str(tmp_path)}
    done = run(tmp_path / "archive", "ingest", folder, env=environment)
    assert done.returncode == 3
    assert "apt-get install" in done.stderr
    assert run(tmp_path, "doctor", env=environment).returncode == 3


def test_damage_exits_with_4(archive: Path, folder: Path, tmp_path: Path) -> None:
    run(tmp_path / "a", "ingest", folder / "avtal.txt", "--ocr", "never")
    for original in (tmp_path / "a" / "originals").glob("*/*"):
        original.unlink()
    done = run(tmp_path / "a", "verify")
    assert (done.returncode, "is missing; restore it" in done.stdout) == (4, True)


def test_an_output_that_cannot_be_written_exits_with_5(archive: Path, folder: Path, tmp_path: Path) -> None:
    done = run(archive, "ingest", folder / "avtal.txt", "--ocr", "never", "--report", tmp_path / "none" / "r.csv")
    assert (done.returncode, "cannot be written" in done.stderr) == (5, True)


def test_a_busy_archive_exits_with_6_and_names_the_process(archive: Path, folder: Path) -> None:
    with (archive / "lock").open("a+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.truncate(0)
        lock.write("4711")
        lock.flush()
        done = run(archive, "ingest", folder, "--ocr", "never")
    assert (done.returncode, "process 4711" in done.stderr) == (6, True)


@pytest.mark.parametrize(("stop", "status"), [(KeyboardInterrupt, 130), (cli.Terminated, 143)])
@pytest.mark.parametrize(
    ("command", "again"),
    [("ingest", "goes on where it was"), ("retry", "goes on"), ("repair", "begins anew"), ("search", "begins")],
)
def test_who_stops_a_command_is_told_what_it_does_again(
    command: str,
    again: str,
    stop: type[BaseException],
    status: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def stopped(*_: object) -> None:
        raise stop

    monkeypatch.setattr(sys, "argv", ["avtalsarkiv", command])
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    monkeypatch.setattr(click.Command, "invoke", stopped)
    with pytest.raises(SystemExit) as end:
        cli.main()
    assert (end.value.code, again in capsys.readouterr().err) == (status, True)


_MANY = 200
"""Files that cannot all have been loaded between the first outcome and the signal that it sets off."""


@pytest.mark.parametrize(("sign", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_stopped_load_can_be_finished(tmp_path: Path, sign: signal.Signals, status: int) -> None:
    folder, archive = tmp_path / "in", tmp_path / "archive"
    folder.mkdir()
    for number in range(_MANY):
        (folder / f"{number}.txt").write_text(f"Avtal {number}", encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "avtalsarkiv",
        "--archive",
        str(archive),
        "ingest",
        str(folder),
        "--ocr",
        "never",
        "--json",
    ]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        # What a shell runs in the background ignores Ctrl-C, and so does all that it starts: this load must not.
        preexec_fn=lambda: signal.signal(sign, signal.SIG_DFL),
    ) as load:
        assert load.stdout
        load.stdout.readline()
        begin = time.monotonic()
        load.send_signal(sign)
        load.communicate(timeout=10)
    assert (load.returncode, time.monotonic() - begin < 10) == (status, True)
    done = run(archive, "ingest", folder, "--ocr", "never", "--json")
    assert (done.returncode, len(lines(done.stdout))) == (0, _MANY)
    assert run(archive, "verify").returncode == 0


def test_progress_is_for_who_watches_and_data_goes_where_it_should(folder: Path, tmp_path: Path) -> None:
    try:
        watching, terminal = pty.openpty()
    except OSError as error:
        pytest.skip(f"no terminal can be had here: {error}")
    command = [sys.executable, "-m", "avtalsarkiv", "--archive", str(tmp_path / "a"), "ingest", str(folder)]
    done = subprocess.run([*command, "--ocr", "never", "--json"], stdout=subprocess.PIPE, stderr=terminal, check=False)
    os.close(terminal)
    seen = _all_of(watching)
    os.close(watching)
    assert len(lines(done.stdout.decode())) == 3
    assert re.search(r"pages, +[\d.]+ a second", seen)


def _all_of(terminal: int) -> str:
    """What was written to a terminal that nobody holds any more; it comes in pieces, and ends with an error."""
    pieces = []
    with suppress(OSError):
        while piece := os.read(terminal, 4096):
            pieces.append(piece)
    return b"".join(pieces).decode()


def test_a_closed_pipe_ends_without_noise(archive: Path) -> None:
    program = f"{sys.executable} -m avtalsarkiv --archive {archive}"
    command = f"{program} facts --json | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.stdout.strip() in ("0", "141")
    assert "Traceback" not in done.stderr


def test_a_dry_run_says_what_the_load_then_does(folder: Path, tmp_path: Path) -> None:
    scan_pdf(tmp_path / "scan.pdf", [page_image("Avtal om snöröjning")], 150)
    mail(tmp_path / "mail.eml", "Avtal", "Se bilagan.", {"avtal.txt": AVTAL.encode()})
    asked = ("ingest", folder, tmp_path / "scan.pdf", tmp_path / "mail.eml", "--json")
    rows = [lines(run(tmp_path / "archive", *asked, *more).stdout) for more in (["--dry-run"], [])]
    said, done = ({(row["path"], row["pages"], row["ocr_pages"]) for row in part} for part in rows)
    assert said == done


def test_yesterdays_report_survives_a_load_that_cannot_begin(archive: Path, folder: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.csv"
    report.write_text("yesterday", encoding="utf-8")
    with (archive / "lock").open("a+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        run(archive, "ingest", folder, "--ocr", "never", "--report", report)
    assert report.read_text(encoding="utf-8") == "yesterday"


def test_repair_keeps_line_ends(archive: Path) -> None:
    command = [sys.executable, "-m", "avtalsarkiv", "repair"]
    done = subprocess.run(command, input="a\r\ni JÃ¤mtland\r\n".encode(), capture_output=True, check=True)
    assert done.stdout == "a\r\ni Jämtland\r\n".encode()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(tmp_path: Path, shell: str) -> None:
    assert "_AVTALSARKIV_COMPLETE" in run(tmp_path, "completion", shell).stdout


def test_help_loads_nothing_heavy(tmp_path: Path) -> None:
    code = "import sys; from avtalsarkiv.cli import app; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"numpy", "PIL", "pdfplumber", "pytesseract", "whoosh", "sqlite3", "lxml", "rich", "ftfy", "asyncio"}
    assert not heavy & set(done.stdout.split())


@pytest.mark.parametrize(
    "module", ["commands.search", "commands.reading", "commands.facts", "archive", "finding", "cli"]
)
def test_only_a_load_waits_for_what_extracts(module: str) -> None:
    code = f"import sys, avtalsarkiv.{module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"spacy", "thinc", "stdnum", "openpyxl", "rapidfuzz"} & {*done.stdout.split()}
