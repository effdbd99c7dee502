CREATE TABLE "announcement_groups" (
	"id" text PRIMARY KEY NOT NULL,
	"announcement_id" text NOT NULL,
	"group_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "broadcast_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"broadcast_id" text NOT NULL,
	"recipient" text NOT NULL,
	"answer" text NOT NULL,
	"people" integer NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "broadcast_log" (
	"id" text PRIMARY KEY NOT NULL,
	"broadcast_id" text NOT NULL,
	"at" bigint NOT NULL,
	"act" text NOT NULL,
	"by_subject" text NOT NULL,
	"office" text NOT NULL,
	"note" text,
	"revision" integer NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "broadcast_revisions" (
	"id" text PRIMARY KEY NOT NULL,
	"broadcast_id" text NOT NULL,
	"revision" integer NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"event_at" bigint,
	"event_place" text,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "broadcasts" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"ward" text NOT NULL,
	"groups" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"event_at" bigint,
	"event_place" text,
	"asks" text NOT NULL,
	"send_at" bigint,
	"repeat" text NOT NULL,
	"anchor" bigint,
	"emergency_reason" text,
	"attachment" text,
	"state" text NOT NULL,
	"sender" text NOT NULL,
	"created_by" text NOT NULL,
	"revision" integer NOT NULL,
	"version" integer NOT NULL,
	"note" text,
	"approve_until" bigint,
	"press_key" text,
	"created_at" bigint NOT NULL,
	"sent_at" bigint,
	"demo" boolean NOT NULL,
	"due_at" bigint,
	"claim_token" text,
	"lease_until" bigint,
	"preparing" text,
	"prepared" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"broadcast_id" text NOT NULL,
	"revision" integer NOT NULL,
	"recipient" text NOT NULL,
	"channel" text NOT NULL,
	"group_id" text,
	"oa_id" text,
	"user_id" text,
	"state" text NOT NULL,
	"reason" text,
	"priority" integer NOT NULL,
	"due_at" bigint,
	"expires_at" bigint,
	"claim_token" text,
	"claimed_at" bigint,
	"lease_until" bigint,
	"attempts" integer NOT NULL,
	"told_revision" integer,
	"message_id" text,
	"sent_at" bigint,
	"received_at" bigint,
	"seen_at" bigint,
	"verdict" text
);
--> statement-breakpoint
CREATE TABLE "notice_choices" (
	"id" text PRIMARY KEY NOT NULL,
	"muted" text NOT NULL,
	"chat" boolean NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "wrong_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"broadcast_id" text NOT NULL,
	"recipient" text NOT NULL,
	"why" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "chat_threads" ADD COLUMN "ward" text;--> statement-breakpoint
ALTER TABLE "chat_threads" ADD COLUMN "interacted_at" bigint;--> statement-breakpoint
ALTER TABLE "chat_threads" ADD COLUMN "left_at" bigint;--> statement-breakpoint
CREATE INDEX "announcement_groups_of" ON "announcement_groups" USING btree ("announcement_id");--> statement-breakpoint
CREATE INDEX "announcement_groups_group" ON "announcement_groups" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "broadcast_answers_of" ON "broadcast_answers" USING btree ("broadcast_id");--> statement-breakpoint
CREATE INDEX "broadcast_answers_recipient" ON "broadcast_answers" USING btree ("recipient");--> statement-breakpoint
CREATE INDEX "broadcast_log_of" ON "broadcast_log" USING btree ("broadcast_id","version");--> statement-breakpoint
CREATE INDEX "broadcast_log_by" ON "broadcast_log" USING btree ("by_subject");--> statement-breakpoint
CREATE INDEX "broadcast_revisions_of" ON "broadcast_revisions" USING btree ("broadcast_id");--> statement-breakpoint
CREATE UNIQUE INDEX "broadcasts_code" ON "broadcasts" USING btree ("ward","code");--> statement-breakpoint
CREATE INDEX "broadcasts_ward" ON "broadcasts" USING btree ("ward","created_at","id");--> statement-breakpoint
CREATE INDEX "broadcasts_due" ON "broadcasts" USING btree ("due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_once" ON "deliveries" USING btree ("broadcast_id","revision","recipient","channel");--> statement-breakpoint
CREATE INDEX "deliveries_queue" ON "deliveries" USING btree ("oa_id","state","priority","due_at","id");--> statement-breakpoint
CREATE INDEX "deliveries_message" ON "deliveries" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "deliveries_recipient" ON "deliveries" USING btree ("recipient");--> statement-breakpoint
CREATE INDEX "deliveries_state" ON "deliveries" USING btree ("broadcast_id","state");--> statement-breakpoint
CREATE INDEX "wrong_reports_of" ON "wrong_reports" USING btree ("broadcast_id");--> statement-breakpoint
CREATE INDEX "wrong_reports_recipient" ON "wrong_reports" USING btree ("recipient");--> statement-breakpoint
INSERT INTO announcement_groups (id, announcement_id, group_id) SELECT id || ' ' || group_id, id, group_id FROM announcements WHERE group_id IS NOT NULL;--> statement-breakpoint
UPDATE chat_threads SET interacted_at = last_message_at;
