CREATE TABLE `fact` (
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
	CONSTRAINT "fact_state" CHECK("fact"."state" in ('reported', 'not applicable')),
	CONSTRAINT "fact_number" CHECK(("fact"."state" = 'reported') = ("fact"."value" is not null)),
	CONSTRAINT "fact_size" CHECK(abs(coalesce("fact"."value", 0)) <= 1e12 and coalesce("fact"."base", 0) between 0 and 1e12),
	CONSTRAINT "fact_quarter" CHECK("fact"."quarter" between 7960 and 8403),
	CONSTRAINT "fact_interval" CHECK("fact"."approved_to" is null or "fact"."approved_to" > "fact"."approved_from")
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `framework_version` (
	`id` integer PRIMARY KEY NOT NULL,
	`nth` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `tally_cell` (
	`indicator_id` integer NOT NULL,
	`quarter` integer NOT NULL,
	`province_id` integer NOT NULL,
	`cell_id` integer NOT NULL,
	`reported` integer NOT NULL,
	`value` integer NOT NULL,
	`base` integer NOT NULL,
	`product` integer NOT NULL,
	PRIMARY KEY(`indicator_id`, `quarter`, `cell_id`, `province_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `tally_keeping` (
	`id` integer PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `tally_province` (
	`indicator_id` integer NOT NULL,
	`quarter` integer NOT NULL,
	`province_id` integer NOT NULL,
	`reported` integer NOT NULL,
	`stray` integer NOT NULL,
	`not_applicable` integer NOT NULL,
	`value` integer NOT NULL,
	`base` integer NOT NULL,
	`product` integer NOT NULL,
	PRIMARY KEY(`indicator_id`, `quarter`, `province_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `tally_reporter` (
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
	PRIMARY KEY(`indicator_id`, `quarter`, `place_id`, `partner_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `tally_stale` (
	`indicator_id` integer PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `baseline` (
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
	CONSTRAINT "baseline_quarter" CHECK("baseline"."quarter" between 7960 and 8403),
	CONSTRAINT "baseline_interval" CHECK("baseline"."valid_to" is null or "baseline"."valid_to" > "baseline"."valid_from")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `baseline_once_project` ON `baseline` (`indicator_id`,`valid_from`) WHERE "baseline"."place_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `baseline_once` ON `baseline` (`indicator_id`,`place_id`,`valid_from`);--> statement-breakpoint
CREATE TABLE `breakdown` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `breakdown_code_unique` ON `breakdown` (`code`);--> statement-breakpoint
CREATE TABLE `category` (
	`id` integer PRIMARY KEY NOT NULL,
	`breakdown_id` integer NOT NULL,
	`code` text NOT NULL,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`breakdown_id`) REFERENCES `breakdown`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `category_code` ON `category` (`breakdown_id`,`code`);--> statement-breakpoint
CREATE TABLE `cell` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cell_key_unique` ON `cell` (`key`);--> statement-breakpoint
CREATE TABLE `cell_category` (
	`cell_id` integer NOT NULL,
	`breakdown_id` integer NOT NULL,
	`category_id` integer NOT NULL,
	PRIMARY KEY(`cell_id`, `breakdown_id`),
	FOREIGN KEY (`cell_id`) REFERENCES `cell`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`breakdown_id`) REFERENCES `breakdown`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`category_id`) REFERENCES `category`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `indicator` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`result_id` integer NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`result_id`) REFERENCES `result`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `indicator_code_unique` ON `indicator` (`code`);--> statement-breakpoint
CREATE TABLE `indicator_definition` (
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
	CONSTRAINT "indicator_definition_interval" CHECK("indicator_definition"."valid_to" is null or "indicator_definition"."valid_to" > "indicator_definition"."valid_from"),
	CONSTRAINT "indicator_definition_measure" CHECK("indicator_definition"."measure" in ('count', 'ratio', 'mean', 'milestone', 'median')),
	CONSTRAINT "indicator_definition_over_places" CHECK("indicator_definition"."over_places" in ('sum', 'none', 'project')),
	CONSTRAINT "indicator_definition_over_time" CHECK("indicator_definition"."over_time" in ('sum', 'latest', 'none')),
	CONSTRAINT "indicator_definition_direction" CHECK("indicator_definition"."direction" in ('higher', 'lower')),
	CONSTRAINT "indicator_definition_frequency" CHECK("indicator_definition"."frequency" in ('quarterly', 'half-yearly', 'annual', 'survey')),
	CONSTRAINT "indicator_definition_sensitivity" CHECK("indicator_definition"."sensitivity" in (0, 1, 2)),
	CONSTRAINT "indicator_definition_scale" CHECK("indicator_definition"."scale" in (1, 100, 1000, 100000)),
	CONSTRAINT "indicator_definition_decimals" CHECK("indicator_definition"."decimals" between 0 and 4),
	CONSTRAINT "indicator_definition_target_stage" CHECK(("indicator_definition"."measure" = 'milestone') = ("indicator_definition"."target_stage" is not null)),
	CONSTRAINT "indicator_definition_median" CHECK("indicator_definition"."measure" <> 'median' or "indicator_definition"."over_places" = 'none')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `indicator_definition_from` ON `indicator_definition` (`indicator_id`,`valid_from`);--> statement-breakpoint
CREATE TABLE `project` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	`donor_vi` text NOT NULL,
	`donor_en` text NOT NULL,
	`first_quarter` integer NOT NULL,
	`last_quarter` integer NOT NULL,
	`illustrative` integer NOT NULL,
	CONSTRAINT "project_is_one" CHECK("project"."id" = 1),
	CONSTRAINT "project_first_quarter" CHECK("project"."first_quarter" between 7960 and 8403),
	CONSTRAINT "project_span" CHECK("project"."last_quarter" >= "project"."first_quarter")
);
--> statement-breakpoint
CREATE TABLE `result` (
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
	CONSTRAINT "result_level" CHECK("result"."level" in ('impact', 'outcome', 'output')),
	CONSTRAINT "result_component" CHECK("result"."component" is null or "result"."component" in ('prevention', 'prosecution', 'protection')),
	CONSTRAINT "result_impact_has_no_component" CHECK("result"."level" <> 'impact' or "result"."component" is null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `result_code_unique` ON `result` (`code`);--> statement-breakpoint
CREATE TABLE `scheme` (
	`id` integer PRIMARY KEY NOT NULL,
	`indicator_id` integer NOT NULL,
	`kind` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	`position` integer NOT NULL,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "scheme_kind" CHECK("scheme"."kind" in ('primary', 'partition', 'multiple')),
	CONSTRAINT "scheme_valid_from" CHECK("scheme"."valid_from" between 7960 and 8403),
	CONSTRAINT "scheme_interval" CHECK("scheme"."valid_to" is null or "scheme"."valid_to" >= "scheme"."valid_from")
);
--> statement-breakpoint
CREATE INDEX `scheme_indicator` ON `scheme` (`indicator_id`);--> statement-breakpoint
CREATE TABLE `scheme_breakdown` (
	`scheme_id` integer NOT NULL,
	`position` integer NOT NULL,
	`breakdown_id` integer NOT NULL,
	PRIMARY KEY(`scheme_id`, `position`),
	FOREIGN KEY (`scheme_id`) REFERENCES `scheme`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`breakdown_id`) REFERENCES `breakdown`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `scheme_breakdown_once` ON `scheme_breakdown` (`scheme_id`,`breakdown_id`);--> statement-breakpoint
CREATE TABLE `setting` (
	`name` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	`value` text NOT NULL,
	PRIMARY KEY(`name`, `valid_from`),
	CONSTRAINT "setting_interval" CHECK("setting"."valid_to" is null or "setting"."valid_to" > "setting"."valid_from")
);
--> statement-breakpoint
CREATE TABLE `stage` (
	`indicator_id` integer NOT NULL,
	`nth` integer NOT NULL,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	PRIMARY KEY(`indicator_id`, `nth`),
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stage_nth" CHECK("stage"."nth" >= 0)
);
--> statement-breakpoint
CREATE TABLE `survey_round` (
	`indicator_id` integer NOT NULL,
	`quarter` integer NOT NULL,
	PRIMARY KEY(`indicator_id`, `quarter`),
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "survey_round_quarter" CHECK("survey_round"."quarter" between 7960 and 8403)
);
--> statement-breakpoint
CREATE TABLE `target` (
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
	CONSTRAINT "target_kind" CHECK("target"."kind" in ('quarter', 'year', 'project')),
	CONSTRAINT "target_from" CHECK("target"."from_quarter" between 7960 and 8403),
	CONSTRAINT "target_span" CHECK("target"."to_quarter" >= "target"."from_quarter"),
	CONSTRAINT "target_interval" CHECK("target"."valid_to" is null or "target"."valid_to" > "target"."valid_from")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `target_once_project` ON `target` (`indicator_id`,`kind`,`from_quarter`,`valid_from`) WHERE "target"."place_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `target_once` ON `target` (`indicator_id`,`place_id`,`kind`,`from_quarter`,`valid_from`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` integer PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`language` text NOT NULL,
	`password_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`disabled_at` integer,
	CONSTRAINT "person_role" CHECK("person"."role" in ('partner', 'manager', 'donor', 'administrator')),
	CONSTRAINT "person_language" CHECK("person"."language" in ('vi', 'en')),
	CONSTRAINT "person_email" CHECK("person"."email" = lower("person"."email") and "person"."email" like '%_@_%')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_email_unique` ON `person` (`email`);--> statement-breakpoint
CREATE TABLE `person_scope` (
	`person_id` integer NOT NULL,
	`partner_id` integer NOT NULL,
	PRIMARY KEY(`person_id`, `partner_id`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `partner`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `session` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`person_id` integer,
	`data` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`agent` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_person` ON `session` (`person_id`);--> statement-breakpoint
CREATE INDEX `session_expires` ON `session` (`expires_at`);--> statement-breakpoint
CREATE TABLE `trail` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`by_id` integer,
	`verb` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`detail` text NOT NULL,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "trail_detail" CHECK(json_valid("trail"."detail"))
);
--> statement-breakpoint
CREATE INDEX `trail_subject` ON `trail` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE INDEX `trail_at` ON `trail` (`at`);--> statement-breakpoint
CREATE TABLE `assignment` (
	`indicator_id` integer NOT NULL,
	`place_id` integer NOT NULL,
	`partner_id` integer NOT NULL,
	`from_quarter` integer NOT NULL,
	`to_quarter` integer,
	PRIMARY KEY(`indicator_id`, `place_id`, `partner_id`, `from_quarter`),
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `partner`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assignment_from" CHECK("assignment"."from_quarter" between 7960 and 8403),
	CONSTRAINT "assignment_span" CHECK("assignment"."to_quarter" is null or "assignment"."to_quarter" >= "assignment"."from_quarter")
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `assignment_partner` ON `assignment` (`partner_id`,`place_id`);--> statement-breakpoint
CREATE TABLE `partner` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`cut_off_day` integer,
	`position` integer NOT NULL,
	CONSTRAINT "partner_cut_off_day" CHECK("partner"."cut_off_day" is null or "partner"."cut_off_day" between 1 and 28)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `partner_slug_unique` ON `partner` (`slug`);--> statement-breakpoint
CREATE TABLE `partner_name` (
	`partner_id` integer NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`kind` text NOT NULL,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	PRIMARY KEY(`partner_id`, `valid_from`),
	FOREIGN KEY (`partner_id`) REFERENCES `partner`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "partner_name_kind" CHECK("partner_name"."kind" in ('police', 'border guard', 'womens union', 'department of labour', 'department of health', 'procuracy', 'court', 'legal aid centre', 'ngo', 'international organisation')),
	CONSTRAINT "partner_name_interval" CHECK("partner_name"."valid_to" is null or "partner_name"."valid_to" > "partner_name"."valid_from")
);
--> statement-breakpoint
CREATE TABLE `place` (
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
	CONSTRAINT "place_level" CHECK("place"."level" in ('project', 'province', 'commune')),
	CONSTRAINT "place_interval" CHECK("place"."valid_to" is null or "place"."valid_to" > "place"."valid_from"),
	CONSTRAINT "place_commune_has_parent" CHECK(("place"."level" = 'commune') = ("place"."parent_id" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `place_slug_unique` ON `place` (`slug`);--> statement-breakpoint
CREATE INDEX `place_parent` ON `place` (`parent_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `place_code` ON `place` (`level`,`code`,`valid_from`);--> statement-breakpoint
CREATE TABLE `succession` (
	`from_id` integer NOT NULL,
	`to_id` integer NOT NULL,
	`on_date` text NOT NULL,
	PRIMARY KEY(`from_id`, `to_id`),
	FOREIGN KEY (`from_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "succession_two" CHECK("succession"."from_id" <> "succession"."to_id")
);
--> statement-breakpoint
CREATE TABLE `release` (
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
	CONSTRAINT "release_audience" CHECK("release"."audience" in ('donor', 'public')),
	CONSTRAINT "release_language" CHECK("release"."language" in ('vi', 'en', 'both')),
	CONSTRAINT "release_state" CHECK("release"."state" in ('draft', 'protecting', 'protected', 'failed', 'issued')),
	CONSTRAINT "release_threshold" CHECK("release"."threshold" >= 5),
	CONSTRAINT "release_from" CHECK("release"."from_quarter" between 7960 and 8403),
	CONSTRAINT "release_span" CHECK("release"."to_quarter" >= "release"."from_quarter"),
	CONSTRAINT "release_layout" CHECK(json_valid("release"."layout")),
	CONSTRAINT "release_issued" CHECK(("release"."state" = 'issued') = ("release"."issued_at" is not null))
);
--> statement-breakpoint
CREATE TABLE `release_approval` (
	`release_id` integer NOT NULL,
	`by_id` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`release_id`, `by_id`),
	FOREIGN KEY (`release_id`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `release_atom` (
	`release_id` integer NOT NULL,
	`nth` integer NOT NULL,
	`key` text NOT NULL,
	PRIMARY KEY(`release_id`, `nth`),
	FOREIGN KEY (`release_id`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `release_figure` (
	`release_id` integer NOT NULL,
	`figure_id` text NOT NULL,
	`indicator_id` integer NOT NULL,
	`atoms` text NOT NULL,
	`shown` real,
	`mark` text,
	PRIMARY KEY(`release_id`, `figure_id`),
	FOREIGN KEY (`release_id`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "release_figure_atoms" CHECK(json_valid("release_figure"."atoms")),
	CONSTRAINT "release_figure_shown" CHECK(("release_figure"."shown" is null) = ("release_figure"."mark" is not null))
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `release_figure_indicator` ON `release_figure` (`indicator_id`);--> statement-breakpoint
CREATE TABLE `release_recipient` (
	`release_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	PRIMARY KEY(`release_id`, `person_id`),
	FOREIGN KEY (`release_id`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `closing` (
	`id` integer PRIMARY KEY NOT NULL,
	`quarter` integer NOT NULL,
	`closed_at` integer NOT NULL,
	`closed_by` integer,
	`reopened_at` integer,
	`reopened_by` integer,
	`reason` text,
	FOREIGN KEY (`closed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reopened_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "closing_quarter_range" CHECK("closing"."quarter" between 7960 and 8403),
	CONSTRAINT "closing_reopened_with_reason" CHECK("closing"."reopened_at" is null or "closing"."reason" is not null)
);
--> statement-breakpoint
CREATE INDEX `closing_quarter` ON `closing` (`quarter`);--> statement-breakpoint
CREATE TABLE `comment` (
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
	CONSTRAINT "comment_text" CHECK(length(trim("comment"."text")) > 0)
);
--> statement-breakpoint
CREATE INDEX `comment_submission` ON `comment` (`submission_id`);--> statement-breakpoint
CREATE TABLE `entry` (
	`submission_id` integer NOT NULL,
	`indicator_id` integer NOT NULL,
	`cell_id` integer NOT NULL,
	`state` text NOT NULL,
	`value` real,
	`base` real,
	`reason` text,
	PRIMARY KEY(`submission_id`, `indicator_id`, `cell_id`),
	FOREIGN KEY (`submission_id`) REFERENCES `submission`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cell_id`) REFERENCES `cell`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "entry_state" CHECK("entry"."state" in ('reported', 'not reported', 'not applicable')),
	CONSTRAINT "entry_number" CHECK(("entry"."state" = 'reported') = ("entry"."value" is not null)),
	CONSTRAINT "entry_base" CHECK("entry"."base" is null or ("entry"."value" is not null and "entry"."base" >= 0)),
	CONSTRAINT "entry_reason" CHECK("entry"."state" <> 'not applicable' or length(trim("entry"."reason")) > 0)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `period` (
	`quarter` integer PRIMARY KEY NOT NULL,
	`due_on` text NOT NULL,
	CONSTRAINT "period_quarter" CHECK("period"."quarter" between 7960 and 8403)
);
--> statement-breakpoint
CREATE TABLE `submission` (
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
	CONSTRAINT "submission_state" CHECK("submission"."state" in ('draft', 'submitted', 'returned', 'approved')),
	CONSTRAINT "submission_quarter_range" CHECK("submission"."quarter" between 7960 and 8403),
	CONSTRAINT "submission_version" CHECK("submission"."version" >= 1),
	CONSTRAINT "submission_cut" CHECK(("submission"."cut_from" is null) = ("submission"."cut_to" is null))
);
--> statement-breakpoint
CREATE INDEX `submission_quarter` ON `submission` (`quarter`,`state`);--> statement-breakpoint
CREATE UNIQUE INDEX `submission_once` ON `submission` (`partner_id`,`place_id`,`quarter`);--> statement-breakpoint
CREATE TABLE `submission_fact` (
	`id` integer PRIMARY KEY NOT NULL,
	`submission_id` integer NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` integer,
	`reason` text,
	FOREIGN KEY (`submission_id`) REFERENCES `submission`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "submission_fact_kind" CHECK("submission_fact"."kind" in ('submitted', 'returned', 'approved', 'reopened')),
	CONSTRAINT "submission_fact_reason" CHECK("submission_fact"."kind" not in ('returned', 'reopened') or length(trim("submission_fact"."reason")) > 0)
);
--> statement-breakpoint
CREATE INDEX `submission_fact_submission` ON `submission_fact` (`submission_id`);