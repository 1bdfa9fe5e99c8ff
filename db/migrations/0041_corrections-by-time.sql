CREATE INDEX `restatement_at` ON `restatement` (`at`);
