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

COMMENT ON COLUMN events_by_province.month IS 'First day of the month in which the event begins, else of that of the release.';
COMMENT ON COLUMN events_by_province.province_code IS 'ISO 3166-2 code of the province; null where the venue tells none.';
COMMENT ON COLUMN events_by_province.province IS 'Thai name of the province.';
COMMENT ON COLUMN events_by_province.kind IS 'Kind of the events.';
COMMENT ON COLUMN events_by_province.events IS 'Number of events.';
COMMENT ON COLUMN events_by_province.attendance IS 'Sum of the numbers of people that are told; null where none is.';

COMMENT ON COLUMN events_by_month.month IS 'First day of the month in which the event begins, else of that of the release.';
COMMENT ON COLUMN events_by_month.kind IS 'Kind of the events.';
COMMENT ON COLUMN events_by_month.events IS 'Number of events.';
COMMENT ON COLUMN events_by_month.attendance IS 'Sum of the numbers of people that are told; null where none is.';

COMMENT ON COLUMN officials_by_position.title IS 'Title with abbreviations expanded.';
COMMENT ON COLUMN officials_by_position.organisation IS 'Canonical full name of the organisation.';
COMMENT ON COLUMN officials_by_position.acting IS 'Whether the person only acts in the position.';
COMMENT ON COLUMN officials_by_position.name IS 'Name of the person, without prefix.';
COMMENT ON COLUMN officials_by_position.releases IS 'Number of releases that give this name this position.';
COMMENT ON COLUMN officials_by_position.first_published IS 'Day of the first of these releases, by their header dates.';
COMMENT ON COLUMN officials_by_position.last_published IS 'Day of the last of these releases.';
