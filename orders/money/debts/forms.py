from django import forms
from django.utils.translation import gettext_lazy as _

from clients.models import Segment
from company.forms.entry import EntryForm
from core.fields import PlainTextField
from core.forms import VerbForm


class SettleDisputeForm(VerbForm):
    words = PlainTextField(
        label=_("What was agreed"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )


class DebtRuleForm(EntryForm):
    """For a segment that everybody sees: what is done to its clients is no secret."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["segment"]
        current = self.instance.segment_id
        shared = Segment.objects.filter(is_shared=True).order_by("folded_name")
        field.queryset = shared | Segment.objects.filter(pk=current).order_by("folded_name")
        field.empty_label = _("All clients")
        field.help_text = _("The steps of a segment stand in place of those for all clients.")
