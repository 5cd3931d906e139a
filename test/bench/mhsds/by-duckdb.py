"""Counts a few measures of an MHSDS extract with DuckDB, straight from its CSV files. Prints seconds (of the clock and of the processors), peak memory (MiB) and the figures as JSON."""
import json, resource, sys, time
import duckdb

folder = sys.argv[1].replace("\\", "/").rstrip("/")
started, used = time.perf_counter(), time.process_time()
db = duckdb.connect()


def table(name):
    return f"read_csv('{folder}/{name}.csv', header=true, all_varchar=true, delim=',', quote='\"')"


# The latest submission of each provider and month: the highest file type, then the latest processing, then the highest number.
db.execute(f"""
CREATE TABLE latest AS
SELECT UniqSubmissionID, CAST(ReportingPeriodStartDate AS DATE) AS first_day, CAST(ReportingPeriodEndDate AS DATE) AS last_day
FROM {table('MHS000Header')}
QUALIFY row_number() OVER (PARTITION BY OrgIDProvider, UniqMonthID ORDER BY CAST(FileType AS INT) DESC, EFFECTIVE_FROM DESC, CAST(UniqSubmissionID AS BIGINT) DESC) = 1
""")
db.execute(f"""
CREATE TABLE referral AS
SELECT r.RecordNumber, r.UniqServReqID, r.Person_ID, r.OrgIDProv, CAST(r.ReferralRequestReceivedDate AS DATE) AS received, CAST(r.AgeServReferRecDate AS INT) AS age, l.first_day, l.last_day
FROM {table('MHS101Referral')} r JOIN latest l USING (UniqSubmissionID)
""")
db.execute(f"""
CREATE TABLE contact AS
SELECT c.UniqServReqID, c.OrgIDProv, c.AttendStatus, CAST(c.CareContDate AS DATE) AS seen, r.age, r.received, l.last_day
FROM (SELECT * FROM {table('MHS201CareContact')} QUALIFY row_number() OVER (PARTITION BY UniqSubmissionID, UniqCareContID ORDER BY MHS201UniqID) = 1) c
JOIN latest l USING (UniqSubmissionID)
JOIN referral r ON r.RecordNumber = c.RecordNumber AND r.UniqServReqID = c.UniqServReqID
""")
queries = {
    "mhs32a": "SELECT last_day, '', count(DISTINCT UniqServReqID) FROM referral WHERE age BETWEEN 0 AND 18 AND received BETWEEN first_day AND last_day GROUP BY 1",
    "mhs39a": "SELECT last_day, '', count(DISTINCT Person_ID) FROM referral WHERE age BETWEEN 0 AND 18 AND received BETWEEN first_day AND last_day GROUP BY 1",
    "mhs30d": "SELECT last_day, OrgIDProv, count(*) FROM contact WHERE age BETWEEN 0 AND 18 AND AttendStatus IN ('5', '6') GROUP BY 1, 2",
    "mhs58a": "SELECT last_day, AttendStatus, count(*) FROM contact WHERE age BETWEEN 0 AND 18 AND AttendStatus IN ('2', '3', '4', '7') GROUP BY 1, 2",
    # Waits to the first attended contact by the month of it; referrals received before the first loaded month are left out.
    "wait": """
        SELECT last_day(first_seen), '', median(first_seen - received) FROM (
            SELECT UniqServReqID, any_value(received) AS received, min(seen) AS first_seen FROM contact WHERE age BETWEEN 0 AND 18 AND AttendStatus IN ('5', '6') GROUP BY 1)
        WHERE received >= (SELECT min(first_day) FROM latest) AND first_seen >= received GROUP BY 1""",
}
figures = {f"{name} {str(end)[:10]} {group}".strip(): float(value) for name, query in queries.items() for end, group, value in db.execute(query).fetchall()}
print(json.dumps({"seconds": time.perf_counter() - started, "cpuSeconds": time.process_time() - used, "peakMiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "figures": figures}))
