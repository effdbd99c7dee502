CREATE TABLE `kept_targets` (
	`id` text PRIMARY KEY NOT NULL,
	`ward` text NOT NULL,
	`document_id` text NOT NULL,
	`fact_id` text NOT NULL,
	`source` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`unit` text,
	`values` text NOT NULL,
	`leads` text NOT NULL,
	`coordinating` text NOT NULL,
	`version` integer NOT NULL,
	`demo` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `kept_targets_source` ON `kept_targets` (`ward`,`document_id`,`fact_id`,`demo`);--> statement-breakpoint
CREATE TABLE `obstacle_log` (
	`id` text PRIMARY KEY NOT NULL,
	`obstacle_id` text NOT NULL,
	`at` integer NOT NULL,
	`act` text NOT NULL,
	`by_subject` text NOT NULL,
	`office` text NOT NULL,
	`note` text,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `obstacle_log_of` ON `obstacle_log` (`obstacle_id`,`version`);--> statement-breakpoint
CREATE INDEX `obstacle_log_by` ON `obstacle_log` (`by_subject`);--> statement-breakpoint
CREATE TABLE `obstacles` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`ward` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`unit` text,
	`raised_by` text NOT NULL,
	`press_key` text NOT NULL,
	`work_id` text,
	`state` text NOT NULL,
	`through` text,
	`owner` text,
	`due_on` text,
	`grouped_under` text,
	`answer` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`demo` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `obstacles_code` ON `obstacles` (`ward`,`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `obstacles_press` ON `obstacles` (`raised_by`,`press_key`);--> statement-breakpoint
CREATE INDEX `obstacles_ward` ON `obstacles` (`ward`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `report_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`ward` text NOT NULL,
	`unit` text NOT NULL,
	`kind` text NOT NULL,
	`period` text NOT NULL,
	`state` text NOT NULL,
	`sections` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`demo` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `report_drafts_of` ON `report_drafts` (`ward`,`unit`,`kind`,`period`,`demo`);--> statement-breakpoint
CREATE TABLE `report_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`draft_id` text NOT NULL,
	`version` integer NOT NULL,
	`sections` text NOT NULL,
	`office` text NOT NULL,
	`by_subject` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `report_versions_of` ON `report_versions` (`draft_id`,`version`);--> statement-breakpoint
CREATE TABLE `superseded_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`ward` text NOT NULL,
	`document_id` text NOT NULL,
	`by_document_id` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `target_values` (
	`id` text PRIMARY KEY NOT NULL,
	`target_id` text NOT NULL,
	`ward` text NOT NULL,
	`period` text NOT NULL,
	`value` text NOT NULL,
	`source` text NOT NULL,
	`note` text NOT NULL,
	`state` text NOT NULL,
	`unit` text NOT NULL,
	`office` text NOT NULL,
	`by_subject` text NOT NULL,
	`press_key` text NOT NULL,
	`at` integer NOT NULL,
	`replaced_by` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `target_values_press` ON `target_values` (`by_subject`,`press_key`);--> statement-breakpoint
CREATE INDEX `target_values_of` ON `target_values` (`target_id`,`at`);--> statement-breakpoint
CREATE INDEX `target_values_ward` ON `target_values` (`ward`,`at`);--> statement-breakpoint
CREATE TABLE `work_item_units` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`ward` text NOT NULL,
	`unit` text NOT NULL,
	`as` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `work_item_units_unit` ON `work_item_units` (`ward`,`unit`);--> statement-breakpoint
CREATE INDEX `work_item_units_item` ON `work_item_units` (`item_id`);--> statement-breakpoint
CREATE TABLE `work_items` (
	`id` text PRIMARY KEY NOT NULL,
	`ward` text NOT NULL,
	`document_id` text NOT NULL,
	`fact_id` text NOT NULL,
	`share` text NOT NULL,
	`source` text NOT NULL,
	`position` integer NOT NULL,
	`group_title` text,
	`no` text,
	`title` text NOT NULL,
	`due` text NOT NULL,
	`due_day` text,
	`event_on` text,
	`due_after_event` text,
	`responsible` text,
	`responsible_subject` text,
	`state` text NOT NULL,
	`muted_until` text,
	`muted_reason` text,
	`reported` text,
	`confirmed` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`demo` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `work_items_source` ON `work_items` (`ward`,`document_id`,`fact_id`,`share`,`demo`);--> statement-breakpoint
CREATE INDEX `work_items_ward` ON `work_items` (`ward`,`state`,`position`);--> statement-breakpoint
CREATE INDEX `work_items_responsible` ON `work_items` (`responsible_subject`);--> statement-breakpoint
CREATE TABLE `work_log` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`ward` text NOT NULL,
	`at` integer NOT NULL,
	`act` text NOT NULL,
	`by_subject` text NOT NULL,
	`office` text NOT NULL,
	`note` text,
	`changes` text NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `work_log_of` ON `work_log` (`item_id`,`version`);--> statement-breakpoint
CREATE INDEX `work_log_ward` ON `work_log` (`ward`,`at`);--> statement-breakpoint
CREATE INDEX `work_log_by` ON `work_log` (`by_subject`);--> statement-breakpoint
CREATE TABLE `work_reminder_days` (
	`id` text PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`claim_token` text,
	`lease_until` integer
);
--> statement-breakpoint
CREATE TABLE `work_reminders` (
	`id` text PRIMARY KEY NOT NULL,
	`ward` text NOT NULL,
	`item_id` text NOT NULL,
	`occasion` text NOT NULL,
	`subject` text NOT NULL,
	`day` text NOT NULL,
	`made_at` integer NOT NULL,
	`told_at` integer
);
--> statement-breakpoint
CREATE INDEX `work_reminders_person` ON `work_reminders` (`subject`,`day`);--> statement-breakpoint
CREATE INDEX `work_reminders_item` ON `work_reminders` (`item_id`);--> statement-breakpoint
CREATE INDEX `work_reminders_waiting` ON `work_reminders` (`told_at`,`day`);--> statement-breakpoint
CREATE TABLE `work_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`ward` text NOT NULL,
	`unit` text NOT NULL,
	`as` text NOT NULL,
	`progress` text NOT NULL,
	`state` text NOT NULL,
	`decision_note` text,
	`decided_at` integer,
	`by_subject` text NOT NULL,
	`press_key` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `work_reports_press` ON `work_reports` (`by_subject`,`press_key`);--> statement-breakpoint
CREATE INDEX `work_reports_item` ON `work_reports` (`item_id`,`at`);--> statement-breakpoint
CREATE INDEX `work_reports_ward` ON `work_reports` (`ward`,`at`);--> statement-breakpoint
ALTER TABLE `grants` ADD `head` integer;--> statement-breakpoint
ALTER TABLE `link_codes` ADD `head` integer;