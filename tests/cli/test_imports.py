"""What an import says, and what it remembers."""

from __future__ import annotations

import json
from pathlib import Path

ODD = "Wer;Wo;Draht\nJürgen Beispiel;Müller AG;+49 30 5550123\n"
MAP = ("--map", "Wer=name", "--map", "Wo=organization", "--map", "Draht=phone:work")


def odd(folder: Path, name: str = "odd.csv", text: str = ODD) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_mapping_is_remembered_by_the_header(run, tmp_path: Path) -> None:
    assert run("import", odd(tmp_path)).code == 3
    assert run("import", odd(tmp_path), *MAP).code == 0
    second = odd(tmp_path, "later.csv", ODD.replace("Jürgen Beispiel", "Anke Muster"))
    ran = run("import", second)
    assert ran.code == 0 and "as you mapped them last time" in ran.out
    assert run("show", "anke", "--json").json["organization"] == "Müller AG"
    assert len(run("history", "--json").json) == 2


def test_a_mapping_that_is_only_tried_is_not_remembered(run, tmp_path: Path) -> None:
    assert run("import", odd(tmp_path), *MAP, "--dry-run").code == 0
    assert run("import", odd(tmp_path)).code == 3


def test_the_last_mapping_counts_and_undo_leaves_it(run, tmp_path: Path) -> None:
    run("import", odd(tmp_path), *MAP)
    run("import", odd(tmp_path), *MAP[:4], "--map", "Draht=ignore")
    run("undo")
    (kept,) = run("export").json["header_mappings"]
    assert json.loads(kept["mapping"])["Draht"] == "ignore"


def test_many_problems_are_counted_and_the_first_listed(run, tmp_path: Path) -> None:
    rows = "".join(f"Person {n},no address {n}\n" for n in range(50))
    path = odd(tmp_path, "p.csv", "Name,Email\n" + rows)
    ran = run("import", path)
    assert ran.code == 3 and "50 problems; the first 20 are listed" in ran.out
    assert ran.out.count("line ") == 20
    assert len(run("import", path, "--json").json["problems"]) == 50


def test_what_the_file_says_otherwise_is_told_and_stays_out(run, tmp_path: Path) -> None:
    run("add", "contact", "Ann Ash", "--email", "ann@x.example", "--org", "Orbit")
    path = odd(tmp_path, "a.csv", "Name,Email,Company\nAnn Ash,ann@x.example,Cobalt\n")
    ran = run("import", path)
    assert "Ann Ash: organization stays 'Orbit', the file says 'Cobalt'" in ran.out
    assert run("import", path, "--dry-run", "--json").json["differing"]
    assert run("show", "ann", "--json").json["organization"] == "Orbit"


def test_which_of_day_and_month_comes_first_is_asked_where_it_matters(run, tmp_path: Path) -> None:
    path = odd(tmp_path, "d.csv", "Name,Birthday\nAnn Ash,3/4/1990\n")
    assert "--day-first or --month-first" in run("import", path, "--dry-run").out
    ran = run("import", path, "--day-first")
    assert ran.code == 0 and "guessed" not in ran.out
    assert run("show", "ann", "--json").json["birthday"] == "1990-04-03"


def test_progress_is_only_for_a_terminal(run, tmp_path: Path) -> None:
    ran = run("import", odd(tmp_path), *MAP)
    assert "Saving" not in ran.err + ran.out and "\r" not in ran.err + ran.out
