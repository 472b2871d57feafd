"""Worker processes that do not begin with the caller's program.

Python's fork server runs the main program's file again in each worker, for the sake of functions that stand in it. A
script that does not begin with `if __name__ == "__main__"` would so do everything once more, in every worker, and the
worker would fail. What our workers do stands in modules, so that they need nothing of it.
"""

from __future__ import annotations

import threading
from functools import wraps
from multiprocessing import spawn
from multiprocessing.context import ForkServerContext, ForkServerProcess
from typing import Any, Final

_MAIN: Final = "init_main"
"""How the keys begin by which a worker is told what to run first."""
_beginning = threading.local()
_prepared = spawn.get_preparation_data


class _Process(ForkServerProcess):
    @staticmethod
    def _Popen(process_obj: Any) -> Any:
        _beginning.ours = True
        try:
            return ForkServerProcess._Popen(process_obj)
        finally:
            _beginning.ours = False


class Workers(ForkServerContext):
    """A context of `multiprocessing`.

    Not fork, which would take along the threads and locks of this process; not spawn, since a server that has the
    modules loaded begins faster.
    """

    Process = _Process


@wraps(_prepared)
def _without_main(name: str) -> dict[str, object]:
    """What a process is told before it begins: of ours, not the main program; others' are as they were."""
    told = _prepared(name)
    ours = getattr(_beginning, "ours", False)
    return {key: value for key, value in told.items() if not (ours and key.startswith(_MAIN))}


spawn.get_preparation_data = _without_main
