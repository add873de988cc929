"""Another machine: a user, a host, a place in the world. It exports in a process of its own."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_TESTS = Path(__file__).resolve().parents[1]
_PDF_IN = 10


@dataclass(frozen=True, slots=True)
class Machine:
    """Who and where."""

    user: str
    host: str
    zone: str
    locale: str

    def export(self, campaigns: int, folder: Path) -> Path:
        """Export so many campaigns of ``generated``; the folder that holds their folders."""
        home = folder / "home" / self.user
        home.mkdir(parents=True)
        out = folder / "out"
        command = [sys.executable, "-m", "promises.machine", str(campaigns), str(home / "letters"), str(out)]
        if can_be_called():
            command = ["unshare", "--uts", "sh", "-c", 'hostname "$0"; exec "$@"', self.host, *command]
        subprocess.run(command, env=self._world(home), cwd=_TESTS.parent, check=True, capture_output=True)
        return out

    def _world(self, home: Path) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TMPDIR") if name in os.environ}
        said = {"USER": self.user, "LOGNAME": self.user, "USERNAME": self.user, "HOSTNAME": self.host}
        place = {"HOME": str(home), "TZ": self.zone, "LANG": self.locale, "LC_ALL": self.locale}
        return {**kept, **said, **place, "PYTHONPATH": os.pathsep.join([str(_TESTS.parent), str(_TESTS)])}


@lru_cache(maxsize=1)
def can_be_called() -> bool:
    """Whether a process can be given a host name of its own."""
    if shutil.which("unshare") is None:
        return False
    tried = ["unshare", "--uts", "hostname", "tried"]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


def _export(campaigns: int, home: Path, out: Path) -> None:
    from promises.generated import made

    from desktop_app.bootstrap import bootstrap
    from desktop_app.files import libreoffice

    reference = bootstrap().reference
    for number in range(campaigns):
        place = home / str(number)
        place.mkdir(parents=True)
        pdf = libreoffice.program() is not None and number % _PDF_IN == _PDF_IN - 1
        case = made(number, place, reference, pdf=pdf, longest=40)
        case.bench.export(out / str(number), *case.formats)
        shutil.rmtree(place)


if __name__ == "__main__":
    _export(int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
