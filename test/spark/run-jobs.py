"""Runs the printed job several times in one Spark session: starting it is what costs time.

A line of the plan is a list of arguments of pipeline.py, or ["catalogue", folder, database]: the
CSV files of a folder become tables of a database, as Parquet.
"""
import json
import os
import runpy
import sys

from pyspark.sql import SparkSession

pipeline, plan = sys.argv[1:]
spark = SparkSession.builder.appName("mhsds-test").getOrCreate()


def catalogue(folder, database):
    spark.sql(f"CREATE DATABASE IF NOT EXISTS {database}")
    for place, _, files in os.walk(folder):
        for name in files:
            if name.endswith(".csv"):
                table = name[: -len(".csv")].split("_")[-1].lower()
                rows = spark.read.csv(os.path.join(place, name), header=True, inferSchema=False)
                rows.write.saveAsTable(f"{database}.{table}")


for line in json.loads(plan):
    if line[0] == "catalogue":
        catalogue(*line[1:])
    else:
        spark.sql("USE default")
        sys.argv = [pipeline, *line]
        runpy.run_path(pipeline, run_name="__main__")
