from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from clients.models.client import Client
from clients.models.contact_person import ContactPerson


class PersonMergeQuerySet(models.QuerySet):
    def visible_to(self, user):
        seen = Client.objects.visible_to(user).filter(pk=OuterRef("survivor__client"))
        return self.filter(Exists(seen))

    def standing(self):
        return self.filter(changeset__undone_at=None)


class PersonMerge(models.Model):
    """One contact person taken into another; when that one is merged on, `survivor` follows and
    `into_pk` still says where the rows went."""

    survivor = models.ForeignKey(ContactPerson, models.CASCADE, related_name="merges")
    into_pk = models.BigIntegerField(editable=False)
    gone_client_id = models.BigIntegerField(editable=False)
    gone_name = models.CharField(max_length=200)
    changeset = models.OneToOneField("core.Changeset", models.PROTECT, related_name="person_merge")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = PersonMergeQuerySet.as_manager()

    class Meta:
        verbose_name = _("Merge of contact persons")

    def __str__(self):
        return self.gone_name


class DifferentPeople(models.Model):
    """Two contact persons who look alike and are two: never to be proposed again."""

    first = models.ForeignKey(ContactPerson, models.CASCADE, related_name="+")
    second = models.ForeignKey(ContactPerson, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="different_people_once"),
            models.CheckConstraint(
                condition=Q(first__lt=models.F("second")), name="different_people_in_order"
            ),
        ]

    def __str__(self):
        return f"{self.first_id}, {self.second_id}"
