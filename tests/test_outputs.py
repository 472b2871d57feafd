"""Where commands write: an old file stays until a new one is whole, and what is no file is never replaced."""

from __future__ import annotations

import io
import os
import stat
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from avtalsarkiv.commands.rows import disarmed
from avtalsarkiv.commands.shared import output, text_output
from avtalsarkiv.commands.workbook import Book
from avtalsarkiv.corpus.errors import CannotWrite


def test_what_a_file_held_stays_when_writing_fails(tmp_path: Path) -> None:
    target = tmp_path / "old.html"
    target.write_text("old")
    with pytest.raises(KeyboardInterrupt), text_output(str(target)) as stream:
        stream.write("new")
        raise KeyboardInterrupt
    assert target.read_text() == "old"
    assert [*tmp_path.iterdir()] == [target]


def test_a_link_is_followed_and_the_mode_is_kept(tmp_path: Path) -> None:
    target, link = tmp_path / "real", tmp_path / "link"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    with output(str(link)) as stream:
        stream.write(b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_device_is_written_and_not_replaced() -> None:
    with pytest.raises(OSError, match="No space"), output("/dev/full") as stream:
        stream.write(b"new" * 100_000)
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


def test_a_pipe_takes_a_workbook() -> None:
    end, start = os.pipe()
    with output(f"/dev/fd/{start}") as stream, Book(stream) as book:
        book.sheet("one", ["text"])
        book.save()
    os.close(start)
    with os.fdopen(end, "rb") as pipe:
        assert "xl/workbook.xml" in zipfile.ZipFile(io.BytesIO(pipe.read())).namelist()


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="is a folder"), output(str(tmp_path)):
        pass
    assert [*tmp_path.iterdir()] == []


def test_a_workbook_that_cannot_be_written_makes_no_noise() -> None:
    with pytest.raises(OSError, match="No space"), output("/dev/full") as stream, Book(stream) as book:
        book.sheet("one", ["text"])
        for _ in range(20_000):
            book.write("one", {"text": os.urandom(20).hex()}, ["text"])
        book.save()


def test_numbers_and_days_are_written_as_people_write_them() -> None:
    stream, columns = io.BytesIO(), ["value", "from", "text"]
    with Book(stream) as book:
        book.sheet("amount", columns)
        for value in ("850640", "12.5"):
            book.write("amount", {"value": value, "from": "2024-01-01", "text": "-5"}, columns)
        book.save()
    sheet: Any = openpyxl.load_workbook(stream)["amount"]
    assert [cell.number_format for cell in sheet["A"][1:]] == ["#,##0", "#,##0.00##"]
    assert (sheet["A3"].value, sheet["B2"].number_format, sheet["C2"].value) == (12.5, "yyyy-mm-dd", "'-5")
    assert sheet.auto_filter.ref
    assert Decimal(sheet["A2"].value) == 850640


@pytest.mark.parametrize(("numbers", "cell"), [(True, "-5"), (False, "'-5")])
def test_a_negative_number_is_one_only_in_a_column_of_numbers(numbers: bool, cell: str) -> None:
    assert disarmed("-5", numbers=numbers) == cell
