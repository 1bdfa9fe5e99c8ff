CREATE TABLE `place_definition` (
	`place_id` integer NOT NULL,
	`parent_id` integer,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`known_from` integer NOT NULL,
	`known_to` integer,
	PRIMARY KEY(`place_id`, `known_from`),
	FOREIGN KEY (`place_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "place_definition_from" CHECK("place_definition"."valid_from" is date("place_definition"."valid_from")),
	CONSTRAINT "place_definition_to" CHECK("place_definition"."valid_to" is date("place_definition"."valid_to")),
	CONSTRAINT "place_definition_interval" CHECK("place_definition"."valid_to" is null or "place_definition"."valid_to" > "place_definition"."valid_from"),
	CONSTRAINT "place_definition_known" CHECK("place_definition"."known_to" is null or "place_definition"."known_to" > "place_definition"."known_from")
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `project_quarters` (
	`first_quarter` integer NOT NULL,
	`last_quarter` integer NOT NULL,
	`known_from` integer PRIMARY KEY NOT NULL,
	`known_to` integer,
	CONSTRAINT "project_quarters_first" CHECK("project_quarters"."first_quarter" between 7960 and 8403),
	CONSTRAINT "project_quarters_last" CHECK("project_quarters"."last_quarter" between 7960 and 8403),
	CONSTRAINT "project_quarters_order" CHECK("project_quarters"."last_quarter" >= "project_quarters"."first_quarter"),
	CONSTRAINT "project_quarters_known" CHECK("project_quarters"."known_to" is null or "project_quarters"."known_to" > "project_quarters"."known_from")
);
--> statement-breakpoint
-- Until now nothing said since when it was known, but for an end that was entered later: it had always been.
INSERT INTO `place_definition` SELECT `id`, `parent_id`, `name_vi`, `name_en`, `valid_from`, NULL, 0, `end_known_from` FROM `place` WHERE `end_known_from` > 0;
--> statement-breakpoint
INSERT INTO `place_definition` SELECT `id`, `parent_id`, `name_vi`, `name_en`, `valid_from`, `valid_to`, coalesce(`end_known_from`, 0), NULL FROM `place`;
--> statement-breakpoint
INSERT INTO `project_quarters` SELECT `first_quarter`, `last_quarter`, 0, NULL FROM `project`;
--> statement-breakpoint
CREATE TABLE `__new_place` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`code` text NOT NULL,
	`iso` text,
	`level` text NOT NULL,
	`position` integer NOT NULL,
	CONSTRAINT "place_level" CHECK("__new_place"."level" in ('project', 'province', 'commune'))
);
--> statement-breakpoint
INSERT INTO `__new_place`("id", "slug", "code", "iso", "level", "position") SELECT "id", "slug", "code", "iso", "level", "position" FROM `place`;
--> statement-breakpoint
DROP TABLE `place`;
--> statement-breakpoint
ALTER TABLE `__new_place` RENAME TO `place`;
--> statement-breakpoint
CREATE UNIQUE INDEX `place_slug_unique` ON `place` (`slug`);
--> statement-breakpoint
CREATE INDEX `place_code` ON `place` (`level`,`code`);
--> statement-breakpoint
CREATE TABLE `__new_project` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	`donor_vi` text NOT NULL,
	`donor_en` text NOT NULL,
	`illustrative` integer NOT NULL,
	CONSTRAINT "project_illustrative" CHECK("__new_project"."illustrative" in (0, 1)),
	CONSTRAINT "project_is_one" CHECK("__new_project"."id" = 1)
);
--> statement-breakpoint
INSERT INTO `__new_project`("id", "code", "name_vi", "name_en", "donor_vi", "donor_en", "illustrative") SELECT "id", "code", "name_vi", "name_en", "donor_vi", "donor_en", "illustrative" FROM `project`;
--> statement-breakpoint
DROP TABLE `project`;
--> statement-breakpoint
ALTER TABLE `__new_project` RENAME TO `project`;
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
	CONSTRAINT "trail_verb" CHECK("__new_trail"."verb" in ('project.loaded', 'project.replanned', 'place.changed', 'indicator.redefined', 'indicator.retired', 'indicator.breakdown-changed', 'breakdown.category-listed', 'breakdown.category-ended', 'assignment.handed-over', 'assignment.handover-withdrawn', 'person.added', 'person.corrected', 'person.disabled', 'person.enabled', 'person.password-changed', 'person.password-refused', 'person.language-changed', 'person.signed-in', 'person.signed-out', 'person.session-ended', 'person.sign-in-failed', 'submission.saved', 'submission.submitted', 'submission.returned', 'submission.approved', 'submission.reopened', 'submission.commented', 'period.closed', 'period.reopened', 'setting.changed', 'release.drafted', 'release.protected', 'release.protection-failed', 'release.protection-restarted', 'release.explanations-chosen', 'release.approved', 'release.issued', 'release.downloaded', 'release.discarded', 'release.narrative-chosen')),
	CONSTRAINT "trail_subject_kind" CHECK("__new_trail"."subject_kind" in ('project', 'place', 'indicator', 'breakdown', 'person', 'submission', 'period', 'setting', 'release')),
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
CREATE TABLE `__new_phase` (
	`code` text NOT NULL,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	`first_quarter` integer NOT NULL,
	`last_quarter` integer NOT NULL,
	`known_from` integer NOT NULL,
	`known_to` integer,
	PRIMARY KEY(`code`, `known_from`),
	CONSTRAINT "phase_first_quarter" CHECK("__new_phase"."first_quarter" between 7960 and 8403),
	CONSTRAINT "phase_last_quarter" CHECK("__new_phase"."last_quarter" between 7960 and 8403),
	CONSTRAINT "phase_span" CHECK("__new_phase"."last_quarter" >= "__new_phase"."first_quarter"),
	CONSTRAINT "phase_known" CHECK("__new_phase"."known_to" is null or "__new_phase"."known_to" > "__new_phase"."known_from")
);
--> statement-breakpoint
INSERT INTO `__new_phase`("code", "name_vi", "name_en", "first_quarter", "last_quarter", "known_from", "known_to") SELECT "code", "name_vi", "name_en", "first_quarter", "last_quarter", 0, NULL FROM `phase`;
--> statement-breakpoint
DROP TABLE `phase`;
--> statement-breakpoint
ALTER TABLE `__new_phase` RENAME TO `phase`;
--> statement-breakpoint
CREATE UNIQUE INDEX `phase_code` ON `phase` (`code`) WHERE "phase"."known_to" is null;
--> statement-breakpoint
DROP INDEX `baseline_once_project`;
--> statement-breakpoint
DROP INDEX `baseline_once`;
--> statement-breakpoint
ALTER TABLE `baseline` ADD `phase` text;
--> statement-breakpoint
CREATE UNIQUE INDEX `baseline_once_project` ON `baseline` (`indicator_id`,`valid_from`) WHERE "baseline"."place_id" is null and "baseline"."phase" is null;
--> statement-breakpoint
CREATE UNIQUE INDEX `baseline_once` ON `baseline` (`indicator_id`,`place_id`,`phase`,`valid_from`);
--> statement-breakpoint
CREATE TABLE `__new_target` (
	`id` integer PRIMARY KEY NOT NULL,
	`indicator_id` integer NOT NULL,
	`place_id` integer,
	`kind` text NOT NULL,
	`phase` text,
	`from_quarter` integer NOT NULL,
	`to_quarter` integer NOT NULL,
	`value` real NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "target_kind" CHECK("__new_target"."kind" in ('quarter', 'year', 'phase', 'project')),
	CONSTRAINT "target_of_phase" CHECK(("__new_target"."kind" = 'phase') = ("__new_target"."phase" is not null)),
	CONSTRAINT "target_from" CHECK("__new_target"."from_quarter" between 7960 and 8403),
	CONSTRAINT "target_to" CHECK("__new_target"."to_quarter" between 7960 and 8403),
	CONSTRAINT "target_span" CHECK("__new_target"."to_quarter" >= "__new_target"."from_quarter"),
	CONSTRAINT "target_interval" CHECK("__new_target"."valid_to" is null or "__new_target"."valid_to" > "__new_target"."valid_from")
);
--> statement-breakpoint
INSERT INTO `__new_target`("id", "indicator_id", "place_id", "kind", "phase", "from_quarter", "to_quarter", "value", "valid_from", "valid_to") SELECT "id", "indicator_id", "place_id", "kind", iif("kind" = 'phase', coalesce((SELECT `code` FROM `phase` WHERE `first_quarter` = `from_quarter` AND `last_quarter` = `to_quarter`), 'phase-' || `from_quarter`), NULL), "from_quarter", "to_quarter", "value", "valid_from", "valid_to" FROM `target`;
--> statement-breakpoint
DROP TABLE `target`;
--> statement-breakpoint
ALTER TABLE `__new_target` RENAME TO `target`;
--> statement-breakpoint
CREATE UNIQUE INDEX `target_once_project` ON `target` (`indicator_id`,`kind`,`from_quarter`,`valid_from`) WHERE "target"."place_id" is null;
--> statement-breakpoint
CREATE UNIQUE INDEX `target_once` ON `target` (`indicator_id`,`place_id`,`kind`,`from_quarter`,`valid_from`);
