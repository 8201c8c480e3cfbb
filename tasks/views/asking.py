from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods
from django_htmx.http import trigger_client_event

from company.whom import key_of
from core import clock, registry
from core.fields import MomentField
from tasks import actions, contributions
from tasks.content import of_template
from tasks.fields import written
from tasks.forms import AddForm, LineForm
from tasks.lifecycle import ASK, SEE
from tasks.models import TaskTemplate

may_ask = permission_required(ASK, raise_exception=True)
ASKED = "task-asked"  # the dialog closes, and panels with tasks show them anew


def subject_of(request):
    """`?about=orders.workorder-17`: the row that is spoken of, if this person may see it."""
    label, _dash, pk = request.GET.get("about", "").rpartition("-")
    if label not in registry.owners or not pk.isdecimal():
        return None
    return registry.owners[label].visible_to(request.user).filter(pk=pk).first()


@require_http_methods(["GET", "POST"])
@may_ask
def ask(request):
    """One line from any page. Asked for by htmx it is a fragment, and the page stays."""
    subject = subject_of(request)
    form = LineForm(request.POST or None, by=request.user)
    template = "tasks/_ask.html" if request.htmx else "tasks/ask.html"
    if not form.is_valid():
        context = {"form": form, "about": subject}
        return render(request, template, context, status=422 if form.is_bound else 200)
    whom = form.cleaned_data["whom"]
    task = actions.ask(form.content(subject), of=[whom], by=request.user)[0]
    messages.success(request, _("Asked of %(whom)s: %(what)s") % {"whom": whom, "what": task})
    if not request.htmx:
        return redirect(task)
    anew = {"form": LineForm(by=request.user), "about": subject, "is_asked": True}
    answer = render(request, "tasks/_ask.html", anew)
    return trigger_client_event(trigger_client_event(answer, ASKED), "close-dialog")


@require_http_methods(["GET", "POST"])
@may_ask
def add(request):
    subject, template = subject_of(request), _template(request)
    form = AddForm(
        request.POST or None, by=request.user, initial=_initial(template) or _term(request)
    )
    if form.is_valid():
        content = form.content(subject, template)
        asked = actions.ask(content, of=form.cleaned_data["whom"], by=request.user)
        said = ngettext("%(count)s task is set.", "%(count)s tasks are set.", len(asked))
        messages.success(request, said % {"count": len(asked)})
        return redirect(asked[0] if len(asked) == 1 else subject or "tasks:index")
    context = {
        "form": form,
        "about": subject,
        "template": template,
        "templates": TaskTemplate.objects.active(),
    }
    return render(request, "tasks/add.html", context, status=422 if form.is_bound else 200)


def _template(request):
    pk = request.GET.get("template", "")
    return TaskTemplate.objects.active().filter(pk=pk).first() if pk.isdecimal() else None


def _term(request):
    """An empty place of the calendar was pressed."""
    return {"deadline": MomentField.named(request.GET.get("deadline", ""))}


def _initial(template) -> dict:
    if template is None:
        return {}
    content = of_template(template, clock.now())
    whom = [key_of(template.department)] if template.department_id else []
    return {
        "title": content.title,
        "text": content.text,
        "priority": content.priority,
        "deadline": written(content.deadline),
        "items": "\n".join(content.items),
        "whom": whom,
    }


@require_GET
@permission_required(SEE, raise_exception=True)
def about(request):
    """The tasks on another page, after one was added there."""
    subject = subject_of(request)
    if subject is None:
        raise Http404
    panel = contributions.of_row(subject, request.user)
    return render(request, "tasks/_panel_rows.html", {"panel": panel})
