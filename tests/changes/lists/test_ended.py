"""What the ward has abolished stays abolished, whatever a list or an import says."""

from __future__ import annotations

from cchc.changes.holding import held_on
from cchc.changes.imports.decide import Outcome, decide
from cchc.changes.lists.ended import without_ended
from cchc.changes.lists.list_flags import Since, flag_lists
from tests.changes import samples

STONE = samples.procedure(
    linh_vuc="Hộ tịch", bai_bo={"ngay": "2026-11-01", "quyet_dinh": {"so": "3582/QĐ-UBND"}}
)


def test_list_that_still_names_it_raises_a_question_not_a_new_procedure() -> None:
    listing = samples.listing(samples.row())
    found = flag_lists({}, [listing], samples.view(), Since(samples.TODAY))
    assert [flag.code for flag in found.flags] == ["1.001193"]
    after = without_ended(found, {"1.001193": STONE})
    assert after.flags == ()
    assert [(q.kind, q.code) for q in after.questions] == [("con_sau_bai_bo", "1.001193")]
    assert "01/11/2026" in after.questions[0].text


def test_import_writes_nothing_over_it() -> None:
    held = held_on(samples.catalogue(STONE), samples.TODAY)
    source = samples.source(samples.listing(samples.row()))
    verdict = decide(source.items[0], held["1.001193"], source, samples.CHOICE)
    assert (verdict.outcome, verdict.procedure) == (Outcome.ENDED, None)
