CREATE TABLE `handover` (
	`indicator_id` integer NOT NULL,
	`place_id` integer NOT NULL,
	`partner_id` integer NOT NULL,
	`from_quarter` integer NOT NULL,
	`predecessor_place_id` integer NOT NULL,
	`predecessor_partner_id` integer NOT NULL,
	`predecessor_from` integer NOT NULL,
	PRIMARY KEY(`indicator_id`, `place_id`, `partner_id`, `from_quarter`, `predecessor_place_id`, `predecessor_partner_id`, `predecessor_from`),
	FOREIGN KEY (`indicator_id`,`place_id`,`partner_id`,`from_quarter`) REFERENCES `assignment`(`indicator_id`,`place_id`,`partner_id`,`from_quarter`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_id`,`predecessor_place_id`,`predecessor_partner_id`,`predecessor_from`) REFERENCES `assignment`(`indicator_id`,`place_id`,`partner_id`,`from_quarter`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "handover_two" CHECK("handover"."place_id" <> "handover"."predecessor_place_id" or "handover"."partner_id" <> "handover"."predecessor_partner_id"),
	CONSTRAINT "handover_after" CHECK("handover"."from_quarter" >= "handover"."predecessor_from")
) WITHOUT ROWID;
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
	CONSTRAINT "indicator_definition_over_time" CHECK("__new_indicator_definition"."over_time" in ('sum', 'latest', 'life', 'none')),
	CONSTRAINT "indicator_definition_direction" CHECK("__new_indicator_definition"."direction" in ('higher', 'lower')),
	CONSTRAINT "indicator_definition_frequency" CHECK("__new_indicator_definition"."frequency" in ('quarterly', 'half-yearly', 'annual', 'survey')),
	CONSTRAINT "indicator_definition_sensitivity" CHECK("__new_indicator_definition"."sensitivity" in (0, 1, 2)),
	CONSTRAINT "indicator_definition_scale" CHECK("__new_indicator_definition"."scale" in (1, 100, 1000, 100000)),
	CONSTRAINT "indicator_definition_decimals" CHECK("__new_indicator_definition"."decimals" between 0 and 4),
	CONSTRAINT "indicator_definition_target_stage" CHECK(("__new_indicator_definition"."measure" = 'milestone') = ("__new_indicator_definition"."target_stage" is not null)),
	CONSTRAINT "indicator_definition_median" CHECK("__new_indicator_definition"."measure" <> 'median' or "__new_indicator_definition"."over_places" = 'none')
);
--> statement-breakpoint
INSERT INTO `__new_indicator_definition`("id", "indicator_id", "from_quarter", "to_quarter", "known_from", "known_to", "name_vi", "name_en", "definition_vi", "definition_en", "counting_unit_vi", "counting_unit_en", "base_unit_vi", "base_unit_en", "measure", "over_places", "over_time", "disjoint_reporters", "direction", "sensitivity", "frequency", "scale", "decimals", "target_stage", "means_vi", "means_en", "responsible_vi", "responsible_en", "sdg", "gcm") SELECT "id", "indicator_id", "from_quarter", "to_quarter", "known_from", "known_to", "name_vi", "name_en", "definition_vi", "definition_en", "counting_unit_vi", "counting_unit_en", "base_unit_vi", "base_unit_en", "measure", "over_places", "over_time", "disjoint_reporters", "direction", "sensitivity", "frequency", "scale", "decimals", "target_stage", "means_vi", "means_en", "responsible_vi", "responsible_en", "sdg", "gcm" FROM `indicator_definition`;
--> statement-breakpoint
DROP TABLE `indicator_definition`;
--> statement-breakpoint
ALTER TABLE `__new_indicator_definition` RENAME TO `indicator_definition`;
--> statement-breakpoint
CREATE UNIQUE INDEX `indicator_definition_once` ON `indicator_definition` (`indicator_id`,`from_quarter`,`known_from`);
