"""Workers of a program that is written as scripts are."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import avtalsarkiv
from avtalsarkiv.corpus.workers import Workers

print("begun")
worker = Workers().Process(target=print, args=("worked",))
worker.start()
worker.join()
"""


def test_a_script_that_guards_nothing_is_not_run_again_in_its_workers(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=60)
    assert (sorted(done.stdout.split()), done.stderr, done.returncode) == (["begun", "worked"], "", 0)
