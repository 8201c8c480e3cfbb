from django import forms
from django.utils.translation import gettext_lazy as _

from core.fields import MomentField
from interactions.actions.register import NextStep
from interactions.forms.fields import KindField, PurposeField
from interactions.models import InteractionPurpose

OFFERED_PURPOSES = 50


class NextStepMixin(forms.Form):
    """The next contact, planned in the same move."""

    next_at = MomentField(label=_("Next contact at"))
    next_kind = KindField(label=_("What it will be"), required=False, empty_label=_("The same"))
    next_purpose = PurposeField(label=_("What for"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["next_kind"].queryset = KindField.offered()

    @property
    def purposes(self):
        """Offered to whoever types a purpose."""
        return InteractionPurpose.objects.active()[:OFFERED_PURPOSES]

    def demand_next(self):
        """Said at the field, so that nothing of the rest is lost."""
        if not self.errors and not self.cleaned_data.get("next_at"):
            self.add_error("next_at", _("A next step is demanded here: say when."))

    def content(self) -> dict:
        """For the verb: with one `next_step` in place of its three fields."""
        content = dict(self.cleaned_data)
        at, kind, purpose = (content.pop(f"next_{name}") for name in ("at", "kind", "purpose"))
        return content | {"next_step": NextStep(at, kind, purpose) if at else None}
