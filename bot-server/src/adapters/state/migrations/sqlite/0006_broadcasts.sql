CREATE TABLE `announcement_groups` (
	`id` text PRIMARY KEY NOT NULL,
	`announcement_id` text NOT NULL,
	`group_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `announcement_groups_of` ON `announcement_groups` (`announcement_id`);--> statement-breakpoint
CREATE INDEX `announcement_groups_group` ON `announcement_groups` (`group_id`);--> statement-breakpoint
CREATE TABLE `broadcast_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`broadcast_id` text NOT NULL,
	`recipient` text NOT NULL,
	`answer` text NOT NULL,
	`people` integer NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `broadcast_answers_of` ON `broadcast_answers` (`broadcast_id`);--> statement-breakpoint
CREATE INDEX `broadcast_answers_recipient` ON `broadcast_answers` (`recipient`);--> statement-breakpoint
CREATE TABLE `broadcast_log` (
	`id` text PRIMARY KEY NOT NULL,
	`broadcast_id` text NOT NULL,
	`at` integer NOT NULL,
	`act` text NOT NULL,
	`by_subject` text NOT NULL,
	`office` text NOT NULL,
	`note` text,
	`revision` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `broadcast_log_of` ON `broadcast_log` (`broadcast_id`,`version`);--> statement-breakpoint
CREATE INDEX `broadcast_log_by` ON `broadcast_log` (`by_subject`);--> statement-breakpoint
CREATE TABLE `broadcast_revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`broadcast_id` text NOT NULL,
	`revision` integer NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`event_at` integer,
	`event_place` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `broadcast_revisions_of` ON `broadcast_revisions` (`broadcast_id`);--> statement-breakpoint
CREATE TABLE `broadcasts` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`ward` text NOT NULL,
	`groups` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`event_at` integer,
	`event_place` text,
	`asks` text NOT NULL,
	`send_at` integer,
	`repeat` text NOT NULL,
	`anchor` integer,
	`emergency_reason` text,
	`attachment` text,
	`state` text NOT NULL,
	`sender` text NOT NULL,
	`created_by` text NOT NULL,
	`revision` integer NOT NULL,
	`version` integer NOT NULL,
	`note` text,
	`approve_until` integer,
	`press_key` text,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`demo` integer NOT NULL,
	`due_at` integer,
	`claim_token` text,
	`lease_until` integer,
	`preparing` text,
	`prepared` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `broadcasts_code` ON `broadcasts` (`ward`,`code`);--> statement-breakpoint
CREATE INDEX `broadcasts_ward` ON `broadcasts` (`ward`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `broadcasts_due` ON `broadcasts` (`due_at`);--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`broadcast_id` text NOT NULL,
	`revision` integer NOT NULL,
	`recipient` text NOT NULL,
	`channel` text NOT NULL,
	`group_id` text,
	`oa_id` text,
	`user_id` text,
	`state` text NOT NULL,
	`reason` text,
	`priority` integer NOT NULL,
	`due_at` integer,
	`expires_at` integer,
	`claim_token` text,
	`claimed_at` integer,
	`lease_until` integer,
	`attempts` integer NOT NULL,
	`told_revision` integer,
	`message_id` text,
	`sent_at` integer,
	`received_at` integer,
	`seen_at` integer,
	`verdict` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_once` ON `deliveries` (`broadcast_id`,`revision`,`recipient`,`channel`);--> statement-breakpoint
CREATE INDEX `deliveries_queue` ON `deliveries` (`oa_id`,`state`,`priority`,`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `deliveries_message` ON `deliveries` (`message_id`);--> statement-breakpoint
CREATE INDEX `deliveries_recipient` ON `deliveries` (`recipient`);--> statement-breakpoint
CREATE INDEX `deliveries_state` ON `deliveries` (`broadcast_id`,`state`);--> statement-breakpoint
CREATE TABLE `notice_choices` (
	`id` text PRIMARY KEY NOT NULL,
	`muted` text NOT NULL,
	`chat` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `wrong_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`broadcast_id` text NOT NULL,
	`recipient` text NOT NULL,
	`why` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `wrong_reports_of` ON `wrong_reports` (`broadcast_id`);--> statement-breakpoint
CREATE INDEX `wrong_reports_recipient` ON `wrong_reports` (`recipient`);--> statement-breakpoint
ALTER TABLE `chat_threads` ADD `ward` text;--> statement-breakpoint
ALTER TABLE `chat_threads` ADD `interacted_at` integer;--> statement-breakpoint
ALTER TABLE `chat_threads` ADD `left_at` integer;--> statement-breakpoint
INSERT INTO announcement_groups (id, announcement_id, group_id) SELECT id || ' ' || group_id, id, group_id FROM announcements WHERE group_id IS NOT NULL;--> statement-breakpoint
UPDATE chat_threads SET interacted_at = last_message_at;
