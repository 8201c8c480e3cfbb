from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from catalog import actions, price_pages
from catalog.allowed_words import SEE_COSTS, deferral_sentence
from catalog.forms import (
    AmountForm,
    MinutesFormSet,
    NormForm,
    PaymentTermsForm,
    PriceForm,
    PurchasePricesForm,
)
from catalog.models import Norm, Price, PurchasePrice
from clients.models import Client
from core import clock

sees_prices = permission_required("catalog.view_price", raise_exception=True)
sets_prices = permission_required("catalog.change_price", raise_exception=True)
sees_costs = permission_required(SEE_COSTS, raise_exception=True)
sets_norms = permission_required("catalog.change_norm", raise_exception=True)


@require_GET
@sees_prices
def prices(request):
    """The price list of today, one group of items at a time."""
    group = _group(request.GET.get("group", "material"))
    context = {
        "group": group,
        "groups": price_pages.GROUPS.values(),
        "rows": price_pages.items_on(group, clock.today()),
    }
    return render(request, "catalog/prices.html", context)


@require_GET
@sees_prices
def item_prices(request, target, pk):
    group, item = _item(target, pk)
    return _item_page(request, group, item, PriceForm(instance=Price(**{group.target: item})))


@require_POST
@sets_prices
def add_price(request, target, pk):
    group, item = _item(target, pk)
    form = PriceForm(request.POST, instance=Price(**{group.target: item}))
    if not form.is_valid():
        return _item_page(request, group, item, form, status=422)
    actions.add_price(form.save(commit=False), by=request.user)
    messages.success(request, _("The price is entered."))
    return redirect("catalog:item_prices", target, pk)


@require_http_methods(["GET", "POST"])
@sets_prices
def edit_price(request, pk):
    price = get_object_or_404(Price, pk=pk)
    form = AmountForm(request.POST or None, instance=price)
    if request.method == "POST" and form.is_valid():
        actions.edit_price(form.save(commit=False), by=request.user)
        return redirect("catalog:item_prices", price.target_name, price.target.pk)
    status = 422 if form.errors else 200
    return render(request, "catalog/edit_price.html", {"form": form, "price": price}, status=status)


@require_POST
@sets_prices
def remove_price(request, pk):
    price = get_object_or_404(Price, pk=pk)
    target, item = price.target_name, price.target
    actions.remove_price(price, by=request.user)
    return redirect("catalog:item_prices", target, item.pk)


@require_http_methods(["GET", "POST"])
@sets_norms
def norms(request):
    """Minutes of every operation, edited in one table."""
    rows = Norm.objects.select_related("stage", "processing").order_by(*Norm._meta.ordering, "pk")
    forms = MinutesFormSet(request.POST or None, queryset=rows)
    if request.method == "POST" and forms.is_valid():
        actions.change_norms(forms.save(commit=False), by=request.user)
        messages.success(request, _("The norms are kept: new dates are promised by them."))
        return redirect("catalog:norms")
    return render(
        request, "catalog/norms.html", {"forms": forms}, status=422 if forms.errors else 200
    )


@require_http_methods(["GET", "POST"])
@sets_norms
def add_norm(request):
    form = NormForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.add_norm(form.save(commit=False), by=request.user)
        return redirect("catalog:norms")
    return render(
        request, "catalog/add_norm.html", {"form": form}, status=422 if form.errors else 200
    )


@require_POST
@sets_norms
def remove_norm(request, pk):
    actions.remove_norm(get_object_or_404(Norm, pk=pk), by=request.user)
    return redirect("catalog:norms")


@require_http_methods(["GET", "POST"])
@sees_costs
def purchase_prices(request, target):
    """What the firm pays for everything of one group, edited in one table from a day on."""
    group = _group(target)
    form = PurchasePricesForm(request.POST or None, group=group)
    if request.method == "POST" and form.is_valid():
        actions.enter_purchase_prices(form.prices(), by=request.user)
        messages.success(request, _("The purchase prices are kept: margins are counted by them."))
        return redirect("catalog:purchase_prices", target)
    context = {"form": form, "group": group, "groups": price_pages.GROUPS.values()}
    status = 422 if request.method == "POST" else 200
    return render(request, "catalog/purchase_prices.html", context, status=status)


@require_GET
@sees_costs
def item_purchase_prices(request, target, pk):
    """What the firm will pay, pays and has paid for one thing."""
    group, item = _item(target, pk)
    context = {
        "group": group,
        "item": item,
        "rows": price_pages.bought_for(group, item, clock.today()),
        "edits": price_pages.edits(group, item, PurchasePrice),
    }
    return render(request, "catalog/item_purchase_prices.html", context)


@require_POST
@sees_costs
def remove_purchase_price(request, pk):
    price = get_object_or_404(PurchasePrice, pk=pk)
    target, item = price.target_name, price.target
    actions.remove_purchase_price(price, by=request.user)
    return redirect("catalog:item_purchase_prices", target, item.pk)


@require_http_methods(["GET", "POST"])
@permission_required("clients.change_client", raise_exception=True)
def payment_terms(request, pk):
    """On what terms a client pays; beyond the discount policy a director is asked."""
    client = get_object_or_404(Client.objects.visible_to(request.user), pk=pk)
    form = PaymentTermsForm(request.POST or None, instance=client, by=request.user)
    if request.method == "POST" and form.is_valid():
        return _agreed(request, client, form.cleaned_data)
    context = {"form": form, "client": client, "allowed": deferral_sentence(client)}
    status = 422 if form.errors else 200
    return render(request, "catalog/payment_terms.html", context, status=status)


def _agreed(request, client, typed):
    asked = actions.agree_payment_terms(client, by=request.user, **typed)
    if asked and asked.is_waiting:
        messages.info(request, _("This is more than the policy gives: it is asked for."))
    else:
        messages.success(request, _("Kept: %(client)s.") % {"client": client})
    return redirect(client)


def _group(target):
    if target not in price_pages.GROUPS:
        raise Http404
    return price_pages.GROUPS[target]


def _item(target, pk):
    group = _group(target)
    return group, get_object_or_404(group.model, pk=pk)


def _item_page(request, group, item, form, status=200):
    context = {
        "group": group,
        "item": item,
        "form": form,
        "history": price_pages.history(group, item, clock.today()),
        "edits": price_pages.edits(group, item),
        "today": clock.today(),
    }
    return render(request, "catalog/item_prices.html", context, status=status)
