"""What is installed is what is in the tree, and each way to start it works."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parent.parent
NOT_INSTALLED: Final = {"tests", "scripts", "bench", "docs", "examples", "build", "dist"}
BESIDE_PYTHON: Final = Path(sys.executable).parent


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tree, so that no remains of an earlier build get in and none are left behind."""
    copy = tmp_path_factory.mktemp("packaging") / "tree"
    unwanted = shutil.ignore_patterns(".*", "*.egg-info", "__pycache__", *NOT_INSTALLED)
    shutil.copytree(ROOT, copy, ignore=unwanted)
    return copy


@pytest.fixture(scope="module")
def product(tree: Path) -> set[str]:
    """The names that must be in a wheel: all in the packages, and of the root its modules and the typing mark."""
    paths = [path.relative_to(tree) for path in tree.rglob("*") if path.is_file()]
    return {
        f"avtalsarkiv/{path}"
        for path in paths
        if len(path.parts) > 1 or path.suffix == ".py" or path.name == "py.typed"
    }


@pytest.fixture(scope="module")
def wheel(tree: Path, product: set[str]) -> set[str]:
    """The names in a wheel built from the tree, but for its metadata."""
    assert product, "the tree is looked at before the build leaves its own files there"
    out = tree.parent / "wheels"
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir"]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, out, tree], check=True)
    (built,) = out.glob("avtalsarkiv-*.whl")
    with zipfile.ZipFile(built) as archive:
        return {name for name in archive.namelist() if ".dist-info" not in name}


def test_a_wheel_holds_each_module_and_each_word_list(product: set[str], wheel: set[str]) -> None:
    assert wheel == product


def test_every_folder_of_modules_is_a_package() -> None:
    modules = (path for path in ROOT.glob("[!.]*/**/*.py") if path.relative_to(ROOT).parts[0] not in NOT_INSTALLED)
    assert {path.parent for path in modules if not (path.parent / "__init__.py").exists()} == set()


@pytest.mark.parametrize(
    "start",
    [
        pytest.param([BESIDE_PYTHON / "avtalsarkiv"], id="command"),
        pytest.param([sys.executable, "-m", "avtalsarkiv"], id="module"),
        pytest.param([sys.executable, ROOT / "cli.py"], id="script"),
    ],
)
def test_each_way_to_start_it_works(start: list[str | Path], tmp_path: Path) -> None:
    done = subprocess.run([*start, "--help"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Usage: avtalsarkiv")
