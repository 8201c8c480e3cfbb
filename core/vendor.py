"""Takes named files of npm packages under `vendor/`: node_modules as a whole has 27,000 files."""

import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.checks import Error
from django.core.files.storage import FileSystemStorage

from core import icons

NODE_MODULES = Path(settings.BASE_DIR) / "node_modules"
_ICON = re.compile(r"icons/[a-z0-9-]+\.svg")
GOLOS = "@expo-google-fonts/golos-text"
# A file that names its source map needs it beside it: hashed names are checked.
FILES = {
    "tabler/tabler.min.css": "@tabler/core/dist/css/tabler.min.css",
    "tabler/tabler.min.css.map": "@tabler/core/dist/css/tabler.min.css.map",
    "tabler/tabler.min.js": "@tabler/core/dist/js/tabler.min.js",
    "tabler/tabler.min.js.map": "@tabler/core/dist/js/tabler.min.js.map",
    "fullcalendar/global.js": "fullcalendar/all/global.js",
    "fullcalendar/skeleton.css": "fullcalendar/skeleton.css",
    "fullcalendar/locales/ru.js": "fullcalendar/locales/ru/global.js",
    "fullcalendar/classic.js": "fullcalendar/themes/classic/global.js",
    "fullcalendar/classic.css": "fullcalendar/themes/classic/theme.css",
    "htmx/htmx.min.js": "htmx.org/dist/htmx.min.js",
    "tom-select/tom-select.bootstrap5.min.css": (
        "tom-select/dist/css/tom-select.bootstrap5.min.css"
    ),
    "tom-select/tom-select.bootstrap5.min.css.map": (
        "tom-select/dist/css/tom-select.bootstrap5.min.css.map"
    ),
    "tom-select/tom-select.complete.min.js": "tom-select/dist/js/tom-select.complete.min.js",
    "tom-select/tom-select.complete.min.js.map": (
        "tom-select/dist/js/tom-select.complete.min.js.map"
    ),
    "echarts/echarts.common.min.js": "echarts/dist/echarts.common.min.js",
    "echarts/echarts.min.js": "echarts/dist/echarts.min.js",
    "signature_pad/signature_pad.umd.min.js": "signature_pad/dist/signature_pad.umd.min.js",
    "signature_pad/signature_pad.umd.min.js.map": (
        "signature_pad/dist/signature_pad.umd.min.js.map"
    ),
    "sortablejs/Sortable.min.js": "sortablejs/Sortable.min.js",
    "golos/GolosText-400.ttf": f"{GOLOS}/400Regular/GolosText_400Regular.ttf",
    "golos/GolosText-500.ttf": f"{GOLOS}/500Medium/GolosText_500Medium.ttf",
    "golos/GolosText-600.ttf": f"{GOLOS}/600SemiBold/GolosText_600SemiBold.ttf",
    "golos/GolosText-700.ttf": f"{GOLOS}/700Bold/GolosText_700Bold.ttf",
    "golos/LICENSE": f"{GOLOS}/LICENSE_FONT",
}


class NodeModules(FileSystemStorage):
    """Reads `tabler/tabler.min.css` where npm has put it; collected under `vendor/`."""

    prefix = "vendor"

    def path(self, name):
        if name.startswith("icons/"):
            return str(icons.PACKAGE / name.removeprefix("icons/"))
        return str(NODE_MODULES / FILES[name])


class VendorFinder(BaseFinder):
    storage = NodeModules()

    def check(self, **kwargs):
        missing = [name for name in FILES if not Path(self.storage.path(name)).exists()]
        if not missing or Path(settings.STATIC_ROOT).exists():
            return []
        return [Error(f"npm files are missing: {missing}", hint="Run: npm ci --ignore-scripts")]

    def find(self, path, find_all=False, **kwargs):
        name = path.replace("\\", "/").removeprefix("vendor/")
        known = path.startswith("vendor/") and (name in FILES or _ICON.fullmatch(name))
        if not known or not Path(self.storage.path(name)).exists():
            return []
        found = self.storage.path(name)
        return [found] if find_all else found

    def list(self, ignore_patterns):
        for name in [*FILES, *(f"icons/{icon}.svg" for icon in sorted(icons.used()))]:
            yield name, self.storage
