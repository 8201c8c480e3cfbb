"""Compiles the translations with Python: msgfmt is not on every machine."""

from launch import HOME


def compile_changed():
    import polib

    for source in HOME.glob("locale/*/LC_MESSAGES/*.po"):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            polib.pofile(str(source)).save_as_mofile(str(compiled))


if __name__ == "__main__":
    compile_changed()
