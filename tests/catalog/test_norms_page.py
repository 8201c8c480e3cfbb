import pytest
from django.urls import reverse

from catalog.models import Norm
from catalog.tariffs import norms_in_force
from company.models import Stage
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def norm():
    stage = Stage.objects.get(code="cutting")
    return Norm.objects.create(stage=stage, kind="sheet", unit="m2", minutes_per_unit=6)


def typed(norm, **minutes):
    return {
        "form-TOTAL_FORMS": "1",
        "form-INITIAL_FORMS": "1",
        "form-0-id": norm.pk,
        **{f"form-0-{name}": value for name, value in minutes.items()},
    }


def test_a_foreman_edits_the_minutes_and_the_next_date_is_counted_by_them(norm, login):
    foreman = login(given.employee("foreman"))
    data = typed(norm, minutes_per_unit="7,5", setup_minutes="10")

    assert foreman.post(reverse("catalog:norms"), data).status_code == 302

    assert (norms_in_force()[0].minutes_per_unit, norms_in_force()[0].setup_minutes) == (7.5, 10)


def test_negative_minutes_are_refused_and_kept_in_the_field(norm, login):
    foreman = login(given.employee("foreman"))

    answer = foreman.post(
        reverse("catalog:norms"), typed(norm, minutes_per_unit="-1", setup_minutes="0")
    )

    assert answer.status_code == 422
    norm.refresh_from_db()
    assert norm.minutes_per_unit == 6


def test_a_norm_is_added_for_one_thing_only_once(norm, login):
    foreman = login(given.employee("foreman"))
    data = {
        "stage": norm.stage_id,
        "kind": "stained_glass",
        "unit": "m2",
        "minutes_per_unit": "60",
        "setup_minutes": "0",
    }

    assert foreman.post(reverse("catalog:add_norm"), data).status_code == 302
    assert foreman.post(reverse("catalog:add_norm"), data).status_code == 422
    assert Norm.objects.count() == 2


def test_a_norm_is_removed(norm, login):
    foreman = login(given.employee("foreman"))

    foreman.post(reverse("catalog:remove_norm", args=[norm.pk]))

    assert not Norm.objects.exists()


def test_a_worker_does_not_set_norms(norm, login):
    worker = login(given.employee("worker"))

    assert worker.get(reverse("catalog:norms")).status_code == 403
    assert worker.post(reverse("catalog:remove_norm", args=[norm.pk])).status_code == 403
