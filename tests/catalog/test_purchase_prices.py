"""What the firm pays is kept by those who see costs, and by nobody else."""

import pytest
from django.urls import reverse

from catalog.models import Material
from catalog.tariffs import tariff_on
from core import clock
from tests import given

pytestmark = pytest.mark.django_db


def test_a_price_that_is_typed_is_counted_with_at_once(login):
    given.price_list()
    url = reverse("catalog:purchase_prices", args=["material"])
    browser = login(given.employee("director"))
    page = browser.get(url)
    forms = page.context["forms"]
    data = {f"form-{place}-id": form.instance.pk for place, form in enumerate(forms)}
    data |= {"form-TOTAL_FORMS": len(forms.forms), "form-INITIAL_FORMS": len(forms.forms)}

    answer = browser.post(url, data | {"form-0-purchase_price": "1 050,50"})

    assert answer.status_code == 302
    first = forms.forms[0].instance
    first.refresh_from_db()
    bought = tariff_on(clock.today()).costs.bought
    assert bought["material", first.code] == first.purchase_price * first.waste_factor
    assert str(first.purchase_price) == "1050.50"


def test_whoever_keeps_the_price_list_but_sees_no_costs_does_not_meet_them(login):
    given.costs()
    browser = login(given.employee("admin"))
    material = Material.objects.get(code="mirror-4")

    assert browser.get(reverse("catalog:purchase_prices", args=["material"])).status_code == 403
    page = browser.get(reverse("company:edit_entry", args=["materials", material.pk]))
    assert "purchase_price" not in page.text
