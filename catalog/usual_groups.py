"""What a workshop usually sells, for a firm to divide otherwise."""

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import pgettext_lazy

from catalog.vocabulary import Family, Kind

GROUPS = [
    (pgettext_lazy("product group", "Mirrors"), Kind.SHEET, [Family.MIRROR]),
    (pgettext_lazy("product group", "Glass"), Kind.SHEET, []),
    (pgettext_lazy("product group", "Stained glass"), Kind.STAINED_GLASS, []),
    (pgettext_lazy("product group", "Furniture and goods"), Kind.GOODS, []),
    (pgettext_lazy("product group", "Services"), Kind.SERVICE, []),
]


@transaction.atomic
def load(groups):
    """Where there is none yet; given the model, since a migration has its own."""
    if groups.objects.exists():
        return
    with translation.override(settings.LANGUAGE_CODE):
        for place, (name, kind, families) in enumerate(GROUPS, start=1):
            groups.objects.create(
                name=str(name),
                kinds=[kind.value],
                families=[family.value for family in families],
                ordering=place * 10,
            )
