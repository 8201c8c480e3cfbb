"""The pages by which something goes into other hands: made once for every subject that does."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST

from company.forms import DeclineForm, HandOverForm


@dataclass(frozen=True)
class Hands:
    """`verbs` is the module of the subject's own hand_over, accept, decline and recall; `found`
    fetches what the person may reach; `give` and `take` are the rights of the two sides."""

    verbs: Any
    found: Callable
    about: Callable[[Any], str]
    give: str
    take: str
    handed: str
    taken: str
    hint: str = ""

    def pages(self, of=""):
        """The views hand_over, accept, decline and recall; `of` names the subject where an app has
        several: hand_over_interest."""
        giving, taking = (
            permission_required(right, raise_exception=True) for right in (self.give, self.take)
        )
        asking = require_http_methods(["GET", "POST"])
        views = (
            asking(giving(self.hand_over)),
            require_POST(taking(self.accept)),
            asking(taking(self.decline)),
            require_POST(taking(self.recall)),
        )
        for view in views if of else ():
            view.__name__ = f"{view.__name__}_{of}"
        return views

    def hand_over(self, request, pk):
        subject = self.found(request, pk)
        whom = {"by": request.user, "right": self.take, "without": subject.responsible}
        form = HandOverForm(request.POST or None, **whom)
        if form.is_valid():
            self.verbs.hand_over(subject, by=request.user, **form.cleaned_data)
            messages.success(request, self.handed)
            return redirect(subject)
        verb = pgettext("button", "Hand over")
        return asked(request, subject, self.about(subject), form, verb, hint=self.hint)

    def accept(self, request, pk):
        subject = self.verbs.accept(self.found(request, pk), by=request.user)
        messages.success(request, self.taken)
        return redirect(subject)

    def decline(self, request, pk):
        subject, form = self.found(request, pk), DeclineForm(request.POST or None)
        if form.is_valid():
            self.verbs.decline(subject, by=request.user, **form.cleaned_data)
            messages.success(request, _("Declined."))
            return redirect("today")
        verb = pgettext("assignment step", "Decline")
        return asked(request, subject, self.about(subject), form, verb)

    def recall(self, request, pk):
        subject = self.found(request, pk)
        self.verbs.recall(subject, by=request.user)
        return redirect(subject)


def asked(request, subject, about, form, verb, *, hint="", template="core/verb.html"):
    """The page of a step that asks for words or another person."""
    context = {"subject": subject, "about": about, "form": form, "verb": verb, "hint": hint}
    return render(request, template, context, status=422 if form.is_bound else 200)
