"""Another manager for many clients, and for what the manager before has in hand for them."""

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clients.bulk.change import Change
from company import duties
from company.models import Department, Employee
from company.whom import Everybody, WhomField
from core import changesets, registry
from core.errors import Refused

SEE = "clients.view_client"


def along() -> list[registry.Duty]:
    return [duty for duty in duties.known() if duty.of_managers]


@dataclass
class Manager(Change):
    def field(self, by):
        field = WhomField(label=self.label)
        field.help_text = gettext_lazy(
            "A department: clients are shared out in turn among those who are here today."
        )
        field.meet(Everybody(by, right=SEE))
        return field

    def as_json(self, cleaned):
        return [cleaned._meta.label_lower, cleaned.pk]

    def words(self, value):
        whom = _whom(value)
        return whom.short_name if isinstance(whom, Employee) else whom.name

    def check(self, value, by):
        whom = _whom(value)
        if isinstance(whom, Employee) and not (whom.is_active and whom.has_perm(SEE)):
            raise Refused(_("%(who)s may not lead clients.") % {"who": whom.short_name})

    def same(self, clients, value):
        label, pk = value
        return clients.filter(responsible=pk) if label == EMPLOYEE else clients.none()

    def before(self, clients):
        led = clients.select_related("responsible").only("pk", *NAMED)
        return {client.pk: client.responsible.short_name for client in led}

    def apply(self, changeset, clients, value, *, by, along=()):
        went = Counter()
        for person, theirs in duties.shares(clients, _whom(value), right=SEE):
            for duty in duties.known():
                if duty.code in along and duty.of_managers:
                    went[str(duty.label)] += _take_along(duty, changeset, theirs, person, by)
            changesets.update(changeset, theirs, responsible=person)
        return dict(went)


def carried(duty, clients):
    """What the managers of these clients have in hand for them."""
    of_clients = {f"{duty.path}__in": clients.order_by().values("pk")}
    return duty.of_managers(duty.open()).filter(**of_clients).order_by()


def _take_along(duty, changeset, clients, person, by) -> int:
    rows = carried(duty, clients)
    pks = list(rows.exclude(**{duty.field: person}).values_list("pk", flat=True))
    if not pks:
        return 0
    rows = duty.model._base_manager.filter(pk__in=pks)
    return sum(duties.hand_on(duty, changeset, rows, person, by=by).values())


EMPLOYEE = Employee._meta.label_lower
NAMED = [f"responsible__{name}" for name in ("username", "last_name", "first_name", "patronymic")]


def _whom(value):
    label, pk = value
    model = (
        Employee.objects.select_related("office", "role")
        if label == EMPLOYEE
        else Department.objects
    )
    return model.get(pk=pk)
