"""The house keeps itself: what a reviewer would otherwise have to look for."""

import ast
import re
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver

from clients.models import Client
from company.models import Employee
from core import registry
from orders import actions
from orders.work_orders.lifecycle import POSITION_ROUTES, ROUTES, Route, Step

HOME = Path(__file__).resolve().parent.parent
OURS = [
    "core",
    "company",
    "clients",
    "tasks",
    "interactions",
    "catalog",
    "orders",
    "production",
    "sales",
    "crm",
]
CODE = sorted(
    path for app in OURS for path in (HOME / app).rglob("*.py") if "migrations" not in path.parts
)
TEMPLATES = sorted((HOME / "templates").rglob("*.html"))


def patterns(resolver, prefix=""):
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from patterns(entry, prefix + str(entry.pattern))
        elif isinstance(entry, URLPattern):
            yield prefix + str(entry.pattern), entry


def test_a_url_its_name_and_its_view_are_one_word():
    for address, pattern in patterns(get_resolver()):
        view = getattr(pattern.callback, "view_class", pattern.callback).__name__
        if pattern.name in {"login", "logout", "password_change", "password_change_done"}:
            continue
        assert view == pattern.name, f"{address}: view {view}, name {pattern.name}"


def test_every_step_of_an_order_has_its_action():
    """A step that follows from another's has none."""
    lives = [*ROUTES.items(), *POSITION_ROUTES.items()]
    offered = [step for step, route in lives if route.offered]
    assert [step for step in offered if not hasattr(actions, step.value)] == []


@pytest.mark.parametrize("path", CODE + TEMPLATES, ids=lambda path: str(path.relative_to(HOME)))
def test_no_russian_outside_the_catalogue_the_papers_and_the_demo(path):
    inside = path.relative_to(HOME).parts
    if "demo" in inside or "documents" in inside or inside[-1] == "setup_firm.py":
        return
    text = path.read_text()
    if path.suffix == ".py":
        text = without_prose(text)
    found = re.findall("[а-яё]+", text, re.IGNORECASE)
    assert found == [], f"{path}: {found[:5]}"


def without_prose(source):
    """Comments and docstrings may quote the firm's own words and the law."""
    lines = source.splitlines()
    for node in ast.walk(ast.parse(source)):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and is_text(body[0]):
            for place in range(body[0].lineno - 1, body[0].end_lineno):
                lines[place] = ""
    return "\n".join(re.sub(r"(^|\s)#.*", "", line) for line in lines)


def is_text(statement):
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


FOREIGN_WORDS = re.compile(r"customer|ticket|complaint|\bpartner|purchaser", re.IGNORECASE)


def test_the_vocabulary_is_kept():
    wrong = [
        f"{path.relative_to(HOME)}: {name}"
        for path in CODE
        for name in identifiers(path)
        if FOREIGN_WORDS.search(name)
    ]
    assert wrong == []


def identifiers(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name):
            yield node.id


def test_nobody_but_the_life_cycle_sets_a_status():
    setting = re.compile(r"\.status\s*=[^=]|update\([^)]*\bstatus=")
    guilty = [
        str(path.relative_to(HOME))
        for path in CODE
        if path.name not in {"lifecycle.py", "models.py"} and setting.search(path.read_text())
    ]
    assert guilty == []


def test_no_inline_script_or_style():
    wrong = re.compile(r"<script(?![^>]*(src=|application/json))|\sstyle=|\son[a-z]+=|<style")
    papers = HOME / "templates" / "orders" / "documents"
    guilty = [
        f"{path.relative_to(HOME)}: {match.group()}"
        for path in TEMPLATES
        if papers not in path.parents
        for match in wrong.finditer(path.read_text())
    ]
    assert guilty == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(HOME)))
def test_no_form_lets_the_browser_complain_in_its_own_language(path):
    forms = re.findall(r"<form\b(?:{%.*?%}|{{.*?}}|[^>{])*>", path.read_text(), re.DOTALL)
    posted = [form for form in forms if 'method="post"' in form]
    assert [form for form in posted if "novalidate" not in form] == []


def test_the_layers_contract_names_every_package():
    contract = tomllib.loads((HOME / "pyproject.toml").read_text())["tool"]["importlinter"]
    packages = {app.name for app in apps.get_app_configs() if (HOME / app.name).is_dir()}
    assert set(contract["root_packages"]) == packages
    assert set(contract["contracts"][0]["layers"]) == packages


@pytest.mark.parametrize(
    ("model", "entries"),
    [(Client, registry.hangs_on_client), (Employee, registry.hangs_on_employee)],
    ids=["client", "employee"],
)
def test_what_hangs_on_a_person_is_registered(model, entries):
    known = {(entry.model, entry.field) for entry in entries}
    hanging = {
        (relation.related_model, relation.field.name)
        for relation in model._meta.get_fields(include_hidden=True)
        if relation.auto_created
        and not relation.concrete
        and relation.related_model._meta.app_label in OURS
        and not hasattr(relation.related_model, "pgh_tracked_model")
    }
    assert hanging - known == set()


def test_a_route_says_where_it_leads():
    """What happens to a part of an order, or to its words, leaves it in its state."""
    stays = {Step.ARRIVE_PART, Step.HAND_OVER_PART, Step.RETURN_PART, Step.AMEND}
    assert all(isinstance(route, Route) for route in ROUTES.values())
    assert {step for step, route in ROUTES.items() if not route.target} == stays


def test_what_is_offered_on_every_page_takes_no_key_of_a_page():
    everywhere = {item.shortcut.lower() for item in registry.create_items if item.shortcut}
    said = re.compile(r'(?:aria-keyshortcuts|data-shortcut)="([^"{]+)"', re.IGNORECASE)
    of_pages = {
        key.lower()
        for template in TEMPLATES
        if template.name != "base.html"
        for keys in said.findall(template.read_text())
        for key in keys.split()
    }

    assert len(everywhere) == len([item for item in registry.create_items if item.shortcut])
    assert everywhere & of_pages == set()
