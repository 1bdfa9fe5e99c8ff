CREATE TABLE `entry_revision` (
	`submission_id` integer NOT NULL,
	`version` integer NOT NULL,
	`indicator_id` integer NOT NULL,
	`cell_id` integer NOT NULL,
	`state` text,
	`value` real,
	`base` real,
	`reason` text,
	PRIMARY KEY(`submission_id`, `version`, `indicator_id`, `cell_id`),
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cell_id`) REFERENCES `cell`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submission_id`,`version`) REFERENCES `submission_version`(`submission_id`,`version`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "entry_revision_state" CHECK("entry_revision"."state" in ('reported', 'not reported', 'not applicable')),
	CONSTRAINT "entry_revision_number" CHECK(("entry_revision"."state" is 'reported') = ("entry_revision"."value" is not null)),
	CONSTRAINT "entry_revision_base" CHECK("entry_revision"."base" is null or "entry_revision"."value" is not null),
	CONSTRAINT "entry_revision_later" CHECK("entry_revision"."version" > 1)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `submission_version` (
	`submission_id` integer NOT NULL,
	`version` integer NOT NULL,
	`at` integer NOT NULL,
	`by_id` integer,
	PRIMARY KEY(`submission_id`, `version`),
	FOREIGN KEY (`submission_id`) REFERENCES `submission`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "submission_version_nth" CHECK("submission_version"."version" >= 1)
) WITHOUT ROWID;
--> statement-breakpoint
-- What the trail kept of earlier saves becomes versions: the history and forms that are still open go on as they were.
INSERT INTO `submission_version` (`submission_id`, `version`, `at`, `by_id`)
SELECT s.`id`, t.`detail` ->> '$.version', t.`at`, t.`by_id`
FROM `trail` t JOIN `submission` s ON s.`id` = cast(t.`subject_id` AS integer)
WHERE t.`verb` = 'submission.saved' AND t.`subject_kind` = 'submission' AND t.`detail` ->> '$.version' >= 1
GROUP BY s.`id`, t.`detail` ->> '$.version';
--> statement-breakpoint
-- Field by field, as "v.V3.age=16-17|sex=female": [5, 6]; parts are the value, the base and the state, reasons were not kept.
CREATE TABLE `saved_change` (
	`submission_id` integer, `indicator_id` integer, `cell_id` integer, `part` text, `version` integer, `was`,
	PRIMARY KEY(`submission_id`, `indicator_id`, `cell_id`, `part`, `version`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `saved_change` (`submission_id`, `indicator_id`, `cell_id`, `part`, `version`, `was`)
SELECT v.`submission_id`, i.`id`, c.`id`, f.`part`, v.`version`, f.`was`
FROM (
	SELECT cast(t.`subject_id` AS integer) AS `submission_id`, t.`detail` ->> '$.version' AS `version`,
		substr(e.`key`, 1, 1) AS `part`, substr(e.`key`, 3) || '.' AS `rest`, e.`value` ->> '$[0]' AS `was`
	FROM `trail` t, json_each(t.`detail`, '$.changes') e
	WHERE t.`verb` = 'submission.saved' AND t.`subject_kind` = 'submission' AND substr(e.`key`, 1, 2) IN ('v.', 'd.', 's.')
) f
JOIN `submission_version` v ON v.`submission_id` = f.`submission_id` AND v.`version` = f.`version` AND v.`version` > 1
JOIN `indicator` i ON i.`code` = substr(f.`rest`, 1, instr(f.`rest`, '.') - 1)
JOIN `cell` c ON c.`key` = rtrim(substr(f.`rest`, instr(f.`rest`, '.') + 1), '.');
--> statement-breakpoint
-- What a part was before a version is what the next change of it, from that version on, found; else it is what it is now.
INSERT INTO `entry_revision` (`submission_id`, `version`, `indicator_id`, `cell_id`, `state`, `value`, `base`)
SELECT `submission_id`, `version`, `indicator_id`, `cell_id`,
	CASE WHEN `state` IS NOT NULL THEN `state` WHEN `value` IS NOT NULL THEN 'reported' END, `value`, `base`
FROM (
	SELECT k.`submission_id`, k.`version`, k.`indicator_id`, k.`cell_id`,
		iif(sum(x.`part` = 'v'), max(iif(x.`part` = 'v', x.`was`, NULL)), e.`value`) AS `value`,
		iif(sum(x.`part` = 'd'), max(iif(x.`part` = 'd', x.`was`, NULL)), e.`base`) AS `base`,
		iif(sum(x.`part` = 's'), max(iif(x.`part` = 's', x.`was`, NULL)), nullif(e.`state`, 'reported')) AS `state`
	FROM (SELECT DISTINCT `submission_id`, `indicator_id`, `cell_id`, `version` FROM `saved_change`) k
	JOIN `saved_change` x USING (`submission_id`, `indicator_id`, `cell_id`)
	LEFT JOIN `entry` e USING (`submission_id`, `indicator_id`, `cell_id`)
	WHERE x.`version` = (
		SELECT min(y.`version`) FROM `saved_change` y WHERE y.`submission_id` = k.`submission_id`
			AND y.`indicator_id` = k.`indicator_id` AND y.`cell_id` = k.`cell_id` AND y.`part` = x.`part`
			AND y.`version` >= k.`version`
	)
	GROUP BY k.`submission_id`, k.`version`, k.`indicator_id`, k.`cell_id`
);
--> statement-breakpoint
DROP TABLE `saved_change`;
