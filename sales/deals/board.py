"""Deals as a board: a column for each stage of a process, and for what was won or lost lately."""

from functools import cached_property

from django.db.models import Count, Exists, OuterRef, Sum
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core import cells
from core.lists.board import Board, Pile, Turn
from core.lists.declared import number_text
from sales.deals.lifecycle import CHANGE, DealStatus
from sales.deals.lists import DealList
from sales.models import Deal, ProcessStage, SaleProcess

ENDS = {DealStatus.WON: "sales:win_deal", DealStatus.LOST: "sales:lose_deal"}


class DealBoard(Board, DealList):
    """The filters and the rows are the list's; without a process it shows the first one."""

    title = _("Board of deals")
    url_name = "sales:deals_board"
    stands_for = DealList
    model_label = "sales.deal"
    card_template = "sales/deals/_board_card.html"
    tools = "sales/deals/_board_tools.html"

    @cached_property
    def processes(self):
        return list(SaleProcess.objects.active())

    @cached_property
    def process(self) -> SaleProcess | None:
        chosen = self.data.get("process", "")
        known = {str(each.pk): each for each in self.processes}
        return known.get(chosen) or next(iter(self.processes), None)

    @cached_property
    def stages(self) -> dict[str, list[ProcessStage]]:
        """By key: those of the newest version in their order, then what older deals stand in."""
        stages = ProcessStage.objects.filter(version__process=self.process)
        standing = Deal.objects.open().filter(process=self.process, stage=OuterRef("pk"))
        found = stages.annotate(is_stood_in=Exists(standing)).select_related("version")
        ordered = sorted(found, key=lambda stage: (-stage.version.number, stage.ordinal))
        newest = ordered[0].version_id if ordered else None
        by_key = {}
        for stage in ordered:
            if stage.version_id == newest or stage.is_stood_in:
                by_key.setdefault(stage.key, []).append(stage)
        return by_key

    @cached_property
    def states(self):
        return [*(Pile(key, stages[0].name) for key, stages in self.stages.items()), *ENDS]

    def head_of(self, state):
        return super().head_of(state) if state in ENDS else state.label

    def in_state(self, state):
        rows = self.queryset.filter(process=self.process)
        if state in ENDS:
            return rows.closed_lately().filter(status=state).order_by("-closed_at", "-pk")
        stages = [stage.pk for stage in self.stages[state]]
        return rows.open().filter(stage__in=stages).order_by("stage_since", "pk")

    def summed(self, state) -> str:
        """Each column says how many and for how much."""
        said = self.in_state(state).order_by().aggregate(count=Count("pk"), sum=Sum("expected_sum"))
        count = number_text(said["count"])
        whole = int(said["sum"] or 0)
        return f"{count} · {cells.grouped(whole)}{cells.NBSP}₽" if whole else count

    def _whole(self, state):
        narrowed = {"status": state} if state in ENDS else {"stage": state}
        here = {"process": str(self.process.pk) if self.process else "", "chip": ""}
        return self.stands_for(self.user, self.data).url_with(**here, **narrowed)

    def turns_of(self, row) -> list[Turn]:
        if not (row.is_open and self.user.has_perm(CHANGE)):
            return []
        moves = [
            Turn(stage.name, reverse("sales:move_deal", args=[row.pk, stage.pk]), key, False)
            for key, stages in self.stages.items()
            for stage in stages
            if stage.version_id == row.process_version_id and stage.pk != row.stage_id
        ]
        ends = [
            Turn(state.label, reverse(name, args=[row.pk]), state, True)
            for state, name in ENDS.items()
        ]
        return moves + ends
