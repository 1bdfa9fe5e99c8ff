ALTER TABLE `release_file` ADD `plan` blob;
