"""Plans: started, written, moved, adopted and changed, each with its trace."""

from datetime import date
from decimal import Decimal

import pytest

from tests.cast import NOON, TODAY, Cast
from trinnvis.records.changes.comments import (
    answer_comment,
    comment_on_plan,
    reword_comment,
    state_about_plan,
)
from trinnvis.records.changes.goals import (
    accept_task,
    add_goal,
    change_goal,
    decline_task,
    drop_goal,
    move_goal,
)
from trinnvis.records.changes.indicators import (
    add_indicator,
    redefine_indicator,
    set_own_targets,
)
from trinnvis.records.changes.plans import (
    move_plan,
    set_key_figures,
    start_plan,
    write_chapter,
)
from trinnvis.records.models import Goal, Indicator, LogEntry, Plan, PlanChapter
from trinnvis.records.refusals import Refused, Stale
from trinnvis.records.versions import checksum_of, thaw
from trinnvis.rules.plan_access import Gap, PlanRefusal
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import Chapter, PlanState


@pytest.fixture
def draft(cast: Cast) -> Plan:
    return start_plan(cast.solvik, 2027, by=cast.leif, at=NOON)


def deeds() -> list[str]:
    return list(LogEntry.objects.values_list("deed", flat=True))


def whole_goal(cast: Cast, plan: Plan, title: str = "Flere lekevenner") -> Goal:
    values = {"title": title, "collector": cast.kari, "deputy": cast.leif}
    return add_goal(plan, values, by=cast.leif, at=NOON)


def refusal_of(refused: pytest.ExceptionInfo[Refused]) -> object:
    return refused.value.reason


def test_starting_leaves_one_plan_and_one_entry(cast: Cast, draft: Plan) -> None:
    assert (draft.unit, draft.year, draft.state) == (cast.solvik, 2027, "draft")
    assert deeds() == ["start_plan"]


def test_a_unit_has_one_plan_a_year(cast: Cast, draft: Plan) -> None:
    with pytest.raises(Refused) as refused:
        start_plan(cast.solvik, 2027, by=cast.leif, at=NOON)
    assert refusal_of(refused) is PlanRefusal.EXISTS


@pytest.mark.parametrize("who", ["kari", "tone", "ali", "turid", "nils", "siri"])
def test_others_do_not_write_in_the_plan(cast: Cast, draft: Plan, who: str) -> None:
    person = getattr(cast, who)
    with pytest.raises(Refused) as refused:
        add_goal(draft, {"title": "Kapret"}, by=person, at=NOON)
    assert refusal_of(refused) is PlanRefusal.NOT_LEADER
    assert draft.goals.count() == 0


def test_a_chapter_is_written_once_by_two_at_once(cast: Cast, draft: Plan) -> None:
    both = {"not_applicable": False, "version": 0, "at": NOON}
    write_chapter(draft, Chapter.ABOUT, "Vi er 22 ansatte.", by=cast.leif, **both)
    with pytest.raises(Stale):
        write_chapter(draft, Chapter.ABOUT, "Noe annet.", by=cast.leif, **both)
    chapter = PlanChapter.objects.get(plan=draft)
    assert chapter.text == "Vi er 22 ansatte."
    assert deeds() == ["start_plan", "write_chapter"]


def test_key_figures_are_replaced_in_order(cast: Cast, draft: Plan) -> None:
    set_key_figures(draft, (("Barn", "62"), ("Årsverk", "18,4")), by=cast.leif, at=NOON)
    set_key_figures(draft, (("Barn", "63"),), by=cast.leif, at=NOON)
    assert list(draft.key_figures.values_list("label", "text")) == [("Barn", "63")]
    assert deeds() == ["start_plan", "set_key_figures", "set_key_figures"]


def test_the_collector_says_yes_once(cast: Cast, draft: Plan) -> None:
    goal = whole_goal(cast, draft)
    accept_task(goal, by=cast.kari, at=NOON)
    accept_task(goal, by=cast.kari, at=NOON)
    assert Goal.objects.get(pk=goal.pk).collector_accepted_at == NOON
    assert deeds().count("accept_task") == 1


def test_nobody_says_yes_for_another(cast: Cast, draft: Plan) -> None:
    goal = whole_goal(cast, draft)
    with pytest.raises(Refused) as refused:
        accept_task(goal, by=cast.leif, at=NOON)
    assert refusal_of(refused) is PlanRefusal.NOT_ASKED


def test_a_no_needs_a_reason_that_the_leader_sees(cast: Cast, draft: Plan) -> None:
    goal = whole_goal(cast, draft)
    with pytest.raises(Refused):
        decline_task(goal, "", by=cast.kari, at=NOON)
    decline_task(goal, "Jeg er i permisjon fra mars.", by=cast.kari, at=NOON)
    saved = Goal.objects.get(pk=goal.pk)
    assert saved.collector_declined == "Jeg er i permisjon fra mars."
    assert saved.collector_accepted_at is None


def test_a_new_collector_is_asked_anew(cast: Cast, draft: Plan) -> None:
    goal = whole_goal(cast, draft)
    accept_task(goal, by=cast.kari, at=NOON)
    change_goal(goal, {"collector": cast.eva}, version=1, by=cast.leif, at=NOON)
    saved = Goal.objects.get(pk=goal.pk)
    assert (saved.collector, saved.collector_accepted_at) == (cast.eva, None)


def test_someone_who_has_left_gets_no_task(cast: Cast, draft: Plan) -> None:
    cast.eva.is_active = False
    with pytest.raises(Refused) as refused:
        add_goal(draft, {"title": "Mål", "collector": cast.eva}, by=cast.leif, at=NOON)
    assert refusal_of(refused) is PlanRefusal.PERSON_INACTIVE


def test_goals_change_places(cast: Cast, draft: Plan) -> None:
    titles = ("Første", "Andre", "Tredje")
    goals = [whole_goal(cast, draft, title) for title in titles]
    move_goal(goals[2], -1, by=cast.leif, at=NOON)
    move_goal(goals[0], -1, by=cast.leif, at=NOON)
    assert [goal.title for goal in draft.goals.all()] == ["Første", "Tredje", "Andre"]


def test_own_targets_are_replaced_whole(cast: Cast, draft: Plan) -> None:
    indicator = add_indicator(
        whole_goal(cast, draft), {"name": "Barn"}, by=cast.leif, at=NOON
    )
    first = {1: (Decimal(10), None), 4: (Decimal(40), Decimal(35))}
    set_own_targets(indicator, first, by=cast.leif, at=NOON)
    set_own_targets(indicator, {2: (Decimal(20), None)}, by=cast.leif, at=NOON)
    assert list(indicator.period_targets.values_list("quarter", "target")) == [
        (2, Decimal(20))
    ]


def test_a_new_meaning_needs_a_reason_and_a_number(cast: Cast, draft: Plan) -> None:
    indicator = add_indicator(
        whole_goal(cast, draft), {"name": "Barn"}, by=cast.leif, at=NOON
    )
    first = Quarter(2027, 2)
    with pytest.raises(Refused):
        redefine_indicator(indicator, "Nytt", "", first, by=cast.leif, at=NOON)
    redefine_indicator(
        indicator, "Uten lærlinger", "Nytt system", first, by=cast.leif, at=NOON
    )
    assert Indicator.objects.get(pk=indicator.pk).definition == 2


def send(cast: Cast, plan: Plan) -> None:
    move_plan(plan, PlanState.UNDER_DISCUSSION, by=cast.leif, at=NOON)
    move_plan(plan, PlanState.FOR_APPROVAL, by=cast.leif, at=NOON)


def test_adoption_freezes_a_version_with_its_checksum(cast: Cast, draft: Plan) -> None:
    whole_goal(cast, draft)
    send(cast, draft)
    move_plan(draft, PlanState.ADOPTED, reference="PS 1/27", by=cast.tone, at=NOON)
    version = draft.versions.get()
    assert (version.number, version.by, version.reference) == (1, cast.tone, "PS 1/27")
    assert version.checksum == checksum_of(version.content)
    frozen = thaw(version.content)
    assert [goal.title for goal in frozen.goals] == ["Flere lekevenner"]
    assert frozen.state is PlanState.ADOPTED
    assert (draft.state, draft.adopted_once) == ("adopted", True)
    assert deeds()[-1] == "move_plan"


def test_a_plan_without_people_is_not_adopted(cast: Cast, draft: Plan) -> None:
    add_goal(draft, {"title": "Uten folk"}, by=cast.leif, at=NOON)
    send(cast, draft)
    with pytest.raises(Refused) as refused:
        move_plan(draft, PlanState.ADOPTED, by=cast.tone, at=NOON)
    assert refusal_of(refused) is PlanRefusal.NOT_READY
    assert [gap.gap for gap in refused.value.missing] == [
        Gap.NO_COLLECTOR,
        Gap.NO_DEPUTY,
    ]
    draft.refresh_from_db()
    assert (draft.state, draft.versions.count()) == ("for_approval", 0)


def test_no_plan_jumps_from_draft_to_adopted(cast: Cast, draft: Plan) -> None:
    whole_goal(cast, draft)
    with pytest.raises(Refused) as refused:
        move_plan(draft, PlanState.ADOPTED, by=cast.tone, at=NOON)
    assert refusal_of(refused) is PlanRefusal.WRONG_MOVE


def test_an_adopted_plan_is_changed_only_as_a_revision(cast: Cast, draft: Plan) -> None:
    goal = whole_goal(cast, draft)
    send(cast, draft)
    move_plan(draft, PlanState.ADOPTED, by=cast.tone, at=NOON)
    with pytest.raises(Refused) as refused:
        change_goal(goal, {"title": "Nytt"}, version=1, by=cast.leif, at=NOON)
    assert refusal_of(refused) is PlanRefusal.ADOPTED
    move_plan(draft, PlanState.REVISED, reason="Nytt barnetall", by=cast.leif, at=NOON)
    change_goal(goal, {"title": "Nytt"}, version=1, by=cast.leif, at=NOON)
    move_plan(draft, PlanState.FOR_APPROVAL, by=cast.leif, at=NOON)
    move_plan(draft, PlanState.ADOPTED, reason="Nytt tall", by=cast.tone, at=NOON)
    titles = [thaw(row.content).goals[0].title for row in draft.versions.all()]
    assert titles == ["Flere lekevenner", "Nytt"]


def test_a_goal_leaves_an_adopted_plan_only_with_a_reason(cast: Cast) -> None:
    move_plan(cast.plan, PlanState.REVISED, reason="Grunn", by=cast.leif, at=NOON)
    with pytest.raises(Refused):
        drop_goal(cast.goal, "", TODAY, version=1, by=cast.leif, at=NOON)
    drop_goal(cast.goal, "Slått sammen", TODAY, version=1, by=cast.leif, at=NOON)
    assert Goal.objects.get(pk=cast.goal.pk).dropped_on == date(2026, 10, 5)


def test_comments_are_answered_by_the_leader(cast: Cast, draft: Plan) -> None:
    comment = comment_on_plan(draft, "Hva med natt?", by=cast.eva, at=NOON)
    with pytest.raises(Refused):
        answer_comment(comment, "Nei", version=1, by=cast.eva, at=NOON)
    answer_comment(comment, "Egne møter.", version=1, by=cast.leif, at=NOON)
    comment.refresh_from_db()
    assert (comment.answer, comment.answered_by) == ("Egne møter.", cast.leif)


def test_a_statement_is_the_representatives_own(cast: Cast, draft: Plan) -> None:
    statement = state_about_plan(draft, "Vi er uenige.", by=cast.turid, at=NOON)
    with pytest.raises(Refused) as refused:
        reword_comment(statement, "Vi er enige.", version=1, by=cast.leif, at=NOON)
    assert refusal_of(refused) is PlanRefusal.OTHERS_WORDS
    with pytest.raises(Refused):
        state_about_plan(draft, "Jeg også", by=cast.eva, at=NOON)
    statement.refresh_from_db()
    assert statement.text == "Vi er uenige."


def test_someone_who_does_not_read_the_draft_says_nothing(
    cast: Cast, draft: Plan
) -> None:
    for stranger in (cast.ali, cast.siri, cast.nils):
        with pytest.raises(Refused) as refused:
            comment_on_plan(draft, "Hei", by=stranger, at=NOON)
        assert refusal_of(refused) is PlanRefusal.NOT_READER
