"""Who answers an interest, by the firm's rules."""

from collections.abc import Collection

from catalog.models import ProductGroup
from company.assignment import turns
from company.models import Employee
from sales.interests.lifecycle import CHANGE
from sales.models import AnswerRule


def responsible_for(client, groups: Collection[ProductGroup]) -> Employee | None:
    """Whom the first rule names that fits and has somebody at work; `client` is None for one who is
    only about to be taken down. None: no rule names anybody."""
    wanted = {group.pk for group in groups}
    rules = AnswerRule.objects.active().select_related("employee", "department", "role")
    fitting = (rule for rule in rules if rule.product_group_id in {None, *wanted})
    return next(filter(None, (_named(rule, client) for rule in fitting)), None)


def _named(rule, client):
    if rule.group:
        is_anybody = turns.present(rule.group, CHANGE)
        return turns.next_of(rule.group, right=CHANGE) if is_anybody else None
    if rule.who == AnswerRule.Who.MANAGER:
        return _here(client.responsible_id) if client else None
    return _here(rule.employee_id)


def _here(pk):
    """Somebody who works, is not away today and may answer."""
    people = Employee.objects.present().with_rights(CHANGE)
    return people.select_related("office", "role").filter(pk=pk).first()
