from django.http import QueryDict
from django.utils.translation import gettext as _

from core import exports, jobs, registry

AT_ONCE = 2000


def heads(list_):
    return [str(column.label) for column in list_.columns]


def lines(list_, rows):
    for row in rows:
        yield [_plain(column, row) for column in list_.columns]


def _plain(column, row):
    value = column.of(row)
    if column.kind == "status" and value is not None:
        return str(value.label) if hasattr(value, "label") else str(value)
    return value


def chosen(list_, pks):
    rows = list_.queryset.order_by(*as_shown(list_))
    return rows.filter(pk__in=pks) if pks else rows


def as_shown(list_):
    return list_.sort, "-pk" if list_.sort.startswith("-") else "pk"


def file_of(list_, rows, file_format):
    """The rows as an open file and its name."""
    name = f"{list_.code}.{file_format}"
    if file_format == "csv":
        return exports.csv_file(heads(list_), lines(list_, rows)), name
    return exports.xlsx_file(str(list_.title), heads(list_), lines(list_, rows)), name


def start_job(list_, file_format, *, by):
    title = _("Export of the list “%(title)s”") % {"title": list_.title}
    return jobs.start(KIND, title, by=by, list=list_.code, query=list_.query(), format=file_format)


def _run(job, progress):
    list_class = registry.lists[job.arguments["list"]]
    list_ = list_class(job.by, QueryDict(job.arguments["query"]))
    rows = list_.queryset.order_by(*as_shown(list_))
    counted = _counted(rows.iterator(chunk_size=2000), rows.count(), progress)
    return file_of(list_, counted, job.arguments["format"])


def _counted(rows, total, progress):
    for done, row in enumerate(rows):
        if done % 2000 == 0:
            progress.say(done, total)
        yield row
    progress.say(total, total)


KIND = jobs.JobKind("list_export", _run)
