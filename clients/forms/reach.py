"""Several numbers, e-mails, messengers and addresses, one a line: as fast as typing gets."""

from django import forms
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clients.models import Address, Messenger
from core import phones
from core.errors import Refused
from core.fields import PlainTextField

Use, Service = Address.Use, Messenger.Service
# As people write them, besides the labels.
SPOKEN = {
    "tg": Service.TELEGRAM,
    "\u0442\u0435\u043b\u0435\u0433\u0440\u0430\u043c": Service.TELEGRAM,
    "\u0442\u0433": Service.TELEGRAM,
    "wa": Service.WHATSAPP,
    "\u0432\u0430\u0442\u0441\u0430\u043f": Service.WHATSAPP,
    "\u0432\u043e\u0442\u0441\u0430\u043f": Service.WHATSAPP,
    "\u0432\u0430\u0439\u0431\u0435\u0440": Service.VIBER,
    "\u043c\u0430\u043a\u0441": Service.MAX,
}


def lines_field(label, *, rows=2, max_length=2000, **more):
    return PlainTextField(
        label=label,
        required=False,
        max_length=max_length,
        widget=forms.Textarea(attrs={"rows": rows}),
        **more,
    )


def numbers(text):
    """The text as it is, if every line of it is a phone number."""
    try:
        phones.find_in_lines(text)
    except Refused as refusal:
        raise forms.ValidationError(refusal.message) from None
    return text


class FurtherReach(forms.Form):
    more_emails = lines_field(gettext_lazy("More e-mails"), help_text=gettext_lazy("One a line."))
    messengers = lines_field(
        gettext_lazy("Messengers"), help_text=gettext_lazy("One a line: Telegram @name.")
    )

    def clean_more_emails(self):
        emails = _lines(self.cleaned_data["more_emails"])
        for email in emails:
            try:
                validate_email(email)
            except forms.ValidationError:
                raise forms.ValidationError(
                    _("“%(email)s” is no e-mail address.") % {"email": email}
                ) from None
        return emails

    def clean_messengers(self):
        found = []
        for line in _lines(self.cleaned_data["messengers"]):
            word, _space, handle = line.replace(":", " ", 1).partition(" ")
            service = SPOKEN.get(word.casefold()) or _of_label(Service, word)
            if service is None:
                service, handle = Service.OTHER, line
            if not handle.strip():
                raise forms.ValidationError(
                    _("After “%(service)s” write the name or the number there.") % {"service": word}
                )
            found.append((service, handle.strip()[:120]))
        return found

    @staticmethod
    def written(emails, messengers) -> dict:
        """What the fields show of what is kept."""
        return {
            "more_emails": "\n".join(each.email for each in emails),
            "messengers": "\n".join(
                each.handle
                if each.service == Service.OTHER
                else f"{each.get_service_display()} {each.handle}"
                for each in messengers
            ),
        }


class FurtherAddresses(forms.Form):
    addresses = lines_field(
        gettext_lazy("More addresses"),
        help_text=gettext_lazy("One a line; what it is for stands before a colon: “Post: …”."),
    )

    def clean_addresses(self):
        found = []
        for line in _lines(self.cleaned_data["addresses"]):
            word, colon, address = line.partition(":")
            use = _of_label(Use, word) if colon else None
            found.append((use, address.strip()) if use else (Use.DELIVERY, line))
        if any(len(address) > 250 for _use, address in found):
            raise forms.ValidationError(_("An address has 250 characters at most."))
        return found

    @staticmethod
    def written(addresses) -> dict:
        lines = (
            each.address
            if each.use == Use.DELIVERY
            else f"{each.get_use_display()}: {each.address}"
            for each in addresses
        )
        return {"addresses": "\n".join(lines)}


def _lines(text):
    return list(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


def _of_label(choices, word):
    wanted = word.strip().casefold()
    return next((each for each in choices if each.label.casefold() == wanted), None)
