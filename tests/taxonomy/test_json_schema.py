"""The schema for editors is the format that is checked, and the shipped files name it."""

import json

from pmo_resume.resources import folder
from pmo_resume.taxonomy import json_schema
from pmo_resume.taxonomy.digest import is_word_list, sources
from pmo_resume.taxonomy.schema import ConceptEntry


def test_the_shipped_schema_is_current():
    shipped = (folder("keywords") / json_schema.NAME).read_text(encoding="utf-8")
    assert shipped == json_schema.schema(), "run python -m pmo_resume.taxonomy.json_schema"


def test_every_key_of_a_concept_is_explained():
    concept = json.loads(json_schema.schema())["$defs"]["ConceptEntry"]
    assert set(concept["properties"]) == set(ConceptEntry.model_fields)
    assert [key for key, said in concept["properties"].items() if not said.get("description")] == []
    assert concept["additionalProperties"] is False


def test_every_family_names_the_schema():
    families = [path for path in sources(folder("keywords")) if not is_word_list(path)]
    assert len(families) >= 13
    assert [path.name for path in families if not path.read_text(encoding="utf-8").startswith(json_schema.MODELINE + "\n")] == []
