"""An account as JSON: its fields by their names, and relations as the output contract has them."""

from typing import Any

from sayso.codec import to_plain
from sayso.export.account.account import Account, Answer
from sayso.export.relations import relation


def account_row(account: Account) -> dict[str, Any]:
    """Dictionaries, lists, strings and numbers; a relation's ends are `from` and `to`."""
    plain: dict[str, Any] = to_plain(account)
    for row, report in zip(plain["reports"], account.reports, strict=True):
        row["echo"] = relation(report.echo) if report.echo else None
    for name in ("denied_by", "denies", "superseded_by", "supersedes"):
        answers: tuple[Answer, ...] = getattr(account, name)
        for row, answer in zip(plain[name], answers, strict=True):
            row["relation"] = relation(answer.relation)
    return plain
