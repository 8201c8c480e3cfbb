"""What is known of the demo firm's organisations: who decides there, what stands on their papers,
what is agreed; and cards that somebody has written a second time."""

from datetime import date
from decimal import Decimal

from clients import actions
from clients.duplicates import searching
from clients.models import Client, ClientGroup, ContactPerson
from company.deadlines.terms import Unit
from crm.demo import people

PART = ContactPerson.Part
PEOPLE = [
    [
        ("Мельникова Ирина Олеговна", "директор", PART.DECISION_MAKER, 4, date(1978, 3, 14)),
        ("Громов Артём", "администратор зала", PART.USER, 3, None),
    ],
    [
        ("Давыдов Сергей Николаевич", "главный инженер", PART.INFLUENCER, 3, None),
        ("Лапина Ольга", "бухгалтер", PART.APPROVER, 2, date(1985, 11, 27)),
    ],
    [("Котова Наталья Викторовна", "управляющая", PART.DECISION_MAKER, 5, date(1990, 12, 2))],
]
# Not firms that there are: invented numbers with right check digits.
PAPERS = [
    {"inn": "7701000001", "kpp": "770101001", "legal_address": "г. Москва, ул. Садовая, д. 12"},
    {"inn": "7702000004", "kpp": "770201001", "legal_address": "г. Москва, Лесной пр-д, д. 3"},
]
PLAN = {
    "likes": "Осветлённое стекло, фацет; монтаж до открытия, с 7 до 10 утра",
    "avoids": "Звонки в обед; замеры без предупреждения",
    "aim": "Все зеркала новых залов заказывают у нас",
    "strategy": "Образцы к каждому сезону; скидка от объёма за квартал, а не за заказ",
}
TARGET = 600_000
GROUP = "Группа «Меридиан»"


def fill():
    firms = list(Client.objects.organisations().order_by("pk")[: len(PEOPLE)])
    for client, humans in zip(firms, PEOPLE, strict=False):
        _introduce(client, humans)
    for client, said in zip(firms, PAPERS, strict=False):
        actions.set_requisites(client, by=client.responsible, legal_name=client.name, **said)
    for client in firms[:1]:
        actions.plan(client, by=client.responsible, version=client.version, target=TARGET, **PLAN)
    _group(firms[1:])
    _write_again(firms)


def _group(firms):
    """They belong to one owner, who agreed on when all of them pay."""
    group, _is_new = ClientGroup.objects.get_or_create(name=GROUP)
    terms = {"deferral_days": 14, "deferral_unit": Unit.DAYS, "credit_limit": Decimal(300_000)}
    actions.set_group_terms(group, by=people.login("director"), **terms)
    Client.objects.filter(pk__in=[client.pk for client in firms]).update(group=group)


def _introduce(client, humans):
    for name, post, part, relation, birthday in humans:
        said = {"post": post, "part": part, "birthday": birthday}
        actions.add_person(client, by=client.responsible, name=name, relation=relation, **said)


def _write_again(firms):
    """By the other office, in other writing: the search finds them."""
    other = people.login("manager2")
    person = Client.objects.filter(kind=Client.Kind.PERSON).order_by("-pk")[5:6]
    for client in [*firms[-1:], *person]:
        words = client.name.split()
        name = f"{words[-1].strip('«»')}, {words[0]}" if client in firms else " ".join(words[:2])
        phone = client.phones.first()
        actions.add(
            by=other,
            name=name,
            kind=client.kind,
            phone_text=phone.e164 if phone else "",
            ad_source=client.ad_source,
        )
    searching.start(by=people.login("director"))
