CREATE UNIQUE INDEX `closing_open_once` ON `closing` (`quarter`) WHERE "closing"."reopened_at" is null;
--> statement-breakpoint
CREATE TABLE `__new_tally_reporter` (
	`indicator_id` integer NOT NULL,
	`place_id` integer NOT NULL,
	`partner_id` integer NOT NULL,
	`quarter` integer NOT NULL,
	`state` text NOT NULL,
	`due` integer NOT NULL,
	`cells` integer NOT NULL,
	`value` integer NOT NULL,
	`base` integer NOT NULL,
	`product` integer NOT NULL,
	PRIMARY KEY(`indicator_id`, `quarter`, `place_id`, `partner_id`),
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `partner`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tally_reporter_state" CHECK("__new_tally_reporter"."state" in ('reported', 'not applicable')),
	CONSTRAINT "tally_reporter_due" CHECK("__new_tally_reporter"."due" in (0, 1))
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_tally_reporter`("indicator_id", "place_id", "partner_id", "quarter", "state", "due", "cells", "value", "base", "product") SELECT "indicator_id", "place_id", "partner_id", "quarter", "state", "due", "cells", "value", "base", "product" FROM `tally_reporter`;
--> statement-breakpoint
DROP TABLE `tally_reporter`;
--> statement-breakpoint
ALTER TABLE `__new_tally_reporter` RENAME TO `tally_reporter`;
--> statement-breakpoint
CREATE TABLE `__new_indicator_definition` (
	`id` integer PRIMARY KEY NOT NULL,
	`indicator_id` integer NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	`definition_vi` text NOT NULL,
	`definition_en` text NOT NULL,
	`counting_unit_vi` text NOT NULL,
	`counting_unit_en` text NOT NULL,
	`base_unit_vi` text,
	`base_unit_en` text,
	`measure` text NOT NULL,
	`over_places` text NOT NULL,
	`over_time` text NOT NULL,
	`disjoint_reporters` integer NOT NULL,
	`direction` text NOT NULL,
	`sensitivity` integer NOT NULL,
	`frequency` text NOT NULL,
	`scale` integer NOT NULL,
	`decimals` integer NOT NULL,
	`target_stage` integer,
	`means_vi` text NOT NULL,
	`means_en` text NOT NULL,
	`responsible_vi` text NOT NULL,
	`responsible_en` text NOT NULL,
	`sdg` text NOT NULL,
	`gcm` text NOT NULL,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "indicator_definition_interval" CHECK("__new_indicator_definition"."valid_to" is null or "__new_indicator_definition"."valid_to" > "__new_indicator_definition"."valid_from"),
	CONSTRAINT "indicator_definition_disjoint_reporters" CHECK("__new_indicator_definition"."disjoint_reporters" in (0, 1)),
	CONSTRAINT "indicator_definition_measure" CHECK("__new_indicator_definition"."measure" in ('count', 'ratio', 'mean', 'milestone', 'median')),
	CONSTRAINT "indicator_definition_over_places" CHECK("__new_indicator_definition"."over_places" in ('sum', 'none', 'project')),
	CONSTRAINT "indicator_definition_over_time" CHECK("__new_indicator_definition"."over_time" in ('sum', 'latest', 'none')),
	CONSTRAINT "indicator_definition_direction" CHECK("__new_indicator_definition"."direction" in ('higher', 'lower')),
	CONSTRAINT "indicator_definition_frequency" CHECK("__new_indicator_definition"."frequency" in ('quarterly', 'half-yearly', 'annual', 'survey')),
	CONSTRAINT "indicator_definition_sensitivity" CHECK("__new_indicator_definition"."sensitivity" in (0, 1, 2)),
	CONSTRAINT "indicator_definition_scale" CHECK("__new_indicator_definition"."scale" in (1, 100, 1000, 100000)),
	CONSTRAINT "indicator_definition_decimals" CHECK("__new_indicator_definition"."decimals" between 0 and 4),
	CONSTRAINT "indicator_definition_target_stage" CHECK(("__new_indicator_definition"."measure" = 'milestone') = ("__new_indicator_definition"."target_stage" is not null)),
	CONSTRAINT "indicator_definition_median" CHECK("__new_indicator_definition"."measure" <> 'median' or "__new_indicator_definition"."over_places" = 'none')
);
--> statement-breakpoint
INSERT INTO `__new_indicator_definition`("id", "indicator_id", "valid_from", "valid_to", "name_vi", "name_en", "definition_vi", "definition_en", "counting_unit_vi", "counting_unit_en", "base_unit_vi", "base_unit_en", "measure", "over_places", "over_time", "disjoint_reporters", "direction", "sensitivity", "frequency", "scale", "decimals", "target_stage", "means_vi", "means_en", "responsible_vi", "responsible_en", "sdg", "gcm") SELECT "id", "indicator_id", "valid_from", "valid_to", "name_vi", "name_en", "definition_vi", "definition_en", "counting_unit_vi", "counting_unit_en", "base_unit_vi", "base_unit_en", "measure", "over_places", "over_time", "disjoint_reporters", "direction", "sensitivity", "frequency", "scale", "decimals", "target_stage", "means_vi", "means_en", "responsible_vi", "responsible_en", "sdg", "gcm" FROM `indicator_definition`;
--> statement-breakpoint
DROP TABLE `indicator_definition`;
--> statement-breakpoint
ALTER TABLE `__new_indicator_definition` RENAME TO `indicator_definition`;
--> statement-breakpoint
CREATE UNIQUE INDEX `indicator_definition_from` ON `indicator_definition` (`indicator_id`,`valid_from`);
--> statement-breakpoint
CREATE TABLE `__new_project` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	`donor_vi` text NOT NULL,
	`donor_en` text NOT NULL,
	`first_quarter` integer NOT NULL,
	`last_quarter` integer NOT NULL,
	`illustrative` integer NOT NULL,
	CONSTRAINT "project_illustrative" CHECK("__new_project"."illustrative" in (0, 1)),
	CONSTRAINT "project_last_quarter" CHECK("__new_project"."last_quarter" between 7960 and 8403),
	CONSTRAINT "project_is_one" CHECK("__new_project"."id" = 1),
	CONSTRAINT "project_first_quarter" CHECK("__new_project"."first_quarter" between 7960 and 8403),
	CONSTRAINT "project_span" CHECK("__new_project"."last_quarter" >= "__new_project"."first_quarter")
);
--> statement-breakpoint
INSERT INTO `__new_project`("id", "code", "name_vi", "name_en", "donor_vi", "donor_en", "first_quarter", "last_quarter", "illustrative") SELECT "id", "code", "name_vi", "name_en", "donor_vi", "donor_en", "first_quarter", "last_quarter", "illustrative" FROM `project`;
--> statement-breakpoint
DROP TABLE `project`;
--> statement-breakpoint
ALTER TABLE `__new_project` RENAME TO `project`;
--> statement-breakpoint
CREATE TABLE `__new_scheme` (
	`id` integer PRIMARY KEY NOT NULL,
	`indicator_id` integer NOT NULL,
	`kind` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	`position` integer NOT NULL,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "scheme_kind" CHECK("__new_scheme"."kind" in ('primary', 'partition', 'multiple')),
	CONSTRAINT "scheme_valid_from" CHECK("__new_scheme"."valid_from" between 7960 and 8403),
	CONSTRAINT "scheme_valid_to" CHECK("__new_scheme"."valid_to" is null or "__new_scheme"."valid_to" between 7960 and 8403),
	CONSTRAINT "scheme_interval" CHECK("__new_scheme"."valid_to" is null or "__new_scheme"."valid_to" >= "__new_scheme"."valid_from")
);
--> statement-breakpoint
INSERT INTO `__new_scheme`("id", "indicator_id", "kind", "valid_from", "valid_to", "position") SELECT "id", "indicator_id", "kind", "valid_from", "valid_to", "position" FROM `scheme`;
--> statement-breakpoint
DROP TABLE `scheme`;
--> statement-breakpoint
ALTER TABLE `__new_scheme` RENAME TO `scheme`;
--> statement-breakpoint
CREATE INDEX `scheme_indicator` ON `scheme` (`indicator_id`);
--> statement-breakpoint
CREATE TABLE `__new_setting` (
	`name` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	`value` text NOT NULL,
	PRIMARY KEY(`name`, `valid_from`),
	CONSTRAINT "setting_name" CHECK("__new_setting"."name" in ('rag', 'fiscalStartMonth')),
	CONSTRAINT "setting_value" CHECK(json_valid("__new_setting"."value")),
	CONSTRAINT "setting_interval" CHECK("__new_setting"."valid_to" is null or "__new_setting"."valid_to" > "__new_setting"."valid_from")
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_setting`("name", "valid_from", "valid_to", "value") SELECT "name", "valid_from", "valid_to", "value" FROM `setting`;
--> statement-breakpoint
DROP TABLE `setting`;
--> statement-breakpoint
ALTER TABLE `__new_setting` RENAME TO `setting`;
--> statement-breakpoint
CREATE TABLE `__new_target` (
	`id` integer PRIMARY KEY NOT NULL,
	`indicator_id` integer NOT NULL,
	`place_id` integer,
	`kind` text NOT NULL,
	`from_quarter` integer NOT NULL,
	`to_quarter` integer NOT NULL,
	`value` real NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "target_kind" CHECK("__new_target"."kind" in ('quarter', 'year', 'project')),
	CONSTRAINT "target_from" CHECK("__new_target"."from_quarter" between 7960 and 8403),
	CONSTRAINT "target_to" CHECK("__new_target"."to_quarter" between 7960 and 8403),
	CONSTRAINT "target_span" CHECK("__new_target"."to_quarter" >= "__new_target"."from_quarter"),
	CONSTRAINT "target_interval" CHECK("__new_target"."valid_to" is null or "__new_target"."valid_to" > "__new_target"."valid_from")
);
--> statement-breakpoint
INSERT INTO `__new_target`("id", "indicator_id", "place_id", "kind", "from_quarter", "to_quarter", "value", "valid_from", "valid_to") SELECT "id", "indicator_id", "place_id", "kind", "from_quarter", "to_quarter", "value", "valid_from", "valid_to" FROM `target`;
--> statement-breakpoint
DROP TABLE `target`;
--> statement-breakpoint
ALTER TABLE `__new_target` RENAME TO `target`;
--> statement-breakpoint
CREATE UNIQUE INDEX `target_once_project` ON `target` (`indicator_id`,`kind`,`from_quarter`,`valid_from`) WHERE "target"."place_id" is null;
--> statement-breakpoint
CREATE UNIQUE INDEX `target_once` ON `target` (`indicator_id`,`place_id`,`kind`,`from_quarter`,`valid_from`);
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
	CONSTRAINT "trail_verb" CHECK("__new_trail"."verb" in ('project.loaded', 'person.added', 'person.disabled', 'person.enabled', 'person.password-changed', 'person.password-refused', 'person.language-changed', 'person.signed-in', 'person.signed-out', 'person.session-ended', 'person.sign-in-failed', 'submission.saved', 'submission.submitted', 'submission.returned', 'submission.approved', 'submission.reopened', 'submission.commented', 'period.closed', 'period.reopened', 'setting.changed', 'release.drafted', 'release.protected', 'release.protection-failed', 'release.protection-restarted', 'release.narrative-chosen', 'release.approved', 'release.issued', 'release.downloaded', 'release.discarded')),
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
CREATE TABLE `__new_assignment` (
	`indicator_id` integer NOT NULL,
	`place_id` integer NOT NULL,
	`partner_id` integer NOT NULL,
	`from_quarter` integer NOT NULL,
	`to_quarter` integer,
	PRIMARY KEY(`indicator_id`, `place_id`, `partner_id`, `from_quarter`),
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `partner`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assignment_from" CHECK("__new_assignment"."from_quarter" between 7960 and 8403),
	CONSTRAINT "assignment_to" CHECK("__new_assignment"."to_quarter" is null or "__new_assignment"."to_quarter" between 7960 and 8403),
	CONSTRAINT "assignment_span" CHECK("__new_assignment"."to_quarter" is null or "__new_assignment"."to_quarter" >= "__new_assignment"."from_quarter")
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_assignment`("indicator_id", "place_id", "partner_id", "from_quarter", "to_quarter") SELECT "indicator_id", "place_id", "partner_id", "from_quarter", "to_quarter" FROM `assignment`;
--> statement-breakpoint
DROP TABLE `assignment`;
--> statement-breakpoint
ALTER TABLE `__new_assignment` RENAME TO `assignment`;
--> statement-breakpoint
CREATE INDEX `assignment_partner` ON `assignment` (`partner_id`,`place_id`);
--> statement-breakpoint
CREATE TABLE `__new_partner_name` (
	`partner_id` integer NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`kind` text NOT NULL,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	PRIMARY KEY(`partner_id`, `valid_from`),
	FOREIGN KEY (`partner_id`) REFERENCES `partner`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "partner_name_valid_from" CHECK("__new_partner_name"."valid_from" is date("__new_partner_name"."valid_from")),
	CONSTRAINT "partner_name_valid_to" CHECK("__new_partner_name"."valid_to" is date("__new_partner_name"."valid_to")),
	CONSTRAINT "partner_name_kind" CHECK("__new_partner_name"."kind" in ('police', 'border guard', 'womens union', 'department of labour', 'department of health', 'procuracy', 'court', 'legal aid centre', 'ngo', 'international organisation')),
	CONSTRAINT "partner_name_interval" CHECK("__new_partner_name"."valid_to" is null or "__new_partner_name"."valid_to" > "__new_partner_name"."valid_from")
);
--> statement-breakpoint
INSERT INTO `__new_partner_name`("partner_id", "valid_from", "valid_to", "kind", "name_vi", "name_en") SELECT "partner_id", "valid_from", "valid_to", "kind", "name_vi", "name_en" FROM `partner_name`;
--> statement-breakpoint
DROP TABLE `partner_name`;
--> statement-breakpoint
ALTER TABLE `__new_partner_name` RENAME TO `partner_name`;
--> statement-breakpoint
CREATE TABLE `__new_place` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`code` text NOT NULL,
	`iso` text,
	`level` text NOT NULL,
	`parent_id` integer,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`position` integer NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "place_valid_from" CHECK("__new_place"."valid_from" is date("__new_place"."valid_from")),
	CONSTRAINT "place_valid_to" CHECK("__new_place"."valid_to" is date("__new_place"."valid_to")),
	CONSTRAINT "place_level" CHECK("__new_place"."level" in ('project', 'province', 'commune')),
	CONSTRAINT "place_interval" CHECK("__new_place"."valid_to" is null or "__new_place"."valid_to" > "__new_place"."valid_from"),
	CONSTRAINT "place_commune_has_parent" CHECK(("__new_place"."level" = 'commune') = ("__new_place"."parent_id" is not null))
);
--> statement-breakpoint
INSERT INTO `__new_place`("id", "slug", "code", "iso", "level", "parent_id", "name_vi", "name_en", "valid_from", "valid_to", "position") SELECT "id", "slug", "code", "iso", "level", "parent_id", "name_vi", "name_en", "valid_from", "valid_to", "position" FROM `place`;
--> statement-breakpoint
DROP TABLE `place`;
--> statement-breakpoint
ALTER TABLE `__new_place` RENAME TO `place`;
--> statement-breakpoint
CREATE UNIQUE INDEX `place_slug_unique` ON `place` (`slug`);
--> statement-breakpoint
CREATE INDEX `place_parent` ON `place` (`parent_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `place_code` ON `place` (`level`,`code`,`valid_from`);
--> statement-breakpoint
CREATE TABLE `__new_succession` (
	`from_id` integer NOT NULL,
	`to_id` integer NOT NULL,
	`on_date` text NOT NULL,
	PRIMARY KEY(`from_id`, `to_id`),
	FOREIGN KEY (`from_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "succession_on" CHECK("__new_succession"."on_date" is date("__new_succession"."on_date")),
	CONSTRAINT "succession_two" CHECK("__new_succession"."from_id" <> "__new_succession"."to_id")
);
--> statement-breakpoint
INSERT INTO `__new_succession`("from_id", "to_id", "on_date") SELECT "from_id", "to_id", "on_date" FROM `succession`;
--> statement-breakpoint
DROP TABLE `succession`;
--> statement-breakpoint
ALTER TABLE `__new_succession` RENAME TO `succession`;
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
	`failure` text,
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
	CONSTRAINT "release_state" CHECK("__new_release"."state" in ('draft', 'protecting', 'protected', 'failed', 'issued')),
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
INSERT INTO `__new_release`("id", "title", "donor", "audience", "threshold", "language", "from_quarter", "to_quarter", "layout", "as_at", "state", "failure", "plan", "preview", "created_at", "created_by", "issued_at", "issued_by") SELECT "id", "title", "donor", "audience", "threshold", "language", "from_quarter", "to_quarter", "layout", "as_at", "state", "failure", "plan", "preview", "created_at", "created_by", "issued_at", "issued_by" FROM `release`;
--> statement-breakpoint
DROP TABLE `release`;
--> statement-breakpoint
ALTER TABLE `__new_release` RENAME TO `release`;
--> statement-breakpoint
CREATE TABLE `__new_comment` (
	`id` integer PRIMARY KEY NOT NULL,
	`submission_id` integer NOT NULL,
	`indicator_id` integer,
	`at` integer NOT NULL,
	`by_id` integer NOT NULL,
	`text` text NOT NULL,
	`confirmed` integer NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `submission`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "comment_text" CHECK(length(trim("__new_comment"."text")) > 0),
	CONSTRAINT "comment_confirmed" CHECK("__new_comment"."confirmed" in (0, 1))
);
--> statement-breakpoint
INSERT INTO `__new_comment`("id", "submission_id", "indicator_id", "at", "by_id", "text", "confirmed") SELECT "id", "submission_id", "indicator_id", "at", "by_id", "text", "confirmed" FROM `comment`;
--> statement-breakpoint
DROP TABLE `comment`;
--> statement-breakpoint
ALTER TABLE `__new_comment` RENAME TO `comment`;
--> statement-breakpoint
CREATE INDEX `comment_submission` ON `comment` (`submission_id`);
--> statement-breakpoint
CREATE TABLE `__new_period` (
	`quarter` integer PRIMARY KEY NOT NULL,
	`due_on` text NOT NULL,
	CONSTRAINT "period_quarter" CHECK("__new_period"."quarter" between 7960 and 8403),
	CONSTRAINT "period_due_on" CHECK("__new_period"."due_on" is date("__new_period"."due_on"))
);
--> statement-breakpoint
INSERT INTO `__new_period`("quarter", "due_on") SELECT "quarter", "due_on" FROM `period`;
--> statement-breakpoint
DROP TABLE `period`;
--> statement-breakpoint
ALTER TABLE `__new_period` RENAME TO `period`;
--> statement-breakpoint
CREATE TABLE `__new_submission` (
	`id` integer PRIMARY KEY NOT NULL,
	`partner_id` integer NOT NULL,
	`place_id` integer NOT NULL,
	`quarter` integer NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`cut_from` text,
	`cut_to` text,
	`changed_at` integer NOT NULL,
	`changed_by` integer,
	FOREIGN KEY (`partner_id`) REFERENCES `partner`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "submission_state" CHECK("__new_submission"."state" in ('draft', 'submitted', 'returned', 'approved')),
	CONSTRAINT "submission_quarter_range" CHECK("__new_submission"."quarter" between 7960 and 8403),
	CONSTRAINT "submission_version" CHECK("__new_submission"."version" >= 1),
	CONSTRAINT "submission_cut_from" CHECK("__new_submission"."cut_from" is date("__new_submission"."cut_from")),
	CONSTRAINT "submission_cut_to" CHECK("__new_submission"."cut_to" is date("__new_submission"."cut_to")),
	CONSTRAINT "submission_cut" CHECK(("__new_submission"."cut_from" is null) = ("__new_submission"."cut_to" is null))
);
--> statement-breakpoint
INSERT INTO `__new_submission`("id", "partner_id", "place_id", "quarter", "state", "version", "cut_from", "cut_to", "changed_at", "changed_by") SELECT "id", "partner_id", "place_id", "quarter", "state", "version", "cut_from", "cut_to", "changed_at", "changed_by" FROM `submission`;
--> statement-breakpoint
DROP TABLE `submission`;
--> statement-breakpoint
ALTER TABLE `__new_submission` RENAME TO `submission`;
--> statement-breakpoint
CREATE INDEX `submission_quarter` ON `submission` (`quarter`,`state`);
--> statement-breakpoint
CREATE UNIQUE INDEX `submission_once` ON `submission` (`partner_id`,`place_id`,`quarter`);
--> statement-breakpoint
CREATE TABLE `__new_fact` (
	`indicator_id` integer NOT NULL,
	`quarter` integer NOT NULL,
	`place_id` integer NOT NULL,
	`partner_id` integer NOT NULL,
	`cell_id` integer NOT NULL,
	`approved_from` integer NOT NULL,
	`approved_to` integer,
	`state` text NOT NULL,
	`value` real,
	`base` real,
	PRIMARY KEY(`indicator_id`, `quarter`, `place_id`, `partner_id`, `cell_id`, `approved_from`),
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `partner`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cell_id`) REFERENCES `cell`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "fact_state" CHECK("__new_fact"."state" in ('reported', 'not applicable')),
	CONSTRAINT "fact_number" CHECK(("__new_fact"."state" = 'reported') = ("__new_fact"."value" is not null)),
	CONSTRAINT "fact_size" CHECK(abs(coalesce("__new_fact"."value", 0)) <= 1e12 and coalesce("__new_fact"."base", 0) between 0 and 1e12),
	CONSTRAINT "fact_quarter" CHECK("__new_fact"."quarter" between 7960 and 8403),
	CONSTRAINT "fact_interval" CHECK("__new_fact"."approved_to" is null or "__new_fact"."approved_to" > "__new_fact"."approved_from")
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_fact`("indicator_id", "quarter", "place_id", "partner_id", "cell_id", "approved_from", "approved_to", "state", "value", "base") SELECT "indicator_id", "quarter", "place_id", "partner_id", "cell_id", "approved_from", "approved_to", "state", "value", "base" FROM `fact`;
--> statement-breakpoint
DROP TABLE `fact`;
--> statement-breakpoint
ALTER TABLE `__new_fact` RENAME TO `fact`;
--> statement-breakpoint
CREATE TABLE `__new_tally_cell` (
	`indicator_id` integer NOT NULL,
	`quarter` integer NOT NULL,
	`province_id` integer NOT NULL,
	`cell_id` integer NOT NULL,
	`reported` integer NOT NULL,
	`value` integer NOT NULL,
	`base` integer NOT NULL,
	`product` integer NOT NULL,
	PRIMARY KEY(`indicator_id`, `quarter`, `cell_id`, `province_id`),
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`province_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cell_id`) REFERENCES `cell`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_tally_cell`("indicator_id", "quarter", "province_id", "cell_id", "reported", "value", "base", "product") SELECT "indicator_id", "quarter", "province_id", "cell_id", "reported", "value", "base", "product" FROM `tally_cell`;
--> statement-breakpoint
DROP TABLE `tally_cell`;
--> statement-breakpoint
ALTER TABLE `__new_tally_cell` RENAME TO `tally_cell`;
--> statement-breakpoint
CREATE TABLE `__new_tally_province` (
	`indicator_id` integer NOT NULL,
	`quarter` integer NOT NULL,
	`province_id` integer NOT NULL,
	`reported` integer NOT NULL,
	`stray` integer NOT NULL,
	`not_applicable` integer NOT NULL,
	`value` integer NOT NULL,
	`base` integer NOT NULL,
	`product` integer NOT NULL,
	PRIMARY KEY(`indicator_id`, `quarter`, `province_id`),
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`province_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_tally_province`("indicator_id", "quarter", "province_id", "reported", "stray", "not_applicable", "value", "base", "product") SELECT "indicator_id", "quarter", "province_id", "reported", "stray", "not_applicable", "value", "base", "product" FROM `tally_province`;
--> statement-breakpoint
DROP TABLE `tally_province`;
--> statement-breakpoint
ALTER TABLE `__new_tally_province` RENAME TO `tally_province`;
--> statement-breakpoint
CREATE TABLE `__new_tally_stale` (
	`indicator_id` integer PRIMARY KEY NOT NULL,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_tally_stale`("indicator_id") SELECT "indicator_id" FROM `tally_stale`;
--> statement-breakpoint
DROP TABLE `tally_stale`;
--> statement-breakpoint
ALTER TABLE `__new_tally_stale` RENAME TO `tally_stale`;
--> statement-breakpoint
CREATE TABLE `__new_baseline` (
	`id` integer PRIMARY KEY NOT NULL,
	`indicator_id` integer NOT NULL,
	`place_id` integer,
	`quarter` integer NOT NULL,
	`value` real NOT NULL,
	`base` real,
	`source_vi` text NOT NULL,
	`source_en` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "baseline_quarter" CHECK("__new_baseline"."quarter" between 7960 and 8403),
	CONSTRAINT "baseline_interval" CHECK("__new_baseline"."valid_to" is null or "__new_baseline"."valid_to" > "__new_baseline"."valid_from")
);
--> statement-breakpoint
INSERT INTO `__new_baseline`("id", "indicator_id", "place_id", "quarter", "value", "base", "source_vi", "source_en", "valid_from", "valid_to") SELECT "id", "indicator_id", "place_id", "quarter", "value", "base", "source_vi", "source_en", "valid_from", "valid_to" FROM `baseline`;
--> statement-breakpoint
DROP TABLE `baseline`;
--> statement-breakpoint
ALTER TABLE `__new_baseline` RENAME TO `baseline`;
--> statement-breakpoint
CREATE UNIQUE INDEX `baseline_once_project` ON `baseline` (`indicator_id`,`valid_from`) WHERE "baseline"."place_id" is null;
--> statement-breakpoint
CREATE UNIQUE INDEX `baseline_once` ON `baseline` (`indicator_id`,`place_id`,`valid_from`);
--> statement-breakpoint
CREATE TABLE `__new_result` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`level` text NOT NULL,
	`component` text,
	`parent_id` integer,
	`statement_vi` text NOT NULL,
	`statement_en` text NOT NULL,
	`assumption_vi` text,
	`assumption_en` text,
	`position` integer NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `result`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "result_level" CHECK("__new_result"."level" in ('impact', 'outcome', 'output')),
	CONSTRAINT "result_component" CHECK("__new_result"."component" is null or "__new_result"."component" in ('prevention', 'prosecution', 'protection')),
	CONSTRAINT "result_impact_has_no_component" CHECK("__new_result"."level" <> 'impact' or "__new_result"."component" is null)
);
--> statement-breakpoint
INSERT INTO `__new_result`("id", "code", "level", "component", "parent_id", "statement_vi", "statement_en", "assumption_vi", "assumption_en", "position") SELECT "id", "code", "level", "component", "parent_id", "statement_vi", "statement_en", "assumption_vi", "assumption_en", "position" FROM `result`;
--> statement-breakpoint
DROP TABLE `result`;
--> statement-breakpoint
ALTER TABLE `__new_result` RENAME TO `result`;
--> statement-breakpoint
CREATE UNIQUE INDEX `result_code_unique` ON `result` (`code`);
--> statement-breakpoint
CREATE TABLE `__new_release_figure` (
	`release_id` integer NOT NULL,
	`figure_id` text NOT NULL,
	`indicator_id` integer NOT NULL,
	`atoms` text NOT NULL,
	`shown` real,
	`mark` text,
	PRIMARY KEY(`release_id`, `figure_id`),
	FOREIGN KEY (`release_id`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "release_figure_atoms" CHECK(json_valid("__new_release_figure"."atoms")),
	CONSTRAINT "release_figure_shown" CHECK(("__new_release_figure"."shown" is null) = ("__new_release_figure"."mark" is not null))
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_release_figure`("release_id", "figure_id", "indicator_id", "atoms", "shown", "mark") SELECT "release_id", "figure_id", "indicator_id", "atoms", "shown", "mark" FROM `release_figure`;
--> statement-breakpoint
DROP TABLE `release_figure`;
--> statement-breakpoint
ALTER TABLE `__new_release_figure` RENAME TO `release_figure`;
--> statement-breakpoint
CREATE INDEX `release_figure_indicator` ON `release_figure` (`indicator_id`);
--> statement-breakpoint
-- By hand, since drizzle-kit knows of no rowid: who got a release and who agreed to it lie by their keys alone.
CREATE TABLE `__new_release_recipient` (
	`release_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	PRIMARY KEY(`release_id`, `person_id`),
	FOREIGN KEY (`release_id`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_release_recipient` SELECT * FROM `release_recipient`;
--> statement-breakpoint
DROP TABLE `release_recipient`;
--> statement-breakpoint
ALTER TABLE `__new_release_recipient` RENAME TO `release_recipient`;
--> statement-breakpoint
CREATE TABLE `__new_release_approval` (
	`release_id` integer NOT NULL,
	`by_id` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`release_id`, `by_id`),
	FOREIGN KEY (`release_id`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_release_approval` SELECT * FROM `release_approval`;
--> statement-breakpoint
DROP TABLE `release_approval`;
--> statement-breakpoint
ALTER TABLE `__new_release_approval` RENAME TO `release_approval`;
