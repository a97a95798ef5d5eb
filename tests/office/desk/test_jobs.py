"""Long work beside the pages: in line, told at the end, never a traceback."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from cchc.base.problems import Problem, Refused
from cchc.office.desk.jobs import Done, Job, Jobs, Say


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


def ended(jobs: Jobs, job: Job) -> Job:
    """Wait for a job by work that comes after it."""
    last = threading.Event()

    def after(say: Say) -> Done:
        del say
        last.set()
        return Done("/", "")

    jobs.start("Sau", after)
    assert last.wait(10)
    return job


def refuse(say: Say) -> Done:
    say("Bước một")
    raise Refused([Problem("docs/a.md", 3, "bài chưa có ngày")])


def fill_the_disk(say: Say) -> Done:
    say("Ghi")
    raise OSError(28, "No space left on device", "docs/a.md")


def break_down(say: Say) -> Done:
    say("Bước một")
    message = "mật khẩu"
    raise ValueError(message)


def test_work_tells_its_steps_and_its_end(jobs: Jobs) -> None:
    def work(say: Say) -> Done:
        say("Một")
        say("Hai")
        return Done("/x", "Xong.")

    job = ended(jobs, jobs.start("Việc", work))
    assert (job.steps, job.done, job.ended) == (["Một", "Hai"], Done("/x", "Xong."), True)


def test_a_refusal_keeps_its_places(jobs: Jobs) -> None:
    job = ended(jobs, jobs.start("Việc", refuse, "/quay-lai"))
    assert job.problems == (Problem("docs/a.md", 3, "bài chưa có ngày"),)
    assert job.back == "/quay-lai"


def test_a_full_disk_is_told_in_vietnamese(jobs: Jobs) -> None:
    (problem,) = ended(jobs, jobs.start("Việc", fill_the_disk)).problems
    assert "đĩa đầy" in problem.message


def test_a_fault_tells_its_kind_and_place_and_none_of_its_words(
    jobs: Jobs, capfd: pytest.CaptureFixture[str]
) -> None:
    (problem,) = ended(jobs, jobs.start("Việc", break_down)).problems
    assert "ValueError" in problem.message
    said = capfd.readouterr().err
    assert "test_jobs.py:" in said
    assert "mật khẩu" not in problem.message + said


def test_work_waits_in_line(jobs: Jobs) -> None:
    go_on = threading.Event()

    def slow(say: Say) -> Done:
        say("Đang làm")
        assert go_on.wait(10)
        return Done("/", "")

    first, second = jobs.start("Một", slow), jobs.start("Hai", lambda _say: Done("/", ""))
    assert [each.title for each in jobs.going_on] == ["Một", "Hai"]
    assert not second.ended
    go_on.set()
    ended(jobs, second)
    assert first.ended
    assert second.ended


def test_closing_waits_for_what_is_being_done(jobs: Jobs) -> None:
    begun, written = threading.Event(), []

    def work(say: Say) -> Done:
        begun.set()
        say("Ghi")
        written.append("xong")
        return Done("/", "")

    jobs.start("Việc", work)
    assert begun.wait(10)
    jobs.close()
    assert written == ["xong"]


def test_only_the_last_jobs_are_remembered(jobs: Jobs) -> None:
    first = jobs.start("Đầu", lambda _say: Done("/", ""))
    for _ in range(80):
        ended(jobs, jobs.start("Việc", lambda _say: Done("/", "")))
    assert jobs.find(first.id) is None
