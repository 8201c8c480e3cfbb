"""The drawer of an office: opened and closed with a count, money taken out in between."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core import lists
from orders import actions
from orders.models import CashShift, CashWithdrawal, Payment, WorkOrder
from orders.money.cash_forms import CloseCashShiftForm, OpenCashShiftForm, WithdrawCashForm
from orders.money.cash_shift_list import CashShiftList
from orders.money.drawer import movements_of
from orders.work_orders.views.asking import go_to

GROUND = CashWithdrawal._meta.get_field("ground").max_length
UNBOOKED_SHOWN = 10
OPEN, WITHDRAW = "orders.open_cashshift", "orders.withdraw_cashshift"


@require_GET
@permission_required("orders.view_cashshift", raise_exception=True)
def cash_shift(request):
    """Where cash of one's own office goes now: the open shift, or the form that opens one."""
    if shift := CashShift.objects.visible_to(request.user).open_in(request.user.office).first():
        return redirect(shift)
    if not request.user.has_perm(OPEN):
        return redirect("orders:cash_shifts")
    return _ask_opening(request, OpenCashShiftForm(office=request.user.office))


@require_POST
@permission_required(OPEN, raise_exception=True)
def open_cash_shift(request):
    form = OpenCashShiftForm(request.POST, office=request.user.office)
    if not form.is_valid():
        return _ask_opening(request, form)
    shift = actions.open_cash_shift(request.user.office, by=request.user, **form.cleaned_data)
    messages.success(request, _("The cash shift is open."))
    return go_to(request, shift)


def _ask_opening(request, form):
    context = {"form": form, "office": request.user.office}
    return render(request, "orders/cash_shift.html", context, status=422 if form.is_bound else 200)


@require_GET
def cash_shifts(request):
    return lists.respond(request, CashShiftList, "orders/payments.html")


@require_GET
def cash_shift_card(request, pk):
    return _card(request, _shift(request, pk), WithdrawCashForm())


@require_POST
@permission_required(WITHDRAW, raise_exception=True)
def withdraw_cash(request, pk):
    shift = _shift(request, pk)
    form = WithdrawCashForm(request.POST)
    if not form.is_valid():
        return _card(request, shift, form)
    actions.withdraw_cash(shift, by=request.user, **form.cleaned_data)
    messages.success(request, _("The money is taken out of the drawer."))
    return go_to(request, shift)


@require_POST
@permission_required(WITHDRAW, raise_exception=True)
def undo_withdrawal(request, pk):
    seen = CashShift.objects.visible_to(request.user)
    found = CashWithdrawal.objects.filter(shift__in=seen).select_related("shift")
    withdrawal = get_object_or_404(found, pk=pk)
    ground = request.POST.get("ground", "")[:GROUND]
    actions.undo_withdrawal(withdrawal, by=request.user, ground=ground)
    messages.success(request, _("The money is in the drawer again."))
    return go_to(request, withdrawal.shift)


def _card(request, shift, form):
    context = {
        "shift": shift,
        "movements": movements_of(shift, request.user),
        "form": form if shift.is_open and request.user.has_perm(WITHDRAW) else None,
        "without_receipt": Payment.objects.filter(shift=shift).without_receipt().count(),
    }
    status = 422 if form.is_bound else 200
    return render(request, "orders/cash_shift_card.html", context, status=status)


@require_http_methods(["GET", "POST"])
@permission_required("orders.close_cashshift", raise_exception=True)
def close_cash_shift(request, pk):
    shift = _shift(request, pk)
    if request.method == "GET" and not shift.is_open:
        return redirect(shift)
    form = CloseCashShiftForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.close_cash_shift(shift, by=request.user, **form.cleaned_data)
        messages.success(request, _("The cash shift is closed."))
        return go_to(request, shift)
    unbooked = WorkOrder.objects.filter(office=shift.office_id)
    unbooked = unbooked.with_typed_prepayment(Payment.Method.CASH).order_by("pk")
    context = {"shift": shift, "form": form, "unbooked": unbooked[:UNBOOKED_SHOWN]}
    status = 422 if form.is_bound else 200
    return render(request, "orders/close_cash_shift.html", context, status=status)


def _shift(request, pk):
    seen = CashShift.objects.visible_to(request.user).with_figures()
    return get_object_or_404(seen.select_related("office", "opened_by", "closed_by"), pk=pk)
