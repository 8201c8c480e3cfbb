"""What the demo firm's clients have agreed to, and one who asks what is known of them."""

from datetime import timedelta

from clients import actions
from clients.models import Client, ConsentText
from clients.personal import retention
from core import clock
from crm.demo import people

TEXTS = [
    (
        "processing",
        "Обработка данных, редакция 1",
        "Я даю согласие на обработку моих персональных данных: имени, телефона, электронной почты, "
        "адреса и даты рождения, — сверх исполнения моего заказа: чтобы поздравлять меня и помнить "
        "о моих предпочтениях. Согласие действует до отзыва. Отозвать его можно письмом или лично.",
    ),
    (
        "advertising",
        "Реклама, редакция 1",
        "Я согласен получать рекламу и новости по отмеченным каналам. Согласие действует до "
        "отзыва; отозвать его можно в любой момент по телефону, письмом или лично.",
    ),
    (
        "photo",
        "Фотографии работ, редакция 1",
        "Я разрешаю публиковать фотографии выполненной по моему заказу работы без указания моего "
        "имени и адреса. Согласие действует до отзыва.",
    ),
]
AGREED = [
    ("advertising", ["phone", "email"], "paper"),
    ("processing", [], "paper"),
    ("advertising", ["messenger"], "site"),
    ("photo", [], "counter"),
]


LONG_AGO = 90


def fill():
    for purpose, name, text in TEXTS:
        since = clock.today() - timedelta(days=LONG_AGO)
        facts = {"purpose": purpose, "text": text, "valid_from": since}
        ConsentText.objects.get_or_create(name=name, defaults=facts)
    clients = list(Client.objects.order_by("-pk")[: len(AGREED)])
    director = people.login("director")
    for client, (purpose, channels, source) in zip(clients, AGREED, strict=False):
        facts = {"purpose": purpose, "channels": channels, "source": source}
        actions.give_consent(client, by=director, **facts)
    if clients:
        last = clients[-1].consents.first()
        actions.withdraw_consent(last, by=director, note="По телефону")
        actions.receive_request(
            clients[0],
            by=director,
            kind="access",
            source="email",
            received_on=clock.today() - timedelta(days=3),
            text="Пришлите, пожалуйста, какие данные обо мне у вас есть и кому вы их передавали.",
        )
    _let_a_term_end(director)


def _let_a_term_end(director):
    """Somebody took their consent back more than a month ago: the list asks about their data."""
    client = Client.objects.filter(kind=Client.Kind.PERSON, consents=None).order_by("-pk").first()
    if client is None:
        return
    with clock.at(clock.now() - timedelta(days=LONG_AGO - 10)):
        (given,) = actions.give_consent(client, by=director, purpose="processing", source="paper")
    with clock.at(clock.now() - timedelta(days=LONG_AGO // 2)):
        actions.withdraw_consent(given, by=director, note="Письмом")
    retention.look_for_ended()
