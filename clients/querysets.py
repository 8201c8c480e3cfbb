from functools import reduce
from itertools import islice, product
from operator import or_

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.db.models.lookups import IsNull

from clients.nearest import MOST_SHOWN
from clients.search import fold, gram_array, is_part_of_phone
from company.scope import sees_all, within
from core import clock, phones, registry
from core.layout import in_russian_layout

DIGITS_OF_A_BEGINNING = 5
# Of a misspelt name.
MOST_WORDS = 4


def _has(dealing, user) -> Q:
    """Asked of each client looked at: as `EXISTS` PostgreSQL would first gather all that the office
    deals with, for the sake of one page."""
    rows = dealing.rows(user).filter(**{dealing.field: OuterRef("pk")})
    return Q(IsNull(Subquery(rows.order_by().values("pk")[:1]), False))


class ClientQuerySet(QuerySet):
    # What the role of the person for whom they are fetched may not read: see visible_to.
    hidden = frozenset()

    def _clone(self):
        copy = super()._clone()
        copy.hidden = self.hidden
        return copy

    def without_grams(self):
        """They are searched by and never shown, and make a row twice as long."""
        return self.defer("name_grams")

    def with_reach(self):
        """For the client's own page: where else they are reached, without a query for each kind."""
        own, model = {"client": OuterRef("pk"), "person": None}, self.model
        email, messenger, address, tag = (
            model._meta.get_field(name).related_model.objects
            for name in ("emails", "messengers", "addresses", "tags")
        )
        said = JSONObject(service="service", handle="handle")
        target = JSONObject(use="use", address="address")
        return self.select_related("requisites").annotate(
            further_emails=ArraySubquery(email.filter(**own).values("email")),
            all_messengers=ArraySubquery(messenger.filter(**own).values(said=said)),
            further_addresses=ArraySubquery(
                address.filter(client=OuterRef("pk")).values(said=target)
            ),
            tag_names=ArraySubquery(tag.filter(clients=OuterRef("pk")).values("name")),
        )

    def forget_history(self):
        """Wipe who changed what of these clients, from what to what, and of the cards that were
        merged into them. Whoever erases a client's data calls this last."""
        clients = apps.get_app_config("clients")
        merged = clients.get_model("Merge").objects.filter(survivor__in=self)
        pks = {*self.values_list("pk", flat=True), *merged.values_list("gone_pk", flat=True)}
        for model in clients.get_models():
            names = {field.name for field in model._meta.fields}
            if {"pgh_obj", "client"} <= names:
                model.objects.filter(client_id__in=pks).delete()
        self.model.pgh_event_model.objects.filter(pgh_obj_id__in=pks).delete()

    def visible_to(self, user):
        """Those for whom somebody within the role's scope is responsible, and whom the person deals
        with; the workshop has no right to see clients at all."""
        if not user.has_perm("clients.view_client"):
            return self.none()
        seen = self.searched_by(user)
        if sees_all(user):
            return seen
        within_reach = within(user, "responsible")
        for dealing in registry.dealings:
            within_reach |= _has(dealing, user)
        return seen.filter(within_reach)

    def searched_by(self, user):
        """All of them; what is hidden from the person finds nobody."""
        found = self._chain()
        found.hidden = user.hidden_fields
        return found

    def may_be_advertised_to(self, channel: str):
        """Those who have agreed to advertising by this channel and have not taken it back."""
        consent = self.model._meta.get_field("consents").related_model.objects
        agreed = consent.to_advertising(channel).filter(client=OuterRef("pk"))
        return self.filter(Exists(agreed))

    def mine(self, user):
        return self.filter(responsible=user)

    def buying(self):
        """Without the cards of those who only supply or are partners."""
        return self.filter(is_client=True)

    def lacking(self, code=""):
        """Who does not say what the entry regulation asks for: anything, or this attribute."""
        found = self.filter(summary__completeness__lt=100)
        return found.filter(summary__missing__contains=[code]) if code else found

    def organisations(self):
        return self.filter(kind=self.model.Kind.ORGANISATION)

    def registered_this_month(self):
        return self.filter(created_at__gte=clock.midnight(clock.today().replace(day=1)))

    def found_by(self, text: str):
        """By phone in any writing (four digits or more), else by parts of the name in any order."""
        if is_part_of_phone(text):
            return self.with_phone_like(text)
        return self.named_like(text)

    def found_in_either_layout(self, text: str):
        """Nobody is called «bdfyjdf»: that is a Russian name typed in the Latin layout."""
        russian, found = in_russian_layout(text), self.found_by(text)
        return self.found_by(russian) if russian and not found.exists() else found

    def best_in_either_layout(self, text: str, limit: int) -> list:
        russian = in_russian_layout(text)
        found = self.best_found_by(text, limit)
        return self.best_found_by(russian, limit) if russian and not found else found

    def best_found_by(self, text: str, limit: int) -> list:
        """The first `limit` of `found_by`: names that begin with the first word come before those
        that hold it elsewhere."""
        if is_part_of_phone(text):
            return list(self.with_phone_like(text)[:limit])
        like = self.named_like(text)
        beginning = fold(text).split(" ")[0]
        first = like.filter(folded_name__startswith=beginning).order_by("folded_name", "pk")
        found = list(first[:limit])
        if len(found) < limit:
            elsewhere = like.exclude(folded_name__startswith=beginning)
            found += elsewhere[: limit - len(found)]
        return found

    def best_or_nearest(self, text: str, limit: int) -> tuple[list, list[str]]:
        """The best of those found; else who bears the names nearest to the text, and the names."""
        found = self.best_in_either_layout(text, limit)
        names = [] if found else self.nearest_names(text)
        return found or list(self.called_one_of(names).order_by("folded_name", "pk")[:limit]), names

    def nearest_names(self, text: str) -> list[str]:
        """What is meant by a name that nobody bears: only names that somebody does."""
        return self._nearest_names(text) or self._nearest_names(in_russian_layout(text))

    def _nearest_names(self, text):
        words = fold(text).split()[:MOST_WORDS]
        if not words or is_part_of_phone(text):
            return []
        known = apps.get_model("clients", "NameWord").objects
        meant = islice(product(*[known.nearest(word) for word in words]), MOST_SHOWN)
        names = [" ".join(each) for each in meant if list(each) != words]
        return [name.title() for name in names if self.named_like(name).exists()]

    def called_one_of(self, names: list[str]):
        wanted = [Q(pk__in=self.model.objects.named_like(name).values("pk")) for name in names]
        return self.filter(reduce(or_, wanted)) if wanted else self.none()

    def with_phone_like(self, text: str):
        """A phone that ends with these digits or, from five on, begins with them."""
        if "phone" in self.hidden:
            return self.none()
        phone = self.model._meta.get_field("phones").related_model.objects
        wanted = Q(reversed_digits__startswith=phones.reversed_tail(text))
        if len(phones.digits(text)) >= DIGITS_OF_A_BEGINNING:
            for beginning in phones.beginnings(text):
                wanted |= Q(e164__startswith=beginning)
        return self.filter(pk__in=phone.filter(wanted).values("client"))

    def named_from(self, text: str):
        """The name begins with the text."""
        beginning = fold(text)
        return self.filter(folded_name__startswith=beginning) if beginning else self.none()

    def named_like(self, text: str):
        """Every word is in the name, in any order; a lone short one begins it."""
        words = fold(text).split()
        if len(words) < 2 and len(fold(text)) < 3:
            return self.named_from(text)
        held = Q(name_grams__contains=gram_array(words))
        return self.filter(held, *[Q(folded_name__contains=word) for word in words if word[3:]])
