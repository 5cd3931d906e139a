"""Evaluates measures of a written Power BI project over the tables of a build.

Reads requests as JSON from standard input, one a line, and writes the answers to each as a line. Rows
are read once for as long as the project and who may see what stay the same. A request:
  {"definition": folder of the TMDL files, "data": output folder of the build,
   "seen": {"Table": column}, "readers": [{"role": name, "user": sign-in name}],
   "questions": [{"measures": [names], "filters": {"Table.Column": [values]}, "by": [keys of filters
   that an axis draws], "role": name or none, "user": sign-in name or none}],
   "visuals": [{"columns": ["Table.Column"], "measures": [names], "filters": as above, "only": a
   measure that is 1 in the rows shown, or none, "apart": keys of filters that measures alone read, such
   as a date that they find rows by on a way of their own, "rows": how many at most}],
   "queries": [{"columns": as above, "filters": as above}],
   "tryOut": {"column": "Table.Column", "values": how many}}
The answers: {"answers": [{measure: value}], "seen": [{table: values}], "visuals":
[{"rows": [values of the columns, then of the measures], "more": whether there are more}], "queries":
[{"groups": how many rows stand together, "crossed": how many there would be of each table's groups
with each of the others}], "tried":
{"measures": how many, "empty": tables without a file, "errors": {measure: why}, "unsorted":
{"Table.Column": a value that has several places in the column that it is sorted by}}}: for each reader
the values of the column in the rows that the reader sees; for each visual the rows that it holds,
those in which every measure is blank left out; every measure with nothing chosen, and with one value
of a column after another. Days are ISO texts. A measure that the engine cannot evaluate gives
{"error": why}.

The engine is pbix-mcp's evaluator of DAX. The model is what stands on disk: tables, columns and
measures come from the TMDL, rows from the files that the partitions name. Where the system can fork,
the tasks of a request are shared out among as many processes as there are processors. The models that were read last stay
ready for the next request.
"""

import csv
import datetime
import functools
import gc
import itertools
import json
import multiprocessing
import os
import re
import sys

import pyarrow.parquet as parquet
from pbix_mcp.dax import engine
from pbix_mcp.dax.calc_tables import evaluate_row_context_column
from pbix_mcp.formats.tmdl_reader import parse_tmdl_document, parse_tmdl_folder

# How the engine compares a value, which it works out anew for each cell of each column that it looks
# values up in. The function only reads its arguments.
engine._value_keys = functools.lru_cache(maxsize=1 << 18, typed=True)(engine._value_keys)

# The list of who may see what, which only roles read.
ACCESS = "Access"

BOTH_WAYS = 2  # What TMDL's bothDirections is to the engine.


def rows_of(data, definition, table):
    """Columns and rows of the file that a table reads; none where it is not there."""
    partition = table["partitions"][0]
    if partition["kind"] == "entity":
        # The reader of TMDL passes over what an entity is called.
        with open(
            os.path.join(definition, "tables", table["name"] + ".tmdl"), encoding="utf-8"
        ) as text:
            name = re.search(r"entityName: *(.+)", text.read()).group(1).strip().strip("'")
        paths = [os.path.join(data, folder, name + ".parquet") for folder in ("star", "lakehouse")]
        return parquet_rows(next((path for path in paths if os.path.exists(path)), paths[0]))
    path = re.search(r'DataFolder & "[\\/]([^"]+)"', partition["source"])
    if not path:
        return None, None
    path = os.path.join(data, *re.split(r"[\\/]", path.group(1)))
    return parquet_rows(path) if path.endswith(".parquet") else csv_rows(path)


class Coded:
    """A column by its distinct values, so that each is made a value of the model once."""

    def __init__(self, column):
        coded = column.combine_chunks().dictionary_encode()
        coded = coded.combine_chunks() if hasattr(coded, "combine_chunks") else coded
        self.values, self.codes = coded.dictionary.to_pylist(), coded.indices.to_pylist()

    @classmethod
    def of_texts(cls, texts):
        coded = cls.__new__(cls)
        numbers = {}
        coded.codes = [None if text == "" else numbers.setdefault(text, len(numbers)) for text in texts]
        coded.values = list(numbers)
        return coded

    def made(self, make):
        values = [make(value) for value in self.values]
        return [None if code is None else values[code] for code in self.codes]


def parquet_rows(path):
    if not os.path.exists(path):
        return None, None
    read = parquet.read_table(path, use_threads=False)
    return read.column_names, [Coded(column) for column in read.columns]


def csv_rows(path):
    if not os.path.exists(path):
        return None, None
    with open(path, encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    return head, [Coded.of_texts(column) for column in zip(*rows)] or [Coded.of_texts([])] * len(head)


def converter(kind):
    """What makes a value of a column's type of one that was read or asked for."""

    def moment(value):
        if isinstance(value, str):
            return datetime.datetime.fromisoformat(value)
        if isinstance(value, datetime.datetime):
            return value
        return datetime.datetime(value.year, value.month, value.day)

    whole = lambda value: int(value)
    kinds = {"dateTime": moment, "int64": whole, "double": float}
    make = kinds.get(kind, lambda value: value)
    return lambda value: None if value is None else make(value)


class Model:
    def __init__(self, definition, data):
        model = parse_tmdl_folder(definition)
        self.measures, self.measure_tables, self.types = {}, {}, {}
        self.tables, self.columns, calculated, self.empty = {}, {}, [], []
        self.sorts, self.access, self.stamp, self.readable = {}, None, None, None
        self.list_of_access = os.path.join(data, "access.csv")
        for table in model["tables"]:
            name = table["name"]
            for measure in table["measures"]:
                self.measures[measure["name"]] = measure["expression"]
                self.measure_tables[measure["name"]] = name
            read = [one for one in table["columns"] if one.get("source_column")]
            calculated += [(name, one) for one in table["columns"] if one.get("expression")]
            for one in read:
                self.types[f"{name}.{one['name']}"] = one["tmdl_data_type"]
            self.columns[name] = {one["name"] for one in table["columns"]}
            rows = self.rows_read(data, definition, table, read)
            if rows is None and name != ACCESS:  # A file that councils need not have.
                self.empty.append(name)
            self.tables[name] = {"columns": [one["name"] for one in read], "rows": rows or []}
            for one in read:
                if one.get("sort_by_column"):
                    self.sorts[f"{name}.{one['name']}"] = one["sort_by_column"]
            if name == ACCESS:
                self.access = functools.partial(self.rows_read, data, definition, table, read)
        self.relationships = [
            {
                "FromTable": one["from_table"],
                "FromColumn": one["from_column"],
                "ToTable": one["to_table"],
                "ToColumn": one["to_column"],
                "IsActive": one["is_active"],
                "CrossFilteringBehavior": one["cross_filtering_behavior"],
            }
            for one in model["relationships"]
        ]
        for name, column in calculated:
            table = self.tables[name]
            values, error = evaluate_row_context_column(
                table["columns"], table["rows"], column["expression"], name, self.tables,
                self.relationships,
            )
            if error and table["rows"]:
                raise SystemExit(f"{name}[{column['name']}]: {error}")
            table["columns"].append(column["name"])
            for row, value in zip(table["rows"], values or []):
                row.append(value)
            self.types[f"{name}.{column['name']}"] = "string"
        self.roles = roles_of(definition)
        self.seen = {}

    def rows_read(self, data, definition, table, read):
        """The rows of a table, the columns as they are declared; none where its file is not there."""
        names, columns = rows_of(data, definition, table)
        if columns is None:
            # Its one row is made by Power Query.
            if table["name"] != "Key measures":
                return None
            columns, names = [Coded.of_texts(["2026-01-01"])], [read[0]["source_column"]]
        values = [
            columns[names.index(one["source_column"])].made(converter(one["tmdl_data_type"]))
            for one in read
        ]
        return [list(row) for row in zip(*values)]

    def tables_for(self, role, user):
        """
        The tables as a reader in a role sees them; all of them without a role. The list of who may
        see what is read again when it is another.
        """
        if role is None:
            return self.tables
        path = self.list_of_access
        stamp = os.stat(path).st_mtime_ns if os.path.exists(path) else 0
        if stamp != self.stamp:
            self.stamp, self.seen, self.readable = stamp, {}, dict(self.tables)
            if self.access is not None:
                columns = self.tables[ACCESS]["columns"]
                self.readable[ACCESS] = {"columns": columns, "rows": self.access() or []}
        if (role, user) not in self.seen:
            self.seen[role, user] = self.secured(role, user)
        return self.seen[role, user]

    def places(self, column):
        """The place of each value of a column that is sorted by another."""
        if column not in self.sorts:
            return {}
        name, label = column.split(".", 1)
        table = self.tables[name]
        own, by = (table["columns"].index(one) for one in (label, self.sorts[column]))
        ordered = sorted({row[by] for row in table["rows"] if row[by] is not None})
        at = {value: place for place, value in enumerate(ordered)}
        return {row[own]: at.get(row[by], 0) for row in table["rows"]}

    def unsorted(self):
        """Columns of which one value has several places: Power BI refuses to sort them."""
        found = {}
        for column, by in self.sorts.items():
            name, label = column.split(".", 1)
            table = self.tables[name]
            own, at = (table["columns"].index(one) for one in (label, by))
            places = {}
            for row in table["rows"]:
                value = row[own].lower() if isinstance(row[own], str) else row[own]
                if places.setdefault(value, row[at]) != row[at]:
                    found[column] = plain(row[own])
        return found

    def secured(self, role, user):
        tables = dict(self.readable)
        literal = '"' + user.replace('"', '""') + '"'
        kept = {}
        for name, dax in self.roles[role].items():
            table = self.readable[name]
            text = dax.replace("USERPRINCIPALNAME ()", literal)
            groups = self.alike(name, text)
            numbered = {
                "columns": table["columns"] + ["row number"],
                "rows": [rows[0] + [at] for at, rows in enumerate(groups)],
            }
            scope = {**self.readable, name: numbered}
            dax = f"CONCATENATEX ( FILTER ( '{name}', {text} ), '{name}'[row number], \",\" )"
            found = engine.evaluate_measure(
                "seen", scope, {"seen": dax}, relationships=self.relationships
            )
            numbers = {int(float(at)) for at in str(found or "").split(",") if at != ""}
            kept[name] = [row for at in sorted(numbers) for row in groups[at]]
        for name, rows in kept.items():
            tables[name] = {"columns": self.readable[name]["columns"], "rows": rows}
        return self.flow(tables, kept)

    def alike(self, name, text):
        """
        The rows of a table in groups that a role's filter takes alike: they have one value in each
        column that it names, and in those that filters flow on by.
        """
        table = self.readable[name]
        keys = {one["ToColumn"] for one in self.relationships if one["ToTable"] == name}
        places = [
            at for at, one in enumerate(table["columns"]) if one in keys or f"[{one}]" in text
        ]
        groups = {}
        for row in table["rows"]:
            groups.setdefault(tuple(row[at] for at in places), []).append(row)
        return list(groups.values())

    def flow(self, tables, filtered, both_ways=False):
        """
        Filters flow on from the one side of each active relationship to the many side, and of those
        that filter both ways from the many side to the one.
        """
        queue = list(filtered)
        while queue:
            one = queue.pop(0)
            for relationship in self.relationships:
                if not relationship["IsActive"]:
                    continue
                ends = ["To", "From"]
                # Filters of roles flow one way.
                if both_ways and relationship["CrossFilteringBehavior"] == BOTH_WAYS:
                    ends = ends if relationship["ToTable"] == one else ["From", "To"]
                if relationship[ends[0] + "Table"] != one:
                    continue
                other = relationship[ends[1] + "Table"]
                top, bottom = tables[one], tables[other]
                key = top["columns"].index(relationship[ends[0] + "Column"])
                own = bottom["columns"].index(relationship[ends[1] + "Column"])
                keys = {row[key] for row in top["rows"]}
                rows = [row for row in bottom["rows"] if row[own] in keys]
                if len(rows) < len(bottom["rows"]):
                    tables[other] = {"columns": bottom["columns"], "rows": rows}
                    queue.append(other)
        return tables


def roles_of(definition):
    folder, roles = os.path.join(definition, "roles"), {}
    for file in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
        with open(os.path.join(folder, file), encoding="utf-8-sig") as text:
            for node in parse_tmdl_document(text.read()):
                if node.kind == "role":
                    roles[node.name] = {
                        permission.name: permission.expression
                        for permission in node.all("tablePermission")
                    }
    return roles


def plain(value):
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return value
    return float(value)


def answer(model, question, cache):
    filters = {
        key: [converter(model.types[key])(value) for value in values]
        for key, values in question.get("filters", {}).items()
    }
    by = set(question.get("by", []))
    found = {}
    state = engine._engine
    for name in question["measures"]:
        # What the engine cannot evaluate it gives as blank, and keeps why beside it.
        for kept in (state.eval_errors, state.unsupported_by_measure, state.timed_out):
            kept.clear()
        try:
            values = engine.evaluate_measures_smart(
                [name],
                model.tables_for(question.get("role"), question.get("user") or ""),
                model.measures,
                filter_context=filters,
                date_table="Date",
                date_column="Date",
                relationships=model.relationships,
                simulate_row_context=False,
                measure_tables=model.measure_tables,
                model_columns=model.columns,
                group_by=by or None,
                date_tables={"Date": "Date"},
                cache=cache,
            )
            why = state.eval_errors.get(name) or ", ".join(
                f"{function} is not known to the engine"
                for function in sorted(state.unsupported_by_measure.get(name) or ())
            )
            found[name] = {"error": why} if why else plain(values[name])
        except Exception as error:  # noqa: BLE001: the test says which measure it was
            found[name] = {"error": f"{type(error).__name__}: {error}"}
    return found


def filtered(model, filters):
    """The rows of each table that filters leave, which flow on to the many sides."""
    kept = dict(model.tables)
    for key, values in filters.items():
        name, column = key.split(".", 1)
        table, wanted = kept[name], {converter(model.types[key])(value) for value in values}
        at = table["columns"].index(column)
        rows = [row for row in table["rows"] if row[at] in wanted]
        kept[name] = {"columns": table["columns"], "rows": rows}
    return model.flow(kept, {key.split(".", 1)[0] for key in filters}, both_ways=True)


def combinations(model, columns, filters):
    """
    The values of columns that stand together in a row of a visual: those of one table, or of a
    table and the dimensions that its rows point to, as its rows have them; of others each with each.
    """
    tables = filtered(model, filters)
    left = list(dict.fromkeys(column.split(".", 1)[0] for column in columns))
    groups = []
    for name in sorted(left, key=lambda one: -sum(r["FromTable"] == one for r in model.relationships)):
        if name not in left:
            continue
        left.remove(name)
        table, readers = tables[name], {}
        for column in columns:
            of, label = column.split(".", 1)
            if of == name:
                readers[column] = (table["columns"].index(label), None)
        for link in model.relationships:
            of = link["ToTable"]
            if link["FromTable"] != name or of not in left or not link["IsActive"]:
                continue
            left.remove(of)
            there = tables[of]
            key = there["columns"].index(link["ToColumn"])
            by_key = {row[key]: row for row in there["rows"]}
            own = table["columns"].index(link["FromColumn"])
            for column in columns:
                if column.split(".", 1)[0] == of:
                    readers[column] = (there["columns"].index(column.split(".", 1)[1]), (own, by_key))
        beside = []
        for own, many in across(model, tables, name, left):
            left.remove(many["name"])
            wanted = [column for column in columns if column.split(".", 1)[0] == many["name"]]
            places = [many["columns"].index(column.split(".", 1)[1]) for column in wanted]
            beside.append((own, many["by_key"], list(zip(wanted, places))))
        found = {}
        for row in table["rows"]:
            values = {}
            for column, (at, link) in readers.items():
                source = row if link is None else link[1].get(row[link[0]])
                values[column] = None if source is None else source[at]
            every = [values]
            for own, by_key, wanted in beside:
                every = [
                    {**one, **{column: other[at] for column, at in wanted}}
                    for one in every
                    for other in by_key.get(row[own], [])
                ]
            for one in every:
                found.setdefault(tuple(one.values()), one)
        groups.append(list(found.values()))
    for parts in itertools.product(*groups):
        together = {}
        for part in parts:
            together.update(part)
        yield together


def across(model, tables, name, left):
    """
    Tables that filter a dimension of a table both ways, as a list of boards does the indicators: for
    each the place of the table's key, and its rows by that key.
    """
    for way in model.relationships:
        many = way["FromTable"]
        if way["CrossFilteringBehavior"] != BOTH_WAYS or many not in left:
            continue
        for link in model.relationships:
            if link["FromTable"] != name or link["ToTable"] != way["ToTable"] or not link["IsActive"]:
                continue
            rows, by_key = tables[many], {}
            key = rows["columns"].index(way["FromColumn"])
            for row in rows["rows"]:
                by_key.setdefault(row[key], []).append(row)
            own = tables[name]["columns"].index(link["FromColumn"])
            yield own, {"name": many, "columns": rows["columns"], "by_key": by_key}


def query_size(model, query):
    """How many rows a query of columns has, and how many if each table's groups met each of the others'."""
    columns, filters = query["columns"], query.get("filters", {})
    tables = filtered(model, filters)
    crossed = 1
    for name in {column.split(".", 1)[0] for column in columns}:
        table = tables[name]
        places = [
            table["columns"].index(column.split(".", 1)[1])
            for column in columns
            if column.startswith(name + ".")
        ]
        crossed *= len({tuple(row[at] for at in places) for row in table["rows"]})
    return {"groups": sum(1 for _ in combinations(model, columns, filters)), "crossed": crossed}


def rows_shown(model, visual, cache):
    """The rows of a visual, in the order of its columns."""
    columns, measures = visual["columns"], visual["measures"]
    filters, most = visual.get("filters", {}), visual["rows"]
    rows, more = [], False
    apart = visual.get("apart", [])
    own = {key: values for key, values in filters.items() if key not in apart}
    found = list(combinations(model, columns, own)) if columns else [{}]
    places = {column: model.places(column) for column in columns}
    order = lambda values: [
        (values[column] is None, places[column].get(values[column], 0), str(plain(values[column])))
        for column in columns
    ]
    for values in sorted(found, key=order):
        known = {key: value for key, value in values.items() if value is not None}
        if columns and not known and measures:
            continue
        chosen = {**filters, **{key: [plain(value)] for key, value in known.items()}}
        asked = measures + ([visual["only"]] if visual.get("only") else [])
        question = {"measures": asked, "filters": chosen, "by": columns}
        given = answer(model, question, cache) if asked else {}
        if measures and columns and all(given[name] in (None, "") for name in measures):
            continue
        if visual.get("only") and given[visual["only"]] != 1:
            continue
        if len(rows) == most:
            more = True
            break
        shown = [plain(values[column]) for column in columns]
        rows.append(shown + [given[name] for name in measures])
    return {"rows": rows, "more": more}


def tried(model, column, values, shared):
    """Every measure of the model, with nothing chosen and with some values of a column."""
    contexts = [{}]
    name, label = column.split(".", 1)
    if name in model.tables and label in model.tables[name]["columns"]:
        at = model.tables[name]["columns"].index(label)
        found = dict.fromkeys(plain(row[at]) for row in model.tables[name]["rows"])
        contexts += [{column: [value]} for value in list(found)[:values]]
    questions = [{"measures": list(model.measures), "filters": filters} for filters in contexts]
    errors = {}
    for given in shared("answer", questions):
        for measure, value in given.items():
            if isinstance(value, dict):
                errors.setdefault(measure, value["error"])
    return {
        "measures": len(model.measures),
        "empty": model.empty,
        "errors": errors,
        "unsorted": model.unsorted(),
    }


def seen(model, reader, columns):
    """The values of one column of each table, in the rows that a reader sees."""
    tables, found = model.tables_for(reader["role"], reader["user"]), {}
    for name, column in columns.items():
        at = tables[name]["columns"].index(column)
        found[name] = [plain(row[at]) for row in tables[name]["rows"]]
    return found


WORK = {
    "answer": answer,
    "visual": rows_shown,
    "reader": lambda model, task, cache: seen(model, *task),
}


def work(task):
    """One task in a process of the pool, which has the model from before it was forked."""
    kind, what = task
    return WORK[kind](Evaluator.model, what, Evaluator.cache)


class Evaluator:
    """The models that were read last, each with the processes that evaluate it."""

    model, cache = None, {}
    MOST = 3

    def __init__(self):
        self.read, self.kept = {}, None
        can_fork = sys.platform == "linux"
        self.processes = len(os.sched_getaffinity(0)) if can_fork else 1

    def load(self, definition, data):
        key = (definition, data)
        kept = self.read.pop(key, None)
        if kept is None:
            if len(self.read) == self.MOST:
                self.end(next(iter(self.read)))
            kept = {"model": Model(definition, data), "cache": {}, "pool": None}
            # What was read stays: nothing of it is to be looked through for what may go.
            gc.freeze()
        self.read[key] = kept
        self.kept = kept
        Evaluator.model, Evaluator.cache = kept["model"], kept["cache"]

    def end(self, key):
        pool = self.read.pop(key)["pool"]
        if pool is not None:
            pool.terminate()
            pool.join()

    def shared(self, kind, tasks):
        """The results of tasks, in their order; many are shared out among processes."""
        if self.processes == 1 or len(tasks) < 2:
            return [work((kind, task)) for task in tasks]
        if self.kept["pool"] is None:
            self.kept["pool"] = multiprocessing.get_context("fork").Pool(self.processes)
        size = max(1, len(tasks) // (8 * self.processes))
        return self.kept["pool"].map(work, [(kind, task) for task in tasks], chunksize=size)

    def answers(self, request):
        self.load(request["definition"], request["data"])
        try_out, columns = request.get("tryOut"), request.get("seen", {})
        return {
            "answers": self.shared("answer", request.get("questions", [])),
            "seen": self.shared("reader", [(one, columns) for one in request.get("readers", [])]),
            "visuals": self.shared("visual", request.get("visuals", [])),
            "queries": [query_size(Evaluator.model, query) for query in request.get("queries", [])],
            "tried": tried(Evaluator.model, try_out["column"], try_out["values"], self.shared)
            if try_out
            else None,
        }


def main():
    evaluator = Evaluator()
    for line in sys.stdin:
        print(json.dumps(evaluator.answers(json.loads(line))), flush=True)
    for key in list(evaluator.read):
        evaluator.end(key)


if __name__ == "__main__":
    main()
