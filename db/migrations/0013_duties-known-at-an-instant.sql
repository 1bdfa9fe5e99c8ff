DROP TRIGGER `indicator_definition_no_update`;
--> statement-breakpoint
DROP TRIGGER `indicator_definition_no_delete`;
--> statement-breakpoint
DROP TRIGGER `indicator_definition_no_replace`;
--> statement-breakpoint
DROP TRIGGER `stage_no_update`;
--> statement-breakpoint
DROP TRIGGER `stage_no_delete`;
--> statement-breakpoint
DROP TRIGGER `stage_no_replace`;
--> statement-breakpoint
DROP TRIGGER `survey_round_no_update`;
--> statement-breakpoint
DROP TRIGGER `survey_round_no_delete`;
--> statement-breakpoint
DROP TRIGGER `survey_round_no_replace`;
--> statement-breakpoint
DROP TRIGGER `category_definition_no_update`;
--> statement-breakpoint
DROP TRIGGER `category_definition_no_delete`;
--> statement-breakpoint
DROP TRIGGER `category_definition_no_replace`;
--> statement-breakpoint
DROP TRIGGER `scheme_no_update`;
--> statement-breakpoint
DROP TRIGGER `scheme_no_delete`;
--> statement-breakpoint
DROP TRIGGER `scheme_no_replace`;
--> statement-breakpoint
DROP TRIGGER `scheme_breakdown_no_update`;
--> statement-breakpoint
DROP TRIGGER `scheme_breakdown_no_delete`;
--> statement-breakpoint
DROP TRIGGER `scheme_breakdown_no_replace`;
--> statement-breakpoint
DROP TRIGGER `target_no_update`;
--> statement-breakpoint
DROP TRIGGER `target_no_delete`;
--> statement-breakpoint
DROP TRIGGER `target_no_replace`;
--> statement-breakpoint
DROP TRIGGER `baseline_no_update`;
--> statement-breakpoint
DROP TRIGGER `baseline_no_delete`;
--> statement-breakpoint
DROP TRIGGER `baseline_no_replace`;
--> statement-breakpoint
DROP TRIGGER `setting_no_update`;
--> statement-breakpoint
DROP TRIGGER `setting_no_delete`;
--> statement-breakpoint
DROP TRIGGER `setting_no_replace`;
--> statement-breakpoint
DROP TRIGGER `opening_no_update`;
--> statement-breakpoint
DROP TRIGGER `opening_no_delete`;
--> statement-breakpoint
DROP TRIGGER `opening_no_replace`;
--> statement-breakpoint
DROP TRIGGER `trail_no_update`;
--> statement-breakpoint
DROP TRIGGER `trail_no_delete`;
--> statement-breakpoint
DROP TRIGGER `trail_no_replace`;
--> statement-breakpoint
DROP TRIGGER `submission_fact_no_update`;
--> statement-breakpoint
DROP TRIGGER `submission_fact_no_delete`;
--> statement-breakpoint
DROP TRIGGER `submission_fact_no_replace`;
--> statement-breakpoint
DROP TRIGGER `submission_version_no_update`;
--> statement-breakpoint
DROP TRIGGER `submission_version_no_delete`;
--> statement-breakpoint
DROP TRIGGER `submission_version_no_replace`;
--> statement-breakpoint
DROP TRIGGER `entry_revision_no_update`;
--> statement-breakpoint
DROP TRIGGER `entry_revision_no_delete`;
--> statement-breakpoint
DROP TRIGGER `entry_revision_no_replace`;
--> statement-breakpoint
DROP TRIGGER `comment_no_update`;
--> statement-breakpoint
DROP TRIGGER `comment_no_delete`;
--> statement-breakpoint
DROP TRIGGER `comment_no_replace`;
--> statement-breakpoint
DROP TRIGGER `closing_no_update`;
--> statement-breakpoint
DROP TRIGGER `closing_no_delete`;
--> statement-breakpoint
DROP TRIGGER `closing_no_replace`;
--> statement-breakpoint
DROP TRIGGER `fact_no_update`;
--> statement-breakpoint
DROP TRIGGER `fact_no_delete`;
--> statement-breakpoint
DROP TRIGGER `fact_no_replace`;
--> statement-breakpoint
DROP TRIGGER `release_no_update`;
--> statement-breakpoint
DROP TRIGGER `release_no_delete`;
--> statement-breakpoint
DROP TRIGGER `release_no_insert`;
--> statement-breakpoint
DROP TRIGGER `release_recipient_no_update`;
--> statement-breakpoint
DROP TRIGGER `release_recipient_no_delete`;
--> statement-breakpoint
DROP TRIGGER `release_recipient_no_insert`;
--> statement-breakpoint
DROP TRIGGER `release_approval_no_update`;
--> statement-breakpoint
DROP TRIGGER `release_approval_no_delete`;
--> statement-breakpoint
DROP TRIGGER `release_approval_no_insert`;
--> statement-breakpoint
DROP TRIGGER `release_explanation_no_update`;
--> statement-breakpoint
DROP TRIGGER `release_explanation_no_delete`;
--> statement-breakpoint
DROP TRIGGER `release_explanation_no_insert`;
--> statement-breakpoint
DROP TRIGGER `release_atom_no_update`;
--> statement-breakpoint
DROP TRIGGER `release_atom_no_delete`;
--> statement-breakpoint
DROP TRIGGER `release_atom_no_insert`;
--> statement-breakpoint
DROP TRIGGER `release_figure_no_update`;
--> statement-breakpoint
DROP TRIGGER `release_figure_no_delete`;
--> statement-breakpoint
DROP TRIGGER `release_figure_no_insert`;
--> statement-breakpoint
DROP TRIGGER `indicator_definition_no_overlap_insert`;
--> statement-breakpoint
DROP TRIGGER `category_definition_no_overlap_insert`;
--> statement-breakpoint
DROP TRIGGER `target_no_overlap_insert`;
--> statement-breakpoint
DROP TRIGGER `baseline_no_overlap_insert`;
--> statement-breakpoint
DROP TRIGGER `setting_no_overlap_insert`;
--> statement-breakpoint
DROP TRIGGER `place_no_overlap_insert`;
--> statement-breakpoint
DROP TRIGGER `place_no_overlap_update`;
--> statement-breakpoint
DROP TRIGGER `partner_name_no_overlap_insert`;
--> statement-breakpoint
DROP TRIGGER `partner_name_no_overlap_update`;
--> statement-breakpoint
DROP TRIGGER `phase_no_overlap_insert`;
--> statement-breakpoint
DROP TRIGGER `phase_no_overlap_update`;
--> statement-breakpoint
DROP TRIGGER `assignment_no_overlap_insert`;
--> statement-breakpoint
DROP TRIGGER `assignment_no_overlap_update`;
--> statement-breakpoint
DROP TRIGGER `scheme_no_overlap_insert`;
--> statement-breakpoint
DROP TRIGGER `fact_no_overlap_insert`;
--> statement-breakpoint
DROP TRIGGER `result_no_circle_insert`;
--> statement-breakpoint
DROP TRIGGER `result_no_circle_update`;
--> statement-breakpoint
DROP TRIGGER `place_no_circle_insert`;
--> statement-breakpoint
DROP TRIGGER `place_no_circle_update`;
--> statement-breakpoint
DROP TRIGGER `succession_no_circle_insert`;
--> statement-breakpoint
DROP TRIGGER `succession_no_circle_update`;
--> statement-breakpoint
DROP TRIGGER `handover_no_circle_insert`;
--> statement-breakpoint
DROP TRIGGER `handover_no_circle_update`;
--> statement-breakpoint
DROP TRIGGER `project_insert_framework`;
--> statement-breakpoint
DROP TRIGGER `project_update_framework`;
--> statement-breakpoint
DROP TRIGGER `project_delete_framework`;
--> statement-breakpoint
DROP TRIGGER `phase_insert_framework`;
--> statement-breakpoint
DROP TRIGGER `phase_update_framework`;
--> statement-breakpoint
DROP TRIGGER `phase_delete_framework`;
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
DROP TRIGGER `handover_insert_framework`;
--> statement-breakpoint
DROP TRIGGER `handover_update_framework`;
--> statement-breakpoint
DROP TRIGGER `handover_delete_framework`;
--> statement-breakpoint
DROP TRIGGER `period_insert_framework`;
--> statement-breakpoint
DROP TRIGGER `period_update_framework`;
--> statement-breakpoint
DROP TRIGGER `period_delete_framework`;
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
DROP TRIGGER `category_definition_insert_framework`;
--> statement-breakpoint
DROP TRIGGER `category_definition_update_framework`;
--> statement-breakpoint
DROP TRIGGER `category_definition_delete_framework`;
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
DROP TRIGGER `target_insert_framework`;
--> statement-breakpoint
DROP TRIGGER `target_update_framework`;
--> statement-breakpoint
DROP TRIGGER `target_delete_framework`;
--> statement-breakpoint
DROP TRIGGER `baseline_insert_framework`;
--> statement-breakpoint
DROP TRIGGER `baseline_update_framework`;
--> statement-breakpoint
DROP TRIGGER `baseline_delete_framework`;
--> statement-breakpoint
DROP TRIGGER `setting_insert_framework`;
--> statement-breakpoint
DROP TRIGGER `setting_update_framework`;
--> statement-breakpoint
DROP TRIGGER `setting_delete_framework`;
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
DROP TRIGGER `scheme_insert_tally`;
--> statement-breakpoint
DROP TRIGGER `scheme_update_tally`;
--> statement-breakpoint
DROP TRIGGER `scheme_delete_tally`;
--> statement-breakpoint
DROP TRIGGER `survey_round_insert_tally`;
--> statement-breakpoint
DROP TRIGGER `survey_round_update_tally`;
--> statement-breakpoint
DROP TRIGGER `survey_round_delete_tally`;
--> statement-breakpoint
DROP TRIGGER `scheme_breakdown_insert_tally`;
--> statement-breakpoint
DROP TRIGGER `scheme_breakdown_update_tally`;
--> statement-breakpoint
DROP TRIGGER `scheme_breakdown_delete_tally`;
--> statement-breakpoint
DROP TRIGGER `project_update_tally`;
--> statement-breakpoint
DROP TRIGGER `phase_insert_tally`;
--> statement-breakpoint
DROP TRIGGER `phase_update_tally`;
--> statement-breakpoint
DROP TRIGGER `phase_delete_tally`;
--> statement-breakpoint
DROP TRIGGER `place_update_tally`;
--> statement-breakpoint
DROP TRIGGER `cell_update_tally`;
--> statement-breakpoint
DROP TRIGGER `cell_category_update_tally`;
--> statement-breakpoint
DROP TRIGGER `cell_category_delete_tally`;
--> statement-breakpoint
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
--> statement-breakpoint
CREATE TRIGGER `succession_no_update` BEFORE UPDATE ON `succession` WHEN OLD.`known_to` IS NOT NULL OR NEW.`known_to` IS NULL OR NEW.`from_id` IS NOT OLD.`from_id` OR NEW.`to_id` IS NOT OLD.`to_id` OR NEW.`on_date` IS NOT OLD.`on_date` OR NEW.`known_from` IS NOT OLD.`known_from` BEGIN SELECT RAISE(ABORT, 'succession is append-only: what stands is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER `succession_no_delete` BEFORE DELETE ON `succession` BEGIN SELECT RAISE(ABORT, 'succession is append-only: what stands is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `succession_no_replace` BEFORE INSERT ON `succession` WHEN EXISTS (SELECT 1 FROM `succession` WHERE `from_id` = NEW.`from_id` AND `to_id` = NEW.`to_id` AND `known_from` = NEW.`known_from`) BEGIN SELECT RAISE(ABORT, 'succession is append-only: what stands is never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `assignment_no_update` BEFORE UPDATE ON `assignment` WHEN OLD.`known_to` IS NOT NULL OR NEW.`known_to` IS NULL OR NEW.`indicator_id` IS NOT OLD.`indicator_id` OR NEW.`place_id` IS NOT OLD.`place_id` OR NEW.`partner_id` IS NOT OLD.`partner_id` OR NEW.`from_quarter` IS NOT OLD.`from_quarter` OR NEW.`to_quarter` IS NOT OLD.`to_quarter` OR NEW.`known_from` IS NOT OLD.`known_from` BEGIN SELECT RAISE(ABORT, 'assignment is append-only: what stands is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER `assignment_no_delete` BEFORE DELETE ON `assignment` BEGIN SELECT RAISE(ABORT, 'assignment is append-only: what stands is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `assignment_no_replace` BEFORE INSERT ON `assignment` WHEN EXISTS (SELECT 1 FROM `assignment` WHERE `indicator_id` = NEW.`indicator_id` AND `place_id` = NEW.`place_id` AND `partner_id` = NEW.`partner_id` AND `from_quarter` = NEW.`from_quarter` AND `known_from` = NEW.`known_from`) BEGIN SELECT RAISE(ABORT, 'assignment is append-only: what stands is never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `handover_no_update` BEFORE UPDATE ON `handover` WHEN OLD.`known_to` IS NOT NULL OR NEW.`known_to` IS NULL OR NEW.`indicator_id` IS NOT OLD.`indicator_id` OR NEW.`place_id` IS NOT OLD.`place_id` OR NEW.`partner_id` IS NOT OLD.`partner_id` OR NEW.`from_quarter` IS NOT OLD.`from_quarter` OR NEW.`predecessor_place_id` IS NOT OLD.`predecessor_place_id` OR NEW.`predecessor_partner_id` IS NOT OLD.`predecessor_partner_id` OR NEW.`predecessor_from` IS NOT OLD.`predecessor_from` OR NEW.`known_from` IS NOT OLD.`known_from` BEGIN SELECT RAISE(ABORT, 'handover is append-only: what stands is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER `handover_no_delete` BEFORE DELETE ON `handover` BEGIN SELECT RAISE(ABORT, 'handover is append-only: what stands is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `handover_no_replace` BEFORE INSERT ON `handover` WHEN EXISTS (SELECT 1 FROM `handover` WHERE `indicator_id` = NEW.`indicator_id` AND `place_id` = NEW.`place_id` AND `partner_id` = NEW.`partner_id` AND `from_quarter` = NEW.`from_quarter` AND `predecessor_place_id` = NEW.`predecessor_place_id` AND `predecessor_partner_id` = NEW.`predecessor_partner_id` AND `predecessor_from` = NEW.`predecessor_from` AND `known_from` = NEW.`known_from`) BEGIN SELECT RAISE(ABORT, 'handover is append-only: what stands is never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `indicator_definition_no_update` BEFORE UPDATE ON `indicator_definition` WHEN OLD.`known_to` IS NOT NULL OR NEW.`known_to` IS NULL OR NEW.`id` IS NOT OLD.`id` OR NEW.`indicator_id` IS NOT OLD.`indicator_id` OR NEW.`from_quarter` IS NOT OLD.`from_quarter` OR NEW.`to_quarter` IS NOT OLD.`to_quarter` OR NEW.`known_from` IS NOT OLD.`known_from` OR NEW.`name_vi` IS NOT OLD.`name_vi` OR NEW.`name_en` IS NOT OLD.`name_en` OR NEW.`definition_vi` IS NOT OLD.`definition_vi` OR NEW.`definition_en` IS NOT OLD.`definition_en` OR NEW.`counting_unit_vi` IS NOT OLD.`counting_unit_vi` OR NEW.`counting_unit_en` IS NOT OLD.`counting_unit_en` OR NEW.`base_unit_vi` IS NOT OLD.`base_unit_vi` OR NEW.`base_unit_en` IS NOT OLD.`base_unit_en` OR NEW.`measure` IS NOT OLD.`measure` OR NEW.`over_places` IS NOT OLD.`over_places` OR NEW.`over_time` IS NOT OLD.`over_time` OR NEW.`disjoint_reporters` IS NOT OLD.`disjoint_reporters` OR NEW.`direction` IS NOT OLD.`direction` OR NEW.`sensitivity` IS NOT OLD.`sensitivity` OR NEW.`frequency` IS NOT OLD.`frequency` OR NEW.`year_start` IS NOT OLD.`year_start` OR NEW.`scale` IS NOT OLD.`scale` OR NEW.`decimals` IS NOT OLD.`decimals` OR NEW.`target_stage` IS NOT OLD.`target_stage` OR NEW.`means_vi` IS NOT OLD.`means_vi` OR NEW.`means_en` IS NOT OLD.`means_en` OR NEW.`responsible_vi` IS NOT OLD.`responsible_vi` OR NEW.`responsible_en` IS NOT OLD.`responsible_en` OR NEW.`sdg` IS NOT OLD.`sdg` OR NEW.`gcm` IS NOT OLD.`gcm` BEGIN SELECT RAISE(ABORT, 'indicator_definition is append-only: what stands is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER `indicator_definition_no_delete` BEFORE DELETE ON `indicator_definition` BEGIN SELECT RAISE(ABORT, 'indicator_definition is append-only: what stands is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `indicator_definition_no_replace` BEFORE INSERT ON `indicator_definition` WHEN EXISTS (SELECT 1 FROM `indicator_definition` WHERE `id` = NEW.`id`) OR EXISTS (SELECT 1 FROM `indicator_definition` WHERE `indicator_id` = NEW.`indicator_id` AND `from_quarter` = NEW.`from_quarter` AND `known_from` = NEW.`known_from`) BEGIN SELECT RAISE(ABORT, 'indicator_definition is append-only: what stands is never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `stage_no_update` BEFORE UPDATE ON `stage` BEGIN SELECT RAISE(ABORT, 'stage is append-only: what stands is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER `stage_no_delete` BEFORE DELETE ON `stage` BEGIN SELECT RAISE(ABORT, 'stage is append-only: what stands is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `stage_no_replace` BEFORE INSERT ON `stage` WHEN EXISTS (SELECT 1 FROM `stage` WHERE `definition_id` = NEW.`definition_id` AND `nth` = NEW.`nth`) BEGIN SELECT RAISE(ABORT, 'stage is append-only: what stands is never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `survey_round_no_update` BEFORE UPDATE ON `survey_round` BEGIN SELECT RAISE(ABORT, 'survey_round is append-only: what stands is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER `survey_round_no_delete` BEFORE DELETE ON `survey_round` BEGIN SELECT RAISE(ABORT, 'survey_round is append-only: what stands is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `survey_round_no_replace` BEFORE INSERT ON `survey_round` WHEN EXISTS (SELECT 1 FROM `survey_round` WHERE `definition_id` = NEW.`definition_id` AND `quarter` = NEW.`quarter`) BEGIN SELECT RAISE(ABORT, 'survey_round is append-only: what stands is never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `category_definition_no_update` BEFORE UPDATE ON `category_definition` WHEN OLD.`known_to` IS NOT NULL OR NEW.`known_to` IS NULL OR NEW.`id` IS NOT OLD.`id` OR NEW.`category_id` IS NOT OLD.`category_id` OR NEW.`from_quarter` IS NOT OLD.`from_quarter` OR NEW.`to_quarter` IS NOT OLD.`to_quarter` OR NEW.`known_from` IS NOT OLD.`known_from` OR NEW.`name_vi` IS NOT OLD.`name_vi` OR NEW.`name_en` IS NOT OLD.`name_en` OR NEW.`position` IS NOT OLD.`position` BEGIN SELECT RAISE(ABORT, 'category_definition is append-only: what stands is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER `category_definition_no_delete` BEFORE DELETE ON `category_definition` BEGIN SELECT RAISE(ABORT, 'category_definition is append-only: what stands is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `category_definition_no_replace` BEFORE INSERT ON `category_definition` WHEN EXISTS (SELECT 1 FROM `category_definition` WHERE `id` = NEW.`id`) OR EXISTS (SELECT 1 FROM `category_definition` WHERE `category_id` = NEW.`category_id` AND `from_quarter` = NEW.`from_quarter` AND `known_from` = NEW.`known_from`) BEGIN SELECT RAISE(ABORT, 'category_definition is append-only: what stands is never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `scheme_no_update` BEFORE UPDATE ON `scheme` WHEN OLD.`known_to` IS NOT NULL OR NEW.`known_to` IS NULL OR NEW.`id` IS NOT OLD.`id` OR NEW.`indicator_id` IS NOT OLD.`indicator_id` OR NEW.`kind` IS NOT OLD.`kind` OR NEW.`from_quarter` IS NOT OLD.`from_quarter` OR NEW.`to_quarter` IS NOT OLD.`to_quarter` OR NEW.`known_from` IS NOT OLD.`known_from` OR NEW.`position` IS NOT OLD.`position` BEGIN SELECT RAISE(ABORT, 'scheme is append-only: what stands is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER `scheme_no_delete` BEFORE DELETE ON `scheme` BEGIN SELECT RAISE(ABORT, 'scheme is append-only: what stands is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `scheme_no_replace` BEFORE INSERT ON `scheme` WHEN EXISTS (SELECT 1 FROM `scheme` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'scheme is append-only: what stands is never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `scheme_breakdown_no_update` BEFORE UPDATE ON `scheme_breakdown` BEGIN SELECT RAISE(ABORT, 'scheme_breakdown is append-only: what stands is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER `scheme_breakdown_no_delete` BEFORE DELETE ON `scheme_breakdown` BEGIN SELECT RAISE(ABORT, 'scheme_breakdown is append-only: what stands is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `scheme_breakdown_no_replace` BEFORE INSERT ON `scheme_breakdown` WHEN EXISTS (SELECT 1 FROM `scheme_breakdown` WHERE `scheme_id` = NEW.`scheme_id` AND `position` = NEW.`position`) OR EXISTS (SELECT 1 FROM `scheme_breakdown` WHERE `scheme_id` = NEW.`scheme_id` AND `breakdown_id` = NEW.`breakdown_id`) BEGIN SELECT RAISE(ABORT, 'scheme_breakdown is append-only: what stands is never replaced'); END;
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
CREATE TRIGGER `opening_no_update` BEFORE UPDATE ON `opening` BEGIN SELECT RAISE(ABORT, 'opening is append-only: what stands is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER `opening_no_delete` BEFORE DELETE ON `opening` BEGIN SELECT RAISE(ABORT, 'opening is append-only: what stands is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `opening_no_replace` BEFORE INSERT ON `opening` WHEN EXISTS (SELECT 1 FROM `opening` WHERE `mode` = NEW.`mode`) BEGIN SELECT RAISE(ABORT, 'opening is append-only: what stands is never replaced'); END;
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
CREATE TRIGGER `submission_version_no_update` BEFORE UPDATE ON `submission_version` BEGIN SELECT RAISE(ABORT, 'submission_version is append-only: what stands is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER `submission_version_no_delete` BEFORE DELETE ON `submission_version` BEGIN SELECT RAISE(ABORT, 'submission_version is append-only: what stands is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `submission_version_no_replace` BEFORE INSERT ON `submission_version` WHEN EXISTS (SELECT 1 FROM `submission_version` WHERE `submission_id` = NEW.`submission_id` AND `version` = NEW.`version`) BEGIN SELECT RAISE(ABORT, 'submission_version is append-only: what stands is never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `entry_revision_no_update` BEFORE UPDATE ON `entry_revision` BEGIN SELECT RAISE(ABORT, 'entry_revision is append-only: what stands is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER `entry_revision_no_delete` BEFORE DELETE ON `entry_revision` BEGIN SELECT RAISE(ABORT, 'entry_revision is append-only: what stands is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `entry_revision_no_replace` BEFORE INSERT ON `entry_revision` WHEN EXISTS (SELECT 1 FROM `entry_revision` WHERE `submission_id` = NEW.`submission_id` AND `version` = NEW.`version` AND `indicator_id` = NEW.`indicator_id` AND `cell_id` = NEW.`cell_id`) BEGIN SELECT RAISE(ABORT, 'entry_revision is append-only: what stands is never replaced'); END;
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
CREATE TRIGGER `release_explanation_no_update` BEFORE UPDATE ON `release_explanation` WHEN EXISTS (SELECT 1 FROM `release` WHERE `id` = OLD.`release_id` AND `state` = 'issued') OR NEW.`release_id` IS NOT OLD.`release_id` BEGIN SELECT RAISE(ABORT, 'release_explanation is frozen: the release has been issued'); END;
--> statement-breakpoint
CREATE TRIGGER `release_explanation_no_delete` BEFORE DELETE ON `release_explanation` WHEN EXISTS (SELECT 1 FROM `release` WHERE `id` = OLD.`release_id` AND `state` = 'issued') BEGIN SELECT RAISE(ABORT, 'release_explanation is frozen: the release has been issued'); END;
--> statement-breakpoint
CREATE TRIGGER `release_explanation_no_insert` BEFORE INSERT ON `release_explanation` WHEN EXISTS (SELECT 1 FROM `release` WHERE `id` = NEW.`release_id` AND `state` = 'issued') BEGIN SELECT RAISE(ABORT, 'release_explanation is frozen: the release has been issued'); END;
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
CREATE TRIGGER `place_valid_to_once` BEFORE UPDATE OF `valid_to`, `end_known_from` ON `place` WHEN OLD.`valid_to` IS NOT NULL AND (NEW.`valid_to` IS NOT OLD.`valid_to` OR NEW.`end_known_from` IS NOT OLD.`end_known_from`) BEGIN SELECT RAISE(ABORT, 'place: valid_to, end_known_from is written once'); END;
--> statement-breakpoint
CREATE TRIGGER `indicator_definition_no_overlap_insert` BEFORE INSERT ON `indicator_definition` WHEN EXISTS (SELECT 1 FROM `indicator_definition` o WHERE o.`indicator_id` IS NEW.`indicator_id` AND (NEW.`to_quarter` IS NULL OR o.`from_quarter` <= NEW.`to_quarter`) AND (o.`to_quarter` IS NULL OR NEW.`from_quarter` <= o.`to_quarter`) AND NOT (o.`id` IS NEW.`id`) AND (NEW.`known_to` IS NULL OR o.`known_from` < NEW.`known_to`) AND (o.`known_to` IS NULL OR NEW.`known_from` < o.`known_to`)) BEGIN SELECT RAISE(ABORT, 'indicator_definition: two rows of one indicator_id at the same time'); END;
--> statement-breakpoint
CREATE TRIGGER `category_definition_no_overlap_insert` BEFORE INSERT ON `category_definition` WHEN EXISTS (SELECT 1 FROM `category_definition` o WHERE o.`category_id` IS NEW.`category_id` AND (NEW.`to_quarter` IS NULL OR o.`from_quarter` <= NEW.`to_quarter`) AND (o.`to_quarter` IS NULL OR NEW.`from_quarter` <= o.`to_quarter`) AND NOT (o.`id` IS NEW.`id`) AND (NEW.`known_to` IS NULL OR o.`known_from` < NEW.`known_to`) AND (o.`known_to` IS NULL OR NEW.`known_from` < o.`known_to`)) BEGIN SELECT RAISE(ABORT, 'category_definition: two rows of one category_id at the same time'); END;
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
CREATE TRIGGER `phase_no_overlap_insert` BEFORE INSERT ON `phase` WHEN EXISTS (SELECT 1 FROM `phase` o WHERE (NEW.`last_quarter` IS NULL OR o.`first_quarter` <= NEW.`last_quarter`) AND (o.`last_quarter` IS NULL OR NEW.`first_quarter` <= o.`last_quarter`) AND NOT (o.`id` IS NEW.`id`)) BEGIN SELECT RAISE(ABORT, 'phase: two rows at the same time'); END;
--> statement-breakpoint
CREATE TRIGGER `phase_no_overlap_update` BEFORE UPDATE OF `first_quarter`, `last_quarter` ON `phase` WHEN EXISTS (SELECT 1 FROM `phase` o WHERE (NEW.`last_quarter` IS NULL OR o.`first_quarter` <= NEW.`last_quarter`) AND (o.`last_quarter` IS NULL OR NEW.`first_quarter` <= o.`last_quarter`) AND NOT (o.`id` IS OLD.`id`)) BEGIN SELECT RAISE(ABORT, 'phase: two rows at the same time'); END;
--> statement-breakpoint
CREATE TRIGGER `assignment_no_overlap_insert` BEFORE INSERT ON `assignment` WHEN EXISTS (SELECT 1 FROM `assignment` o WHERE o.`indicator_id` IS NEW.`indicator_id` AND o.`place_id` IS NEW.`place_id` AND o.`partner_id` IS NEW.`partner_id` AND (NEW.`to_quarter` IS NULL OR o.`from_quarter` <= NEW.`to_quarter`) AND (o.`to_quarter` IS NULL OR NEW.`from_quarter` <= o.`to_quarter`) AND NOT (o.`indicator_id` IS NEW.`indicator_id` AND o.`place_id` IS NEW.`place_id` AND o.`partner_id` IS NEW.`partner_id` AND o.`from_quarter` IS NEW.`from_quarter` AND o.`known_from` IS NEW.`known_from`) AND (NEW.`known_to` IS NULL OR o.`known_from` < NEW.`known_to`) AND (o.`known_to` IS NULL OR NEW.`known_from` < o.`known_to`)) BEGIN SELECT RAISE(ABORT, 'assignment: two rows of one indicator_id, place_id, partner_id at the same time'); END;
--> statement-breakpoint
CREATE TRIGGER `scheme_no_overlap_insert` BEFORE INSERT ON `scheme` WHEN NEW.kind = 'primary' AND EXISTS (SELECT 1 FROM `scheme` o WHERE o.`indicator_id` IS NEW.`indicator_id` AND (NEW.`to_quarter` IS NULL OR o.`from_quarter` <= NEW.`to_quarter`) AND (o.`to_quarter` IS NULL OR NEW.`from_quarter` <= o.`to_quarter`) AND NOT (o.`id` IS NEW.`id`) AND o.kind = 'primary' AND (NEW.`known_to` IS NULL OR o.`known_from` < NEW.`known_to`) AND (o.`known_to` IS NULL OR NEW.`known_from` < o.`known_to`)) BEGIN SELECT RAISE(ABORT, 'scheme: two rows of one indicator_id at the same time'); END;
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
CREATE TRIGGER `succession_no_circle_insert` BEFORE INSERT ON `succession` WHEN EXISTS (WITH RECURSIVE way(at) AS (SELECT NEW.`to_id` UNION SELECT o.`to_id` FROM `succession` o JOIN way ON o.`from_id` = way.at AND o.`known_to` IS NULL) SELECT 1 FROM way WHERE at = NEW.`from_id`) BEGIN SELECT RAISE(ABORT, 'succession: a way that leads back to where it began'); END;
--> statement-breakpoint
CREATE TRIGGER `handover_no_circle_insert` BEFORE INSERT ON `handover` WHEN EXISTS (WITH RECURSIVE way(at, at1) AS (SELECT NEW.`place_id`, NEW.`partner_id` UNION SELECT o.`place_id`, o.`partner_id` FROM `handover` o JOIN way ON o.`predecessor_place_id` = way.at AND o.`predecessor_partner_id` = way.at1 AND o.`indicator_id` = NEW.`indicator_id` AND o.`known_to` IS NULL) SELECT 1 FROM way WHERE at = NEW.`predecessor_place_id` AND at1 = NEW.`predecessor_partner_id`) BEGIN SELECT RAISE(ABORT, 'handover: a way that leads back to where it began'); END;
--> statement-breakpoint
CREATE TRIGGER `handover_assigned_insert` BEFORE INSERT ON `handover` WHEN NOT (EXISTS (SELECT 1 FROM `assignment` a WHERE a.`indicator_id` = NEW.`indicator_id` AND a.`place_id` = NEW.`place_id` AND a.`partner_id` = NEW.`partner_id` AND a.`from_quarter` = NEW.`from_quarter`) AND EXISTS (SELECT 1 FROM `assignment` a WHERE a.`indicator_id` = NEW.`indicator_id` AND a.`place_id` = NEW.`predecessor_place_id` AND a.`partner_id` = NEW.`predecessor_partner_id` AND a.`from_quarter` = NEW.`predecessor_from`)) BEGIN SELECT RAISE(ABORT, 'handover: nobody is assigned so'); END;
--> statement-breakpoint
CREATE TRIGGER `project_insert_framework` AFTER INSERT ON `project` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `project_update_framework` AFTER UPDATE ON `project` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `project_delete_framework` AFTER DELETE ON `project` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `phase_insert_framework` AFTER INSERT ON `phase` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `phase_update_framework` AFTER UPDATE ON `phase` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `phase_delete_framework` AFTER DELETE ON `phase` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
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
CREATE TRIGGER `place_insert_framework` AFTER INSERT ON `place` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `place_update_framework` AFTER UPDATE ON `place` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `place_delete_framework` AFTER DELETE ON `place` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
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
CREATE TRIGGER `period_insert_framework` AFTER INSERT ON `period` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `period_update_framework` AFTER UPDATE ON `period` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `period_delete_framework` AFTER DELETE ON `period` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `succession_insert_framework` AFTER INSERT ON `succession` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `succession_update_framework` AFTER UPDATE ON `succession` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `succession_delete_framework` AFTER DELETE ON `succession` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `assignment_insert_framework` AFTER INSERT ON `assignment` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `assignment_update_framework` AFTER UPDATE ON `assignment` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `assignment_delete_framework` AFTER DELETE ON `assignment` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `handover_insert_framework` AFTER INSERT ON `handover` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `handover_update_framework` AFTER UPDATE ON `handover` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `handover_delete_framework` AFTER DELETE ON `handover` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `indicator_definition_insert_framework` AFTER INSERT ON `indicator_definition` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `indicator_definition_update_framework` AFTER UPDATE ON `indicator_definition` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `indicator_definition_delete_framework` AFTER DELETE ON `indicator_definition` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
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
CREATE TRIGGER `category_definition_insert_framework` AFTER INSERT ON `category_definition` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `category_definition_update_framework` AFTER UPDATE ON `category_definition` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `category_definition_delete_framework` AFTER DELETE ON `category_definition` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
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
CREATE TRIGGER `scheme_insert_tally` AFTER INSERT ON `scheme` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE `id` IN (NEW.`indicator_id`) AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `scheme_update_tally` AFTER UPDATE ON `scheme` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE `id` IN (OLD.`indicator_id`, NEW.`indicator_id`) AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `scheme_delete_tally` AFTER DELETE ON `scheme` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE `id` IN (OLD.`indicator_id`) AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `survey_round_insert_tally` AFTER INSERT ON `survey_round` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE `id` IN (SELECT `indicator_id` FROM `indicator_definition` WHERE `id` IN (NEW.`definition_id`)) AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `survey_round_update_tally` AFTER UPDATE ON `survey_round` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE `id` IN (SELECT `indicator_id` FROM `indicator_definition` WHERE `id` IN (OLD.`definition_id`, NEW.`definition_id`)) AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `survey_round_delete_tally` AFTER DELETE ON `survey_round` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE `id` IN (SELECT `indicator_id` FROM `indicator_definition` WHERE `id` IN (OLD.`definition_id`)) AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `scheme_breakdown_insert_tally` AFTER INSERT ON `scheme_breakdown` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE `id` IN (SELECT `indicator_id` FROM `scheme` WHERE `id` IN (NEW.`scheme_id`)) AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `scheme_breakdown_update_tally` AFTER UPDATE ON `scheme_breakdown` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE `id` IN (SELECT `indicator_id` FROM `scheme` WHERE `id` IN (OLD.`scheme_id`, NEW.`scheme_id`)) AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `scheme_breakdown_delete_tally` AFTER DELETE ON `scheme_breakdown` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE `id` IN (SELECT `indicator_id` FROM `scheme` WHERE `id` IN (OLD.`scheme_id`)) AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `project_update_tally` AFTER UPDATE OF `first_quarter`, `last_quarter` ON `project` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE true AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `phase_insert_tally` AFTER INSERT ON `phase` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE true AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `phase_update_tally` AFTER UPDATE ON `phase` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE true AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `phase_delete_tally` AFTER DELETE ON `phase` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE true AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `place_update_tally` AFTER UPDATE OF `parent_id`, `valid_from`, `valid_to` ON `place` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE true AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `cell_update_tally` AFTER UPDATE ON `cell` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE true AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `cell_category_update_tally` AFTER UPDATE ON `cell_category` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE true AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `cell_category_delete_tally` AFTER DELETE ON `cell_category` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator` WHERE true AND EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`); END;
