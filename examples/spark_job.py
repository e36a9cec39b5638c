"""Facts of many texts on a Spark cluster, as Parquet partitioned by kind.

spark-submit examples/spark_job.py TEXTS FACTS

TEXTS: a Parquet data set (its name ends in .parquet) with the columns `id` and `text`, or a folder of .txt files in
whatever encodings. Rows of the kinds `error` and `issue` say what could not be read. See docs/scaling.md.
"""

import sys

from pyspark.sql import SparkSession

from factx.spark import extract_dataframe

texts, facts = sys.argv[1:]
spark = SparkSession.builder.appName("factx").getOrCreate()
pieces = 4 * spark.sparkContext.defaultParallelism  # texts are small for the work in them: Spark would cut too few
if texts.endswith(".parquet"):
    records = extract_dataframe(spark.read.parquet(texts).repartition(pieces))
else:
    files = spark.read.format("binaryFile").option("recursiveFileLookup", value=True).option("pathGlobFilter", "*.txt")
    records = extract_dataframe(files.load(texts).repartition(pieces), text="content", id="path")
records.write.partitionBy("kind").parquet(facts)
