"""Papers of chosen orders as one PDF, joined in the worker in the order of the list."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import BytesIO

import pypdfium2
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import documents, jobs
from core.errors import Refused
from core.models import Document
from orders.documents import handed, label
from orders.models import WorkOrder
from orders.work_orders.actions.make_acts import make_acts
from orders.work_orders.actions.print_labels import print_labels


@dataclass(frozen=True)
class Batch:
    """`papers(order, by)` answers what is printed of one order, nothing where it has none."""

    code: str
    title: str
    icon: str
    papers: Callable[..., Iterable[Document]]
    # Several papers on one page, {…} of their contents; else each begins on a page of its own.
    joined: Callable[[list[Document]], Iterable[bytes]] | None = None


def _work_order(order, by):
    found = documents.latest("work_order", order)
    return [found] if found else []


def _acts(order, by):
    """Those of earlier visits are made on the way, by whoever may hand over."""
    if by.has_perm("orders.hand_over_workorder"):
        make_acts(order, by=by)
    found = (
        documents.latest(kind, visit)
        for visit in order.hand_overs.all()
        for kind in (handed.NOTE, handed.ACT)
    )
    return [paper for paper in found if paper]


def _labels(order, by, on_roll=False):
    try:
        return [print_labels(order, by=by, on_roll=on_roll)]
    except Refused:  # a calculation, or services alone
        return []


def _labels_roll(order, by):
    return _labels(order, by, on_roll=True)


BATCHES = {
    batch.code: batch
    for batch in (
        Batch("work-orders", gettext_lazy("Work orders"), "file-type-pdf", _work_order),
        Batch("labels", gettext_lazy("Labels"), "tags", _labels, label.full_sheets),
        Batch("labels-roll", gettext_lazy("Labels on a roll"), "tag", _labels_roll),
        Batch("acts", gettext_lazy("Acts"), "file-check", _acts),
    )
}


def start(batch: Batch, pks, *, by):
    title = _("%(papers)s for %(count)s orders") % {"papers": batch.title, "count": len(pks)}
    return jobs.start(KIND, title, by=by, batch=batch.code, orders=list(pks))


def _run(job, progress):
    """Only what the person may still see is printed; one without such a paper is left out, and the
    file's name says of how many orders it is."""
    batch, pks = BATCHES[job.arguments["batch"]], job.arguments["orders"]
    seen = WorkOrder.objects.visible_to(job.by).in_bulk(pks)
    joined, printed, waiting = pypdfium2.PdfDocument.new(), 0, []
    for done, pk in enumerate(pks):
        progress.say(done, len(pks))
        papers = batch.papers(seen[pk], job.by) if pk in seen else []
        papers = [each for each in papers if each.kind_entry.is_for(job.by)]
        printed += bool(papers)
        if batch.joined:
            waiting += papers
        else:
            _append(joined, map(documents.pdf_of, papers))
    if batch.joined:
        _append(joined, _kept_alive(batch.joined(waiting), progress, len(pks)))
    if not printed:
        raise Refused(_("None of these orders has such a paper yet."))
    progress.say(len(pks), len(pks))
    return _file(joined), _named(batch, printed, len(pks))


def _kept_alive(pdfs, progress, total):
    """Long sheets take their time, and work that is silent would be taken up again."""
    for pdf in pdfs:
        progress.say(total, total)
        yield pdf


def _append(joined, pdfs):
    for pdf in pdfs:
        paper = pypdfium2.PdfDocument(pdf)
        joined.import_pages(paper)
        paper.close()


def _file(joined):
    file = BytesIO()
    joined.save(file)
    joined.close()
    return file


def _named(batch, printed, asked):
    if printed == asked:
        return f"{batch.title}, {printed}.pdf"
    return _("%(papers)s, %(printed)s of %(asked)s orders.pdf") % {
        "papers": batch.title,
        "printed": printed,
        "asked": asked,
    }


KIND = jobs.JobKind("print_batch", _run)
