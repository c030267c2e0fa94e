"""The files that travel inside the package beside its code."""

from functools import cache
from importlib.resources import files

from sayso.errors import InstallError


@cache
def asset(package: str, name: str) -> bytes:
    """The bytes of a packaged file; InstallError where the installation lacks it."""
    try:
        return files(package).joinpath(name).read_bytes()
    except (OSError, ModuleNotFoundError) as error:
        raise InstallError(
            f"{package.replace('.', '/')}/{name} is missing from this installation of sayso; expected it beside the code: "
            "install again with `pip install --force-reinstall sayso`"
        ) from error


def reading_style() -> str:
    """The style sheet of a rendered reading; every rule in it begins with `.sayso`."""
    return asset("sayso.export", "reading.css").decode("utf-8")
