CREATE TABLE "announcement_reads" (
	"id" text PRIMARY KEY NOT NULL,
	"announcement_id" text NOT NULL,
	"subject" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "announcements" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"ward" text NOT NULL,
	"group_id" text,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"sender" text NOT NULL,
	"published_at" bigint NOT NULL,
	"corrected_at" bigint,
	"event_at" bigint,
	"event_place" text,
	"demo" boolean NOT NULL,
	"withdrawn_at" bigint
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"id" text PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"role" text NOT NULL,
	"ward" text NOT NULL,
	"unit" text,
	"group_id" text,
	"granted_by" text NOT NULL,
	"granted_at" bigint NOT NULL,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "link_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"oa_id" text,
	"user_id" text,
	"role" text,
	"ward" text,
	"unit" text,
	"group_id" text,
	"granted_by" text
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"ward" text,
	"group_id" text,
	"notifications" boolean NOT NULL,
	"notifications_at" bigint,
	"created_day" integer NOT NULL,
	"last_seen_day" integer NOT NULL,
	"tries" integer NOT NULL,
	"tries_since" bigint
);
--> statement-breakpoint
CREATE TABLE "person_chats" (
	"id" text PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"oa_id" text NOT NULL,
	"user_id" text NOT NULL,
	"verified_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "announcement_reads_subject" ON "announcement_reads" USING btree ("subject");--> statement-breakpoint
CREATE UNIQUE INDEX "announcements_code" ON "announcements" USING btree ("ward","code");--> statement-breakpoint
CREATE INDEX "announcements_feed" ON "announcements" USING btree ("ward","published_at","id");--> statement-breakpoint
CREATE INDEX "grants_subject" ON "grants" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "person_chats_subject" ON "person_chats" USING btree ("subject");