"""Makes the rules of careers from plain data, whether it comes from a checked YAML file or from the compiled one."""

from __future__ import annotations

from typing import Any

from pmo_resume.model.rules import ExperienceRule, Prerequisite, Route, Rung, Source


def prerequisite(plain: dict[str, Any]) -> Prerequisite:
    """What an issuer asks, with its routes."""
    routes = tuple(
        Route(route["degree"], tuple(ExperienceRule(**_tuples(each)) for each in route["experience"])) for route in plain["routes"]
    )
    return Prerequisite(**_tuples(plain) | {"source": Source(**plain["source"]), "routes": routes})


def rung(plain: dict[str, Any]) -> Rung:
    """What is usual on a level of the ladder."""
    return Rung(**_tuples(plain) | {"source": Source(**plain["source"])})


def _tuples(plain: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in plain.items()}
