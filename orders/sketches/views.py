from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core import attachments
from core.errors import Refused
from orders import actions, mail
from orders.models import WorkOrder
from orders.sketches import letters
from orders.sketches.contents import all_files
from orders.sketches.forms import (
    AddSketchForm,
    AnswerSketchForm,
    RemoveFileForm,
    SendSketchForm,
    ShowSketchForm,
)
from orders.sketches.lifecycle import ANSWER_RIGHT
from orders.work_orders.views.asking import ask, go_to

MOST_AT_ONCE = 10


def _order(request, pk):
    return get_object_or_404(WorkOrder.objects.visible_to(request.user).with_people(), pk=pk)


@require_http_methods(["GET", "POST"])
@permission_required("core.add_attachment", raise_exception=True)
def add_sketch(request, pk):
    order = _order(request, pk)
    form = AddSketchForm(request.POST or None, order=order)
    if form.is_valid():
        said = form.cleaned_data
        owner = said["position"] or order
        _attach(request.FILES.getlist("file"), owner, purpose=said["purpose"], by=request.user)
        messages.success(request, _("The file is attached."))
        return go_to(request, order)
    return ask(request, "add_sketch", {"order": order, "form": form})


@transaction.atomic
def _attach(uploads, owner, *, purpose, by):
    if not uploads:
        raise Refused(_("Choose a file first."))
    if len(uploads) > MOST_AT_ONCE:
        raise Refused(_("Ten files at once are enough: attach the others after them."))
    for upload in uploads:
        attachments.attach(owner, upload, by=by, purpose=purpose)


@require_http_methods(["GET", "POST"])
@permission_required(attachments.REMOVE, raise_exception=True)
def remove_file(request, pk, file_pk):
    order = _order(request, pk)
    file = next((each for each in all_files(order) if each.pk == file_pk), None)
    if file is None:
        raise Http404
    form = RemoveFileForm(request.POST or None)
    if form.is_valid():
        actions.remove_file(order, file, by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, _("The file is removed from the order."))
        return go_to(request, order)
    shown = order.sketch_sendings.filter(files=file).exists()
    context = {"order": order, "file": file, "is_withdrawal": shown, "form": form}
    return ask(request, "remove_file", context)


@require_http_methods(["GET", "POST"])
@permission_required("core.add_outgoingmessage", raise_exception=True)
def send_sketch(request, pk):
    order = _order(request, pk)
    files = all_files(order)
    known = _proposed(order, files, request.user)
    form = SendSketchForm(request.POST or None, files=files, initial=known)
    if form.is_valid():
        said = {**form.cleaned_data, "files": _chosen(files, form)}
        sending = actions.send_sketch(order, by=request.user, **said)
        messages.success(request, mail.fate_of(sending.letter))
        return redirect(order)
    context = {"order": order, "form": form, "files": files}
    return render(request, "orders/send_sketch.html", context, status=422 if form.is_bound else 200)


def _proposed(order, files, user) -> dict:
    return {
        "to": order.client.email if user.sees_field("email") else "",
        "text": letters.text_of(order),
        "files": _sketches_first(files),
    }


def _sketches_first(files) -> list[int]:
    sketches = [file.pk for file in files if file.is_sketch]
    return sketches or [file.pk for file in files]


def _chosen(files, form):
    ticked = set(form.cleaned_data["files"])
    return [file for file in files if file.pk in ticked]


@require_http_methods(["GET", "POST"])
@permission_required(ANSWER_RIGHT, raise_exception=True)
def answer_sketch(request, pk):
    """The answer is given to the sending that was on the screen, not to one made since."""
    order = _order(request, pk)
    latest = order.sketch_sendings.first()
    if request.method == "GET" and not (latest and latest.takes_answer):
        return redirect(order)
    form = AnswerSketchForm(request.POST or None, initial={"sending": latest and latest.pk})
    if form.is_valid():
        sending = get_object_or_404(order.sketch_sendings, pk=form.cleaned_data["sending"])
        actions.answer_sketch(sending, by=request.user, **form.said())
        messages.success(request, _("The client's answer is recorded."))
        return go_to(request, order)
    return ask(request, "answer_sketch", {"order": order, "form": form, "sending": latest})


@require_http_methods(["GET", "POST"])
@permission_required(ANSWER_RIGHT, raise_exception=True)
def show_sketch(request, pk):
    """No letter went: the client has seen it at the counter, or says so over the phone."""
    order = _order(request, pk)
    files = all_files(order)
    initial = {"files": _sketches_first(files)}
    form = ShowSketchForm(request.POST or None, files=files, initial=initial)
    if form.is_valid():
        said = {**form.said(), "token": form.cleaned_data["token"]}
        actions.show_sketch(order, by=request.user, files=_chosen(files, form), **said)
        messages.success(request, _("The client's answer is recorded."))
        return redirect(order)
    context = {"order": order, "form": form, "files": files}
    return render(request, "orders/show_sketch.html", context, status=422 if form.is_bound else 200)
