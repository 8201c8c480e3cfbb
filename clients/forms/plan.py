from django import forms
from django.utils.translation import gettext_lazy as _

from clients.forms.reach import lines_field
from core import clock
from core.fields import NumberField

KEPT = ("likes", "avoids", "aim", "strategy")


class PlanForm(forms.Form):
    likes = lines_field(_("Likes"))
    avoids = lines_field(_("Avoids"))
    aim = lines_field(_("Aim of the relation"))
    strategy = lines_field(_("Agreed strategy"), rows=3)
    target = NumberField(required=False, max_digits=14, decimal_places=2)
    version = forms.IntegerField(widget=forms.HiddenInput)

    @classmethod
    def of(cls, client, *args):
        year = clock.today().year
        target = client.targets.filter(year=year).first()
        kept = {name: getattr(client, name) for name in (*KEPT, "version")}
        form = cls(*args, initial=kept | {"target": target and target.amount})
        form.fields["target"].label = _("Target for %(year)s, ₽") % {"year": year}
        form.fields["likes"].widget.attrs["autofocus"] = True
        return form
