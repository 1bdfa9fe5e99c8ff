CREATE TABLE `validation_rule` (
	`lesser_id` integer NOT NULL,
	`part` text NOT NULL,
	`greater_id` integer NOT NULL,
	`within` text NOT NULL,
	`over` text NOT NULL,
	`why_vi` text NOT NULL,
	`why_en` text NOT NULL,
	`known_from` integer NOT NULL,
	`known_to` integer,
	PRIMARY KEY(`lesser_id`, `part`, `greater_id`, `known_from`),
	FOREIGN KEY (`lesser_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`greater_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "validation_rule_two" CHECK("validation_rule"."lesser_id" <> "validation_rule"."greater_id"),
	CONSTRAINT "validation_rule_part" CHECK("validation_rule"."part" in ('value', 'base')),
	CONSTRAINT "validation_rule_within" CHECK("validation_rule"."within" in ('reporter', 'place')),
	CONSTRAINT "validation_rule_over" CHECK("validation_rule"."over" in ('quarter', 'to-date')),
	CONSTRAINT "validation_rule_known" CHECK("validation_rule"."known_to" is null or "validation_rule"."known_to" > "validation_rule"."known_from")
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `doubt_note` (
	`submission_fact_id` integer NOT NULL,
	`doubt` text NOT NULL,
	`note` text NOT NULL,
	`confirmed` integer NOT NULL,
	PRIMARY KEY(`submission_fact_id`, `doubt`),
	FOREIGN KEY (`submission_fact_id`) REFERENCES `submission_fact`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "doubt_note_text" CHECK(length(trim("doubt_note"."note")) > 0),
	CONSTRAINT "doubt_note_confirmed" CHECK("doubt_note"."confirmed" in (0, 1))
) WITHOUT ROWID;
