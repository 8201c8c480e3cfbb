from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.assortment import GroupFacts
from catalog.models.stamp import stamped
from catalog.vocabulary import Family, Kind
from company.models.dictionary import DictionaryEntry


class ProductGroup(DictionaryEntry):
    """What the firm sells, as its plan and its analyses name it: see catalog.grouping."""

    kinds = ArrayField(
        models.CharField(max_length=20, choices=Kind),
        verbose_name=_("Kinds of lines"),
        default=list,
        blank=True,
    )
    families = ArrayField(
        models.CharField(max_length=12, choices=Family),
        verbose_name=_("Families of materials"),
        default=list,
        blank=True,
        help_text=_("Empty: all."),
    )

    class Meta(DictionaryEntry.Meta):
        verbose_name = _("Product group")
        triggers = [stamped()]

    def facts(self) -> GroupFacts:
        return GroupFacts(self.pk, tuple(self.kinds), tuple(self.families))
