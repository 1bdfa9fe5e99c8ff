CREATE TABLE `category_definition` (
	`id` integer PRIMARY KEY NOT NULL,
	`category_id` integer NOT NULL,
	`from_quarter` integer NOT NULL,
	`to_quarter` integer,
	`known_from` integer NOT NULL,
	`known_to` integer,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`category_id`) REFERENCES `category`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "category_definition_from" CHECK("category_definition"."from_quarter" between 7960 and 8403),
	CONSTRAINT "category_definition_to" CHECK("category_definition"."to_quarter" is null or "category_definition"."to_quarter" between 7960 and 8403),
	CONSTRAINT "category_definition_span" CHECK("category_definition"."to_quarter" is null or "category_definition"."to_quarter" >= "category_definition"."from_quarter"),
	CONSTRAINT "category_definition_known" CHECK("category_definition"."known_to" is null or "category_definition"."known_to" > "category_definition"."known_from")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `category_definition_once` ON `category_definition` (`category_id`,`from_quarter`,`known_from`);
--> statement-breakpoint
-- Until now a category was on its list in every quarter, and had always been known.
INSERT INTO `category_definition` (`category_id`, `from_quarter`, `known_from`, `name_vi`, `name_en`, `position`)
SELECT `id`, 7960, 0, `name_vi`, `name_en`, `position` FROM `category`;
--> statement-breakpoint
CREATE TABLE `__new_stage` (
	`definition_id` integer NOT NULL,
	`nth` integer NOT NULL,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	PRIMARY KEY(`definition_id`, `nth`),
	FOREIGN KEY (`definition_id`) REFERENCES `indicator_definition`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stage_nth" CHECK("__new_stage"."nth" >= 0)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_stage`("definition_id", "nth", "name_vi", "name_en") SELECT d."id", o."nth", o."name_vi", o."name_en" FROM `stage` o JOIN `indicator_definition` d ON d."indicator_id" = o."indicator_id";
--> statement-breakpoint
DROP TABLE `stage`;
--> statement-breakpoint
ALTER TABLE `__new_stage` RENAME TO `stage`;
--> statement-breakpoint
CREATE TABLE `__new_survey_round` (
	`definition_id` integer NOT NULL,
	`quarter` integer NOT NULL,
	PRIMARY KEY(`definition_id`, `quarter`),
	FOREIGN KEY (`definition_id`) REFERENCES `indicator_definition`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "survey_round_quarter" CHECK("__new_survey_round"."quarter" between 7960 and 8403)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_survey_round`("definition_id", "quarter") SELECT d."id", o."quarter" FROM `survey_round` o JOIN `indicator_definition` d ON d."indicator_id" = o."indicator_id";
--> statement-breakpoint
DROP TABLE `survey_round`;
--> statement-breakpoint
ALTER TABLE `__new_survey_round` RENAME TO `survey_round`;
--> statement-breakpoint
CREATE TABLE `__new_indicator_definition` (
	`id` integer PRIMARY KEY NOT NULL,
	`indicator_id` integer NOT NULL,
	`from_quarter` integer NOT NULL,
	`to_quarter` integer,
	`known_from` integer NOT NULL,
	`known_to` integer,
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
	CONSTRAINT "indicator_definition_from" CHECK("__new_indicator_definition"."from_quarter" between 7960 and 8403),
	CONSTRAINT "indicator_definition_to" CHECK("__new_indicator_definition"."to_quarter" is null or "__new_indicator_definition"."to_quarter" between 7960 and 8403),
	CONSTRAINT "indicator_definition_span" CHECK("__new_indicator_definition"."to_quarter" is null or "__new_indicator_definition"."to_quarter" >= "__new_indicator_definition"."from_quarter"),
	CONSTRAINT "indicator_definition_known" CHECK("__new_indicator_definition"."known_to" is null or "__new_indicator_definition"."known_to" > "__new_indicator_definition"."known_from"),
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
-- Each held for every quarter, as it was known then.
INSERT INTO `__new_indicator_definition`("id", "indicator_id", "from_quarter", "to_quarter", "known_from", "known_to", "name_vi", "name_en", "definition_vi", "definition_en", "counting_unit_vi", "counting_unit_en", "base_unit_vi", "base_unit_en", "measure", "over_places", "over_time", "disjoint_reporters", "direction", "sensitivity", "frequency", "scale", "decimals", "target_stage", "means_vi", "means_en", "responsible_vi", "responsible_en", "sdg", "gcm") SELECT "id", "indicator_id", 7960, NULL, "valid_from", "valid_to", "name_vi", "name_en", "definition_vi", "definition_en", "counting_unit_vi", "counting_unit_en", "base_unit_vi", "base_unit_en", "measure", "over_places", "over_time", "disjoint_reporters", "direction", "sensitivity", "frequency", "scale", "decimals", "target_stage", "means_vi", "means_en", "responsible_vi", "responsible_en", "sdg", "gcm" FROM `indicator_definition`;
--> statement-breakpoint
DROP TABLE `indicator_definition`;
--> statement-breakpoint
ALTER TABLE `__new_indicator_definition` RENAME TO `indicator_definition`;
--> statement-breakpoint
CREATE UNIQUE INDEX `indicator_definition_once` ON `indicator_definition` (`indicator_id`,`from_quarter`,`known_from`);
--> statement-breakpoint
CREATE TABLE `__new_scheme` (
	`id` integer PRIMARY KEY NOT NULL,
	`indicator_id` integer NOT NULL,
	`kind` text NOT NULL,
	`from_quarter` integer NOT NULL,
	`to_quarter` integer,
	`known_from` integer NOT NULL,
	`known_to` integer,
	`position` integer NOT NULL,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "scheme_kind" CHECK("__new_scheme"."kind" in ('primary', 'partition', 'multiple')),
	CONSTRAINT "scheme_from" CHECK("__new_scheme"."from_quarter" between 7960 and 8403),
	CONSTRAINT "scheme_to" CHECK("__new_scheme"."to_quarter" is null or "__new_scheme"."to_quarter" between 7960 and 8403),
	CONSTRAINT "scheme_span" CHECK("__new_scheme"."to_quarter" is null or "__new_scheme"."to_quarter" >= "__new_scheme"."from_quarter"),
	CONSTRAINT "scheme_known" CHECK("__new_scheme"."known_to" is null or "__new_scheme"."known_to" > "__new_scheme"."known_from")
);
--> statement-breakpoint
INSERT INTO `__new_scheme`("id", "indicator_id", "kind", "from_quarter", "to_quarter", "known_from", "known_to", "position") SELECT "id", "indicator_id", "kind", "valid_from", "valid_to", 0, NULL, "position" FROM `scheme`;
--> statement-breakpoint
DROP TABLE `scheme`;
--> statement-breakpoint
ALTER TABLE `__new_scheme` RENAME TO `scheme`;
--> statement-breakpoint
CREATE TABLE `__new_scheme_breakdown` (
	`scheme_id` integer NOT NULL,
	`position` integer NOT NULL,
	`breakdown_id` integer NOT NULL,
	PRIMARY KEY(`scheme_id`, `position`),
	FOREIGN KEY (`scheme_id`) REFERENCES `scheme`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`breakdown_id`) REFERENCES `breakdown`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_scheme_breakdown`("scheme_id", "position", "breakdown_id") SELECT "scheme_id", "position", "breakdown_id" FROM `scheme_breakdown`;
--> statement-breakpoint
DROP TABLE `scheme_breakdown`;
--> statement-breakpoint
ALTER TABLE `__new_scheme_breakdown` RENAME TO `scheme_breakdown`;
--> statement-breakpoint
CREATE UNIQUE INDEX `scheme_breakdown_once` ON `scheme_breakdown` (`scheme_id`,`breakdown_id`);
--> statement-breakpoint
CREATE INDEX `scheme_indicator` ON `scheme` (`indicator_id`);
--> statement-breakpoint
ALTER TABLE `category` DROP COLUMN `name_vi`;
--> statement-breakpoint
ALTER TABLE `category` DROP COLUMN `name_en`;
--> statement-breakpoint
ALTER TABLE `category` DROP COLUMN `position`;
