ALTER TABLE `class_places` ADD `owed` text;--> statement-breakpoint
CREATE INDEX `class_places_owed` ON `class_places` (`owed`);