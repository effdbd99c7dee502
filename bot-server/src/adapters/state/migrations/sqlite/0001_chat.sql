CREATE TABLE `alarms` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`advice` text NOT NULL,
	`since` integer NOT NULL,
	`last_at` integer NOT NULL,
	`count` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `chat_threads` (
	`id` text PRIMARY KEY NOT NULL,
	`oa_id` text NOT NULL,
	`user_id` text NOT NULL,
	`state` text,
	`due_at` integer,
	`claim_token` text,
	`lease_until` integer,
	`attempt` integer NOT NULL,
	`last_message_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `chat_threads_due` ON `chat_threads` (`due_at`);--> statement-breakpoint
CREATE TABLE `inbox_events` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text,
	`oa_id` text,
	`user_id` text,
	`event` text,
	`at` integer,
	`due_at` integer,
	`accepted_at` integer NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `inbox_events_thread` ON `inbox_events` (`thread_id`,`due_at`);--> statement-breakpoint
CREATE INDEX `inbox_events_accepted` ON `inbox_events` (`accepted_at`);--> statement-breakpoint
CREATE TABLE `oa_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`obtained_at` integer,
	`expires_at` integer,
	`used_at` integer,
	`refused` integer NOT NULL,
	`lock_token` text,
	`locked_until` integer
);
--> statement-breakpoint
CREATE TABLE `official_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`type` integer,
	`send_path` text NOT NULL,
	`paused_until` integer,
	`requests_per_minute` integer
);
--> statement-breakpoint
CREATE TABLE `outbox_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`oa_id` text NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`text` text,
	`part` integer NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`topic` text,
	`status` text NOT NULL,
	`due_at` integer NOT NULL,
	`claim_token` text,
	`claimed_at` integer,
	`lease_until` integer,
	`attempts` integer NOT NULL,
	`tried_at` integer,
	`verdict` text,
	`message_id` text,
	`sent_at` integer,
	`received_at` integer,
	`seen_at` integer
);
--> statement-breakpoint
CREATE INDEX `outbox_messages_waiting` ON `outbox_messages` (`status`,`oa_id`,`created_at`,`part`,`id`);--> statement-breakpoint
CREATE INDEX `outbox_messages_thread` ON `outbox_messages` (`thread_id`,`status`,`created_at`);