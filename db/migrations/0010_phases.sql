CREATE TABLE `phase` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	`first_quarter` integer NOT NULL,
	`last_quarter` integer NOT NULL,
	CONSTRAINT "phase_first_quarter" CHECK("phase"."first_quarter" between 7960 and 8403),
	CONSTRAINT "phase_last_quarter" CHECK("phase"."last_quarter" between 7960 and 8403),
	CONSTRAINT "phase_span" CHECK("phase"."last_quarter" >= "phase"."first_quarter")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `phase_code_unique` ON `phase` (`code`);
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
	CONSTRAINT "target_kind" CHECK("__new_target"."kind" in ('quarter', 'year', 'phase', 'project')),
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
INSERT OR IGNORE INTO `tally_stale` SELECT DISTINCT t.`indicator_id` FROM `tally_reporter` t JOIN `project` p ON t.`quarter` NOT BETWEEN p.`first_quarter` AND p.`last_quarter`;
