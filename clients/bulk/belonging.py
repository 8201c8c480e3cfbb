"""Tags and frozen segments: what many clients are put into or taken out of."""

from dataclasses import dataclass

from django import forms
from django.contrib.postgres.aggregates import StringAgg
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clients.actions.segment import may_change, recount_segment
from clients.bulk.change import Change
from clients.models import Client, Segment, SegmentMember, Tag
from core import changesets
from core.errors import Refused

Tagged = Client.tags.through


@dataclass
class Tagging(Change):
    def field(self, by):
        tags = Tag.objects.active()
        widget = forms.Select(attrs={"data-search": True})
        label = gettext_lazy("Tag")
        return forms.ModelChoiceField(tags, label=label, widget=widget, empty_label="\u2014")

    def as_json(self, cleaned):
        return cleaned.pk

    def words(self, value):
        return Tag.objects.get(pk=value).name

    def check(self, value, by):
        if not Tag.objects.filter(pk=value).exists():
            raise Refused(_("This tag is not there any more."))

    def before(self, clients):
        named = clients.annotate(said=StringAgg("tags__name", ", ", order_by=F("tags__name").asc()))
        return {pk: said or "" for pk, said in named.values_list("pk", "said")}


def _has(value):
    return Exists(Tagged.objects.filter(client=OuterRef("pk"), tag=value))


class AddTag(Tagging):
    def after(self, before, value):
        return ", ".join(filter(None, [before, self.words(value)]))

    def same(self, clients, value):
        return clients.filter(_has(value))

    def apply(self, changeset, clients, value, *, by, along=()):
        pks = clients.values_list("pk", flat=True)
        made = Tagged.objects.bulk_create(Tagged(client_id=pk, tag_id=value) for pk in pks)
        changesets.created(changeset, made)
        return {}


class RemoveTag(Tagging):
    def after(self, before, value):
        return ", ".join(name for name in before.split(", ") if name != self.words(value))

    def same(self, clients, value):
        return clients.exclude(_has(value))

    def apply(self, changeset, clients, value, *, by, along=()):
        changesets.delete(changeset, Tagged.objects.filter(client__in=clients, tag=value))
        return {}


@dataclass
class AddToSegment(Change):
    def field(self, by):
        frozen = Segment.objects.visible_to(by).filter(is_frozen=True)
        return SegmentField(
            [each for each in frozen.order_by("folded_name") if may_change(each, by)]
        )

    def words(self, value):
        return Segment.objects.get(pk=value).name

    def check(self, value, by):
        segment = Segment.objects.visible_to(by).filter(pk=value, is_frozen=True).first()
        if segment is None:
            raise Refused(_("This segment is not there any more, or it is live."))
        if not may_change(segment, by):
            raise PermissionDenied

    def barred(self):
        return [
            (
                gettext_lazy("Only suppliers or partners: segments count clients."),
                lambda rows: rows.filter(is_client=False),
            )
        ]

    def same(self, clients, value):
        member = SegmentMember.objects.filter(client=OuterRef("pk"), segment=value)
        return clients.filter(Exists(member))

    def before(self, clients):
        return dict.fromkeys(clients.values_list("pk", flat=True), "")

    def apply(self, changeset, clients, value, *, by, along=()):
        pks = clients.values_list("pk", flat=True)
        made = SegmentMember.objects.bulk_create(
            SegmentMember(client_id=pk, segment_id=value) for pk in pks
        )
        changesets.created(changeset, made)
        return {}

    def finish(self, value):
        if segment := Segment.objects.filter(pk=value).first():
            recount_segment(segment)


class SegmentField(forms.TypedChoiceField):
    def __init__(self, segments):
        super().__init__(
            label=gettext_lazy("Segment"),
            choices=[("", "\u2014"), *((each.pk, each.name) for each in segments)],
            coerce=int,
            help_text="" if segments else gettext_lazy("You have no frozen segment to add to."),
        )
