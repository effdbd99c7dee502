CREATE TABLE `conversations` (
	`id` text PRIMARY KEY NOT NULL,
	`ward` text NOT NULL,
	`topic` text NOT NULL,
	`updated_at` integer NOT NULL
);
