"""The command line. The only place where errors become exit codes."""

from __future__ import annotations

import errno
import os
import signal
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from avtalsarkiv import __version__
from avtalsarkiv.commands import agreements, care, facts, load, reading, repairing, search
from avtalsarkiv.corpus.errors import AvtalsarkivError, CannotWrite

if TYPE_CHECKING:
    from types import FrameType

_BUG: Final = 70  # EX_SOFTWARE of sysexits.h
_GOING_ON: Final = ("ingest", "retry")
"""Commands that keep what they have done when they are stopped; the others have nothing to go on from."""


class Terminated(BaseException):
    """SIGTERM has come; everything that must be undone is, on the way out."""


class Stopped(BaseException):
    """A command was stopped by Ctrl-C or SIGTERM; the message says what the same command would do again."""

    def __init__(self, command: str | None, number: signal.Signals) -> None:
        again = "goes on where it was" if command in _GOING_ON else "begins anew"
        super().__init__(f"stopped; the same command again {again}")
        self.status = 128 + number


class PipeClosed(BaseException):
    """Whoever read the output has seen enough."""


class App(click.Group):
    """The group of commands; click itself would end with 1 when the output is closed, which means something else."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was named."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise PipeClosed from None
        except KeyboardInterrupt:
            raise Stopped(ctx.invoked_subcommand, signal.SIGINT) from None
        except Terminated:
            raise Stopped(ctx.invoked_subcommand, signal.SIGTERM) from None


@click.group(cls=App, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--archive", "directory", envvar="AVTALSARKIV_ARCHIVE", type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR", help="The archive's folder; else AVTALSARKIV_ARCHIVE, else ~/.local/share/avtalsarkiv.",
)  # fmt: skip
@click.version_option(__version__, prog_name="avtalsarkiv")
@click.pass_context
def app(context: click.Context, directory: Path | None) -> None:
    """A searchable archive of agreements and minutes for Swedish public bodies."""
    context.obj = directory


for command in (
    load.ingest, load.retry, load.reindex, search.search, reading.show, facts.facts, agreements.agreements,
    repairing.repair, care.status, care.verify, care.doctor, care.completion,
):  # fmt: skip
    app.add_command(command)


def main() -> None:
    """Run the command line and end the process with its exit code."""
    signal.signal(signal.SIGTERM, _on_sigterm)
    # Started with an output closed, Python has None there.
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere
        status = _run()
    sys.exit(status)


def _run() -> int:
    try:
        status = app(prog_name="avtalsarkiv", standalone_mode=False)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except AvtalsarkivError as error:
        return _failed(str(error), error.exit_code)
    except Stopped as end:
        return _failed(str(end), end.status)
    except (KeyboardInterrupt, click.Abort):
        return _failed("stopped", 128 + signal.SIGINT)
    except Terminated:
        return _failed("stopped", 128 + signal.SIGTERM)
    except PipeClosed:
        # Nothing may be written at the interpreter's end either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 128 + signal.SIGPIPE
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG):
            return _failed(
                f"cannot write ({error.strerror}); free space or choose another place", CannotWrite.exit_code
            )
        return _bug()
    except Exception:
        return _bug()


def _failed(message: str, status: int) -> int:
    click.echo(f"avtalsarkiv: {message}", err=True)
    return status


def _bug() -> int:
    traceback.print_exc()
    return _failed("this is a fault in avtalsarkiv; please report it with the lines above", _BUG)


def _on_sigterm(_signal: int, _frame: FrameType | None) -> None:
    raise Terminated


if __name__ == "__main__":
    main()
