from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from core.fields import PlainTextField
from core.models import Attachment
from interactions.models import Interaction
from orders.work_orders.verb_forms import VerbForm

APPROVED, CHANGE_WANTED = "approved", "change_wanted"
EMAIL = Interaction.Channel.EMAIL
LONGEST_LETTER = 8000
SKETCH, OTHERS = Attachment.Purpose.SKETCH, (Attachment.Purpose.PHOTO, Attachment.Purpose.FILE)


class AddSketchForm(VerbForm):
    """The file itself is judged by core.attachments, not here."""

    position = forms.ModelChoiceField(
        label=_("What it belongs to"), queryset=None, required=False, empty_label=_("Whole order")
    )
    purpose = forms.ChoiceField(
        label=_("What it is"),
        choices=[(each.value, each.label) for each in (SKETCH, *OTHERS)],
        required=False,
        initial=SKETCH,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args, order, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["position"]
        field.queryset = order.positions.order_by("ordinal")
        field.label_from_instance = lambda position: f"{position.ordinal}. {position.title}"
        field.initial = field.queryset.first()


class TickedFiles(VerbForm):
    """Which files is chosen by ticks beside their pictures, so `files` has no widget of its own."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    files = forms.TypedMultipleChoiceField(
        coerce=int,
        required=True,
        error_messages={"required": _("Choose what is shown: a sketch or a photograph.")},
    )

    def __init__(self, *args, files, **kwargs):
        kwargs["initial"] = {"token": uuid4(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.fields["files"].choices = [(file.pk, file.name) for file in files]

    @property
    def ticked(self) -> list[int]:
        """Nothing is chosen yet: all sketches are."""
        if self.is_bound:
            return [int(each) for each in self.data.getlist("files") if each.isdecimal()]
        return self.initial.get("files", [])


class SendSketchForm(TickedFiles):
    to = forms.EmailField(label=_("Client's e-mail"))
    text = forms.CharField(
        label=_("Text of the letter"),
        max_length=LONGEST_LETTER,
        widget=forms.Textarea(attrs={"rows": 14}),
    )


class ClientsAnswer(VerbForm):
    answer = forms.ChoiceField(
        label=_("What the client answers"),
        choices=[(APPROVED, _("Approved")), (CHANGE_WANTED, _("A change is wanted"))],
        widget=forms.RadioSelect,
    )
    channel = forms.ChoiceField(
        label=_("How the answer came"), choices=Interaction.Channel.choices, initial=EMAIL
    )
    words = PlainTextField(
        label=_("In the client's words"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("answer") == CHANGE_WANTED and not cleaned.get("words"):
            self.add_error("words", _("Write down what the client wants changed."))
        return cleaned

    def said(self) -> dict:
        return {
            "approved": self.cleaned_data["answer"] == APPROVED,
            "words": self.cleaned_data["words"],
            "channel": self.cleaned_data["channel"],
        }


class AnswerSketchForm(ClientsAnswer):
    sending = forms.IntegerField(widget=forms.HiddenInput)


class ShowSketchForm(ClientsAnswer, TickedFiles):
    """Seen at the counter as a rule: a letter would have been sent as one."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["channel"].initial = Interaction.Channel.VISIT


class RemoveFileForm(VerbForm):
    reason = PlainTextField(
        label=_("Why the file is removed"),
        max_length=250,
        help_text=_("For example: a file of another order; the wrong photograph."),
    )
