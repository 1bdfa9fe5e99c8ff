CREATE TABLE `__new_target` (
	`id` integer PRIMARY KEY NOT NULL,
	`indicator_id` integer NOT NULL,
	`place_id` integer,
	`kind` text NOT NULL,
	`phase` text,
	`from_quarter` integer NOT NULL,
	`to_quarter` integer NOT NULL,
	`value` real NOT NULL,
	`reason_vi` text,
	`reason_en` text,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "target_kind" CHECK("__new_target"."kind" in ('quarter', 'year', 'phase', 'project')),
	CONSTRAINT "target_of_phase" CHECK(("__new_target"."kind" = 'phase') = ("__new_target"."phase" is not null)),
	CONSTRAINT "target_from" CHECK("__new_target"."from_quarter" between 7960 and 8403),
	CONSTRAINT "target_to" CHECK("__new_target"."to_quarter" between 7960 and 8403),
	CONSTRAINT "target_span" CHECK("__new_target"."to_quarter" >= "__new_target"."from_quarter"),
	CONSTRAINT "target_reason" CHECK(("__new_target"."reason_vi" is null) = ("__new_target"."reason_en" is null)),
	CONSTRAINT "target_interval" CHECK("__new_target"."valid_to" is null or "__new_target"."valid_to" > "__new_target"."valid_from")
);
--> statement-breakpoint
INSERT INTO `__new_target`("id", "indicator_id", "place_id", "kind", "phase", "from_quarter", "to_quarter", "value", "valid_from", "valid_to") SELECT "id", "indicator_id", "place_id", "kind", "phase", "from_quarter", "to_quarter", "value", "valid_from", "valid_to" FROM `target`;
--> statement-breakpoint
DROP TABLE `target`;
--> statement-breakpoint
ALTER TABLE `__new_target` RENAME TO `target`;
--> statement-breakpoint
CREATE UNIQUE INDEX `target_once_project` ON `target` (`indicator_id`,`kind`,`from_quarter`,`valid_from`) WHERE "target"."place_id" is null;
--> statement-breakpoint
CREATE UNIQUE INDEX `target_once` ON `target` (`indicator_id`,`place_id`,`kind`,`from_quarter`,`valid_from`);
