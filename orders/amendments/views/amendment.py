from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET
from django_htmx.http import HttpResponseClientRefresh

from company.models import Approval
from company.models.employee import named
from core.models import Document
from orders.amendments.forms import ConfirmForm, ConsentForm, DropForm, RefuseForm
from orders.amendments.lifecycle import AMENDMENT_LIFE, AmendmentStep
from orders.amendments.shown import changes_of, terms_of
from orders.models import Amendment

FORMS = {
    AmendmentStep.CONSENT: ConsentForm,
    AmendmentStep.REFUSE: RefuseForm,
    AmendmentStep.CONFIRM: ConfirmForm,
    AmendmentStep.DROP: DropForm,
}


@require_GET
def amendment(request, pk):
    """What was, what is to be, the difference, and what it waits for; without sums in the shop.
    While a decision is waited for the page asks: 204 as long as nothing is new."""
    seen = Amendment.objects.visible_to(request.user).for_page()
    found = get_object_or_404(seen, pk=pk)
    if request.htmx:
        still = _waiting(asked_about(found)) == request.GET.get("waiting", "")
        return HttpResponse(status=204) if still else HttpResponseClientRefresh()
    return page(request, found)


def asked_about(amendment):
    """As it is drafted now; what an earlier draft asked for is the list's."""
    asked = Approval.objects.filter(pk__in=amendment.asked) if amendment.asked else []
    return list(asked and asked.with_people())


def _waiting(asked) -> str:
    return ",".join(str(each.pk) for each in asked if each.is_waiting)


def page(request, found, *, step=None, form=None, status=200):
    """With `form` as it was posted for `step`, where it could not be read."""
    offers = {offer.step: offer for offer in AMENDMENT_LIFE.offers(found, request.user)}
    forms = {name: _form(FORMS[name], found) for name in FORMS if name in offers}
    if step in forms:
        forms[step] = form
    asked = asked_about(found)
    context = {
        "asked": asked,
        "waiting": _waiting(asked),
        "amendment": found,
        "order": found.order,
        "changes": changes_of(found),
        "terms": terms_of(found),
        "offers": offers,
        "forms": {name.value: each for name, each in forms.items()},
        "steps": found.steps.select_related("by").defer(*named("by")),
        "papers": Document.objects.of(found).order_by("-revision"),
        "may_see_order": request.user.has_perm("orders.view_workorder"),
    }
    return render(request, "orders/amendment.html", context, status=status)


def _form(form, found):
    return form(amendment=found) if form is ConsentForm else form()
