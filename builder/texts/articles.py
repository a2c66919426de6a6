"""Texts one by one, shared out among workers: texts in, what each holds out, in order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from builder.export import findings_row
from builder.export.findings import FindingsRow
from builder.faults import Fault, attempt
from builder.jsonl import Text
from builder.parallel import Workers
from builder.partitions import Partitions
from builder.settings import Settings
from builder.texts.found import Found, Member, dossier_alone, kept_or_cleaned, read_of


@dataclass(frozen=True, slots=True, kw_only=True)
class _Extracted:
    """A row, and what it was made of."""

    found: Found
    row: FindingsRow


def found_in(texts: Sequence[Text], *, settings: Settings) -> list[FindingsRow | Fault]:
    """The row of each text, in order."""
    found = _extracted_of(texts, settings=settings)
    return [each if isinstance(each, Fault) else each.row for each in found]


def found_or_kept(
    texts: Iterable[Text], kept: Partitions, settings: Settings, workers: Workers
) -> Iterator[FindingsRow | Fault]:
    """The same, with what is kept from earlier runs; what is read now is kept, too."""
    members = (kept_or_cleaned(text, kept) for text in texts)
    for each in workers.share(partial(_extracted_of, settings=settings), members):
        if isinstance(each, Fault):
            yield each
        else:
            if each.found.is_new:
                kept.put(each.found.article, each.found.findings)
            yield each.row


def _extracted_of(members: Sequence[Member], *, settings: Settings) -> list[_Extracted | Fault]:
    """The row of each, in order; those are read now whose findings are not there."""
    return [
        each
        if isinstance(each, Fault)
        else attempt(partial(_extracted, each, settings), stage="resolve", item=each.file)
        for each in read_of(members, settings=settings, all_sentences=False)
    ]


def _extracted(found: Found, settings: Settings) -> _Extracted:
    row = findings_row(found.article, found.findings, dossier_alone([found], settings))
    return _Extracted(found=found, row=row)
