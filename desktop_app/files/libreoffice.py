"""The one module that starts LibreOffice: where it is, and how it converts a file, cut off from all else."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

from desktop_app.support.workplace import private_folder

if sys.platform == "linux":
    import resource

SECONDS = 8
MEMORY = 500 << 20
MADE = "made"
_PLACES: Mapping[str, tuple[str, ...]] = {
    "linux": ("/usr/bin/soffice", "/opt/libreoffice/program/soffice", "/snap/bin/libreoffice"),
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
    "win32": (
        r"C:\Program Files\LibreOffice\program\soffice.com",
        r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
    ),
}
_KEPT = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "LD_LIBRARY_PATH", "LANG", "LC_ALL")
_KEEPS_MEMORY = {
    "MALLOC_MMAP_THRESHOLD_": str(256 << 20),
    "MALLOC_TRIM_THRESHOLD_": str(512 << 20),
    "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1:glibc.malloc.tcache_count=4000:glibc.malloc.tcache_max=4096",
}
"""To glibc, others pass over it: a page needed serves the next, pages are large where the system has such,
and small things are given out again unsorted. It takes a fifth off the time of a run of letters."""
_FONTS = (".fonts", ".local/share/fonts")
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel"
 oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop
 oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link"
 oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Recovery/AutoSave"><prop oor:name="Enabled"
 oor:op="fuse"><value>false</value></prop></item>
</oor:items>
"""
"""No macros, no links followed, none updated, nothing kept for recovery."""


class MissingError(Exception):
    """LibreOffice is not there."""


class FailedError(Exception):
    """LibreOffice did not make the file, or not in time."""


def program() -> str | None:
    """Where LibreOffice is; None where it is not."""
    named = shutil.which("soffice") or shutil.which("libreoffice")
    return named or next((place for place in _PLACES.get(sys.platform, ()) if Path(place).exists()), None)


def converted(data: bytes, suffix: str, to: str) -> bytes:
    """A file in another format, made in a profile that is there for this one run.

    Args:
        data: The file.
        suffix: Its ending, with the dot: it decides how LibreOffice reads it.
        to: The format it becomes, such as "docx".

    Raises:
        MissingError: where there is no LibreOffice.
        FailedError: where no file came of it in time.
    """
    found = program()
    if found is None:
        raise MissingError
    with private_folder() as folder:
        source = folder / f"letter{suffix}"
        source.write_bytes(data)
        process = start(found, folder, to, [source.name], memory=MEMORY)
        try:
            process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            raise FailedError from None
        finally:
            stop(process)
        try:
            return (folder / MADE / f"letter.{to}").read_bytes()
        except OSError:
            raise FailedError from None


def start(
    found: str, folder: Path, to: str, files: Sequence[str], *, memory: int, many: bool = False
) -> subprocess.Popen[bytes]:
    """Begin to convert files, with nothing of ours but the path, and without a network where that can be had.

    Args:
        found: What ``program`` gave.
        folder: Private to this process. Its profile stays there; what is made lies in ``made`` below it.
        to: The format they become, with its filter and options where it has any.
        files: Their names in the folder.
        memory: Bytes, where the system can bound it.
        many: Whether there are so many files that memory is better kept than given back after each.
    """
    folder = folder.resolve()  # a profile is named by its whole path
    _lend_fonts(folder)
    profile = folder / "profile"
    settings = profile / "user" / "registrymodifications.xcu"
    if not settings.exists():
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, "utf-8")
    how = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--convert-to", to)
    command = [found, f"-env:UserInstallation={profile.as_uri()}", *how, "--outdir", str(folder / MADE)]
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    home = {"HOME": str(folder), "USERPROFILE": str(folder), "SAL_USE_VCLPLUGIN": "svp"}
    process = subprocess.Popen(
        [*_alone(), *command, *files],
        cwd=folder,
        env=kept | home | (_KEEPS_MEMORY if many else {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    if sys.platform == "linux":
        with suppress(ProcessLookupError, PermissionError):
            resource.prlimit(process.pid, resource.RLIMIT_DATA, (memory, memory))
    return process


def _lend_fonts(folder: Path) -> None:
    """Fonts that somebody has installed for herself lie in her home, which LibreOffice does not see."""
    if sys.platform != "linux":
        return
    for name in _FONTS:
        own, lent = Path.home() / name, folder / name
        if own.is_dir() and not lent.is_symlink():
            lent.parent.mkdir(parents=True, exist_ok=True)
            lent.symlink_to(own, target_is_directory=True)


def stop(*processes: subprocess.Popen[bytes]) -> None:
    """Soffice is a script that starts the program: both go. Each takes a moment; they end together."""
    for process in processes:
        if sys.platform == "win32":
            process.kill()
        else:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    for process in processes:
        process.wait()


@cache
def _alone() -> tuple[str, ...]:
    """What runs a program in a network of its own with nothing in it; empty where that cannot be had."""
    unshare = shutil.which("unshare")
    if unshare is None:
        return ()
    command = (unshare, "--map-root-user", "--net")
    done = subprocess.run([*command, "true"], capture_output=True, check=False)
    return command if done.returncode == 0 else ()
