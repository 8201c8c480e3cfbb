from decimal import Decimal
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template import Context, Template
from django.template.loader import render_to_string
from django.urls import reverse

from core import cells, icons, looks, registry, vendor
from core.lists import Column
from core.models import Job
from tests import given


def rendered(template, **context):
    return Template(template).render(Context(context))


@pytest.mark.django_db
def test_the_address_of_a_button_opened_as_a_page_says_so_in_words(login):
    answer = login(given.employee()).get(reverse("orders:allow_debt", args=[1]))

    assert answer.status_code == 405
    assert answer["Allow"] == "POST"
    assert "Это делают кнопкой" in answer.content.decode()


@pytest.mark.parametrize(
    ("value", "shown"),
    [(Decimal("12345.5"), "12 345,50 ₽"), (0, "0,00 ₽"), (None, "—"), (Decimal("-7"), "-7,00 ₽")],
)
def test_money_is_written_as_in_a_russian_paper(value, shown):
    assert rendered("{{ value|money }}", value=value).replace("\xa0", " ") == shown


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ('{{ "+79123456789"|phone }}', "+7 912 345-67-89"),
        ('{{ "+79123456789"|phone:"12" }}', "+7 912 345-67-89, доб. 12"),
        ("{{ 600|by:800 }}", "600×800"),
        ("{{ 1200|mm }}", "1 200 мм"),
        ("{{ 12345|count }}", "12 345"),
        ("{{ area|area }}", "0,48 м²"),
    ],
)
def test_figures_are_written_in_the_words_of_the_trade(template, shown):
    text = rendered(template, area=Decimal("0.480"))

    assert text.replace("\xa0", " ") == shown


def test_a_name_cannot_smuggle_markup_into_a_state():
    badge = rendered('{% state_of "x" "y" "z" name %}', name="<script>")

    assert "&lt;script&gt;" in badge
    assert "<script>" not in badge


def test_every_icon_exists():
    entries = [*registry.nav, *registry.create_items]
    named = icons.named_in_templates() | {entry.icon for entry in entries}
    named |= {look.icon for look in looks.looks().values()}

    assert [name for name in sorted(named) if not (icons.PACKAGE / f"{name}.svg").exists()] == []


def test_where_a_state_has_a_look_all_its_values_have_one():
    stored = {(f.model._meta.label_lower, f.name): f for f in _choice_fields()}
    for label, field in {(model, field) for model, field, _ in looks.looks()} & stored.keys():
        values = dict(stored[label, field].flatchoices)
        assert [v for v in values if (label, field, v) not in looks.looks()] == [], label


def _choice_fields():
    return [field for model in apps.get_models() for field in model._meta.fields if field.choices]


def test_every_tone_is_known_to_the_style_sheet():
    styles = Path(settings.BASE_DIR, "static/css/components.css").read_text()

    tones = {look.tone for look in looks.looks().values()} - {"quiet"}

    assert [tone for tone in tones if f".state-{tone} " not in styles] == []


def test_the_named_files_of_npm_are_found_and_nothing_else():
    found = vendor.VendorFinder().find

    assert all(finders.find(f"vendor/{name}") for name in vendor.FILES)
    assert found("vendor/icons/phone.svg")
    assert not found("vendor/icons/../../../package.json")
    assert not found("vendor/axe-core/axe.min.js")


def test_icons_are_collected_with_the_static_files():
    collected = {name for name, _ in vendor.VendorFinder().list([])}

    assert {"icons/bell.svg", "golos/GolosText-400.ttf"} <= collected


@pytest.mark.parametrize("page", ["400", "403", "403_csrf", "404", "429", "500"])
def test_an_error_page_needs_neither_request_nor_database_and_says_what_to_do(page):
    text = render_to_string(f"{page}.html")

    assert "На главную" in text
    assert "Traceback" not in text


@pytest.mark.django_db
def test_the_menu_shows_what_the_role_may_see_and_marks_this_page(login):
    employee = given.employee("manager")

    menu = login(employee).get(reverse("today")).context["frame"]["nav"]

    links = [link for section in menu for link in section["links"]]
    assert all(not k.entry.right or employee.has_perm(k.entry.right) for k in links)
    assert [link.entry.url_name for link in links if link.current] == ["today"]


@pytest.mark.django_db
def test_the_frame_asks_the_database_nothing_of_its_own(login, django_assert_num_queries):
    page = login(given.employee("manager"))
    page.get(reverse("core:jobs"))

    with django_assert_num_queries(3):  # session, employee with role, the jobs
        page.get(reverse("core:jobs"))


@pytest.mark.django_db
def test_no_page_carries_inline_script_or_style(login):
    html = login(given.employee("admin")).get(reverse("core:jobs")).content.decode()

    assert " style=" not in html
    assert "<style" not in html
    assert "onclick" not in html
    assert all("src=" in tag for tag in html.split("<script")[1:])


def test_a_status_column_takes_word_and_look_from_the_model():
    job, column = Job(state=Job.State.DONE), Column("state", "", kind="status")

    shown = cells.shown(job, column, job.state)

    assert "state-good" in shown
    assert str(Job.State.DONE.label) in shown
