import errno
import os
import signal
import sys

from launch import backup, check, options, run
from launch.words import Problem, say

ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def end(number, frame):
    for again in ENDINGS:
        signal.signal(again, signal.SIG_IGN)
    say("Stopping")
    raise KeyboardInterrupt


def main():
    # A closed terminal or `kill` ends everything as tidily as Ctrl+C does; a script that starts
    # ./run in the background has Ctrl+C switched off for it, hence all three.
    for number in ENDINGS:
        signal.signal(number, end)
    options.read_env_file()
    story, *words = sys.argv[1:]
    if story == "test":
        return check.everything(words)
    if story == "bench":
        from bench import stand

        return stand.measure(words)
    chosen = options.parser().parse_args(words)
    match chosen.command:
        case "backup":
            return backup.backup(chosen.data, chosen.file.resolve())
        case "restore":
            return backup.restore(chosen.data, chosen.file.resolve(), force=chosen.force)
        case "remove-demo":
            return run.manage(chosen.data, ["remove_demo"])
        case "manage":
            return run.manage(chosen.data, chosen.words)
        case _:
            return run.run(chosen)


try:
    sys.exit(main())
except KeyboardInterrupt:
    sys.exit(130)
except Problem as problem:
    sys.exit(str(problem))
except OSError as error:
    if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EROFS, errno.ENOENT):
        raise
    sys.exit(f"{os.strerror(error.errno)}: {error.filename or ''}")
