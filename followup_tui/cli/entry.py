"""The command `followup`: looks at what was typed before anything heavy is loaded."""

from __future__ import annotations

import errno
import gc
import os
import sys
from types import FrameType

from followup_tui.errors import BadInput, DiskFull, FollowupError, StoreUnreachable

CLOSED = 0
"""The exit code when nobody reads on: `followup due | head -1` has all it wanted."""
CANCELLED = 130
HUNG_UP = 129
"""The exit code when the terminal was closed: 128 and the number of SIGHUP."""
COMPLETING = "_FOLLOWUP_COMPLETE"
"""The variable by which a shell asks what could come next."""
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def main(argv: list[str] | None = None) -> int:
    """Run one command and give its exit code; what went wrong is said on stderr.

    The only place, but for the app's own, where our errors are caught.
    """
    os.umask(0o077)
    if argv is None:
        sys.excepthook = _crashed
        sys.unraisablehook = _unraisable
    _never_fail_on_a_letter()
    try:
        words = _readable(sys.argv[1:] if argv is None else argv)
        code = _run(words, alone=argv is None)
        _flush()
        return code
    except FollowupError as error:
        return _complain(error)
    except BrokenPipeError:
        _hush()
        return CLOSED
    except OSError as error:
        return _failed(error)
    except KeyboardInterrupt:
        print("Cancelled.", file=sys.stderr)
        return CANCELLED


def _failed(error: OSError) -> int:
    if error.errno == errno.EIO:  # The terminal is gone: there is nobody to tell.
        _hush(1, 2)
        return HUNG_UP
    return _complain(_plainly(error))


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        if stream:
            stream.flush()


def _run(words: list[str], *, alone: bool) -> int:
    from followup_tui.cli import due, opening

    if COMPLETING not in os.environ and (app := opening.asked(words)):
        _watch_threads()
        return opening.open_app(*app)
    if wanted := due.asked(words):
        # It is over before collecting garbage could pay.
        gc.disable()
        code = due.run(wanted)
        if code is not None:
            return _leave_at_once(code) if alone else code
        gc.enable()
    if COMPLETING not in os.environ:
        from followup_tui.cli import short

        if plain := short.asked(words):
            plain()
            return 0
    from followup_tui.cli.main import run

    return run(words)


def _leave_at_once(code: int) -> int:
    """End the process here: taking the interpreter apart would cost a tenth of the answer."""
    if sys.stdout:
        sys.stdout.flush()
    os._exit(code)


def _readable(words: list[str]) -> list[str]:
    """The words as text, also where the locale could not say what they are.

    Raises:
        BadInput: One of them isn't UTF-8.
    """
    return [_decoded(number, word) for number, word in enumerate(words, 1)]


def _decoded(number: int, word: str) -> str:
    if word.isascii() or not any("\udc80" <= char <= "\udcff" for char in word):
        return word
    try:
        return os.fsencode(word).decode()
    except UnicodeDecodeError as error:
        raise BadInput(
            f"Word {number} of the command can't be read at byte {error.start}: it isn't UTF-8."
        ) from error


def _never_fail_on_a_letter() -> None:
    """What the terminal's alphabet lacks is shown as `?`."""
    for stream in (sys.stdout, sys.stderr):
        if stream and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _complain(error: FollowupError) -> int:
    from followup_tui.text import show_block

    _hush_if_closed()
    print(show_block(str(error)), file=sys.stderr)
    return error.exit_code


def _plainly(error: OSError) -> FollowupError:
    if error.errno in _FULL:
        _hush()
        return DiskFull("Disk full: not everything could be written. Make room, then try again.")
    where = f"{error.filename}: " if error.filename else ""
    return StoreUnreachable(f"{where}{error.strerror or error}.")


def _hush_if_closed() -> None:
    try:
        if sys.stdout:
            sys.stdout.flush()
    except OSError:
        _hush()


def _hush(*streams: int) -> None:
    """Send what is still to be written nowhere, so that leaving can't fail on it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in streams or (1,):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def _crashed(kind: type[BaseException], error: BaseException, trace: object) -> None:
    from followup_tui.cli.crash import report

    sys.exit(report(error))


def _unraisable(found: sys.UnraisableHookArgs) -> None:
    """A Ctrl-C that came while Python could not raise it is raised as soon as it can.

    Python would print it and go on: it comes so in what is called when an object goes, as the
    import of each module does for its lock.
    """
    if not issubclass(found.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(found)
    elif not sys.is_finalizing():
        sys.setprofile(_cancel)


def _cancel(frame: FrameType, event: str, _: object) -> None:
    """Called at the next step, once the hook is left: raising here raises it there."""
    if frame.f_code is not _unraisable.__code__:
        sys.setprofile(None)
        raise KeyboardInterrupt


def _watch_threads() -> None:
    """A mistake in a thread is told as any other; else Python prints it, names and all."""
    import threading

    from followup_tui.cli.crash import report

    threading.excepthook = lambda found: found.exc_value and report(found.exc_value)
