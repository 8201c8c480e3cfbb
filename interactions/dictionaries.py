from django import forms
from django.utils.translation import gettext_lazy as _

from company.dictionaries import Dictionary, dictionary
from company.forms.entry import EntryForm
from interactions.models import InteractionKind, InteractionPurpose, InteractionResult


@dictionary
class InteractionKinds(Dictionary):
    code = "interaction-kinds"
    model = InteractionKind
    title = _("Kinds of interactions")
    help = _("What is said to clients and how. The channel of a kind is chosen once.")
    section = "clients"
    icon = "messages"
    fields = ("name", "channel", "direction", "has_place", "demands_next")
    fixed = ("channel",)

    @classmethod
    def why_not_off(cls, entry):
        others = InteractionKind.objects.active().filter(channel=entry.channel)
        if not others.exclude(pk=entry.pk).exists():
            return _("It is the only kind of its channel: add another one first.")
        return None


@dictionary
class InteractionPurposes(Dictionary):
    code = "interaction-purposes"
    fields = ("name", "is_advertising")
    model = InteractionPurpose
    title = _("Purposes of interactions")
    help = _("Offered where a purpose is typed; another one may be typed all the same.")
    section = "clients"
    icon = "target"


class ResultEntryForm(EntryForm):
    """One name may be a result of several kinds."""

    def clean_name(self):
        return " ".join(self.cleaned_data["name"].split())

    def clean(self):
        cleaned = super().clean()
        same = InteractionResult.objects.filter(
            kind=cleaned.get("kind") or self.instance.kind_id, name__iexact=cleaned.get("name", "")
        )
        if same.exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("This kind has such a result already."))
        return cleaned


@dictionary
class InteractionResults(Dictionary):
    code = "interaction-results"
    model = InteractionResult
    title = _("Results of interactions")
    help = _("The buttons of the working list, by kind, and what the program makes of each.")
    section = "clients"
    icon = "list-check"
    fields = ("name", "kind", "meaning", "next_step")
    columns = ("kind", "name", "meaning", "next_step")
    fixed = ("kind",)
    form = ResultEntryForm
