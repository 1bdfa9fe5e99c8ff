CREATE TABLE `release_explanation` (
	`release_id` integer NOT NULL,
	`comment_id` integer NOT NULL,
	`position` integer NOT NULL,
	`confirmed` integer NOT NULL,
	`at` integer NOT NULL,
	`by_id` integer,
	PRIMARY KEY(`release_id`, `comment_id`),
	FOREIGN KEY (`release_id`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`comment_id`) REFERENCES `comment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "release_explanation_position" CHECK("release_explanation"."position" >= 0),
	CONSTRAINT "release_explanation_confirmed" CHECK("release_explanation"."confirmed" in (0, 1))
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `__new_trail` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`by_id` integer,
	`verb` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`detail` text NOT NULL,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "trail_verb" CHECK("__new_trail"."verb" in ('project.loaded', 'person.added', 'person.disabled', 'person.enabled', 'person.password-changed', 'person.password-refused', 'person.language-changed', 'person.signed-in', 'person.signed-out', 'person.session-ended', 'person.sign-in-failed', 'submission.saved', 'submission.submitted', 'submission.returned', 'submission.approved', 'submission.reopened', 'submission.commented', 'period.closed', 'period.reopened', 'setting.changed', 'release.drafted', 'release.protected', 'release.protection-failed', 'release.protection-restarted', 'release.explanations-chosen', 'release.approved', 'release.issued', 'release.downloaded', 'release.discarded', 'release.narrative-chosen')),
	CONSTRAINT "trail_subject_kind" CHECK("__new_trail"."subject_kind" in ('project', 'person', 'submission', 'period', 'setting', 'release')),
	CONSTRAINT "trail_detail" CHECK(json_valid("__new_trail"."detail"))
);
--> statement-breakpoint
INSERT INTO `__new_trail`("id", "at", "by_id", "verb", "subject_kind", "subject_id", "detail") SELECT "id", "at", "by_id", "verb", "subject_kind", "subject_id", "detail" FROM `trail`;
--> statement-breakpoint
DROP TABLE `trail`;
--> statement-breakpoint
ALTER TABLE `__new_trail` RENAME TO `trail`;
--> statement-breakpoint
CREATE INDEX `trail_subject` ON `trail` (`subject_kind`,`subject_id`);
--> statement-breakpoint
CREATE INDEX `trail_at` ON `trail` (`at`);
--> statement-breakpoint
CREATE TABLE `__new_release` (
	`id` integer PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`donor` text NOT NULL,
	`audience` text NOT NULL,
	`threshold` integer NOT NULL,
	`language` text NOT NULL,
	`from_quarter` integer NOT NULL,
	`to_quarter` integer NOT NULL,
	`layout` text NOT NULL,
	`as_at` integer NOT NULL,
	`state` text NOT NULL,
	`failure_code` text,
	`failure_about` text,
	`plan` text,
	`preview` text,
	`created_at` integer NOT NULL,
	`created_by` integer,
	`issued_at` integer,
	`issued_by` integer,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "release_audience" CHECK("__new_release"."audience" in ('donor', 'public')),
	CONSTRAINT "release_language" CHECK("__new_release"."language" in ('vi', 'en', 'both')),
	CONSTRAINT "release_state" CHECK("__new_release"."state" in ('protecting', 'protected', 'failed', 'issued')),
	CONSTRAINT "release_failure_code" CHECK("__new_release"."failure_code" in ('solver-failed', 'out-of-time', 'interrupted', 'ledger-damaged', 'earlier-disagrees', 'small-must-show', 'does-not-add-up', 'not-whole', 'more-than-all', 'not-known', 'nothing', 'other')),
	CONSTRAINT "release_failed" CHECK(("__new_release"."state" = 'failed') = ("__new_release"."failure_code" is not null)),
	CONSTRAINT "release_failure_about" CHECK("__new_release"."failure_about" is null or "__new_release"."failure_code" is not null),
	CONSTRAINT "release_threshold" CHECK("__new_release"."threshold" >= 5),
	CONSTRAINT "release_from" CHECK("__new_release"."from_quarter" between 7960 and 8403),
	CONSTRAINT "release_to" CHECK("__new_release"."to_quarter" between 7960 and 8403),
	CONSTRAINT "release_plan" CHECK("__new_release"."plan" is null or json_valid("__new_release"."plan")),
	CONSTRAINT "release_preview" CHECK("__new_release"."preview" is null or json_valid("__new_release"."preview")),
	CONSTRAINT "release_span" CHECK("__new_release"."to_quarter" >= "__new_release"."from_quarter"),
	CONSTRAINT "release_layout" CHECK(json_valid("__new_release"."layout")),
	CONSTRAINT "release_issued" CHECK(("__new_release"."state" = 'issued') = ("__new_release"."issued_at" is not null))
);
--> statement-breakpoint
-- Which comments explain a report stood among the choices of its layout, in order. The last choice in the trail says who made it and
-- what was confirmed.
INSERT INTO `release_explanation` (`release_id`, `comment_id`, `position`, `confirmed`, `at`, `by_id`)
SELECT r.`id`, c.`id`, e.`key`,
	EXISTS (SELECT 1 FROM json_each(t.`detail`, '$.confirmed') k WHERE k.`value` = c.`id`),
	coalesce(t.`at`, r.`created_at`), coalesce(t.`by_id`, r.`created_by`)
FROM `release` r JOIN json_each(r.`layout`, '$.narrative') e JOIN `comment` c ON c.`id` = e.`value`
LEFT JOIN `trail` t ON t.`id` = (
	SELECT max(l.`id`) FROM `trail` l
	WHERE l.`verb` = 'release.narrative-chosen' AND l.`subject_kind` = 'release' AND l.`subject_id` = cast(r.`id` AS text)
)
WHERE true
GROUP BY r.`id`, c.`id`;
--> statement-breakpoint
-- A failure was "code about"; a code that nobody knows was read as "other", about that code. No program has written 'draft'.
INSERT INTO `__new_release`("id", "title", "donor", "audience", "threshold", "language", "from_quarter", "to_quarter", "layout", "as_at", "state", "failure_code", "failure_about", "plan", "preview", "created_at", "created_by", "issued_at", "issued_by")
SELECT "id", "title", "donor", "audience", "threshold", "language", "from_quarter", "to_quarter",
	CASE WHEN json_type("layout", '$.narrative') IS NULL THEN "layout" ELSE json_remove("layout", '$.narrative') END,
	"as_at", "state",
	CASE WHEN "state" = 'failed' THEN iif("known", "word", 'other') END,
	CASE WHEN "state" = 'failed' THEN nullif(iif("known", "rest", "word"), '') END,
	"plan", "preview", "created_at", "created_by", "issued_at", "issued_by"
FROM (
	SELECT *, "word" IN ('solver-failed', 'out-of-time', 'interrupted', 'ledger-damaged', 'earlier-disagrees', 'small-must-show', 'does-not-add-up', 'not-whole', 'more-than-all', 'not-known', 'nothing', 'other') AS "known"
	FROM (
		SELECT "id", "title", "donor", "audience", "threshold", "language", "from_quarter", "to_quarter", "layout", "as_at",
			iif("state" = 'draft', 'failed', "state") AS "state", "plan", "preview", "created_at", "created_by", "issued_at", "issued_by",
			substr("said", 1, instr("said" || ' ', ' ') - 1) AS "word", substr("said", instr("said" || ' ', ' ') + 1) AS "rest"
		FROM (SELECT *, coalesce("failure", iif("state" = 'draft', 'interrupted', 'other')) AS "said" FROM `release`)
	)
);
--> statement-breakpoint
DROP TABLE `release`;
--> statement-breakpoint
ALTER TABLE `__new_release` RENAME TO `release`;
