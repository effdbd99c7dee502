CREATE TABLE "certificates" (
	"id" text PRIMARY KEY NOT NULL,
	"learner" text NOT NULL,
	"course" text NOT NULL,
	"ward" text NOT NULL,
	"name" text NOT NULL,
	"issued_at" bigint NOT NULL,
	"demo" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "class_places" (
	"id" text PRIMARY KEY NOT NULL,
	"class_id" text NOT NULL,
	"learner" text NOT NULL,
	"state" text NOT NULL,
	"called_name" text,
	"group_id" text,
	"age_band" text,
	"asked_at" bigint NOT NULL,
	"reminded_at" bigint,
	"attended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "classes" (
	"id" text PRIMARY KEY NOT NULL,
	"ward" text NOT NULL,
	"group_id" text,
	"course" text,
	"title" text NOT NULL,
	"place" text NOT NULL,
	"starts_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"seats" integer NOT NULL,
	"teacher" text NOT NULL,
	"opened_by" text NOT NULL,
	"cancelled_at" bigint,
	"cancel_reason" text,
	"demo" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lesson_progress" (
	"id" text PRIMARY KEY NOT NULL,
	"learner" text NOT NULL,
	"course" text NOT NULL,
	"lesson" text NOT NULL,
	"step" integer NOT NULL,
	"finished_at" bigint,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quiz_attempts" (
	"id" text PRIMARY KEY NOT NULL,
	"learner" text NOT NULL,
	"course" text NOT NULL,
	"answers" text NOT NULL,
	"right_answers" integer NOT NULL,
	"total" integer NOT NULL,
	"finished_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "study_reminders" (
	"id" text PRIMARY KEY NOT NULL,
	"oa_id" text NOT NULL,
	"user_id" text NOT NULL,
	"course" text NOT NULL,
	"due_at" bigint NOT NULL,
	"sent" integer NOT NULL,
	"agreed_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_learner" ON "certificates" USING btree ("learner","course");--> statement-breakpoint
CREATE UNIQUE INDEX "class_places_learner" ON "class_places" USING btree ("class_id","learner");--> statement-breakpoint
CREATE INDEX "class_places_of" ON "class_places" USING btree ("class_id","state","asked_at");--> statement-breakpoint
CREATE INDEX "class_places_person" ON "class_places" USING btree ("learner");--> statement-breakpoint
CREATE INDEX "classes_ward" ON "classes" USING btree ("ward","starts_at");--> statement-breakpoint
CREATE INDEX "lesson_progress_learner" ON "lesson_progress" USING btree ("learner");--> statement-breakpoint
CREATE INDEX "quiz_attempts_learner" ON "quiz_attempts" USING btree ("learner","course");--> statement-breakpoint
CREATE INDEX "study_reminders_due" ON "study_reminders" USING btree ("due_at");