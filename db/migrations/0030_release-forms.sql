CREATE TABLE `release_form` (
	`release_id` integer NOT NULL,
	`form` text NOT NULL,
	`packed` blob NOT NULL,
	`sha256` text NOT NULL,
	PRIMARY KEY(`release_id`, `form`),
	FOREIGN KEY (`release_id`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "release_form_form" CHECK("release_form"."form" in ('iati', 'data', 'table-vi', 'table-en')),
	CONSTRAINT "release_form_packed" CHECK(length("release_form"."packed") > 0),
	CONSTRAINT "release_form_sha256" CHECK(length("release_form"."sha256") = 64)
);
--> statement-breakpoint
CREATE TABLE `__new_project` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	`short_vi` text DEFAULT '3P Tracker' NOT NULL,
	`short_en` text DEFAULT '3P Tracker' NOT NULL,
	`lead_vi` text,
	`lead_en` text,
	`due_days` integer DEFAULT 15 NOT NULL,
	`donor_threshold` integer DEFAULT 5 NOT NULL,
	`public_threshold` integer DEFAULT 10 NOT NULL,
	`illustrative` integer NOT NULL,
	`iati` text,
	CONSTRAINT "project_illustrative" CHECK("__new_project"."illustrative" in (0, 1)),
	CONSTRAINT "project_iati" CHECK("__new_project"."iati" is null or json_valid("__new_project"."iati")),
	CONSTRAINT "project_is_one" CHECK("__new_project"."id" = 1),
	CONSTRAINT "project_lead" CHECK(("__new_project"."lead_vi" is null) = ("__new_project"."lead_en" is null)),
	CONSTRAINT "project_due_days" CHECK("__new_project"."due_days" between 0 and 90),
	CONSTRAINT "project_thresholds" CHECK(5 <= "__new_project"."donor_threshold" and "__new_project"."donor_threshold" <= "__new_project"."public_threshold")
);
--> statement-breakpoint
INSERT INTO `__new_project`("id", "code", "name_vi", "name_en", "short_vi", "short_en", "lead_vi", "lead_en", "due_days", "donor_threshold", "public_threshold", "illustrative", "iati") SELECT "id", "code", "name_vi", "name_en", "short_vi", "short_en", "lead_vi", "lead_en", "due_days", "donor_threshold", "public_threshold", "illustrative", null FROM `project`;
--> statement-breakpoint
DROP TABLE `project`;
--> statement-breakpoint
ALTER TABLE `__new_project` RENAME TO `project`;
