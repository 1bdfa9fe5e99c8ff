CREATE TABLE `__new_handover` (
	`indicator_id` integer NOT NULL,
	`place_id` integer NOT NULL,
	`partner_id` integer NOT NULL,
	`from_quarter` integer NOT NULL,
	`predecessor_place_id` integer NOT NULL,
	`predecessor_partner_id` integer NOT NULL,
	`predecessor_from` integer NOT NULL,
	`known_from` integer NOT NULL,
	`known_to` integer,
	PRIMARY KEY(`indicator_id`, `place_id`, `partner_id`, `from_quarter`, `predecessor_place_id`, `predecessor_partner_id`, `predecessor_from`, `known_from`),
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `partner`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`predecessor_place_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`predecessor_partner_id`) REFERENCES `partner`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "handover_two" CHECK("__new_handover"."place_id" <> "__new_handover"."predecessor_place_id" or "__new_handover"."partner_id" <> "__new_handover"."predecessor_partner_id"),
	CONSTRAINT "handover_after" CHECK("__new_handover"."from_quarter" >= "__new_handover"."predecessor_from"),
	CONSTRAINT "handover_known" CHECK("__new_handover"."known_to" is null or "__new_handover"."known_to" > "__new_handover"."known_from")
) WITHOUT ROWID;
--> statement-breakpoint
-- Until now nothing said since when it was known: it had always been.
INSERT INTO `__new_handover`("indicator_id", "place_id", "partner_id", "from_quarter", "predecessor_place_id", "predecessor_partner_id", "predecessor_from", "known_from", "known_to") SELECT "indicator_id", "place_id", "partner_id", "from_quarter", "predecessor_place_id", "predecessor_partner_id", "predecessor_from", 0, NULL FROM `handover`;
--> statement-breakpoint
DROP TABLE `handover`;
--> statement-breakpoint
ALTER TABLE `__new_handover` RENAME TO `handover`;
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
	CONSTRAINT "trail_verb" CHECK("__new_trail"."verb" in ('project.loaded', 'indicator.redefined', 'indicator.retired', 'indicator.breakdown-changed', 'breakdown.category-listed', 'breakdown.category-ended', 'assignment.handed-over', 'person.added', 'person.corrected', 'person.disabled', 'person.enabled', 'person.password-changed', 'person.password-refused', 'person.language-changed', 'person.signed-in', 'person.signed-out', 'person.session-ended', 'person.sign-in-failed', 'submission.saved', 'submission.submitted', 'submission.returned', 'submission.approved', 'submission.reopened', 'submission.commented', 'period.closed', 'period.reopened', 'setting.changed', 'release.drafted', 'release.protected', 'release.protection-failed', 'release.protection-restarted', 'release.explanations-chosen', 'release.approved', 'release.issued', 'release.downloaded', 'release.discarded', 'release.narrative-chosen')),
	CONSTRAINT "trail_subject_kind" CHECK("__new_trail"."subject_kind" in ('project', 'indicator', 'breakdown', 'person', 'submission', 'period', 'setting', 'release')),
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
	`known_from` integer NOT NULL,
	`known_to` integer,
	PRIMARY KEY(`indicator_id`, `place_id`, `partner_id`, `from_quarter`, `known_from`),
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `partner`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assignment_from" CHECK("__new_assignment"."from_quarter" between 7960 and 8403),
	CONSTRAINT "assignment_to" CHECK("__new_assignment"."to_quarter" is null or "__new_assignment"."to_quarter" between 7960 and 8403),
	CONSTRAINT "assignment_span" CHECK("__new_assignment"."to_quarter" is null or "__new_assignment"."to_quarter" >= "__new_assignment"."from_quarter"),
	CONSTRAINT "assignment_known" CHECK("__new_assignment"."known_to" is null or "__new_assignment"."known_to" > "__new_assignment"."known_from")
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_assignment`("indicator_id", "place_id", "partner_id", "from_quarter", "to_quarter", "known_from", "known_to") SELECT "indicator_id", "place_id", "partner_id", "from_quarter", "to_quarter", 0, NULL FROM `assignment`;
--> statement-breakpoint
DROP TABLE `assignment`;
--> statement-breakpoint
ALTER TABLE `__new_assignment` RENAME TO `assignment`;
--> statement-breakpoint
CREATE INDEX `assignment_partner` ON `assignment` (`partner_id`,`place_id`);
--> statement-breakpoint
CREATE TABLE `__new_succession` (
	`from_id` integer NOT NULL,
	`to_id` integer NOT NULL,
	`on_date` text NOT NULL,
	`known_from` integer NOT NULL,
	`known_to` integer,
	PRIMARY KEY(`from_id`, `to_id`, `known_from`),
	FOREIGN KEY (`from_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "succession_on" CHECK("__new_succession"."on_date" is date("__new_succession"."on_date")),
	CONSTRAINT "succession_known" CHECK("__new_succession"."known_to" is null or "__new_succession"."known_to" > "__new_succession"."known_from"),
	CONSTRAINT "succession_two" CHECK("__new_succession"."from_id" <> "__new_succession"."to_id")
);
--> statement-breakpoint
INSERT INTO `__new_succession`("from_id", "to_id", "on_date", "known_from", "known_to") SELECT "from_id", "to_id", "on_date", 0, NULL FROM `succession`;
--> statement-breakpoint
DROP TABLE `succession`;
--> statement-breakpoint
ALTER TABLE `__new_succession` RENAME TO `succession`;
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
	`end_known_from` integer,
	`position` integer NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "place_valid_from" CHECK("__new_place"."valid_from" is date("__new_place"."valid_from")),
	CONSTRAINT "place_valid_to" CHECK("__new_place"."valid_to" is date("__new_place"."valid_to")),
	CONSTRAINT "place_level" CHECK("__new_place"."level" in ('project', 'province', 'commune')),
	CONSTRAINT "place_end_known" CHECK(("__new_place"."valid_to" is null) = ("__new_place"."end_known_from" is null)),
	CONSTRAINT "place_interval" CHECK("__new_place"."valid_to" is null or "__new_place"."valid_to" > "__new_place"."valid_from"),
	CONSTRAINT "place_commune_has_parent" CHECK(("__new_place"."level" = 'commune') = ("__new_place"."parent_id" is not null))
);
--> statement-breakpoint
INSERT INTO `__new_place`("id", "slug", "code", "iso", "level", "parent_id", "name_vi", "name_en", "valid_from", "valid_to", "end_known_from", "position") SELECT "id", "slug", "code", "iso", "level", "parent_id", "name_vi", "name_en", "valid_from", "valid_to", iif("valid_to" IS NULL, NULL, 0), "position" FROM `place`;
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
