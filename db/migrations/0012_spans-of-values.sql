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
	`year_start` integer DEFAULT 1 NOT NULL,
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
	CONSTRAINT "indicator_definition_year_start" CHECK("__new_indicator_definition"."year_start" in (1, 4, 7, 10)),
	CONSTRAINT "indicator_definition_sensitivity" CHECK("__new_indicator_definition"."sensitivity" in (0, 1, 2)),
	CONSTRAINT "indicator_definition_scale" CHECK("__new_indicator_definition"."scale" in (1, 100, 1000, 100000)),
	CONSTRAINT "indicator_definition_decimals" CHECK("__new_indicator_definition"."decimals" between 0 and 4),
	CONSTRAINT "indicator_definition_target_stage" CHECK(("__new_indicator_definition"."measure" = 'milestone') = ("__new_indicator_definition"."target_stage" is not null)),
	CONSTRAINT "indicator_definition_median" CHECK("__new_indicator_definition"."measure" <> 'median' or "__new_indicator_definition"."over_places" = 'none')
);
--> statement-breakpoint
INSERT INTO `__new_indicator_definition`("id", "indicator_id", "from_quarter", "to_quarter", "known_from", "known_to", "name_vi", "name_en", "definition_vi", "definition_en", "counting_unit_vi", "counting_unit_en", "base_unit_vi", "base_unit_en", "measure", "over_places", "over_time", "disjoint_reporters", "direction", "sensitivity", "frequency", "year_start", "scale", "decimals", "target_stage", "means_vi", "means_en", "responsible_vi", "responsible_en", "sdg", "gcm") SELECT "id", "indicator_id", "from_quarter", "to_quarter", "known_from", "known_to", "name_vi", "name_en", "definition_vi", "definition_en", "counting_unit_vi", "counting_unit_en", "base_unit_vi", "base_unit_en", "measure", "over_places", "over_time", "disjoint_reporters", "direction", "sensitivity", "frequency", 1, "scale", "decimals", "target_stage", "means_vi", "means_en", "responsible_vi", "responsible_en", "sdg", "gcm" FROM `indicator_definition`;
--> statement-breakpoint
DROP TABLE `indicator_definition`;
--> statement-breakpoint
ALTER TABLE `__new_indicator_definition` RENAME TO `indicator_definition`;
--> statement-breakpoint
CREATE UNIQUE INDEX `indicator_definition_once` ON `indicator_definition` (`indicator_id`,`from_quarter`,`known_from`);
--> statement-breakpoint
CREATE TABLE `__new_survey_round` (
	`definition_id` integer NOT NULL,
	`quarter` integer NOT NULL,
	`from_quarter` integer,
	`name_vi` text,
	`name_en` text,
	PRIMARY KEY(`definition_id`, `quarter`),
	FOREIGN KEY (`definition_id`) REFERENCES `indicator_definition`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "survey_round_quarter" CHECK("__new_survey_round"."quarter" between 7960 and 8403),
	CONSTRAINT "survey_round_from" CHECK("__new_survey_round"."from_quarter" is null or ("__new_survey_round"."from_quarter" between 7960 and 8403 and "__new_survey_round"."from_quarter" <= "__new_survey_round"."quarter")),
	CONSTRAINT "survey_round_name" CHECK(("__new_survey_round"."name_vi" is null) = ("__new_survey_round"."name_en" is null))
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_survey_round`("definition_id", "quarter", "from_quarter", "name_vi", "name_en") SELECT "definition_id", "quarter", null, null, null FROM `survey_round`;
--> statement-breakpoint
DROP TABLE `survey_round`;
--> statement-breakpoint
ALTER TABLE `__new_survey_round` RENAME TO `survey_round`;
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
CREATE TRIGGER `assignment_no_overlap_insert` BEFORE INSERT ON `assignment` WHEN EXISTS (SELECT 1 FROM `assignment` o WHERE o.`indicator_id` IS NEW.`indicator_id` AND o.`place_id` IS NEW.`place_id` AND o.`partner_id` IS NEW.`partner_id` AND (NEW.`to_quarter` IS NULL OR o.`from_quarter` <= NEW.`to_quarter`) AND (o.`to_quarter` IS NULL OR NEW.`from_quarter` <= o.`to_quarter`) AND NOT (o.`indicator_id` IS NEW.`indicator_id` AND o.`place_id` IS NEW.`place_id` AND o.`partner_id` IS NEW.`partner_id` AND o.`from_quarter` IS NEW.`from_quarter`)) BEGIN SELECT RAISE(ABORT, 'assignment: two rows of one indicator_id, place_id, partner_id at the same time'); END;
--> statement-breakpoint
CREATE TRIGGER `assignment_no_overlap_update` BEFORE UPDATE OF `indicator_id`, `place_id`, `partner_id`, `from_quarter`, `to_quarter` ON `assignment` WHEN EXISTS (SELECT 1 FROM `assignment` o WHERE o.`indicator_id` IS NEW.`indicator_id` AND o.`place_id` IS NEW.`place_id` AND o.`partner_id` IS NEW.`partner_id` AND (NEW.`to_quarter` IS NULL OR o.`from_quarter` <= NEW.`to_quarter`) AND (o.`to_quarter` IS NULL OR NEW.`from_quarter` <= o.`to_quarter`) AND NOT (o.`indicator_id` IS OLD.`indicator_id` AND o.`place_id` IS OLD.`place_id` AND o.`partner_id` IS OLD.`partner_id` AND o.`from_quarter` IS OLD.`from_quarter`)) BEGIN SELECT RAISE(ABORT, 'assignment: two rows of one indicator_id, place_id, partner_id at the same time'); END;
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
CREATE TRIGGER `succession_no_circle_insert` BEFORE INSERT ON `succession` WHEN EXISTS (WITH RECURSIVE way(at) AS (SELECT NEW.`to_id` UNION SELECT o.`to_id` FROM `succession` o JOIN way ON o.`from_id` = way.at) SELECT 1 FROM way WHERE at = NEW.`from_id`) BEGIN SELECT RAISE(ABORT, 'succession: a way that leads back to where it began'); END;
--> statement-breakpoint
CREATE TRIGGER `succession_no_circle_update` BEFORE UPDATE OF `from_id`, `to_id` ON `succession` WHEN EXISTS (WITH RECURSIVE way(at) AS (SELECT NEW.`to_id` UNION SELECT o.`to_id` FROM `succession` o JOIN way ON o.`from_id` = way.at) SELECT 1 FROM way WHERE at = NEW.`from_id`) BEGIN SELECT RAISE(ABORT, 'succession: a way that leads back to where it began'); END;
--> statement-breakpoint
CREATE TRIGGER `handover_no_circle_insert` BEFORE INSERT ON `handover` WHEN EXISTS (WITH RECURSIVE way(at, at1) AS (SELECT NEW.`place_id`, NEW.`partner_id` UNION SELECT o.`place_id`, o.`partner_id` FROM `handover` o JOIN way ON o.`predecessor_place_id` = way.at AND o.`predecessor_partner_id` = way.at1 AND o.`indicator_id` = NEW.`indicator_id`) SELECT 1 FROM way WHERE at = NEW.`predecessor_place_id` AND at1 = NEW.`predecessor_partner_id`) BEGIN SELECT RAISE(ABORT, 'handover: a way that leads back to where it began'); END;
--> statement-breakpoint
CREATE TRIGGER `handover_no_circle_update` BEFORE UPDATE OF `indicator_id`, `predecessor_place_id`, `predecessor_partner_id`, `place_id`, `partner_id` ON `handover` WHEN EXISTS (WITH RECURSIVE way(at, at1) AS (SELECT NEW.`place_id`, NEW.`partner_id` UNION SELECT o.`place_id`, o.`partner_id` FROM `handover` o JOIN way ON o.`predecessor_place_id` = way.at AND o.`predecessor_partner_id` = way.at1 AND o.`indicator_id` = NEW.`indicator_id`) SELECT 1 FROM way WHERE at = NEW.`predecessor_place_id` AND at1 = NEW.`predecessor_partner_id`) BEGIN SELECT RAISE(ABORT, 'handover: a way that leads back to where it began'); END;
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
CREATE TRIGGER `handover_insert_framework` AFTER INSERT ON `handover` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `handover_update_framework` AFTER UPDATE ON `handover` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `handover_delete_framework` AFTER DELETE ON `handover` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
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
