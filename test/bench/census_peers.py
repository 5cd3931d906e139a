"""Reads the censuses of a folder into typed columns as Python does it by its own means: xml.etree's iterparse, the csv module, or DuckDB.

python3 census_peers.py PEER FOLDER < FIELDS, where FIELDS is JSON: for each table, each column's type. Prints pupils on roll, seconds and peak memory as JSON.
"""
import csv, datetime, json, resource, sys, time
from pathlib import Path

MONTHS = {name: n for n, name in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)}
FLAGS = {"1": True, "true": True, "True": True, "0": False, "false": False, "False": False}


def day(text):
    """2025-01-16, or 2025-Jan-16 00:00:00 as COLLECT has it."""
    if text[5:8] in MONTHS:
        return datetime.date(int(text[:4]), MONTHS[text[5:8]], int(text[9:11])).toordinal()
    return datetime.date.fromisoformat(text[:10]).toordinal()


READERS = {"date": day, "integer": lambda text: int(float(text)), "flag": FLAGS.get}


def columns_of(fields):
    return {table: {column: [] for column in columns} for table, columns in fields.items()}


# Element that is a record, under the record it stands in: its table.
RECORDS = {
    ("schoolcensus", "PupilOnRoll"): "pupilonroll",
    ("schoolcensus", "PupilNoLongerOnRoll"): "pupilnolongeronroll",
    ("pupilonroll", "SENneed"): "senneeds",
    ("pupilonroll", "FSMperiod"): "fsmperiod",
    ("pupilonroll", "TermlyExclusion"): "termlyexclusionsonroll",
    ("pupilnolongeronroll", "TermlyExclusion"): "termlyexclusionsoffroll",
    ("pupilonroll/Termly", "SessionDetail"): "termlysessiondetailsonroll",
    ("pupilnolongeronroll/Termly", "SessionDetail"): "termlysessiondetailsoffroll",
    ("pupilonroll/SummerHalfTerm2", "SessionDetail"): "summerhalfterm2sessiondetailsonroll",
    ("pupilnolongeronroll/SummerHalfTerm2", "SessionDetail"): "summerhalfterm2sessiondetailsoffroll",
}
ATTENDANCE = {"TermlyAttendance": "Termly", "SummerHalfTerm2Attendance": "SummerHalfTerm2"}


def by_iterparse(folder, fields):
    from xml.etree.ElementTree import iterparse

    columns = columns_of(fields)
    readers = {table: {column: READERS.get(kind) for column, kind in own.items()} for table, own in fields.items()}

    def put(table, values):
        for column, reader in readers[table].items():
            text = values.get(column)
            columns[table][column].append(None if not text else text if reader is None else reader(text))

    def take(element, table, values, prefix):
        for child in element:
            kind = child.tag
            record = RECORDS.get((f"{table}/{prefix}" if prefix else table, kind))
            if record is not None:
                own = {}
                take(child, record, own, "")
                put(record, own)
            elif len(child):
                take(child, table, values, ATTENDANCE.get(kind, prefix))
            else:
                values[(prefix + kind).lower()] = child.text

    for path in folder.rglob("*.xml"):
        head = {}
        for _, element in iterparse(path):
            if element.tag in ("PupilOnRoll", "PupilNoLongerOnRoll"):
                own = {}
                table = element.tag.lower()
                take(element, table, own, "")
                put(table, own)
                element.clear()
            elif element.tag in ("Header", "School"):
                take(element, "schoolcensus", head, "")
                element.clear()
        put("schoolcensus", head)
    return len(columns["pupilonroll"]["upn"])


def tables_in(folder, fields):
    aliases = {"fsmperiodsonroll": "fsmperiod", "addresses": "addressesonroll"}
    for path in sorted(folder.rglob("*.csv")):
        table = path.stem.split("_")[-1]
        table = aliases.get(table, table)
        if table in fields:
            yield path, table


def by_csv(folder, fields):
    columns = columns_of(fields)
    for path, table in tables_in(folder, fields):
        with open(path, newline="", encoding="utf-8") as file:
            rows = csv.reader(file)
            header = {name.lower(): i for i, name in enumerate(next(rows))}
            wanted = [(header[column], READERS.get(kind), columns[table][column].append) for column, kind in fields[table].items() if column in header]
            for row in rows:
                for i, reader, append in wanted:
                    text = row[i]
                    append(None if not text else text if reader is None else reader(text))
    return len(columns["pupilonroll"]["upn"])


def by_duckdb(folder, fields):
    import duckdb

    sql = {"date": "try_strptime({0}, '%Y-%b-%d %H:%M:%S')::date", "integer": "try_cast({0} as double)::integer", "flag": "try_cast({0} as boolean)"}
    base = duckdb.connect()
    base.execute("set threads = 2")
    count = 0
    for n, (path, table) in enumerate(tables_in(folder, fields)):
        names = {name.lower() for name in open(path, encoding="utf-8").readline().strip().split(",")}
        wanted = [sql.get(kind, "{0}").format(column) + f" as {column}" for column, kind in fields[table].items() if column in names]
        base.execute(f"create table t{n} as select {', '.join(wanted)} from read_csv(?, all_varchar = true, header = true)", [str(path)])
        if table == "pupilonroll":
            count += base.execute(f"select count(*) from t{n}").fetchone()[0]
    return count


PEERS = {"iterparse": by_iterparse, "csv": by_csv, "duckdb": by_duckdb}

if __name__ == "__main__":
    fields = json.load(sys.stdin)
    start = time.perf_counter()
    pupils = PEERS[sys.argv[1]](Path(sys.argv[2]), fields)
    seconds = time.perf_counter() - start
    print(json.dumps({"count": pupils, "seconds": seconds, "peakMiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
