"""`scripts/setup` on machines that lack something: stand-ins for programs answer as those machines would."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parent.parent
LOCKS: Final = ("pyproject.toml", "requirements.txt", "requirements-dev.txt")
PYTHONS: Final = ("python3", "python3.11", "python3.12", "python3.13", "python3.14")


class Machine:
    """A copy of the set-up script, on a PATH where some programs are others than usual."""

    def __init__(self, directory: Path) -> None:
        self.checkout, self.programs = directory / "checkout", directory / "bin"
        self.programs.mkdir()
        (self.checkout / "scripts").mkdir(parents=True)
        shutil.copy(ROOT / "scripts" / "setup", self.checkout / "scripts")
        for name in LOCKS:
            shutil.copy(ROOT / name, self.checkout)
        self.install("dpkg-query", "exit 1")
        self.install("apt-get", f'echo "$*" >>{directory}/asked; exit 1')
        self.asked = directory / "asked"

    def install(self, name: str, script: str) -> None:
        """Put a program of our own before the machine's."""
        program = self.programs / name
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)

    def setup(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the set-up."""
        environment = {"PATH": f"{self.programs}:/usr/bin:/bin", "HOME": str(self.checkout)}
        command: list[str | Path] = ["sh", self.checkout / "scripts" / "setup", *arguments]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.mark.parametrize(
    ("purpose", "package"),
    [("demo", "tesseract-ocr-script-latn"), ("test", "fonts-liberation"), ("test", "tesseract-ocr-eng")],
)
def test_without_root_it_prints_the_line_to_run(machine: Machine, purpose: str, package: str) -> None:
    machine.install("id", "echo 1000")
    machine.install("sudo", "exit 1")
    done = machine.setup(purpose)
    assert done.returncode == 3
    assert "    sudo apt-get install" in done.stderr
    assert package in done.stderr
    assert not machine.asked.exists()


def test_root_installs_after_renewing_the_lists(machine: Machine) -> None:
    machine.install("id", "echo 0")
    assert machine.setup("demo").returncode == 3
    update, install = machine.asked.read_text().splitlines()
    assert update == "update"
    assert install.startswith("install --yes --no-install-recommends")


def test_an_old_python_is_told_in_a_sentence(machine: Machine) -> None:
    for name in PYTHONS:
        machine.install(name, "exit 1")
    done = machine.setup("demo")
    assert done.returncode == 3
    assert "Python 3.11 or newer is needed" in done.stderr


def test_a_python_that_cannot_make_environments_gets_the_package_that_can(machine: Machine) -> None:
    machine.install("id", "echo 0")
    machine.install("python3", 'case "$2" in *ensurepip*) exit 1 ;; *minor*) echo 11 ;; esac')
    machine.setup("demo")
    assert "python3.11-venv" in machine.asked.read_text()


def test_an_unknown_purpose_is_refused(machine: Machine) -> None:
    assert machine.setup("everything").returncode == 2
