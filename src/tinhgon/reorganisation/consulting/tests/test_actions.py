"""Comments and invitations: what is kept, what the record knows, and who reads a draft then."""

from datetime import date
from hashlib import sha256

import pytest

from tinhgon.audit.models import Entry
from tinhgon.audit.record import verify
from tinhgon.reorganisation import queries
from tinhgon.reorganisation.actions import appraise, withdraw
from tinhgon.reorganisation.consulting import actions
from tinhgon.reorganisation.consulting.listing import Wish, comments_on, open_comments
from tinhgon.reorganisation.consulting.people import may_comment, may_consult
from tinhgon.reorganisation.models import Comment
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.workflow import Refused

ON = date(2025, 6, 2)


def entries(package, act):
    return list(Entry.objects.filter(chain=package.chain, act=act))


def seen(user, **more):
    return [one.code for one in queries.visible_to(user, on=ON, **more)]


# --- Comments -------------------------------------------------------------------------------------


def test_a_comment_is_kept_with_what_it_is_about(package, say, world):
    plan = package.plans.get(code="1656-nq-ubtvqh15")

    made = say("  Nên giữ tên Đại Mỗ.  ", world.huong, plan=plan, unit="DM")

    kept = Comment.objects.get(pk=made.pk)
    assert (kept.text, kept.plan, kept.unit) == ("Nên giữ tên Đại Mỗ.", plan, "DM")
    assert (kept.who, kept.on) == ("Phạm Thu Hương", ON)


def test_the_record_has_its_digest_and_not_its_words(package, say, world):
    say("Nên giữ tên Đại Mỗ.", world.huong, unit="DM")

    (entry,) = entries(package, "plan.commented")
    assert entry.facts["text"] == sha256("Nên giữ tên Đại Mỗ.".encode()).hexdigest()
    assert "Nên giữ" not in str(entry.facts)
    assert entry.facts["unit"] == "DM"
    assert list(verify()) == []


def test_a_comment_does_not_undo_the_appraisal(package, say, world, operator):
    appraise(package, by=operator, on=ON)

    say("Đã thẩm định rồi.", world.huong)

    assert queries.packages().get(pk=package.pk).state == "appraised"


def test_an_answer_settles_it_once(package, say, world):
    made = say("Vì sao?", world.huong)

    settled = actions.settle(made, by=world.huong, on=ON, answer="Theo khoản 2.")

    assert (settled.answer, settled.settled_by) == ("Theo khoản 2.", world.huong)
    with pytest.raises(actions.Settled):
        actions.settle(made, by=world.hung, on=ON, answer="Khác.")
    assert Comment.objects.get(pk=made.pk).answer == "Theo khoản 2."
    assert len(entries(package, "plan.comment-settled")) == 1


def test_once_it_is_enacted_nothing_more_is_said_but_answers(package, say, world, operator):
    made = say("Vì sao?", world.huong)
    from tinhgon.reorganisation.actions import enact

    enact(package, by=operator, on=world.day)

    with pytest.raises(Refused):
        say("Muộn rồi.", world.huong)
    assert actions.settle(made, by=world.huong, on=ON, answer="Theo khoản 2.").answer


def test_of_what_is_withdrawn_nothing_more_is_said(package, say, world, operator):
    withdraw(package, by=operator, on=ON, reason="Soạn lại")

    with pytest.raises(Refused):
        say("Muộn rồi.", world.huong)


def test_the_open_come_first_and_may_be_asked_for_by_plan_and_unit(package, say, world):
    plan = package.plans.get(code="1656-nq-ubtvqh15")
    first, second = say("Một", world.huong, unit="DM"), say("Hai", world.huong, plan=plan)
    actions.settle(second, by=world.huong, on=ON, answer="Rồi.")
    third = say("Ba", world.huong)

    assert list(comments_on(package)) == [third, first, second]
    assert list(comments_on(package, Wish(unit="DM"))) == [first]
    assert list(comments_on(package, Wish(plan=plan.code))) == [second]
    assert list(comments_on(package, Wish(state="settled"))) == [second]
    assert open_comments(package) == 2


# --- Readers --------------------------------------------------------------------------------------


def test_whoever_is_invited_sees_that_draft_and_may_comment(package, invited, world):
    assert seen(world.lan) == ["reform"]
    assert may_comment(invited, package, on=ON)


def test_others_see_no_draft(package, invited, world):
    assert seen(world.an) == []
    assert not may_consult(world.an, package, on=ON)


def test_an_invitation_is_to_one_draft(package, invited, draft):
    other = draft("other")

    assert seen(invited) == ["reform"]
    assert not may_consult(invited, other, on=ON)


def test_a_program_reads_for_a_reader_only_with_a_scope_of_plans(package, invited):
    assert seen(invited, scopes=[PlanPermission.DRAFT]) == ["reform"]
    assert seen(invited, scopes=[]) == []
    assert not may_consult(invited, package, on=ON, scopes=["audit.read"])


def test_inviting_twice_is_once(package, invited, world):
    actions.invite(package, by=world.huong, on=ON, reader=invited)

    assert package.invitations.count() == 1
    assert len(entries(package, "plan.invited")) == 1


def test_the_record_names_no_reader(package, invited):
    (entry,) = entries(package, "plan.invited")

    assert entry.facts["reader"] == f"user:{invited.pk}"
    assert "lan@" not in str(entry.facts)


def test_whoever_is_invited_no_more_sees_it_no_more_but_their_words_stay(
    package, invited, say, world
):
    say("Tôi có ý kiến.", invited)

    actions.uninvite(package, by=world.huong, on=ON, reader=invited)

    assert seen(invited) == []
    assert package.comments.count() == 1
    with pytest.raises(actions.NotInvited):
        actions.uninvite(package, by=world.huong, on=ON, reader=invited)


def test_nobody_is_invited_to_what_is_decided(enacted, world):
    with pytest.raises(Refused):
        actions.invite(enacted, by=world.huong, on=ON, reader=world.lan)


def test_whoever_plans_reads_comments_of_what_is_enacted_and_the_public_does_not(enacted, world):
    assert may_consult(world.hung, enacted, on=ON)
    assert not may_consult(world.an, enacted, on=ON)
    assert not may_comment(world.hung, enacted, on=ON)
