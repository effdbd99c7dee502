CREATE TABLE `attachment_parts` (
	`id` text PRIMARY KEY NOT NULL,
	`attachment_id` text NOT NULL,
	`number` integer NOT NULL,
	`content` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `attachment_parts_of` ON `attachment_parts` (`attachment_id`,`number`);--> statement-breakpoint
CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`ward` text NOT NULL,
	`created_by` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`created_at` integer NOT NULL,
	`demo` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `attachments_writer` ON `attachments` (`created_by`);--> statement-breakpoint
CREATE INDEX `attachments_created` ON `attachments` (`created_at`);