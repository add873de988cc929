"""Whether system calls can be traced and made to fail here."""

import os
import shutil
import subprocess
from functools import cache

import pytest

STRACE = shutil.which("strace") or "strace"


@cache
def can_trace() -> bool:
    """Whether it can: a tracer may be there and not be allowed to trace."""
    program = shutil.which("strace")
    if program is None:
        return False
    tried = subprocess.run([program, "-e", "trace=none", "true"], capture_output=True, check=False)
    return tried.returncode == 0


needs_strace = pytest.mark.skipif(
    not can_trace() and not os.environ.get("CI"), reason="strace is not there, or may not trace"
)
