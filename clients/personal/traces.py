"""Where the names and numbers of a client are written without any link to the card: old states kept
for undoing, drafts, bells, logs, files of imports."""

from dataclasses import dataclass

from django.db.models import Q, TextField
from django.db.models.functions import Cast

from clients.models import (
    Client,
    ClientPhone,
    ContactPerson,
    DuplicateGroup,
    DuplicatePair,
    Email,
    Import,
    ImportRow,
    Merge,
    Messenger,
    NameWord,
    PersonMerge,
    Requisites,
)
from clients.search import fold
from company.models import Notification
from core.models import ChangedRow, Changeset, Draft, ExportLog, Job

NOTHING = "\u2014"
SHORTEST = 5  # a shorter word is in too much that speaks of others
GONE_OF = ("client_id", "survivor_id")


@dataclass(frozen=True)
class Traces:
    client: Client
    words: tuple[str, ...]  # names, addresses of e-mail and numbers as they may be written
    name_words: tuple[str, ...]
    groups: tuple[int, ...]
    changesets: tuple[int, ...]
    gone: tuple[int, ...]  # cards that were merged into this one


def of(client, found) -> Traces:
    """Read before anything is wiped."""
    people = ContactPerson.objects.filter(client=client).values_list("name", "email")
    merges = list(Merge.objects.filter(survivor=client))
    joined = list(PersonMerge.objects.filter(survivor__client=client))
    names = {
        client.name,
        *(each.gone_name for each in joined),
        *(name for name, _email in people),
        *(each.gone_name for each in merges),
    }
    emails = {client.email, *(email for _name, email in people)}
    emails |= set(Email.objects.filter(client=client).values_list("email", flat=True))
    handles = set(Messenger.objects.filter(client=client).values_list("handle", flat=True))
    inns = set(Requisites.objects.filter(client=client).values_list("inn", flat=True))
    numbers = {
        e164.lstrip("+")[-10:]
        for e164 in ClientPhone.objects.filter(client=client).values_list("e164", flat=True)
    }
    pairs = DuplicatePair.objects.filter(pk__in=found.get(DuplicatePair, ()))
    said = names | emails | handles | numbers | inns
    return Traces(
        client=client,
        words=tuple(sorted(word for word in said if len(word) >= SHORTEST)),
        name_words=tuple(sorted({word for name in names for word in fold(name).split()})),
        groups=tuple(pairs.exclude(group=None).values_list("group", flat=True)),
        changesets=tuple(each.changeset_id for each in [*merges, *joined]),
        gone=tuple(each.gone_pk for each in merges),
    )


def wipe(traces, found):
    _forget_states(traces, found)
    _forget_groups(traces)
    Draft.objects.annotate(said=Cast("content", TextField())).filter(
        _mentions("said", traces) | Q(content__client__contains=[str(traces.client.pk)])
    ).delete()
    url = traces.client.get_absolute_url()
    Notification.objects.filter(_mentions("text", traces) | Q(url__startswith=url)).delete()
    ExportLog.objects.filter(_mentions("query", traces)).update(query="")
    jobs = Job.objects.annotate(said=Cast("arguments", TextField()))
    mentioned = jobs.filter(_mentions("title", traces) | _mentions("said", traces))
    mentioned.exclude(state__in=[Job.State.WAITING, Job.State.RUNNING]).delete()
    _forget_imports(traces)
    _forget_words(traces)


def _mentions(column, traces) -> Q:
    wanted = Q(pk__in=[])
    for word in traces.words:
        wanted |= Q(**{f"{column}__icontains": word})
    return wanted


def _forget_states(traces, found):
    """What a change of many rows keeps to be undone; without them nothing brings the data back."""
    ChangedRow.objects.filter(changeset__in=traces.changesets).delete()
    merged = Q(pk__in=traces.changesets)
    Changeset.objects.filter(merged | _mentions("title", traces)).update(title=NOTHING)
    cards = [traces.client.pk, *traces.gone]
    about = Q(model="clients.client", object_id__in=cards)
    for side in ("before", "after"):
        for column in GONE_OF:
            about |= Q(**{f"{side}__{column}__in": cards})
            about |= Q(**{f"{side}__{column.removesuffix('_id')}__in": cards})
    for model, pks in found.items():
        about |= Q(model=model._meta.label_lower, object_id__in=list(pks))
    ChangedRow.objects.filter(about).delete()


def _forget_groups(traces):
    """The other cards of a group may still be one: it is found anew by the next search."""
    DuplicateGroup.objects.filter(pk__in=traces.groups).delete()


def _forget_imports(traces):
    rows = ImportRow.objects.annotate(said=Cast("cells", TextField()))
    mentioned = rows.filter(_mentions("title", traces) | _mentions("said", traces))
    of = list(mentioned.values_list("of", flat=True).distinct())
    mentioned.delete()
    for found in Import.objects.filter(pk__in=of).exclude(file=""):
        found.file.delete(save=False)
        Import.objects.filter(pk=found.pk).update(file="")


def _forget_words(traces):
    for word in traces.name_words:
        if not Client.objects.filter(folded_name__contains=word).named_like(word).exists():
            NameWord.objects.filter(word=word).delete()
