CREATE TABLE `certificates` (
	`id` text PRIMARY KEY NOT NULL,
	`learner` text NOT NULL,
	`course` text NOT NULL,
	`ward` text NOT NULL,
	`name` text NOT NULL,
	`issued_at` integer NOT NULL,
	`demo` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_learner` ON `certificates` (`learner`,`course`);--> statement-breakpoint
CREATE TABLE `class_places` (
	`id` text PRIMARY KEY NOT NULL,
	`class_id` text NOT NULL,
	`learner` text NOT NULL,
	`state` text NOT NULL,
	`called_name` text,
	`group_id` text,
	`age_band` text,
	`asked_at` integer NOT NULL,
	`reminded_at` integer,
	`attended_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `class_places_learner` ON `class_places` (`class_id`,`learner`);--> statement-breakpoint
CREATE INDEX `class_places_of` ON `class_places` (`class_id`,`state`,`asked_at`);--> statement-breakpoint
CREATE INDEX `class_places_person` ON `class_places` (`learner`);--> statement-breakpoint
CREATE TABLE `classes` (
	`id` text PRIMARY KEY NOT NULL,
	`ward` text NOT NULL,
	`group_id` text,
	`course` text,
	`title` text NOT NULL,
	`place` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`seats` integer NOT NULL,
	`teacher` text NOT NULL,
	`opened_by` text NOT NULL,
	`cancelled_at` integer,
	`cancel_reason` text,
	`demo` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `classes_ward` ON `classes` (`ward`,`starts_at`);--> statement-breakpoint
CREATE TABLE `lesson_progress` (
	`id` text PRIMARY KEY NOT NULL,
	`learner` text NOT NULL,
	`course` text NOT NULL,
	`lesson` text NOT NULL,
	`step` integer NOT NULL,
	`finished_at` integer,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `lesson_progress_learner` ON `lesson_progress` (`learner`);--> statement-breakpoint
CREATE TABLE `quiz_attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`learner` text NOT NULL,
	`course` text NOT NULL,
	`answers` text NOT NULL,
	`right_answers` integer NOT NULL,
	`total` integer NOT NULL,
	`finished_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `quiz_attempts_learner` ON `quiz_attempts` (`learner`,`course`);--> statement-breakpoint
CREATE TABLE `study_reminders` (
	`id` text PRIMARY KEY NOT NULL,
	`oa_id` text NOT NULL,
	`user_id` text NOT NULL,
	`course` text NOT NULL,
	`due_at` integer NOT NULL,
	`sent` integer NOT NULL,
	`agreed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `study_reminders_due` ON `study_reminders` (`due_at`);