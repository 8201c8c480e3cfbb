"""Questions whose words never change: built once for each shape of theirs, then only asked.

Django makes the text of a query anew on every page, which takes far longer than PostgreSQL needs to
answer it. docs/decisions/ tells what this leans on, docs/howto.md how a question is prepared.
"""

import logging
from collections.abc import Hashable
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from functools import wraps
from itertools import count
from typing import Protocol

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Model
from django.utils import translation

from core import clock

MOST_SHAPES = 500  # of one question: roles that are edited again and again leave old ones behind
# Two sets of values that stand for those to come: what differs between them is a value.
FIRST, SECOND = 31_000, 32_000
FAR = datetime(2300, 1, 1, 12, 34, 56, tzinfo=UTC)
log = logging.getLogger(__name__)


class Asker(Protocol):
    """A person: the question depends on `question_shape`, the rest are values."""

    question_shape: Hashable
    question_values: tuple

    def stand_in(self, values: list):
        """Somebody of the same shape with these values, of whom nothing else is known."""


class Unpreparable(Exception):
    """The question takes something else from its arguments than shape and plain values."""


def prepared(build):
    """What the queryset finds that `build` makes, as a list. Its positional arguments are values
    (numbers, dates, texts, tuples of them), rows of which only the key counts, or a person;
    whatever else the question depends on is named. `build` runs once for each shape: it may not ask
    the database; of the clock it may take now, today and where today begins and ends."""
    known = {}

    @wraps(build)
    def ask(*given, **shape):
        shapes, values = [], []
        for each in given:
            shaped, plain = _taken_apart(each)
            shapes.append(shaped)
            values += plain
        key = (translation.get_language(), *shapes, *shape.items())
        question = known.get(key)
        if question is None:
            if len(known) >= MOST_SHAPES:
                known.clear()
            question = known[key] = _prepare(build, given, shape)
        return question.ask(values) if question else list(build(*given, **shape))

    return ask


def of_row(row, name, found: list) -> list:
    """What hangs on the row by this key knows it, as if it had been asked of the row itself."""
    for each in found:
        each._meta.get_field(name).set_cached_value(each, row)
    return found


def _prepare(build, given, shape):
    try:
        return _Question(build, given, shape)
    except Unpreparable as fault:
        cannot_be(fault)
        return None


def cannot_be(fault):
    """The page is shown all the same, only slower."""
    log.error("%s", fault)


def _taken_apart(argument):
    """Of what kind it is, and its values."""
    if hasattr(argument, "question_shape"):
        values = argument.question_values
        return (argument.question_shape, tuple(each is None for each in values)), values
    if isinstance(argument, Model):
        return type(argument), (argument.pk,)
    if isinstance(argument, tuple):
        return len(argument), argument
    return type(argument), (argument,)


class _Question:
    def __init__(self, build, given, shape):
        built = [_built(build, given, shape, start) for start in (FIRST, SECOND)]
        self.rows = built[0]
        self.compiler, self.sql, self.params = _compiled(self.rows)
        values = [[*_markers(given, start), *_moments(start)] for start in (FIRST, SECOND)]
        chosen = [each[0] for each in (self.compiler.select or ())[: self.compiler.col_count]]
        self.converters = self.compiler.get_converters(chosen)
        self.places = self._places(_compiled(built[1]), list(zip(*values, strict=True)))
        moments = len(values[0]) - len(_moments(FIRST))
        self.looks_at_clock = any(which >= moments for _place, which in self.places)

    def _places(self, again, values):
        """Which of the values stands at which place of the parameters."""
        _compiler, sql, params = again
        if sql != self.sql or len(params) != len(self.params):
            raise Unpreparable(f"A value changes the words: {self.sql}")
        found = []
        for place, pair in enumerate(zip(self.params, params, strict=True)):
            if repr(pair[0]) == repr(pair[1]):
                continue
            if pair not in values:
                raise Unpreparable(f"Neither a value nor always the same: {pair} in {self.sql}")
            found.append((place, values.index(pair)))
        return found

    def ask(self, values) -> list:
        if not self.sql:
            return []
        if self.looks_at_clock:
            values = [*values, *_moments()]
        params = list(self.params)
        for place, which in self.places:
            params[place] = values[which]
        rows = object.__new__(type(self.rows))
        rows.__dict__.update(self.rows.__dict__)
        rows._query = _Asked(self.compiler, self.sql, tuple(params), self.converters, rows.db)
        return list(rows)


class _Asked:
    """In the place of a query: it has been compiled."""

    def __init__(self, compiler, sql, params, converters, using):
        ready = object.__new__(type(compiler))
        ready.__dict__.update(compiler.__dict__)
        ready.connection = connections[using]  # each thread has its own
        ready.as_sql = lambda *_args, **_kwargs: (sql, params)
        ready.get_converters = lambda _expressions: converters
        self.query, self.compiler = compiler.query, ready

    def get_compiler(self, *_args, **_kwargs):
        return self.compiler

    def __getattr__(self, name):
        return getattr(self.query, name)


def _compiled(rows):
    compiler = rows.query.get_compiler(rows.db)
    try:
        sql, params = compiler.as_sql()
    except EmptyResultSet:
        return compiler, "", ()
    return compiler, sql, params


def _built(build, given, shape, start):
    with _knowing_nothing(start):
        return build(*_stand_ins(given, start), **shape)


@contextmanager
def _knowing_nothing(start):
    def refuse(execute, sql, *_args):
        raise Unpreparable(f"The database is asked while a question is built: {sql}")

    with clock.at(_clock(start)), connections["default"].execute_wrapper(refuse):
        yield


def _clock(start):
    return FAR - timedelta(days=start, minutes=start)


def _moments(start=None):
    """What a question may take of the clock; while it is built, of one that stands for it."""
    if start is not None:
        with clock.at(_clock(start)):
            return _moments()
    today = clock.today()
    begins, ends = clock.midnight(today), clock.midnight(today + timedelta(days=1))
    return [clock.now(), today, begins, ends]


def _stand_ins(given, start):
    """The arguments with values that stand for those to come."""
    numbers = count(start)
    found = []
    for each in given:
        if hasattr(each, "question_shape"):
            found.append(each.stand_in([_marker(v, numbers) for v in each.question_values]))
        elif isinstance(each, Model):
            key = each._meta.pk.attname
            found.append(knowing(type(each), **{key: _marker(each.pk, numbers)}))
        elif isinstance(each, tuple):
            found.append(tuple(_marker(value, numbers) for value in each))
        else:
            found.append(_marker(each, numbers))
    return found


def knowing(model, **known):
    """A row of which this is known: whatever else is read of it would have to be fetched."""
    fields = [field.attname for field in model._meta.concrete_fields if field.attname in known]
    return model.from_db("default", fields, [known[name] for name in fields])


def _markers(given, start):
    numbers = count(start)
    values = [value for each in given for value in _taken_apart(each)[1]]
    return [_marker(value, numbers) for value in values]


def _marker(value, numbers):
    """Something of the same type that is no other value of the question."""
    number = next(numbers)
    if value is None:
        return None
    if type(value) in MARKERS:
        return MARKERS[type(value)](number)
    raise Unpreparable(f"Not a plain value, so it is to be named: {value!r}")


MARKERS = {
    int: lambda number: number,
    str: lambda number: f"value {number}",
    datetime: lambda number: FAR + timedelta(minutes=number),
    date: lambda number: FAR.date() + timedelta(days=number),
}
