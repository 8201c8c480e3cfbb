"""Commercial proposals of the demo in every state, with the firm's templates of their words."""

from datetime import timedelta
from decimal import Decimal

from django.db import transaction

from catalog.spec import LineSpec, Work
from clients.models import Client
from company.models import Employee
from core import clock
from orders.work_orders.pricing import LineContent
from sales.models import ProposalTemplate
from sales.proposals import actions
from sales.proposals.content import OfferedLine, ProposalContent
from sales.proposals.models import Part

DAY = timedelta(days=1)
TEMPLATES = (
    (
        "Зеркала и стекло",
        "Здравствуйте!\n\nПредлагаем изготовить для «{клиент}»: {тема}. Цена {сумма} включает"
        " материал, обработку и упаковку. При заказе сегодня готовность {готовность}.\n\n"
        "Ваш менеджер {менеджер}, {телефон}.",
        "Предоплата 50 %, остаток при выдаче. Доставка и монтаж — по желанию.",
        14,
    ),
    (
        "Витражи и сложные изделия",
        "Здравствуйте!\n\nПо вашему эскизу мы рассчитали: {тема}. Эскиз согласуем до начала"
        " работы, готовое изделие можно принять в мастерской.\n\nВаш менеджер {менеджер},"
        " {телефон}.",
        "Предоплата 70 %. Срок считается со дня согласования эскиза.",
        30,
    ),
)
TITLES = (
    "Зеркала в примерочные",
    "Зеркальное панно в холл",
    "Стеклянные полки для витрин",
    "Зеркала в спортивный зал",
    "Оформление входной группы",
    "Зеркала для номеров гостиницы",
    "Стёкла для торговых островов",
    "Зеркало в ресепшен",
)
REMARK = "Бюджет на этот квартал исчерпан, вернёмся осенью"


class Proposals:
    """`now` is when the demo is loaded."""

    def __init__(self, now):
        self.now = now

    @transaction.atomic
    def fill(self):
        self._templates()
        scenes = (
            self._draft,
            self._sent,
            self._silent,
            self._ending,
            self._revised,
            self._accepted,
            self._ordered,
            self._declined,
        )
        known = Client.objects.filter(orders__isnull=False).distinct().order_by("pk")
        firms = known.filter(kind=Client.Kind.ORGANISATION)[: len(scenes)]
        clients = [*firms, *known.filter(kind=Client.Kind.PERSON)[: len(scenes)]]
        manager = Employee.objects.select_related("role", "office").get(username="manager")
        for scene, client, title in zip(scenes, clients, TITLES, strict=False):
            scene(client, title, client.responsible or manager)

    def _templates(self):
        for place, (name, text, terms, days) in enumerate(TEMPLATES, start=1):
            said = {"text": text, "terms": terms, "valid_days": days, "ordering": place * 10}
            ProposalTemplate.objects.get_or_create(name=name, defaults=said)

    def _draft(self, client, title, by):
        self._prepared(client, title, by, days_ago=0)

    def _sent(self, client, title, by):
        self._given(client, title, by, days_ago=1)

    def _silent(self, client, title, by):
        self._given(client, title, by, days_ago=6)

    def _ending(self, client, title, by):
        self._given(client, title, by, days_ago=4, valid_days=6)

    def _revised(self, client, title, by):
        proposal = self._given(client, title, by, days_ago=8)
        with clock.at(self.now - 2 * DAY):
            proposal = actions.revise_proposal(proposal, by=by)
            content = self._content(title, 14, width_mm=900, discount=Decimal(3))
            proposal = actions.change_proposal(proposal, content, by=by, version=proposal.version)
            actions.give_proposal(proposal, by=by, address_of=str)

    def _accepted(self, client, title, by):
        proposal = self._given(client, title, by, days_ago=5)
        with clock.at(self.now - DAY):
            actions.accept_proposal(proposal, by=by, words="Берём, ждём договор")

    def _ordered(self, client, title, by):
        proposal = self._given(client, title, by, days_ago=5)
        with clock.at(self.now - DAY):
            actions.order_proposal(actions.accept_proposal(proposal, by=by), by=by)

    def _declined(self, client, title, by):
        proposal = self._given(client, title, by, days_ago=9)
        with clock.at(self.now - 3 * DAY):
            actions.decline_proposal(proposal, by=by, words=REMARK)

    def _given(self, client, title, by, *, days_ago, valid_days=14):
        proposal = self._prepared(client, title, by, days_ago=days_ago, valid_days=valid_days)
        with clock.at(self.now - days_ago * DAY):
            actions.give_proposal(proposal, by=by, address_of=str)
        return proposal

    def _prepared(self, client, title, by, *, days_ago, valid_days=14):
        with clock.at(self.now - days_ago * DAY):
            return actions.prepare_proposal(client, self._content(title, valid_days), by=by)

    @staticmethod
    def _content(title, valid_days, *, width_mm=700, discount=Decimal(0)) -> ProposalContent:
        _name, text, terms, _days = TEMPLATES[0]
        return ProposalContent(
            title=title,
            text=text,
            terms=terms,
            lines=_lines(width_mm),
            valid_until=clock.today() + valid_days * DAY,
            discount_percent=discount,
        )


def _lines(width_mm) -> tuple[OfferedLine, ...]:
    mirror = LineSpec("sheet", "mirror-silver-4", width_mm=width_mm, height_mm=1600, quantity=4)
    plain = mirror.having(Work("edge-euro"))
    faceted = mirror.having(Work("facet", width_mm=15))
    return (
        OfferedLine(LineContent(plain), Part.ALTERNATIVE, 1, 1),
        OfferedLine(LineContent(faceted), Part.ALTERNATIVE, 1, 2),
        OfferedLine(LineContent(LineSpec("service", "delivery-zone-1")), key=3),
        OfferedLine(LineContent(LineSpec("service", "installation-hang")), Part.OPTION, key=4),
    )
