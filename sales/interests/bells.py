"""Who hears of what; the words are those of the firm, whatever language `by` reads."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from company.notifications import notify
from core import cells

REMINDERS = {
    "half": gettext_noop("Waits for an answer until %(until)s: %(client)s. %(wish)s"),
    "due": gettext_noop("The answer is overdue: %(client)s. %(wish)s"),
    "escalation": gettext_noop("%(who)s has not answered: %(client)s. %(wish)s"),
}
BACK = gettext_noop("The day has come that was named: %(client)s. %(wish)s")


def tell_responsible(interest, *, by):
    """Of the point, and of what was agreed; nobody needs a bell for what they noted themselves."""
    if interest.responsible_id == by.pk:
        return
    with translation.override(settings.LANGUAGE_CODE):
        words = {
            "sort": interest.sort_label,
            "client": interest.client.name,
            "wish": interest.wish,
            "agreed": interest.agreed,
        }
        text = _("%(sort)s: %(client)s. %(wish)s") % words
        if interest.agreed:
            text = _("%(sort)s: %(client)s. Agreed: %(agreed)s. %(wish)s") % words
    _ring(interest, "named", text)


def tell_of_return(interest):
    _ring(interest, f"back-{interest.postponed_until}", _in_words(BACK, interest))


def reminder(interest, code, *, is_late) -> str:
    text = _in_words(REMINDERS[code], interest)
    with translation.override(settings.LANGUAGE_CODE):
        return _("%(text)s (this comes late)") % {"text": text} if is_late else text


def handed_over(interest, *, by, note="") -> str:
    with translation.override(settings.LANGUAGE_CODE):
        words = {"who": by.short_name, "client": interest.client.name, "wish": interest.wish}
        text = _("%(who)s hands over to you: %(client)s. %(wish)s") % words
    return f"{note}. {text}" if note else text


def _in_words(sentence, interest):
    with translation.override(settings.LANGUAGE_CODE):
        return _(sentence) % {
            "who": interest.responsible.short_name,
            "client": interest.client.name,
            "wish": interest.wish,
            "until": cells.moment(interest.answer_due_at) if interest.answer_due_at else "",
        }


def _ring(interest, what, text):
    notify(
        [interest.responsible],
        key=f"interest-{interest.pk}-{what}",
        text=text,
        url=interest.get_absolute_url(),
    )
