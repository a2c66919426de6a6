"""The contract as a JSON Schema, made from the types of the rows.

Out: one schema (draft 2020-12) of `dossier.json`; among its `$defs` stand also those of the lines
that `dossier extract` (`FindingsRow`) and `dossier resolve` (`StoryRow`) write. What it cannot
say: that ids are unique, that what an id names exists, that a passage is the article's text.
"""

from functools import cache

from pydantic import ConfigDict, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from builder.export.findings import FindingsRow
from builder.export.story import DossierRow, StoryRow

_DESCRIBED = ConfigDict(use_attribute_docstrings=True)


class _Plain(GenerateJsonSchema):
    """Without the titles that only repeat a key's name."""

    def field_title_should_be_set(self, schema: object) -> bool:
        """Never."""
        return False


@cache
def contract_schema() -> JsonSchemaValue:
    """The schema of `dossier.json`; more keys are allowed everywhere."""
    # together, so that each row stands once; in a tuple, because rows alone take no settings
    rows = TypeAdapter(tuple[DossierRow, StoryRow, FindingsRow], config=_DESCRIBED)
    found = rows.json_schema(schema_generator=_Plain)["$defs"]
    story = found["StoryRow"]
    story["properties"] = {"story": story["properties"]["story"]}
    story |= {"required": ["story"], "allOf": [{"$ref": "#/$defs/DossierRow"}]}
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "title": "data/dossier.json of a story dossier",
        "$ref": "#/$defs/DossierRow",
        "$defs": found,
    }
