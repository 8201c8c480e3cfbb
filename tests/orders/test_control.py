"""The three controls of a director: marks, remarks, and what nobody has looked at."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from core import clock
from core.errors import Refused
from core.models import Attachment
from orders import actions
from orders.control.page import ControlPage
from orders.control.vocabulary import Kind, Verdict
from orders.models import ControlMark
from orders.work_orders.lifecycle import PositionStatus
from tests import given
from tests.production.test_position import picture

pytestmark = pytest.mark.django_db
PAGE = reverse("orders:control")


def shown(user, **filters):
    return [row.order for row in ControlPage(user, filters).rows]


def reasons(user, order, **filters):
    rows = ControlPage(user, filters).rows
    return next(row.reasons for row in rows if row.order == order)


def post_remark(browser, order, kind=Kind.CURRENT, **typed):
    typed = {"kind": kind, "text": "Криво наклеено", **typed}
    return browser.post(reverse("orders:remark", args=[order.pk]), typed)


def test_todays_orders_are_counted_and_summed(login, director):
    first, second = given.order(), given.order()
    given.calculation()
    with clock.at(clock.now() - timedelta(days=1)):
        yesterdays = given.order()

    figures = ControlPage(director, {}).figures

    assert shown(director) == [first, second]
    assert (figures["count"], figures["total"]) == (2, first.total + second.total)
    yesterday = (clock.today() - timedelta(days=1)).isoformat()
    assert shown(director, day=yesterday) == [yesterdays]
    assert login(director).get(PAGE).status_code == 200


def test_a_big_discount_is_unusual_and_says_so(director):
    usual = given.order()
    cheap = given.order(by=director, discount_percent=Decimal(15))

    assert reasons(director, usual) == []
    assert any("15" in reason for reason in reasons(director, cheap))
    assert shown(director, show="unusual") == [cheap]
    assert ControlPage(director, {}).figures["unusual"] == 1


def test_a_price_by_hand_an_early_date_and_a_debt_are_unusual(director):
    order = given.order()
    order.positions.update(hand_price=Decimal(100))
    type(order).objects.filter(pk=order.pk).update(
        wished_on=clock.today(), debt_allowed_by=director
    )

    assert len(reasons(director, order)) == 3
    assert shown(director, show="unusual") == [order]


def test_one_press_leaves_a_mark_with_who_and_when(login, director):
    order = given.order()

    browser = login(director)
    for _ in range(2):
        browser.post(reverse("orders:pass_control", args=[order.pk]), {"kind": "preliminary"})

    mark = ControlMark.objects.get()
    assert (mark.order, mark.kind, mark.by) == (order, Kind.PRELIMINARY, director)
    assert (mark.verdict, mark.at.date()) == (Verdict.PASSED, clock.now().date())
    assert director.short_name in browser.get(PAGE).content.decode()


def test_what_was_not_controlled_is_a_list(director):
    seen, unseen = given.order(), given.order()
    with clock.at(clock.now() - timedelta(days=2)):
        older = given.order()
    actions.pass_control(seen, by=director, kind=Kind.PRELIMINARY)

    assert shown(director, show="open") == [older, unseen]
    assert set(shown(director, kind="current", show="open")) == {older, seen, unseen}
    assert shown(director, kind="final", show="open") == []


def test_work_in_progress_stands_by_its_promise(director):
    later = given.order()
    with clock.at(clock.now() - timedelta(days=30)):
        late = given.order()
    given.calculation()

    assert shown(director, kind="current") == [late, later]


def test_the_final_control_reads_the_checks_of_the_day(director):
    given.order()
    checked = given.checked_order()

    assert shown(director, kind="final") == [checked]
    checker = checked.positions.get().steps.last().by
    assert shown(director, kind="final")[0].checked_by == checker.last_name


def test_a_remark_with_a_photo_is_kept_with_the_order(login, director):
    order = given.order()

    post_remark(login(director), order, outcome="words", photo=picture("фото.png"))

    mark = ControlMark.objects.get()
    assert (mark.verdict, mark.remark) == (Verdict.REMARK, "Криво наклеено")
    assert Attachment.objects.of(mark).get().name == "фото.png"
    page = login(order.manager).get(reverse("orders:marks", args=[order.pk])).content.decode()
    assert "Криво наклеено" in page


def test_the_photo_goes_with_the_piece_that_is_sent_back(login, director):
    order = given.checked_order()
    piece = order.positions.get()

    typed = {"outcome": "back", "position": piece.pk, "photo": picture("скол.png")}
    post_remark(login(director), order, Kind.FINAL, **typed)

    shown_to_control = Attachment.objects.of(ControlMark.objects.get()).get()
    shown_to_shop = Attachment.objects.of(piece.defects.get()).get()
    page = reverse("production:position", args=[piece.pk])
    assert (shown_to_shop.name, shown_to_shop.added_by) == ("скол.png", director)
    assert shown_to_shop.file.read() == shown_to_control.file.read()
    assert shown_to_shop.file.name != shown_to_control.file.name
    assert "скол.png" in login(given.employee("worker")).get(page).content.decode()


def test_a_remark_returns_a_checked_piece(login, director):
    order = given.checked_order()
    piece = order.positions.get()

    post_remark(login(director), order, Kind.FINAL, outcome="back", position=piece.pk)

    piece.refresh_from_db()
    assert piece.status == PositionStatus.WAITING
    assert piece.defects.get().words == "Криво наклеено"
    assert ControlMark.objects.get().verdict == Verdict.SENT_BACK


def test_a_remark_returns_a_piece_from_the_office(login, director):
    order = given.ready_order()
    piece = order.positions.get()

    post_remark(login(director), order, Kind.FINAL, outcome="back", position=piece.pk)

    piece.refresh_from_db()
    assert piece.status == PositionStatus.WAITING


def test_what_is_not_made_does_not_go_back(login, director):
    order = given.order()

    answer = post_remark(login(director), order, outcome="back", position=order.positions.get().pk)

    assert answer.status_code == 422
    assert not ControlMark.objects.exists()


def test_a_remark_becomes_work_until_it_is_put_right(login, director):
    order, zimin = given.order(), given.employee("foreman")
    due_on = clock.today() + timedelta(days=2)

    post_remark(login(director), order, outcome="work", responsible=zimin.pk, due_on=due_on)

    mark = ControlMark.objects.get()
    assert "Криво наклеено" in zimin.notifications.get().text
    foreman = login(zimin)
    assert "Криво наклеено" in foreman.get(mark.get_absolute_url()).content.decode()
    foreman.post(reverse("orders:settle_remark", args=[mark.pk]), {"note": "Переклеили"})
    mark.refresh_from_db()
    assert (mark.is_open, mark.settled_by, mark.settled_note) == (False, zimin, "Переклеили")
    assert director.notifications.exists()
    with pytest.raises(Refused):
        actions.settle_remark(mark, by=director)


def test_the_responsible_finds_it_in_the_morning(login, director):
    order, olga = given.order(), given.employee("manager")
    words = {"kind": Kind.CURRENT, "text": "Позвонить клиенту", "responsible": olga}
    actions.remark_becomes_work(order, by=director, due_on=clock.today(), **words)

    assert "Позвонить клиенту" in login(olga).get(reverse("today")).content.decode()


def test_work_needs_a_person_and_a_day(login, director):
    answer = post_remark(login(director), given.order(), outcome="work", responsible="", due_on="")

    assert answer.status_code == 422
    assert not ControlMark.objects.exists()


def test_nobody_else_puts_it_right(login, director):
    order, zimin = given.order(), given.employee("foreman")
    words = {"kind": Kind.CURRENT, "text": "Проверить", "responsible": zimin}
    mark = actions.remark_becomes_work(order, by=director, due_on=clock.today(), **words)

    address = reverse("orders:settle_remark", args=[mark.pk])
    assert login(given.employee("foreman")).post(address).status_code == 404
    assert login(order.manager).post(address).status_code == 403


def test_a_manager_controls_nothing(login):
    order = given.order()
    olga = login(order.manager)

    assert olga.get(PAGE).status_code == 403
    assert post_remark(olga, order, outcome="words").status_code == 403


def test_a_calculation_is_not_controlled(director):
    with pytest.raises(Refused):
        actions.pass_control(given.calculation(), by=director, kind=Kind.PRELIMINARY)


def test_the_directors_day_names_what_is_not_controlled(login, director):
    given.order()

    assert f"{PAGE}?kind=preliminary&amp;show=open" in (
        login(director).get(reverse("today")).content.decode()
    )


@pytest.mark.parametrize("kind", Kind.values)
def test_thirty_rows_cost_as_many_queries_as_one(
    login, director, kind, django_assert_max_num_queries
):
    for _ in range(3):
        given.checked_order()
    browser = login(director)
    browser.get(f"{PAGE}?kind={kind}")

    with django_assert_max_num_queries(16):
        browser.get(f"{PAGE}?kind={kind}")
