from collections.abc import Callable
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from core import export_log, exports, jobs, phones, registry

AT_ONCE = 2000


@dataclass(frozen=True)
class Format:
    """A format of one list beside the tables: `write(rows, user)` answers an open file."""

    code: str
    label: str
    icon: str
    write: Callable


def heads(list_, file_format="xlsx"):
    return [str(column.label) for column in _columns(list_, file_format)]


def lines(list_, rows, file_format="xlsx"):
    columns = _columns(list_, file_format)
    for row in rows:
        yield [_plain(column, row, file_format) for column in columns]


def _columns(list_, file_format):
    """Whoever has chosen columns gets these; else a file says more than the page."""
    if list_.chosen:
        return list_.shown_columns
    apart = list_.sheet_codes if file_format == "xlsx" else ()
    return (*list_.shown_columns, *(each for each in list_.file_columns if each.code not in apart))


def _plain(column, row, file_format):
    value = column.of(row)
    if column.kind == "status" and value is not None:
        return str(value.label) if hasattr(value, "label") else str(value)
    if column.kind == "phone" and value:
        return _telephone(value, file_format)
    return value


def _telephone(value, file_format):
    """As people write it; in CSV without a plus in front, which a spreadsheet takes for a sum."""
    shown = phones.show(value)
    if file_format != "csv" or not shown.startswith("+"):
        return shown
    return f"8{shown[2:]}" if shown.startswith("+7 ") else f"({shown.replace(' ', ') ', 1)}"


def chosen(list_, pks):
    rows = list_.in_full(list_.queryset.order_by(*as_shown(list_)))
    return rows.filter(pk__in=pks) if pks else rows


def as_shown(list_):
    return list_.sort, "-pk" if list_.sort.startswith("-") else "pk"


def file_of(list_, rows, file_format):
    """The rows as an open file and its name; who takes it is written down."""
    counted = _Counted(rows)
    file = _written(list_, counted, file_format)
    export_log.note(
        list_.title,
        counted.count,
        by=list_.user,
        file_format=file_format,
        query=list_.query(),
    )
    return file, f"{list_.code}.{file_format}"


def _written(list_, rows, file_format):
    if file_format == "csv":
        return exports.csv_file(heads(list_, file_format), lines(list_, rows, file_format))
    if file_format == "xlsx":
        further = [] if list_.chosen else list_.sheets(rows.pks)
        return exports.xlsx_file(str(list_.title), heads(list_), lines(list_, rows), further)
    return next(each for each in list_.formats if each.code == file_format).write(rows, list_.user)


class _Counted:
    """The rows once, and which they were."""

    def __init__(self, rows):
        self.rows, self.pks = rows, []

    @property
    def count(self):
        return len(self.pks)

    def __iter__(self):
        for row in self.rows:
            self.pks.append(row.pk)
            yield row


def start_job(list_, file_format, *, by):
    title = _("Export of the list “%(title)s”") % {"title": list_.title}
    return jobs.start(KIND, title, by=by, list=list_.code, query=list_.query(), format=file_format)


def _run(job, progress):
    list_class = registry.lists[job.arguments["list"]]
    list_ = list_class(job.by, QueryDict(job.arguments["query"]))
    rows = list_.in_full(list_.queryset.order_by(*as_shown(list_)))
    counted = _counted(rows.iterator(chunk_size=2000), rows.count(), progress)
    return file_of(list_, counted, job.arguments["format"])


def _counted(rows, total, progress):
    for done, row in enumerate(rows):
        if done % 2000 == 0:
            progress.say(done, total)
        yield row
    progress.say(total, total)


KIND = jobs.JobKind("list_export", _run)
