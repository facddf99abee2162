"""The log of decisions: whoever changes, moves, drops or adds a record is found out."""

import json

import pytest

from pmo_resume.errors import InputError
from pmo_resume.screening import Candidate, Status, decisions
from pmo_resume.screening.listing import Heading

AT = "2026-11-27T09:00:00+00:00"
PEOPLE = (
    Candidate("a.pdf", Status.READ, name="Zoë Roe", score=60, points=6, possible=10, email="zoe@example.com", sha256="aa"),
    Candidate("b.pdf", Status.READ, name="Bo Lind", score=40, points=4, possible=10, sha256="bb"),
    Candidate("c.pdf", Status.FAILED, cause="is empty"),
)


@pytest.fixture
def log(tmp_path):
    path = tmp_path / "log.jsonl"
    decisions.add_run(path, PEOPLE, Heading("PMO Lead", "Acme", "2026-11-01"), decisions.Run("f00d", "cafe", ("Jira",)), AT)
    decisions.decide(path, "zoe@example.com", "advance", "ran the office we need", AT)
    return path


def rows(log):
    return [json.loads(line) for line in log.read_text("utf-8").splitlines()]


def write(log, found):
    log.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in found), encoding="utf-8")


def test_the_log_says_who_ran_what_and_what_was_decided(log):
    run, first, _, failed, decided = rows(log)
    assert (run["event"], run["facts"]["posting"], run["facts"]["vocabulary"], run["facts"]["must"]) == ("run", "f00d", "cafe", ["Jira"])
    assert (first["facts"]["rank"], first["facts"]["score"], first["person"]["name"]) == (1, 60, "Zoë Roe")
    assert (failed["facts"]["rank"], failed["facts"]["status"]) == (None, "failed")
    assert (decided["facts"]["decision"], decided["facts"]["of"], decided["person"]["reason"]) == ("advance", 2, "ran the office we need")
    assert decisions.check(log) == []
    assert log.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda found: found[1]["facts"].update(score=99), "record 2 was changed"),
        (lambda found: found[1]["person"].update(name="Somebody"), "what record 2 says of a person was changed"),
        (lambda found: found[1].update(person=None), "no purge tells of it"),
        (lambda found: found.pop(2), "record 3 does not follow"),
        (lambda found: found.insert(1, found.pop(2)), "record 2 does not follow"),
        (lambda found: found.append({**found[-1], "number": 6}), "record 6 was changed"),
        (lambda found: found[4]["facts"].update(decision="reject"), "record 5 was changed"),
        (lambda found: found.pop(), "it ends with"),
    ],
)
def test_a_changed_log_is_found_out(log, change, told):
    found = rows(log)
    head = found[-1]["hash"]
    change(found)
    write(log, found)
    assert any(told in fault for fault in decisions.check(log, head)), decisions.check(log, head)


def test_a_record_forged_whole_breaks_the_chain_behind_it(log):
    found = rows(log)
    found[1]["facts"]["score"] = 99
    found[1]["hash"] = decisions._hash(found[1])
    write(log, found)
    assert any("record 3 does not follow" in fault for fault in decisions.check(log))


def test_purging_takes_the_person_and_leaves_the_chain(log):
    decisions.purge(log, {2, 5}, "asked for", AT)
    assert decisions.check(log) == []
    text = log.read_text("utf-8")
    assert not any(word in text for word in ("Zoë", "zoe@", "ran the office"))
    assert "Bo Lind" in text
    write(log, [{**one, "facts": {**one["facts"], "numbers": [2]}} if one["event"] == "purge" else one for one in rows(log)])
    assert any("no purge tells of it" in fault for fault in decisions.check(log))


def test_who_is_unknown_or_meant_twice_is_asked_for(log):
    with pytest.raises(InputError, match="knows no candidate"):
        decisions.decide(log, "Nobody", "advance", "", AT)
    twin = Candidate("d.pdf", Status.READ, name="Zoë Roe", score=1, sha256="dd")
    decisions.add_run(log, [twin], Heading("PMO Lead", "", "2026-11-01"), decisions.Run("f00d", "cafe"), AT)
    with pytest.raises(InputError, match="knows several"):
        decisions.decide(log, "Zoë Roe", "advance", "", AT)
    assert decisions.check(log) == []


def test_a_line_that_is_no_record_is_named(log):
    with log.open("a", encoding="utf-8") as file:
        file.write('{"number": 6, "ev\n')
    with pytest.raises(InputError, match=r"log\.jsonl:6: is no record"):
        decisions.check(log)
