-- The trail only grows: nobody, this program included, may change or remove what was done.
CREATE TRIGGER `trail_no_update` BEFORE UPDATE ON `trail` BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `trail_no_delete` BEFORE DELETE ON `trail` BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;
--> statement-breakpoint
-- What has happened to a submission, and what a release has shown, stay as they were.
CREATE TRIGGER `submission_fact_no_update` BEFORE UPDATE ON `submission_fact` BEGIN SELECT RAISE(ABORT, 'facts about a submission are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `submission_fact_no_delete` BEFORE DELETE ON `submission_fact` BEGIN SELECT RAISE(ABORT, 'facts about a submission are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `release_figure_no_update` BEFORE UPDATE ON `release_figure` BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `release_figure_no_delete` BEFORE DELETE ON `release_figure` BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
--> statement-breakpoint
-- An approved value is never rewritten: only its end may be set, once.
CREATE TRIGGER `fact_only_closes` BEFORE UPDATE ON `fact` WHEN OLD.`approved_to` IS NOT NULL OR NEW.`value` IS NOT OLD.`value` OR NEW.`base` IS NOT OLD.`base` OR NEW.`state` IS NOT OLD.`state` OR NEW.`approved_from` IS NOT OLD.`approved_from` BEGIN SELECT RAISE(ABORT, 'an approved value is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER `fact_no_delete` BEFORE DELETE ON `fact` BEGIN SELECT RAISE(ABORT, 'an approved value is never removed'); END;
--> statement-breakpoint
INSERT INTO `cell` (`id`, `key`) VALUES (1, '');
--> statement-breakpoint
INSERT INTO `framework_version` (`id`, `nth`) VALUES (1, 1);
--> statement-breakpoint
-- What is read of the framework may be kept in memory until this number changes. It is random, not counted, so that a
-- change that was rolled back and the next one never share a number.
CREATE TRIGGER `project_insert_framework` AFTER INSERT ON `project` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `project_update_framework` AFTER UPDATE ON `project` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
--> statement-breakpoint
CREATE TRIGGER `project_delete_framework` AFTER DELETE ON `project` BEGIN UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991); END;
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
-- A tally that may differ from the facts is not read.
CREATE TRIGGER `fact_insert_tally` AFTER INSERT ON `fact` WHEN NOT EXISTS (SELECT 1 FROM `tally_keeping`) BEGIN INSERT OR IGNORE INTO `tally_stale` VALUES (NEW.`indicator_id`); END;
--> statement-breakpoint
CREATE TRIGGER `fact_update_tally` AFTER UPDATE ON `fact` WHEN NOT EXISTS (SELECT 1 FROM `tally_keeping`) BEGIN INSERT OR IGNORE INTO `tally_stale` VALUES (NEW.`indicator_id`); END;
--> statement-breakpoint
CREATE TRIGGER `assignment_insert_tally` AFTER INSERT ON `assignment` WHEN EXISTS (SELECT 1 FROM `fact` WHERE `indicator_id` = NEW.`indicator_id`) BEGIN INSERT OR IGNORE INTO `tally_stale` VALUES (NEW.`indicator_id`); END;
--> statement-breakpoint
CREATE TRIGGER `assignment_update_tally` AFTER UPDATE ON `assignment` WHEN EXISTS (SELECT 1 FROM `fact` WHERE `indicator_id` = NEW.`indicator_id`) BEGIN INSERT OR IGNORE INTO `tally_stale` VALUES (NEW.`indicator_id`); END;
--> statement-breakpoint
CREATE TRIGGER `assignment_delete_tally` AFTER DELETE ON `assignment` WHEN EXISTS (SELECT 1 FROM `fact` WHERE `indicator_id` = OLD.`indicator_id`) BEGIN INSERT OR IGNORE INTO `tally_stale` VALUES (OLD.`indicator_id`); END;
--> statement-breakpoint
CREATE TRIGGER `indicator_definition_insert_tally` AFTER INSERT ON `indicator_definition` WHEN EXISTS (SELECT 1 FROM `fact` WHERE `indicator_id` = NEW.`indicator_id`) BEGIN INSERT OR IGNORE INTO `tally_stale` VALUES (NEW.`indicator_id`); END;
--> statement-breakpoint
CREATE TRIGGER `indicator_definition_update_tally` AFTER UPDATE ON `indicator_definition` WHEN EXISTS (SELECT 1 FROM `fact` WHERE `indicator_id` = NEW.`indicator_id`) BEGIN INSERT OR IGNORE INTO `tally_stale` VALUES (NEW.`indicator_id`); END;
--> statement-breakpoint
CREATE TRIGGER `indicator_definition_delete_tally` AFTER DELETE ON `indicator_definition` WHEN EXISTS (SELECT 1 FROM `fact` WHERE `indicator_id` = OLD.`indicator_id`) BEGIN INSERT OR IGNORE INTO `tally_stale` VALUES (OLD.`indicator_id`); END;
--> statement-breakpoint
CREATE TRIGGER `survey_round_insert_tally` AFTER INSERT ON `survey_round` WHEN EXISTS (SELECT 1 FROM `fact` WHERE `indicator_id` = NEW.`indicator_id`) BEGIN INSERT OR IGNORE INTO `tally_stale` VALUES (NEW.`indicator_id`); END;
--> statement-breakpoint
CREATE TRIGGER `survey_round_update_tally` AFTER UPDATE ON `survey_round` WHEN EXISTS (SELECT 1 FROM `fact` WHERE `indicator_id` = NEW.`indicator_id`) BEGIN INSERT OR IGNORE INTO `tally_stale` VALUES (NEW.`indicator_id`); END;
--> statement-breakpoint
CREATE TRIGGER `survey_round_delete_tally` AFTER DELETE ON `survey_round` WHEN EXISTS (SELECT 1 FROM `fact` WHERE `indicator_id` = OLD.`indicator_id`) BEGIN INSERT OR IGNORE INTO `tally_stale` VALUES (OLD.`indicator_id`); END;
--> statement-breakpoint
CREATE TRIGGER `scheme_insert_tally` AFTER INSERT ON `scheme` WHEN EXISTS (SELECT 1 FROM `fact` WHERE `indicator_id` = NEW.`indicator_id`) BEGIN INSERT OR IGNORE INTO `tally_stale` VALUES (NEW.`indicator_id`); END;
--> statement-breakpoint
CREATE TRIGGER `scheme_update_tally` AFTER UPDATE ON `scheme` WHEN EXISTS (SELECT 1 FROM `fact` WHERE `indicator_id` = NEW.`indicator_id`) BEGIN INSERT OR IGNORE INTO `tally_stale` VALUES (NEW.`indicator_id`); END;
--> statement-breakpoint
CREATE TRIGGER `scheme_delete_tally` AFTER DELETE ON `scheme` WHEN EXISTS (SELECT 1 FROM `fact` WHERE `indicator_id` = OLD.`indicator_id`) BEGIN INSERT OR IGNORE INTO `tally_stale` VALUES (OLD.`indicator_id`); END;
--> statement-breakpoint
CREATE TRIGGER `scheme_breakdown_insert_tally` AFTER INSERT ON `scheme_breakdown` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `indicator_id` FROM `scheme` WHERE `id` = NEW.`scheme_id` AND EXISTS (SELECT 1 FROM `fact` t WHERE t.`indicator_id` = `scheme`.`indicator_id`); END;
--> statement-breakpoint
CREATE TRIGGER `scheme_breakdown_update_tally` AFTER UPDATE ON `scheme_breakdown` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `indicator_id` FROM `scheme` WHERE `id` = NEW.`scheme_id` AND EXISTS (SELECT 1 FROM `fact` t WHERE t.`indicator_id` = `scheme`.`indicator_id`); END;
--> statement-breakpoint
CREATE TRIGGER `scheme_breakdown_delete_tally` AFTER DELETE ON `scheme_breakdown` BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `indicator_id` FROM `scheme` WHERE `id` = OLD.`scheme_id` AND EXISTS (SELECT 1 FROM `fact` t WHERE t.`indicator_id` = `scheme`.`indicator_id`); END;
--> statement-breakpoint
CREATE TRIGGER `place_update_tally` AFTER UPDATE OF `parent_id`, `valid_from`, `valid_to` ON `place` WHEN EXISTS (SELECT 1 FROM `fact`) BEGIN INSERT OR IGNORE INTO `tally_stale` SELECT `id` FROM `indicator`; END;
