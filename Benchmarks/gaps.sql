-- The gap query of the coverage proof: maximal stretches of constant (needed, have) with too few people.
WITH edge AS (
    SELECT unit, post, starts AS at, 1 AS change FROM stand
    UNION ALL SELECT unit, post, ends, -1 FROM stand
    UNION ALL SELECT unit, post, starts, 0 FROM need
    UNION ALL SELECT unit, post, ends, 0 FROM need
),
change AS (SELECT unit, post, at, sum(change) AS change FROM edge GROUP BY unit, post, at),
level AS (
    SELECT unit, post, at, sum(change) OVER seat AS have, lead(at) OVER seat AS until
    FROM change WINDOW seat AS (PARTITION BY unit, post ORDER BY at)
),
short AS (
    SELECT level.unit, level.post, at, until, have, need.needed
    FROM level JOIN need ON need.unit = level.unit AND need.post = level.post
    WHERE at >= need.starts AND at < need.ends AND have < need.needed
),
marked AS (
    SELECT *, CASE WHEN lag(until) OVER seat = at AND lag(have) OVER seat = have THEN 0 ELSE 1 END AS opens
    FROM short WINDOW seat AS (PARTITION BY unit, post ORDER BY at)
),
island AS (
    SELECT *, sum(opens) OVER (PARTITION BY unit, post ORDER BY at) AS number FROM marked
)
SELECT count(*) FROM (
    SELECT unit, post, min(at), max(until), needed, have FROM island GROUP BY unit, post, number
);
