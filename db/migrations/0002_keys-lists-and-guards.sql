DROP TRIGGER `trail_no_update`;
--> statement-breakpoint
DROP TRIGGER `trail_no_delete`;
--> statement-breakpoint
DROP TRIGGER `submission_fact_no_update`;
--> statement-breakpoint
DROP TRIGGER `submission_fact_no_delete`;
--> statement-breakpoint
DROP TRIGGER `release_figure_no_update`;
--> statement-breakpoint
DROP TRIGGER `release_figure_no_delete`;
--> statement-breakpoint
DROP TRIGGER `fact_only_closes`;
--> statement-breakpoint
DROP TRIGGER `fact_no_delete`;
--> statement-breakpoint
DROP TRIGGER `project_insert_framework`;
--> statement-breakpoint
DROP TRIGGER `project_update_framework`;
--> statement-breakpoint
DROP TRIGGER `project_delete_framework`;
--> statement-breakpoint
DROP TRIGGER `result_insert_framework`;
--> statement-breakpoint
DROP TRIGGER `result_update_framework`;
--> statement-breakpoint
DROP TRIGGER `result_delete_framework`;
--> statement-breakpoint
DROP TRIGGER `indicator_insert_framework`;
--> statement-breakpoint
DROP TRIGGER `indicator_update_framework`;
--> statement-breakpoint
DROP TRIGGER `indicator_delete_framework`;
--> statement-breakpoint
DROP TRIGGER `indicator_definition_insert_framework`;
--> statement-breakpoint
DROP TRIGGER `indicator_definition_update_framework`;
--> statement-breakpoint
DROP TRIGGER `indicator_definition_delete_framework`;
--> statement-breakpoint
DROP TRIGGER `stage_insert_framework`;
--> statement-breakpoint
DROP TRIGGER `stage_update_framework`;
--> statement-breakpoint
DROP TRIGGER `stage_delete_framework`;
--> statement-breakpoint
DROP TRIGGER `survey_round_insert_framework`;
--> statement-breakpoint
DROP TRIGGER `survey_round_update_framework`;
--> statement-breakpoint
DROP TRIGGER `survey_round_delete_framework`;
--> statement-breakpoint
DROP TRIGGER `breakdown_insert_framework`;
--> statement-breakpoint
DROP TRIGGER `breakdown_update_framework`;
--> statement-breakpoint
DROP TRIGGER `breakdown_delete_framework`;
--> statement-breakpoint
DROP TRIGGER `category_insert_framework`;
--> statement-breakpoint
DROP TRIGGER `category_update_framework`;
--> statement-breakpoint
DROP TRIGGER `category_delete_framework`;
--> statement-breakpoint
DROP TRIGGER `scheme_insert_framework`;
--> statement-breakpoint
DROP TRIGGER `scheme_update_framework`;
--> statement-breakpoint
DROP TRIGGER `scheme_delete_framework`;
--> statement-breakpoint
DROP TRIGGER `scheme_breakdown_insert_framework`;
--> statement-breakpoint
DROP TRIGGER `scheme_breakdown_update_framework`;
--> statement-breakpoint
DROP TRIGGER `scheme_breakdown_delete_framework`;
--> statement-breakpoint
DROP TRIGGER `cell_insert_framework`;
--> statement-breakpoint
DROP TRIGGER `cell_update_framework`;
--> statement-breakpoint
DROP TRIGGER `cell_delete_framework`;
--> statement-breakpoint
DROP TRIGGER `cell_category_insert_framework`;
--> statement-breakpoint
DROP TRIGGER `cell_category_update_framework`;
--> statement-breakpoint
DROP TRIGGER `cell_category_delete_framework`;
--> statement-breakpoint
DROP TRIGGER `place_insert_framework`;
--> statement-breakpoint
DROP TRIGGER `place_update_framework`;
--> statement-breakpoint
DROP TRIGGER `place_delete_framework`;
--> statement-breakpoint
DROP TRIGGER `succession_insert_framework`;
--> statement-breakpoint
DROP TRIGGER `succession_update_framework`;
--> statement-breakpoint
DROP TRIGGER `succession_delete_framework`;
--> statement-breakpoint
DROP TRIGGER `partner_insert_framework`;
--> statement-breakpoint
DROP TRIGGER `partner_update_framework`;
--> statement-breakpoint
DROP TRIGGER `partner_delete_framework`;
--> statement-breakpoint
DROP TRIGGER `partner_name_insert_framework`;
--> statement-breakpoint
DROP TRIGGER `partner_name_update_framework`;
--> statement-breakpoint
DROP TRIGGER `partner_name_delete_framework`;
--> statement-breakpoint
DROP TRIGGER `assignment_insert_framework`;
--> statement-breakpoint
DROP TRIGGER `assignment_update_framework`;
--> statement-breakpoint
DROP TRIGGER `assignment_delete_framework`;
--> statement-breakpoint
DROP TRIGGER `fact_insert_tally`;
--> statement-breakpoint
DROP TRIGGER `fact_update_tally`;
--> statement-breakpoint
DROP TRIGGER `assignment_insert_tally`;
--> statement-breakpoint
DROP TRIGGER `assignment_update_tally`;
--> statement-breakpoint
DROP TRIGGER `assignment_delete_tally`;
--> statement-breakpoint
DROP TRIGGER `indicator_definition_insert_tally`;
--> statement-breakpoint
DROP TRIGGER `indicator_definition_update_tally`;
--> statement-breakpoint
DROP TRIGGER `indicator_definition_delete_tally`;
--> statement-breakpoint
DROP TRIGGER `survey_round_insert_tally`;
--> statement-breakpoint
DROP TRIGGER `survey_round_update_tally`;
--> statement-breakpoint
DROP TRIGGER `survey_round_delete_tally`;
--> statement-breakpoint
DROP TRIGGER `scheme_insert_tally`;
--> statement-breakpoint
DROP TRIGGER `scheme_update_tally`;
--> statement-breakpoint
DROP TRIGGER `scheme_delete_tally`;
--> statement-breakpoint
DROP TRIGGER `scheme_breakdown_insert_tally`;
--> statement-breakpoint
DROP TRIGGER `scheme_breakdown_update_tally`;
--> statement-breakpoint
DROP TRIGGER `scheme_breakdown_delete_tally`;
--> statement-breakpoint
DROP TRIGGER `place_update_tally`;
--> statement-breakpoint
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
--> statement-breakpoint
CREATE TRIGGER `indicator_definition_no_update` BEFORE UPDATE ON `indicator_definition` WHEN OLD.`valid_to` IS NOT NULL OR NEW.`valid_to` IS NULL OR NEW.`id` IS NOT OLD.`id` OR NEW.`indicator_id` IS NOT OLD.`indicator_id` OR NEW.`valid_from` IS NOT OLD.`valid_from` OR NEW.`name_vi` IS NOT OLD.`name_vi` OR NEW.`name_en` IS NOT OLD.`name_en` OR NEW.`definition_vi` IS NOT OLD.`definition_vi` OR NEW.`definition_en` IS NOT OLD.`definition_en` OR NEW.`counting_unit_vi` IS NOT OLD.`counting_unit_vi` OR NEW.`counting_unit_en` IS NOT OLD.`counting_unit_en` OR NEW.`base_unit_vi` IS NOT OLD.`base_unit_vi` OR NEW.`base_unit_en` IS NOT OLD.`base_unit_en` OR NEW.`measure` IS NOT OLD.`measure` OR NEW.`over_places` IS NOT OLD.`over_places` OR NEW.`over_time` IS NOT OLD.`over_time` OR NEW.`disjoint_reporters` IS NOT OLD.`disjoint_reporters` OR NEW.`direction` IS NOT OLD.`direction` OR NEW.`sensitivity` IS NOT OLD.`sensitivity` OR NEW.`frequency` IS NOT OLD.`frequency` OR NEW.`scale` IS NOT OLD.`scale` OR NEW.`decimals` IS NOT OLD.`decimals` OR NEW.`target_stage` IS NOT OLD.`target_stage` OR NEW.`means_vi` IS NOT OLD.`means_vi` OR NEW.`means_en` IS NOT OLD.`means_en` OR NEW.`responsible_vi` IS NOT OLD.`responsible_vi` OR NEW.`responsible_en` IS NOT OLD.`responsible_en` OR NEW.`sdg` IS NOT OLD.`sdg` OR NEW.`gcm` IS NOT OLD.`gcm` BEGIN SELECT RAISE(ABORT, 'indicator_definition is append-only: what stands is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER `indicator_definition_no_delete` BEFORE DELETE ON `indicator_definition` BEGIN SELECT RAISE(ABORT, 'indicator_definition is append-only: what stands is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `indicator_definition_no_replace` BEFORE INSERT ON `indicator_definition` WHEN EXISTS (SELECT 1 FROM `indicator_definition` WHERE `id` = NEW.`id`) OR EXISTS (SELECT 1 FROM `indicator_definition` WHERE `indicator_id` = NEW.`indicator_id` AND `valid_from` = NEW.`valid_from`) BEGIN SELECT RAISE(ABORT, 'indicator_definition is append-only: what stands is never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `target_no_update` BEFORE UPDATE ON `target` WHEN OLD.`valid_to` IS NOT NULL OR NEW.`valid_to` IS NULL OR NEW.`id` IS NOT OLD.`id` OR NEW.`indicator_id` IS NOT OLD.`indicator_id` OR NEW.`place_id` IS NOT OLD.`place_id` OR NEW.`kind` IS NOT OLD.`kind` OR NEW.`from_quarter` IS NOT OLD.`from_quarter` OR NEW.`to_quarter` IS NOT OLD.`to_quarter` OR NEW.`value` IS NOT OLD.`value` OR NEW.`valid_from` IS NOT OLD.`valid_from` BEGIN SELECT RAISE(ABORT, 'target is append-only: what stands is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER `target_no_delete` BEFORE DELETE ON `target` BEGIN SELECT RAISE(ABORT, 'target is append-only: what stands is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `target_no_replace` BEFORE INSERT ON `target` WHEN EXISTS (SELECT 1 FROM `target` WHERE `id` = NEW.`id`) OR EXISTS (SELECT 1 FROM `target` WHERE `indicator_id` = NEW.`indicator_id` AND `place_id` = NEW.`place_id` AND `kind` = NEW.`kind` AND `from_quarter` = NEW.`from_quarter` AND `valid_from` = NEW.`valid_from`) OR EXISTS (SELECT 1 FROM `target` WHERE `indicator_id` = NEW.`indicator_id` AND `kind` = NEW.`kind` AND `from_quarter` = NEW.`from_quarter` AND `valid_from` = NEW.`valid_from` AND "target"."place_id" is null AND NEW."place_id" is null) BEGIN SELECT RAISE(ABORT, 'target is append-only: what stands is never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `baseline_no_update` BEFORE UPDATE ON `baseline` WHEN OLD.`valid_to` IS NOT NULL OR NEW.`valid_to` IS NULL OR NEW.`id` IS NOT OLD.`id` OR NEW.`indicator_id` IS NOT OLD.`indicator_id` OR NEW.`place_id` IS NOT OLD.`place_id` OR NEW.`quarter` IS NOT OLD.`quarter` OR NEW.`value` IS NOT OLD.`value` OR NEW.`base` IS NOT OLD.`base` OR NEW.`source_vi` IS NOT OLD.`source_vi` OR NEW.`source_en` IS NOT OLD.`source_en` OR NEW.`valid_from` IS NOT OLD.`valid_from` BEGIN SELECT RAISE(ABORT, 'baseline is append-only: what stands is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER `baseline_no_delete` BEFORE DELETE ON `baseline` BEGIN SELECT RAISE(ABORT, 'baseline is append-only: what stands is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `baseline_no_replace` BEFORE INSERT ON `baseline` WHEN EXISTS (SELECT 1 FROM `baseline` WHERE `id` = NEW.`id`) OR EXISTS (SELECT 1 FROM `baseline` WHERE `indicator_id` = NEW.`indicator_id` AND `place_id` = NEW.`place_id` AND `valid_from` = NEW.`valid_from`) OR EXISTS (SELECT 1 FROM `baseline` WHERE `indicator_id` = NEW.`indicator_id` AND `valid_from` = NEW.`valid_from` AND "baseline"."place_id" is null AND NEW."place_id" is null) BEGIN SELECT RAISE(ABORT, 'baseline is append-only: what stands is never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `setting_no_update` BEFORE UPDATE ON `setting` WHEN OLD.`valid_to` IS NOT NULL OR NEW.`valid_to` IS NULL OR NEW.`name` IS NOT OLD.`name` OR NEW.`valid_from` IS NOT OLD.`valid_from` OR NEW.`value` IS NOT OLD.`value` BEGIN SELECT RAISE(ABORT, 'setting is append-only: what stands is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER `setting_no_delete` BEFORE DELETE ON `setting` BEGIN SELECT RAISE(ABORT, 'setting is append-only: what stands is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `setting_no_replace` BEFORE INSERT ON `setting` WHEN EXISTS (SELECT 1 FROM `setting` WHERE `name` = NEW.`name` AND `valid_from` = NEW.`valid_from`) BEGIN SELECT RAISE(ABORT, 'setting is append-only: what stands is never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `trail_no_update` BEFORE UPDATE ON `trail` BEGIN SELECT RAISE(ABORT, 'trail is append-only: what stands is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER `trail_no_delete` BEFORE DELETE ON `trail` BEGIN SELECT RAISE(ABORT, 'trail is append-only: what stands is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `trail_no_replace` BEFORE INSERT ON `trail` WHEN EXISTS (SELECT 1 FROM `trail` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'trail is append-only: what stands is never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `submission_fact_no_update` BEFORE UPDATE ON `submission_fact` BEGIN SELECT RAISE(ABORT, 'submission_fact is append-only: what stands is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER `submission_fact_no_delete` BEFORE DELETE ON `submission_fact` BEGIN SELECT RAISE(ABORT, 'submission_fact is append-only: what stands is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `submission_fact_no_replace` BEFORE INSERT ON `submission_fact` WHEN EXISTS (SELECT 1 FROM `submission_fact` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'submission_fact is append-only: what stands is never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `comment_no_update` BEFORE UPDATE ON `comment` BEGIN SELECT RAISE(ABORT, 'comment is append-only: what stands is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER `comment_no_delete` BEFORE DELETE ON `comment` BEGIN SELECT RAISE(ABORT, 'comment is append-only: what stands is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `comment_no_replace` BEFORE INSERT ON `comment` WHEN EXISTS (SELECT 1 FROM `comment` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'comment is append-only: what stands is never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `closing_no_update` BEFORE UPDATE ON `closing` WHEN OLD.`reopened_at` IS NOT NULL OR NEW.`reopened_at` IS NULL OR NEW.`id` IS NOT OLD.`id` OR NEW.`quarter` IS NOT OLD.`quarter` OR NEW.`closed_at` IS NOT OLD.`closed_at` OR NEW.`closed_by` IS NOT OLD.`closed_by` BEGIN SELECT RAISE(ABORT, 'closing is append-only: what stands is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER `closing_no_delete` BEFORE DELETE ON `closing` BEGIN SELECT RAISE(ABORT, 'closing is append-only: what stands is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `closing_no_replace` BEFORE INSERT ON `closing` WHEN EXISTS (SELECT 1 FROM `closing` WHERE `id` = NEW.`id`) OR EXISTS (SELECT 1 FROM `closing` WHERE `quarter` = NEW.`quarter` AND "closing"."reopened_at" is null AND NEW."reopened_at" is null) BEGIN SELECT RAISE(ABORT, 'closing is append-only: what stands is never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `fact_no_update` BEFORE UPDATE ON `fact` WHEN OLD.`approved_to` IS NOT NULL OR NEW.`approved_to` IS NULL OR NEW.`indicator_id` IS NOT OLD.`indicator_id` OR NEW.`quarter` IS NOT OLD.`quarter` OR NEW.`place_id` IS NOT OLD.`place_id` OR NEW.`partner_id` IS NOT OLD.`partner_id` OR NEW.`cell_id` IS NOT OLD.`cell_id` OR NEW.`approved_from` IS NOT OLD.`approved_from` OR NEW.`state` IS NOT OLD.`state` OR NEW.`value` IS NOT OLD.`value` OR NEW.`base` IS NOT OLD.`base` BEGIN SELECT RAISE(ABORT, 'fact is append-only: what stands is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER `fact_no_delete` BEFORE DELETE ON `fact` BEGIN SELECT RAISE(ABORT, 'fact is append-only: what stands is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `fact_no_replace` BEFORE INSERT ON `fact` WHEN EXISTS (SELECT 1 FROM `fact` WHERE `indicator_id` = NEW.`indicator_id` AND `quarter` = NEW.`quarter` AND `place_id` = NEW.`place_id` AND `partner_id` = NEW.`partner_id` AND `cell_id` = NEW.`cell_id` AND `approved_from` = NEW.`approved_from`) BEGIN SELECT RAISE(ABORT, 'fact is append-only: what stands is never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `release_no_update` BEFORE UPDATE ON `release` WHEN EXISTS (SELECT 1 FROM `release` WHERE `id` = OLD.`id` AND `state` = 'issued') OR NEW.`id` IS NOT OLD.`id` BEGIN SELECT RAISE(ABORT, 'release is frozen: the release has been issued'); END;
--> statement-breakpoint
CREATE TRIGGER `release_no_delete` BEFORE DELETE ON `release` WHEN EXISTS (SELECT 1 FROM `release` WHERE `id` = OLD.`id` AND `state` = 'issued') BEGIN SELECT RAISE(ABORT, 'release is frozen: the release has been issued'); END;
--> statement-breakpoint
CREATE TRIGGER `release_no_insert` BEFORE INSERT ON `release` WHEN EXISTS (SELECT 1 FROM `release` WHERE `id` = NEW.`id` AND `state` = 'issued') BEGIN SELECT RAISE(ABORT, 'release is frozen: the release has been issued'); END;
--> statement-breakpoint
CREATE TRIGGER `release_recipient_no_update` BEFORE UPDATE ON `release_recipient` WHEN EXISTS (SELECT 1 FROM `release` WHERE `id` = OLD.`release_id` AND `state` = 'issued') OR NEW.`release_id` IS NOT OLD.`release_id` BEGIN SELECT RAISE(ABORT, 'release_recipient is frozen: the release has been issued'); END;
--> statement-breakpoint
CREATE TRIGGER `release_recipient_no_delete` BEFORE DELETE ON `release_recipient` WHEN EXISTS (SELECT 1 FROM `release` WHERE `id` = OLD.`release_id` AND `state` = 'issued') BEGIN SELECT RAISE(ABORT, 'release_recipient is frozen: the release has been issued'); END;
--> statement-breakpoint
CREATE TRIGGER `release_recipient_no_insert` BEFORE INSERT ON `release_recipient` WHEN EXISTS (SELECT 1 FROM `release` WHERE `id` = NEW.`release_id` AND `state` = 'issued') BEGIN SELECT RAISE(ABORT, 'release_recipient is frozen: the release has been issued'); END;
--> statement-breakpoint
CREATE TRIGGER `release_approval_no_update` BEFORE UPDATE ON `release_approval` WHEN EXISTS (SELECT 1 FROM `release` WHERE `id` = OLD.`release_id` AND `state` = 'issued') OR NEW.`release_id` IS NOT OLD.`release_id` BEGIN SELECT RAISE(ABORT, 'release_approval is frozen: the release has been issued'); END;
--> statement-breakpoint
CREATE TRIGGER `release_approval_no_delete` BEFORE DELETE ON `release_approval` WHEN EXISTS (SELECT 1 FROM `release` WHERE `id` = OLD.`release_id` AND `state` = 'issued') BEGIN SELECT RAISE(ABORT, 'release_approval is frozen: the release has been issued'); END;
--> statement-breakpoint
CREATE TRIGGER `release_approval_no_insert` BEFORE INSERT ON `release_approval` WHEN EXISTS (SELECT 1 FROM `release` WHERE `id` = NEW.`release_id` AND `state` = 'issued') BEGIN SELECT RAISE(ABORT, 'release_approval is frozen: the release has been issued'); END;
--> statement-breakpoint
CREATE TRIGGER `release_atom_no_update` BEFORE UPDATE ON `release_atom` WHEN EXISTS (SELECT 1 FROM `release` WHERE `id` = OLD.`release_id` AND `state` = 'issued') OR NEW.`release_id` IS NOT OLD.`release_id` BEGIN SELECT RAISE(ABORT, 'release_atom is frozen: the release has been issued'); END;
--> statement-breakpoint
CREATE TRIGGER `release_atom_no_delete` BEFORE DELETE ON `release_atom` WHEN EXISTS (SELECT 1 FROM `release` WHERE `id` = OLD.`release_id` AND `state` = 'issued') BEGIN SELECT RAISE(ABORT, 'release_atom is frozen: the release has been issued'); END;
--> statement-breakpoint
CREATE TRIGGER `release_atom_no_insert` BEFORE INSERT ON `release_atom` WHEN EXISTS (SELECT 1 FROM `release` WHERE `id` = NEW.`release_id` AND `state` = 'issued') BEGIN SELECT RAISE(ABORT, 'release_atom is frozen: the release has been issued'); END;
--> statement-breakpoint
CREATE TRIGGER `release_figure_no_update` BEFORE UPDATE ON `release_figure` WHEN EXISTS (SELECT 1 FROM `release` WHERE `id` = OLD.`release_id` AND `state` = 'issued') OR NEW.`release_id` IS NOT OLD.`release_id` BEGIN SELECT RAISE(ABORT, 'release_figure is frozen: the release has been issued'); END;
--> statement-breakpoint
CREATE TRIGGER `release_figure_no_delete` BEFORE DELETE ON `release_figure` WHEN EXISTS (SELECT 1 FROM `release` WHERE `id` = OLD.`release_id` AND `state` = 'issued') BEGIN SELECT RAISE(ABORT, 'release_figure is frozen: the release has been issued'); END;
--> statement-breakpoint
CREATE TRIGGER `release_figure_no_insert` BEFORE INSERT ON `release_figure` WHEN EXISTS (SELECT 1 FROM `release` WHERE `id` = NEW.`release_id` AND `state` = 'issued') BEGIN SELECT RAISE(ABORT, 'release_figure is frozen: the release has been issued'); END;
--> statement-breakpoint
CREATE TRIGGER `indicator_definition_no_overlap_insert` BEFORE INSERT ON `indicator_definition` WHEN EXISTS (SELECT 1 FROM `indicator_definition` o WHERE o.`indicator_id` IS NEW.`indicator_id` AND (NEW.`valid_to` IS NULL OR o.`valid_from` < NEW.`valid_to`) AND (o.`valid_to` IS NULL OR NEW.`valid_from` < o.`valid_to`) AND NOT (o.`id` IS NEW.`id`)) BEGIN SELECT RAISE(ABORT, 'indicator_definition: two rows of one indicator_id at the same time'); END;
--> statement-breakpoint
CREATE TRIGGER `target_no_overlap_insert` BEFORE INSERT ON `target` WHEN EXISTS (SELECT 1 FROM `target` o WHERE o.`indicator_id` IS NEW.`indicator_id` AND o.`place_id` IS NEW.`place_id` AND o.`kind` IS NEW.`kind` AND o.`from_quarter` IS NEW.`from_quarter` AND (NEW.`valid_to` IS NULL OR o.`valid_from` < NEW.`valid_to`) AND (o.`valid_to` IS NULL OR NEW.`valid_from` < o.`valid_to`) AND NOT (o.`id` IS NEW.`id`)) BEGIN SELECT RAISE(ABORT, 'target: two rows of one indicator_id, place_id, kind, from_quarter at the same time'); END;
--> statement-breakpoint
CREATE TRIGGER `baseline_no_overlap_insert` BEFORE INSERT ON `baseline` WHEN EXISTS (SELECT 1 FROM `baseline` o WHERE o.`indicator_id` IS NEW.`indicator_id` AND o.`place_id` IS NEW.`place_id` AND (NEW.`valid_to` IS NULL OR o.`valid_from` < NEW.`valid_to`) AND (o.`valid_to` IS NULL OR NEW.`valid_from` < o.`valid_to`) AND NOT (o.`id` IS NEW.`id`)) BEGIN SELECT RAISE(ABORT, 'baseline: two rows of one indicator_id, place_id at the same time'); END;
--> statement-breakpoint
CREATE TRIGGER `setting_no_overlap_insert` BEFORE INSERT ON `setting` WHEN EXISTS (SELECT 1 FROM `setting` o WHERE o.`name` IS NEW.`name` AND (NEW.`valid_to` IS NULL OR o.`valid_from` < NEW.`valid_to`) AND (o.`valid_to` IS NULL OR NEW.`valid_from` < o.`valid_to`) AND NOT (o.`name` IS NEW.`name` AND o.`valid_from` IS NEW.`valid_from`)) BEGIN SELECT RAISE(ABORT, 'setting: two rows of one name at the same time'); END;
--> statement-breakpoint
CREATE TRIGGER `place_no_overlap_insert` BEFORE INSERT ON `place` WHEN EXISTS (SELECT 1 FROM `place` o WHERE o.`level` IS NEW.`level` AND o.`code` IS NEW.`code` AND (NEW.`valid_to` IS NULL OR o.`valid_from` < NEW.`valid_to`) AND (o.`valid_to` IS NULL OR NEW.`valid_from` < o.`valid_to`) AND NOT (o.`id` IS NEW.`id`)) BEGIN SELECT RAISE(ABORT, 'place: two rows of one level, code at the same time'); END;
--> statement-breakpoint
CREATE TRIGGER `place_no_overlap_update` BEFORE UPDATE OF `level`, `code`, `valid_from`, `valid_to` ON `place` WHEN EXISTS (SELECT 1 FROM `place` o WHERE o.`level` IS NEW.`level` AND o.`code` IS NEW.`code` AND (NEW.`valid_to` IS NULL OR o.`valid_from` < NEW.`valid_to`) AND (o.`valid_to` IS NULL OR NEW.`valid_from` < o.`valid_to`) AND NOT (o.`id` IS OLD.`id`)) BEGIN SELECT RAISE(ABORT, 'place: two rows of one level, code at the same time'); END;
--> statement-breakpoint
CREATE TRIGGER `partner_name_no_overlap_insert` BEFORE INSERT ON `partner_name` WHEN EXISTS (SELECT 1 FROM `partner_name` o WHERE o.`partner_id` IS NEW.`partner_id` AND (NEW.`valid_to` IS NULL OR o.`valid_from` < NEW.`valid_to`) AND (o.`valid_to` IS NULL OR NEW.`valid_from` < o.`valid_to`) AND NOT (o.`partner_id` IS NEW.`partner_id` AND o.`valid_from` IS NEW.`valid_from`)) BEGIN SELECT RAISE(ABORT, 'partner_name: two rows of one partner_id at the same time'); END;
--> statement-breakpoint
CREATE TRIGGER `partner_name_no_overlap_update` BEFORE UPDATE OF `partner_id`, `valid_from`, `valid_to` ON `partner_name` WHEN EXISTS (SELECT 1 FROM `partner_name` o WHERE o.`partner_id` IS NEW.`partner_id` AND (NEW.`valid_to` IS NULL OR o.`valid_from` < NEW.`valid_to`) AND (o.`valid_to` IS NULL OR NEW.`valid_from` < o.`valid_to`) AND NOT (o.`partner_id` IS OLD.`partner_id` AND o.`valid_from` IS OLD.`valid_from`)) BEGIN SELECT RAISE(ABORT, 'partner_name: two rows of one partner_id at the same time'); END;
--> statement-breakpoint
CREATE TRIGGER `assignment_no_overlap_insert` BEFORE INSERT ON `assignment` WHEN EXISTS (SELECT 1 FROM `assignment` o WHERE o.`indicator_id` IS NEW.`indicator_id` AND o.`place_id` IS NEW.`place_id` AND o.`partner_id` IS NEW.`partner_id` AND (NEW.`to_quarter` IS NULL OR o.`from_quarter` <= NEW.`to_quarter`) AND (o.`to_quarter` IS NULL OR NEW.`from_quarter` <= o.`to_quarter`) AND NOT (o.`indicator_id` IS NEW.`indicator_id` AND o.`place_id` IS NEW.`place_id` AND o.`partner_id` IS NEW.`partner_id` AND o.`from_quarter` IS NEW.`from_quarter`)) BEGIN SELECT RAISE(ABORT, 'assignment: two rows of one indicator_id, place_id, partner_id at the same time'); END;
--> statement-breakpoint
CREATE TRIGGER `assignment_no_overlap_update` BEFORE UPDATE OF `indicator_id`, `place_id`, `partner_id`, `from_quarter`, `to_quarter` ON `assignment` WHEN EXISTS (SELECT 1 FROM `assignment` o WHERE o.`indicator_id` IS NEW.`indicator_id` AND o.`place_id` IS NEW.`place_id` AND o.`partner_id` IS NEW.`partner_id` AND (NEW.`to_quarter` IS NULL OR o.`from_quarter` <= NEW.`to_quarter`) AND (o.`to_quarter` IS NULL OR NEW.`from_quarter` <= o.`to_quarter`) AND NOT (o.`indicator_id` IS OLD.`indicator_id` AND o.`place_id` IS OLD.`place_id` AND o.`partner_id` IS OLD.`partner_id` AND o.`from_quarter` IS OLD.`from_quarter`)) BEGIN SELECT RAISE(ABORT, 'assignment: two rows of one indicator_id, place_id, partner_id at the same time'); END;
--> statement-breakpoint
CREATE TRIGGER `scheme_no_overlap_insert` BEFORE INSERT ON `scheme` WHEN NEW.kind = 'primary' AND EXISTS (SELECT 1 FROM `scheme` o WHERE o.`indicator_id` IS NEW.`indicator_id` AND (NEW.`valid_to` IS NULL OR o.`valid_from` <= NEW.`valid_to`) AND (o.`valid_to` IS NULL OR NEW.`valid_from` <= o.`valid_to`) AND NOT (o.`id` IS NEW.`id`) AND o.kind = 'primary') BEGIN SELECT RAISE(ABORT, 'scheme: two rows of one indicator_id at the same time'); END;
--> statement-breakpoint
CREATE TRIGGER `scheme_no_overlap_update` BEFORE UPDATE OF `indicator_id`, `valid_from`, `valid_to`, `kind` ON `scheme` WHEN NEW.kind = 'primary' AND EXISTS (SELECT 1 FROM `scheme` o WHERE o.`indicator_id` IS NEW.`indicator_id` AND (NEW.`valid_to` IS NULL OR o.`valid_from` <= NEW.`valid_to`) AND (o.`valid_to` IS NULL OR NEW.`valid_from` <= o.`valid_to`) AND NOT (o.`id` IS OLD.`id`) AND o.kind = 'primary') BEGIN SELECT RAISE(ABORT, 'scheme: two rows of one indicator_id at the same time'); END;
--> statement-breakpoint
CREATE TRIGGER `fact_no_overlap_insert` BEFORE INSERT ON `fact` WHEN EXISTS (SELECT 1 FROM `fact` o WHERE o.`indicator_id` IS NEW.`indicator_id` AND o.`quarter` IS NEW.`quarter` AND o.`place_id` IS NEW.`place_id` AND o.`partner_id` IS NEW.`partner_id` AND o.`cell_id` IS NEW.`cell_id` AND (NEW.`approved_to` IS NULL OR o.`approved_from` < NEW.`approved_to`) AND (o.`approved_to` IS NULL OR NEW.`approved_from` < o.`approved_to`) AND NOT (o.`indicator_id` IS NEW.`indicator_id` AND o.`quarter` IS NEW.`quarter` AND o.`place_id` IS NEW.`place_id` AND o.`partner_id` IS NEW.`partner_id` AND o.`cell_id` IS NEW.`cell_id` AND o.`approved_from` IS NEW.`approved_from`)) BEGIN SELECT RAISE(ABORT, 'fact: two rows of one indicator_id, quarter, place_id, partner_id, cell_id at the same time'); END;
--> statement-breakpoint
CREATE TRIGGER `result_no_circle_insert` BEFORE INSERT ON `result` WHEN EXISTS (WITH RECURSIVE way(at) AS (SELECT NEW.`parent_id` UNION SELECT o.`parent_id` FROM `result` o JOIN way ON o.`id` = way.at) SELECT 1 FROM way WHERE at = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'result: a way that leads back to where it began'); END;
--> statement-breakpoint
CREATE TRIGGER `result_no_circle_update` BEFORE UPDATE OF `id`, `parent_id` ON `result` WHEN EXISTS (WITH RECURSIVE way(at) AS (SELECT NEW.`parent_id` UNION SELECT o.`parent_id` FROM `result` o JOIN way ON o.`id` = way.at) SELECT 1 FROM way WHERE at = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'result: a way that leads back to where it began'); END;
--> statement-breakpoint
CREATE TRIGGER `place_no_circle_insert` BEFORE INSERT ON `place` WHEN EXISTS (WITH RECURSIVE way(at) AS (SELECT NEW.`parent_id` UNION SELECT o.`parent_id` FROM `place` o JOIN way ON o.`id` = way.at) SELECT 1 FROM way WHERE at = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'place: a way that leads back to where it began'); END;
--> statement-breakpoint
CREATE TRIGGER `place_no_circle_update` BEFORE UPDATE OF `id`, `parent_id` ON `place` WHEN EXISTS (WITH RECURSIVE way(at) AS (SELECT NEW.`parent_id` UNION SELECT o.`parent_id` FROM `place` o JOIN way ON o.`id` = way.at) SELECT 1 FROM way WHERE at = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'place: a way that leads back to where it began'); END;
--> statement-breakpoint
CREATE TRIGGER `succession_no_circle_insert` BEFORE INSERT ON `succession` WHEN EXISTS (WITH RECURSIVE way(at) AS (SELECT NEW.`to_id` UNION SELECT o.`to_id` FROM `succession` o JOIN way ON o.`from_id` = way.at) SELECT 1 FROM way WHERE at = NEW.`from_id`) BEGIN SELECT RAISE(ABORT, 'succession: a way that leads back to where it began'); END;
--> statement-breakpoint
CREATE TRIGGER `succession_no_circle_update` BEFORE UPDATE OF `from_id`, `to_id` ON `succession` WHEN EXISTS (WITH RECURSIVE way(at) AS (SELECT NEW.`to_id` UNION SELECT o.`to_id` FROM `succession` o JOIN way ON o.`from_id` = way.at) SELECT 1 FROM way WHERE at = NEW.`from_id`) BEGIN SELECT RAISE(ABORT, 'succession: a way that leads back to where it began'); END;
--> statement-breakpoint
CREATE TRIGGER `project_insert_framework` AFTER INSERT ON `project` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `project_update_framework` AFTER UPDATE ON `project` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `project_delete_framework` AFTER DELETE ON `project` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `result_insert_framework` AFTER INSERT ON `result` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `result_update_framework` AFTER UPDATE ON `result` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `result_delete_framework` AFTER DELETE ON `result` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `indicator_insert_framework` AFTER INSERT ON `indicator` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `indicator_update_framework` AFTER UPDATE ON `indicator` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `indicator_delete_framework` AFTER DELETE ON `indicator` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `stage_insert_framework` AFTER INSERT ON `stage` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `stage_update_framework` AFTER UPDATE ON `stage` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `stage_delete_framework` AFTER DELETE ON `stage` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `survey_round_insert_framework` AFTER INSERT ON `survey_round` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `survey_round_update_framework` AFTER UPDATE ON `survey_round` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `survey_round_delete_framework` AFTER DELETE ON `survey_round` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `breakdown_insert_framework` AFTER INSERT ON `breakdown` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `breakdown_update_framework` AFTER UPDATE ON `breakdown` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `breakdown_delete_framework` AFTER DELETE ON `breakdown` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `category_insert_framework` AFTER INSERT ON `category` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `category_update_framework` AFTER UPDATE ON `category` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `category_delete_framework` AFTER DELETE ON `category` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `cell_insert_framework` AFTER INSERT ON `cell` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `cell_update_framework` AFTER UPDATE ON `cell` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `cell_delete_framework` AFTER DELETE ON `cell` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `cell_category_insert_framework` AFTER INSERT ON `cell_category` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `cell_category_update_framework` AFTER UPDATE ON `cell_category` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `cell_category_delete_framework` AFTER DELETE ON `cell_category` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `scheme_insert_framework` AFTER INSERT ON `scheme` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `scheme_update_framework` AFTER UPDATE ON `scheme` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `scheme_delete_framework` AFTER DELETE ON `scheme` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `scheme_breakdown_insert_framework` AFTER INSERT ON `scheme_breakdown` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `scheme_breakdown_update_framework` AFTER UPDATE ON `scheme_breakdown` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `scheme_breakdown_delete_framework` AFTER DELETE ON `scheme_breakdown` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `place_insert_framework` AFTER INSERT ON `place` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `place_update_framework` AFTER UPDATE ON `place` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `place_delete_framework` AFTER DELETE ON `place` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `succession_insert_framework` AFTER INSERT ON `succession` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `succession_update_framework` AFTER UPDATE ON `succession` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `succession_delete_framework` AFTER DELETE ON `succession` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `partner_insert_framework` AFTER INSERT ON `partner` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `partner_update_framework` AFTER UPDATE ON `partner` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `partner_delete_framework` AFTER DELETE ON `partner` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `partner_name_insert_framework` AFTER INSERT ON `partner_name` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `partner_name_update_framework` AFTER UPDATE ON `partner_name` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `partner_name_delete_framework` AFTER DELETE ON `partner_name` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `assignment_insert_framework` AFTER INSERT ON `assignment` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `assignment_update_framework` AFTER UPDATE ON `assignment` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `assignment_delete_framework` AFTER DELETE ON `assignment` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `period_insert_framework` AFTER INSERT ON `period` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `period_update_framework` AFTER UPDATE ON `period` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `period_delete_framework` AFTER DELETE ON `period` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `indicator_definition_insert_framework` AFTER INSERT ON `indicator_definition` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `indicator_definition_update_framework` AFTER UPDATE ON `indicator_definition` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `indicator_definition_delete_framework` AFTER DELETE ON `indicator_definition` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `target_insert_framework` AFTER INSERT ON `target` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `target_update_framework` AFTER UPDATE ON `target` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `target_delete_framework` AFTER DELETE ON `target` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `baseline_insert_framework` AFTER INSERT ON `baseline` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `baseline_update_framework` AFTER UPDATE ON `baseline` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `baseline_delete_framework` AFTER DELETE ON `baseline` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `setting_insert_framework` AFTER INSERT ON `setting` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `setting_update_framework` AFTER UPDATE ON `setting` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `setting_delete_framework` AFTER DELETE ON `setting` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `fact_insert_tally` AFTER INSERT ON `fact` WHEN NOT EXISTS (SELECT 1 FROM `tally_keeping`) BEGIN INSERT OR IGNORE INTO `tally_stale` VALUES (NEW.`indicator_id`); END;
--> statement-breakpoint
CREATE TRIGGER `fact_update_tally` AFTER UPDATE ON `fact` WHEN NOT EXISTS (SELECT 1 FROM `tally_keeping`) BEGIN INSERT OR IGNORE INTO `tally_stale` VALUES (NEW.`indicator_id`); END;
--> statement-breakpoint
CREATE TRIGGER `assignment_insert_tally` AFTER INSERT ON `assignment` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE `id` IN (NEW.`indicator_id`) AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `assignment_update_tally` AFTER UPDATE ON `assignment` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE `id` IN (OLD.`indicator_id`, NEW.`indicator_id`) AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `assignment_delete_tally` AFTER DELETE ON `assignment` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE `id` IN (OLD.`indicator_id`) AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `indicator_definition_insert_tally` AFTER INSERT ON `indicator_definition` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE `id` IN (NEW.`indicator_id`) AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `indicator_definition_update_tally` AFTER UPDATE ON `indicator_definition` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE `id` IN (OLD.`indicator_id`, NEW.`indicator_id`) AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `indicator_definition_delete_tally` AFTER DELETE ON `indicator_definition` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE `id` IN (OLD.`indicator_id`) AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `survey_round_insert_tally` AFTER INSERT ON `survey_round` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE `id` IN (NEW.`indicator_id`) AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `survey_round_update_tally` AFTER UPDATE ON `survey_round` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE `id` IN (OLD.`indicator_id`, NEW.`indicator_id`) AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `survey_round_delete_tally` AFTER DELETE ON `survey_round` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE `id` IN (OLD.`indicator_id`) AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `scheme_insert_tally` AFTER INSERT ON `scheme` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE `id` IN (NEW.`indicator_id`) AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `scheme_update_tally` AFTER UPDATE ON `scheme` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE `id` IN (OLD.`indicator_id`, NEW.`indicator_id`) AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `scheme_delete_tally` AFTER DELETE ON `scheme` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE `id` IN (OLD.`indicator_id`) AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `scheme_breakdown_insert_tally` AFTER INSERT ON `scheme_breakdown` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE `id` IN (SELECT `indicator_id` FROM `scheme` WHERE `id` IN (NEW.`scheme_id`)) AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `scheme_breakdown_update_tally` AFTER UPDATE ON `scheme_breakdown` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE `id` IN (SELECT `indicator_id` FROM `scheme` WHERE `id` IN (OLD.`scheme_id`, NEW.`scheme_id`)) AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `scheme_breakdown_delete_tally` AFTER DELETE ON `scheme_breakdown` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE `id` IN (SELECT `indicator_id` FROM `scheme` WHERE `id` IN (OLD.`scheme_id`)) AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `place_update_tally` AFTER UPDATE OF `parent_id`, `valid_from`, `valid_to` ON `place` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE true AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `cell_update_tally` AFTER UPDATE ON `cell` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE true AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `cell_category_update_tally` AFTER UPDATE ON `cell_category` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE true AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `cell_category_delete_tally` AFTER DELETE ON `cell_category` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE true AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
