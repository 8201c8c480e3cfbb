"""Regulations of contact: who is to be called, each once, whatever becomes of the night."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import get_default_timezone

from clients import actions as clients
from clients.models import Client
from company.models import OwnField
from core import clock, outbox, registry
from core.errors import Refused
from interactions import actions
from interactions.lifecycle import Status
from interactions.models import ContactDue, Interaction
from interactions.regulations import due
from interactions.regulations.planning import plan_due
from interactions.worklist import following, groups
from tests import given

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
WEDNESDAY = date(2026, 7, 15)


def moment(day, hour=12):
    return datetime(day.year, day.month, day.day, hour, tzinfo=get_default_timezone())


@pytest.fixture(autouse=True)
def wednesday():
    with clock.at(moment(WEDNESDAY)) as now:
        yield now


@pytest.fixture
def olga():
    return given.employee()


def registered(days_ago, name="Мария Светлова", phone="8 916 123-45-67", *, by, **fields):
    with clock.at(clock.now() - timedelta(days=days_ago)):
        return given.client(name, phone, by=by, **fields)


def spoken_to(client, *, by, days_ago=0, channel="call"):
    with clock.at(clock.now() - timedelta(days=days_ago)):
        return actions.register(
            client, by=by, channel=channel, direction="out", purpose="Узнать, как дела"
        )


def calls():
    return Interaction.objects.filter(reason=due.REASON)


def later(days):
    return clock.at(clock.now() + timedelta(days=days))


def test_a_client_who_was_not_spoken_to_for_so_long_is_to_be_called(olga):
    maria = registered(40, by=olga)
    given.regulation(purpose="Узнать о новых заказах")

    assert plan_due() == 1

    call = calls().get()
    assert (call.client, call.responsible, call.status) == (maria, olga, Status.PLANNED)
    assert call.purpose == "Узнать о новых заказах"
    assert groups(olga)[1].calls == [call]


@pytest.mark.parametrize("days_ago", [0, 1, 29])
def test_who_was_spoken_to_in_time_is_left_in_peace(olga, days_ago):
    spoken_to(registered(40, by=olga), by=olga, days_ago=days_ago)
    given.regulation()

    assert plan_due() == 0


def test_on_the_last_day_the_call_is_due(olga):
    spoken_to(registered(90, by=olga), by=olga, days_ago=30)
    given.regulation(since_days_ago=5)

    plan_due()

    assert ContactDue.objects.get().due_on == WEDNESDAY


def test_the_copy_of_a_letter_is_no_contact(olga):
    maria = registered(40, by=olga)
    outbox.write(maria, key="x", to="maria@mail.ru", subject="Заказ", body="Готов", by=olga)
    given.regulation()

    assert maria.interactions.held().count() == 1

    assert plan_due() == 1


def test_who_is_to_be_called_today_anyway_is_not_called_twice(olga):
    maria = registered(40, by=olga)
    given.planned_call(maria, by=olga, in_hours=1)
    given.regulation()

    assert plan_due() == 0


def test_twice_late_or_after_two_days_of_silence_it_is_one_call(olga):
    registered(29, by=olga)
    given.regulation()
    plan_due()
    assert calls().count() == 0

    with later(3):  # nothing ran meanwhile
        plan_due()
        plan_due()
    with later(4):
        plan_due()

    assert calls().count() == 1
    assert ContactDue.objects.get().due_on == WEDNESDAY + DAY


def test_a_night_that_broke_off_is_finished_by_the_next(olga):
    maria = registered(40, by=olga)
    regulation = given.regulation()
    ContactDue.objects.create(
        regulation=regulation,
        client=maria,
        due_on=WEDNESDAY,
        occasion_on=WEDNESDAY - 40 * DAY,
        planned_on=WEDNESDAY,
        begins_at=clock.midnight(WEDNESDAY),
        ends_at=clock.midnight(WEDNESDAY + DAY),
    )

    plan_due()

    assert ContactDue.objects.get().call == calls().get()


def test_what_is_due_on_a_free_day_is_done_on_the_next_working_day(olga):
    registered(33, by=olga)
    saturday = WEDNESDAY + 3 * DAY
    given.regulation(days=36)

    with clock.at(moment(saturday, 5)):
        plan_due()

    due_row = ContactDue.objects.get()
    assert (due_row.due_on, due_row.planned_on) == (saturday, saturday + 2 * DAY)
    assert due_row.call.planned_at == moment(saturday + 2 * DAY, 10)


def test_the_regulation_of_a_segment_counts_instead_of_that_of_all(olga):
    registered(40, "Мария Светлова", by=olga)
    registered(40, "Пётр Ильин", "8 916 000-11-22", by=olga)
    vip = given.segment(given.condition("name", "contains", "Мария"), is_shared=True)
    given.regulation(days=30)
    given.regulation(name="ВИП", days=90, segment=vip)

    plan_due()

    assert [call.client.name for call in calls()] == ["Пётр Ильин"]


def test_of_two_segments_the_smaller_one_counts(olga):
    maria = registered(40, "Мария Светлова", by=olga)
    registered(40, "Мария Ильина", "8 916 000-11-22", by=olga)
    marias = given.segment(given.condition("name", "contains", "Мария"), name="Марии")
    one = given.segment(given.condition("name", "contains", "Светлова"), name="Светлова")
    given.regulation(name="Марии", days=90, segment=marias)
    given.regulation(name="Светлова", days=30, segment=one)

    plan_due()

    assert [call.client for call in calls()] == [maria]


def test_a_contact_meanwhile_satisfies_it(olga):
    maria = registered(40, by=olga)
    given.regulation()
    plan_due()
    spoken_to(maria, by=olga)

    assert following(olga) is None
    assert calls().get().status == Status.DROPPED
    assert ContactDue.objects.kept().count() == 1


def test_at_night_calls_that_are_satisfied_are_taken_from_the_list(olga):
    maria = registered(40, by=olga)
    given.regulation()
    plan_due()
    spoken_to(maria, by=olga)

    with later(1):
        plan_due()

    assert calls().get().status == Status.DROPPED


def test_who_left_the_segment_is_not_called(olga):
    maria = registered(40, by=olga)
    segment = given.segment(given.condition("name", "contains", "Мария"))
    given.regulation(segment=segment)
    plan_due()

    Client.objects.filter(pk=maria.pk).update(name="Анна Светлова")

    assert following(olga) is None


def test_a_call_put_off_by_hand_is_asked_for_again_a_term_later(olga):
    registered(40, by=olga)
    given.regulation()
    plan_due()
    actions.drop(calls().get(), by=olga, note="Просила не звонить до осени")

    with later(29):
        plan_due()
    assert calls().planned().count() == 0
    with later(30):
        plan_due()
    assert calls().planned().count() == 1


def test_three_days_after_the_hand_over(olga):
    order = given.handed_over_order(by=olga)
    given.regulation(rhythm="after", occasion="handed_over", days=3, script="Всё ли подошло?")

    with later(2):
        assert plan_due() == 0
    with later(3):
        assert plan_due() == 1
        call = calls().get()
        reason = registry.owed_call_reasons[due.REASON]
        assert reason.still_due(call)
        assert "Всё ли подошло?" in reason.script(call)
        assert "15.07.2026" in reason.script(call)
    assert call.client == order.client


def test_what_was_handed_over_long_before_is_not_made_up_for(olga):
    with clock.at(clock.now() - 30 * DAY):
        given.handed_over_order(by=olga)
    given.regulation(rhythm="after", occasion="handed_over", days=3)

    assert plan_due() == 0


def test_a_birthday_is_remembered_each_year_and_named(olga):
    firm = registered(400, "ООО «Ателье»", by=olga, kind="organisation")
    given.contact_person(firm, "Ирина Белова", by=olga, birthday=date(1980, 7, 17))
    given.regulation(rhythm="yearly", occasion="birthday", days=2, script="Поздравить")

    plan_due()
    plan_due()
    with later(365):
        plan_due()

    assert [each.due_on for each in ContactDue.objects.order_by("due_on")] == [
        WEDNESDAY,
        date(2027, 7, 15),
    ]
    script = registry.owed_call_reasons[due.REASON].script(calls().first())
    assert "Ирина Белова" in script


def test_a_birthday_of_29_february_is_kept_on_the_first_of_march(olga):
    firm = registered(10, "ООО «Ателье»", by=olga)
    given.contact_person(firm, by=olga, birthday=date(1984, 2, 29))
    given.regulation(rhythm="yearly", occasion="birthday", days=0, since_days_ago=0)

    with clock.at(moment(date(2027, 2, 28))):
        plan_due()
    with clock.at(moment(date(2027, 3, 1))):
        plan_due()

    assert ContactDue.objects.get().due_on == date(2027, 3, 1)


def test_a_date_that_the_firm_has_added_by_itself_is_remembered_too(olga):
    field = OwnField.objects.create(label="День свадьбы", kind="date")
    registered(10, by=olga, own={field.code: "2010-07-15"})
    given.regulation(rhythm="yearly", occasion=f"own.{field.code}", days=0)

    assert plan_due() == 1


def test_switched_off_what_it_has_planned_is_not_needed_any_more(olga):
    registered(40, by=olga)
    director = given.employee("director")
    regulation = given.regulation(by=director)
    plan_due()

    assert actions.switch_off_regulation(regulation, by=director) == 1

    call = calls().get()
    assert (call.status, call.held_by, call.steps.count()) == (Status.DROPPED, director, 1)
    assert plan_due() == 0
    actions.switch_on_regulation(regulation, by=director)
    assert plan_due() == 1


def test_two_regulations_may_not_say_the_same(olga):
    given.regulation()

    with pytest.raises(Refused):
        given.regulation(name="То же ещё раз")


def test_a_segment_that_a_regulation_needs_is_not_removed(olga):
    segment = given.segment(by=olga)
    given.regulation(segment=segment)

    with pytest.raises(Refused, match="Не реже раза в месяц"):
        clients.remove_segment(segment, by=olga)


def test_however_many_are_due_each_piece_costs_the_same(olga):
    given.regulation()

    def queries(count):
        begun = Client.objects.count()
        for number in range(count):
            registered(40, f"Клиент {begun + number}", f"8 916 {begun + number:07}", by=olga)
        with CaptureQueriesContext(connection) as seen:
            plan_due()
        return len(seen)

    assert queries(20) == queries(2)


# --- pages ---


def test_the_director_keeps_a_regulation_and_sees_whom_it_concerns(login, htmx, olga):
    registered(40, "Мария Светлова", by=olga)
    registered(5, "Пётр Ильин", "8 916 000-11-22", by=olga)
    browser = login(given.employee("director"))
    typed = {"name": "Раз в месяц", "rhythm": "every", "days": 30, "purpose": "Узнать, как дела"}

    counted = browser.post(reverse("interactions:count_regulation"), typed, headers=htmx)
    kept = browser.post(reverse("interactions:add_regulation"), typed)

    assert (counted.context["clients"], counted.context["tomorrow"]) == (2, 1)
    assert kept.status_code == 302
    listed = browser.get(reverse("interactions:regulations")).content.decode()
    assert "Раз в месяц" in listed


def test_what_is_typed_wrong_is_said_at_the_field(login):
    browser = login(given.employee("director"))
    typed = {"name": "После выдачи", "rhythm": "after", "days": 3, "purpose": "Узнать"}

    answer = browser.post(reverse("interactions:add_regulation"), typed)

    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {"occasion"}


def test_it_is_switched_off_and_on_from_its_page(login, olga):
    registered(40, by=olga)
    regulation = given.regulation()
    plan_due()
    browser = login(given.employee("director"))

    browser.post(reverse("interactions:switch_off_regulation", args=[regulation.pk]))
    assert calls().planned().count() == 0
    browser.post(reverse("interactions:switch_on_regulation", args=[regulation.pk]))
    regulation.refresh_from_db()
    assert regulation.is_active


def test_each_figure_of_the_report_opens_its_list_with_the_same_count(login, olga):
    petr = given.employee()
    clients = [
        registered(40, f"Клиент {number}", f"8 916 000-00-0{number}", by=olga if number else petr)
        for number in range(6)
    ]
    given.regulation()
    plan_due()
    by_client = {call.client_id: call for call in calls()}
    spoken_to(clients[1], by=olga)
    actions.drop(by_client[clients[2].pk], by=olga)
    with later(2):
        spoken_to(clients[3], by=olga)
        browser = login(given.employee("director"))
        until = clock.today().isoformat()
        query = f"?since=2026-07-01&until={until}"
        for by in ("responsible", "regulation"):
            url = reverse("core:report", args=["regulations"])
            report = browser.get(f"{url}{query}&by={by}").context["report"]
            figures = [cell for row in report.body() for cell in row if cell["url"]]
            assert len(figures) >= 4
            for cell in figures:
                listed = browser.get(cell["url"]).context["list"]
                assert listed.queryset.count() == cell["value"], cell
            assert report.totals == {
                "due": 6, "kept": 1, "late": 1, "broken": 3, "ahead": 0, "dismissed": 1,
            }  # fmt: skip


def test_a_manager_sees_the_contacts_due_of_the_own_office_only(login, olga):
    stranger = given.employee(office=given.office("Северный"))
    registered(40, by=olga)
    registered(40, "Пётр Ильин", "8 916 000-11-22", by=stranger)
    given.regulation()
    plan_due()

    page = login(olga).get(reverse("interactions:contacts_due"))

    assert [row["row"].client.name for row in page.context["list"].body()] == ["Мария Светлова"]
