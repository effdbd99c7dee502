CREATE TABLE "kept_targets" (
	"id" text PRIMARY KEY NOT NULL,
	"ward" text NOT NULL,
	"document_id" text NOT NULL,
	"fact_id" text NOT NULL,
	"source" text NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"unit" text,
	"values" text NOT NULL,
	"leads" text NOT NULL,
	"coordinating" text NOT NULL,
	"version" integer NOT NULL,
	"demo" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "obstacle_log" (
	"id" text PRIMARY KEY NOT NULL,
	"obstacle_id" text NOT NULL,
	"at" bigint NOT NULL,
	"act" text NOT NULL,
	"by_subject" text NOT NULL,
	"office" text NOT NULL,
	"note" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "obstacles" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"ward" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"unit" text,
	"raised_by" text NOT NULL,
	"press_key" text NOT NULL,
	"work_id" text,
	"state" text NOT NULL,
	"through" text,
	"owner" text,
	"due_on" text,
	"grouped_under" text,
	"answer" text,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"demo" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"ward" text NOT NULL,
	"unit" text NOT NULL,
	"kind" text NOT NULL,
	"period" text NOT NULL,
	"state" text NOT NULL,
	"sections" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"changed_at" bigint NOT NULL,
	"demo" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"draft_id" text NOT NULL,
	"version" integer NOT NULL,
	"sections" text NOT NULL,
	"office" text NOT NULL,
	"by_subject" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "superseded_plans" (
	"id" text PRIMARY KEY NOT NULL,
	"ward" text NOT NULL,
	"document_id" text NOT NULL,
	"by_document_id" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "target_values" (
	"id" text PRIMARY KEY NOT NULL,
	"target_id" text NOT NULL,
	"ward" text NOT NULL,
	"period" text NOT NULL,
	"value" text NOT NULL,
	"source" text NOT NULL,
	"note" text NOT NULL,
	"state" text NOT NULL,
	"unit" text NOT NULL,
	"office" text NOT NULL,
	"by_subject" text NOT NULL,
	"press_key" text NOT NULL,
	"at" bigint NOT NULL,
	"replaced_by" text
);
--> statement-breakpoint
CREATE TABLE "work_item_units" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"ward" text NOT NULL,
	"unit" text NOT NULL,
	"as" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "work_items" (
	"id" text PRIMARY KEY NOT NULL,
	"ward" text NOT NULL,
	"document_id" text NOT NULL,
	"fact_id" text NOT NULL,
	"share" text NOT NULL,
	"source" text NOT NULL,
	"position" integer NOT NULL,
	"group_title" text,
	"no" text,
	"title" text NOT NULL,
	"due" text NOT NULL,
	"due_day" text,
	"event_on" text,
	"due_after_event" text,
	"responsible" text,
	"responsible_subject" text,
	"state" text NOT NULL,
	"muted_until" text,
	"muted_reason" text,
	"reported" text,
	"confirmed" text,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"demo" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "work_log" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"ward" text NOT NULL,
	"at" bigint NOT NULL,
	"act" text NOT NULL,
	"by_subject" text NOT NULL,
	"office" text NOT NULL,
	"note" text,
	"changes" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "work_reminder_days" (
	"id" text PRIMARY KEY NOT NULL,
	"day" text NOT NULL,
	"claim_token" text,
	"lease_until" bigint
);
--> statement-breakpoint
CREATE TABLE "work_reminders" (
	"id" text PRIMARY KEY NOT NULL,
	"ward" text NOT NULL,
	"item_id" text NOT NULL,
	"occasion" text NOT NULL,
	"subject" text NOT NULL,
	"day" text NOT NULL,
	"made_at" bigint NOT NULL,
	"told_at" bigint
);
--> statement-breakpoint
CREATE TABLE "work_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"ward" text NOT NULL,
	"unit" text NOT NULL,
	"as" text NOT NULL,
	"progress" text NOT NULL,
	"state" text NOT NULL,
	"decision_note" text,
	"decided_at" bigint,
	"by_subject" text NOT NULL,
	"press_key" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "grants" ADD COLUMN "head" boolean;--> statement-breakpoint
ALTER TABLE "link_codes" ADD COLUMN "head" boolean;--> statement-breakpoint
CREATE UNIQUE INDEX "kept_targets_source" ON "kept_targets" USING btree ("ward","document_id","fact_id","demo");--> statement-breakpoint
CREATE INDEX "obstacle_log_of" ON "obstacle_log" USING btree ("obstacle_id","version");--> statement-breakpoint
CREATE INDEX "obstacle_log_by" ON "obstacle_log" USING btree ("by_subject");--> statement-breakpoint
CREATE UNIQUE INDEX "obstacles_code" ON "obstacles" USING btree ("ward","code");--> statement-breakpoint
CREATE UNIQUE INDEX "obstacles_press" ON "obstacles" USING btree ("raised_by","press_key");--> statement-breakpoint
CREATE INDEX "obstacles_ward" ON "obstacles" USING btree ("ward","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "report_drafts_of" ON "report_drafts" USING btree ("ward","unit","kind","period","demo");--> statement-breakpoint
CREATE INDEX "report_versions_of" ON "report_versions" USING btree ("draft_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "target_values_press" ON "target_values" USING btree ("by_subject","press_key");--> statement-breakpoint
CREATE INDEX "target_values_of" ON "target_values" USING btree ("target_id","at");--> statement-breakpoint
CREATE INDEX "target_values_ward" ON "target_values" USING btree ("ward","at");--> statement-breakpoint
CREATE INDEX "work_item_units_unit" ON "work_item_units" USING btree ("ward","unit");--> statement-breakpoint
CREATE INDEX "work_item_units_item" ON "work_item_units" USING btree ("item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "work_items_source" ON "work_items" USING btree ("ward","document_id","fact_id","share","demo");--> statement-breakpoint
CREATE INDEX "work_items_ward" ON "work_items" USING btree ("ward","state","position");--> statement-breakpoint
CREATE INDEX "work_items_responsible" ON "work_items" USING btree ("responsible_subject");--> statement-breakpoint
CREATE INDEX "work_log_of" ON "work_log" USING btree ("item_id","version");--> statement-breakpoint
CREATE INDEX "work_log_ward" ON "work_log" USING btree ("ward","at");--> statement-breakpoint
CREATE INDEX "work_log_by" ON "work_log" USING btree ("by_subject");--> statement-breakpoint
CREATE INDEX "work_reminders_person" ON "work_reminders" USING btree ("subject","day");--> statement-breakpoint
CREATE INDEX "work_reminders_item" ON "work_reminders" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "work_reminders_waiting" ON "work_reminders" USING btree ("told_at","day");--> statement-breakpoint
CREATE UNIQUE INDEX "work_reports_press" ON "work_reports" USING btree ("by_subject","press_key");--> statement-breakpoint
CREATE INDEX "work_reports_item" ON "work_reports" USING btree ("item_id","at");--> statement-breakpoint
CREATE INDEX "work_reports_ward" ON "work_reports" USING btree ("ward","at");