-- Questions to the facts of a data set. `facts.parquet` is what examples/duckdb_job.py or
-- `factx batch reports/ -o facts.parquet` writes; for the folder of a Spark or Ray job say
-- read_parquet('facts/*/*.parquet', hive_partitioning = true).
--
-- duckdb < examples/duckdb.sql

CREATE OR REPLACE VIEW facts AS FROM 'facts.parquet';

-- How many facts of each kind, in how many reports?
SELECT kind, count(*) AS records, count(DISTINCT doc) AS reports FROM facts GROUP BY kind ORDER BY records DESC;

-- Who gives national and provincial honours, and how many?
SELECT honour.grantor, honour.level, count(*) AS honours
FROM facts
WHERE kind = 'honour' AND honour.level IN ('national', 'provincial') AND honour.grantor IS NOT NULL
GROUP BY ALL ORDER BY honours DESC, 1 LIMIT 10;

-- What is promised, and until when?
SELECT year(period."end") AS until, achievement.metric AS metric, count(*) AS promises,
       median(achievement.value) AS median, achievement.unit AS unit
FROM facts
WHERE kind = 'achievement' AND achievement.status = 'planned'
GROUP BY ALL ORDER BY promises DESC, metric LIMIT 10;

-- Where does each field of a record stand? One row for every stretch; offsets count code points from 0.
SELECT doc, honour.title AS title, span.field AS field, span.start AS start, span."end" AS "end"
FROM facts, unnest(spans) AS found(span)
WHERE kind = 'honour'
ORDER BY doc, start LIMIT 10;
