"""Work behind the window: what it found is never written to the console."""

import pytest
import shiboken6

from desktop_app.ui.jobs import Job, _Runner, steps_of


def test_a_job_that_outlives_the_program_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    job = Job(steps_of(lambda: "Alder Reading Room"))
    shiboken6.delete(job)
    _Runner(job.drain).run()
    said = capfd.readouterr()
    assert said.out + said.err == ""
