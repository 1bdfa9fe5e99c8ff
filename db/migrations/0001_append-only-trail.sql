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
