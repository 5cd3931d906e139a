"""Counts a few measures of an MHSDS extract with polars, straight from its CSV files. Prints seconds (of the clock and of the processors), peak memory (MiB) and the figures as JSON."""
import json, os, resource, sys, time
import polars as pl

folder = sys.argv[1]
started, used = time.perf_counter(), time.process_time()


def table(name, *columns):
    return pl.scan_csv(os.path.join(folder, f"{name}.csv"), infer_schema=False).select(columns)


def day(name):
    return pl.col(name).str.to_date("%Y-%m-%d")


latest = (
    table("MHS000Header", "UniqSubmissionID", "OrgIDProvider", "UniqMonthID", "FileType", "EFFECTIVE_FROM", "ReportingPeriodStartDate", "ReportingPeriodEndDate")
    .with_columns(pl.col("FileType").cast(pl.Int32), pl.col("UniqSubmissionID").cast(pl.Int64).alias("number"))
    .sort("FileType", "EFFECTIVE_FROM", "number")
    .group_by("OrgIDProvider", "UniqMonthID")
    .last()
    .select("UniqSubmissionID", day("ReportingPeriodStartDate").alias("first_day"), day("ReportingPeriodEndDate").alias("last_day"))
    .collect()
)
child = pl.col("age").is_between(0, 18)
referral = (
    table("MHS101Referral", "UniqSubmissionID", "RecordNumber", "UniqServReqID", "Person_ID", "ReferralRequestReceivedDate", "AgeServReferRecDate")
    .join(latest.lazy(), on="UniqSubmissionID")
    .select("RecordNumber", "UniqServReqID", "Person_ID", day("ReferralRequestReceivedDate").alias("received"), pl.col("AgeServReferRecDate").cast(pl.Int32).alias("age"), "first_day", "last_day")
    .collect(engine="streaming")
)
contact = (
    table("MHS201CareContact", "UniqSubmissionID", "RecordNumber", "UniqServReqID", "UniqCareContID", "OrgIDProv", "AttendStatus", "CareContDate")
    .unique(["UniqSubmissionID", "UniqCareContID"])
    .join(latest.lazy().select("UniqSubmissionID", "last_day"), on="UniqSubmissionID")
    .join(referral.lazy().select("RecordNumber", "UniqServReqID", "age", "received"), on=["RecordNumber", "UniqServReqID"])
    .filter(child)
    .select("UniqServReqID", "OrgIDProv", "AttendStatus", day("CareContDate").alias("seen"), "received", "last_day")
    .collect(engine="streaming")
)
starting = referral.lazy().filter(child & pl.col("received").is_between(pl.col("first_day"), pl.col("last_day"))).group_by("last_day")
attended = contact.lazy().filter(pl.col("AttendStatus").is_in(["5", "6"]))
first = attended.group_by("UniqServReqID").agg(pl.col("received").first(), pl.col("seen").min()).filter((pl.col("received") >= latest["first_day"].min()) & (pl.col("seen") >= pl.col("received")))
queries = {
    "mhs32a": starting.agg(pl.col("UniqServReqID").n_unique().alias("value")),
    "mhs39a": starting.agg(pl.col("Person_ID").n_unique().alias("value")),
    "mhs30d": attended.group_by("last_day", pl.col("OrgIDProv").alias("group")).agg(pl.len().alias("value")),
    "mhs58a": contact.lazy().filter(pl.col("AttendStatus").is_in(["2", "3", "4", "7"])).group_by("last_day", pl.col("AttendStatus").alias("group")).agg(pl.len().alias("value")),
    "wait": first.group_by(pl.col("seen").dt.month_end().alias("last_day")).agg((pl.col("seen") - pl.col("received")).dt.total_days().median().alias("value")),
}
figures = {f"{name} {row['last_day']} {row.get('group', '')}".strip(): float(row["value"]) for name, query in queries.items() for row in query.collect().to_dicts()}
print(json.dumps({"seconds": time.perf_counter() - started, "cpuSeconds": time.process_time() - used, "peakMiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "figures": figures}))
