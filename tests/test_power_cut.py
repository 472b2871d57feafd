"""A load that is killed at any moment is finished by the same command."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

KILLS = 4


@pytest.mark.slow
def test_a_killed_load_is_finished_by_the_same_command(tmp_path: Path) -> None:
    folder, moment = tmp_path / "registry", random.Random(7)
    folder.mkdir()
    for number in range(200):
        (folder / f"{number}.txt").write_text(f"Avtal nummer {number} om snöröjning", encoding="utf-8")
    avtalsarkiv = [sys.executable, "-m", "avtalsarkiv", "--archive", str(tmp_path / "archive")]
    load = [*avtalsarkiv, "ingest", str(folder), "--ocr", "never", "--json"]
    for _ in range(KILLS):
        with subprocess.Popen(load, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as running:
            assert running.stdout
            running.stdout.readline()
            time.sleep(moment.uniform(0, 0.5))
            running.kill()
    done = subprocess.run(load, capture_output=True, text=True, check=True)
    assert len({json.loads(line)["path"] for line in done.stdout.splitlines()}) == 200
    subprocess.run([*avtalsarkiv, "verify", "--read-data"], check=True, capture_output=True)
    found = subprocess.run(
        [*avtalsarkiv, "search", "snöröjning", "--summary", "--json"], check=True, capture_output=True
    )
    assert json.loads(found.stdout.splitlines()[-1])["documents"] == 200
