-- Views of the DuckDB file that `thaigov-extract batch` writes.

-- A venue without a province is counted under NULL, so that the sum is that of all events.
CREATE VIEW events_by_province AS
SELECT
    date_trunc('month', coalesce(when_start, published_start))::DATE AS month,
    venue_province_code AS province_code,
    venue_province AS province,
    kind,
    count(*) AS events,
    sum(attendance_count)::BIGINT AS attendance
FROM events
JOIN releases USING (release_id)
GROUP BY ALL
ORDER BY ALL;

CREATE VIEW events_by_month AS
SELECT
    month,
    kind,
    sum(events)::BIGINT AS events,
    sum(attendance)::BIGINT AS attendance
FROM events_by_province
GROUP BY ALL
ORDER BY ALL;

CREATE VIEW officials_by_position AS
SELECT
    positions.title,
    positions.organisation,
    positions.acting,
    officials.name,
    count(DISTINCT release_id) AS releases,
    min(published_start) AS first_published,
    max(published_start) AS last_published
FROM positions
JOIN officials USING (release_id, official_no)
JOIN releases USING (release_id)
GROUP BY ALL
ORDER BY ALL;
