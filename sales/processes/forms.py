from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from core.fields import PlainTextField
from core.forms import VerbForm
from sales.models import SaleProcess
from sales.processes import fields
from sales.processes.actions import StageContent
from tasks.models import TaskTemplate

MOST_STAGES = 20


class ProcessForm(VerbForm):
    name = PlainTextField(label=pgettext_lazy("process of sale", "Name"), max_length=120)

    def __init__(self, *args, process, **kwargs):
        super().__init__(*args, initial={"name": process.name}, **kwargs)
        self.process = process

    def clean_name(self):
        name = self.cleaned_data["name"]
        if SaleProcess.objects.filter(name=name).exclude(pk=self.process.pk).exists():
            raise forms.ValidationError(_("There is a process of this name already."))
        return name


class StageForm(forms.Form):
    key = forms.SlugField(max_length=40, required=False, widget=forms.HiddenInput)
    name = PlainTextField(label=pgettext_lazy("stage of a deal", "Stage"), max_length=80)
    norm_days = forms.IntegerField(
        label=gettext_lazy("Norm, working days"), min_value=1, max_value=250, required=False
    )
    probability = forms.IntegerField(
        label=gettext_lazy("Probability, %"), min_value=0, max_value=100
    )
    required_fields = forms.MultipleChoiceField(
        label=gettext_lazy("Asked for before it is left"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    templates = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Tasks when it is entered"),
        queryset=TaskTemplate.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["required_fields"].choices = fields.choices()
        self.fields["templates"].queryset = TaskTemplate.objects.active()

    def content(self) -> StageContent:
        said = {name: self.cleaned_data[name] for name in ("name", "norm_days", "probability")}
        return StageContent(
            **said,
            key=self.cleaned_data["key"],
            required_fields=tuple(self.cleaned_data["required_fields"]),
            templates=tuple(self.cleaned_data["templates"]),
        )


class BaseStages(forms.BaseFormSet):
    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.fields["ORDER"].label = pgettext("stage of a deal", "Place")
        form.fields["DELETE"].label = pgettext("stage of a deal", "Remove")

    def content(self) -> list[StageContent]:
        """In the order that was typed; empty and deleted rows are none."""
        return [form.content() for form in self.ordered_forms]

    def clean(self):
        keys = [form.cleaned_data.get("key") for form in self.forms if form.is_valid()]
        keys = [key for key in keys if key]
        if len(keys) != len(set(keys)):
            raise forms.ValidationError(_("A stage stands here twice."))


StageFormSet = forms.formset_factory(
    StageForm,
    formset=BaseStages,
    extra=2,
    can_order=True,
    can_delete=True,
    max_num=MOST_STAGES,
    validate_max=True,
)
