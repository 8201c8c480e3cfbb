from django import forms
from django.utils.translation import gettext_lazy as _

from company.dictionaries import Dictionary, dictionary
from company.forms.entry import EntryForm
from company.models import Department
from tasks.models import TaskTemplate


class TemplateForm(EntryForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["department"].queryset = Department.objects.offered(self.instance.department_id)
        for name in ("text", "check_list"):
            self.fields[name].widget = forms.Textarea(attrs={"rows": 4})


@dictionary
class TaskTemplates(Dictionary):
    code = "task-templates"
    model = TaskTemplate
    title = _("Templates of tasks")
    help = _("What is asked again and again: the words, the term and the check list.")
    right = "tasks.change_tasktemplate"
    fields = ("name", "title", "text", "priority", "due_days", "department", "check_list")
    columns = ("name", "title", "due_days", "department")
    form = TemplateForm
