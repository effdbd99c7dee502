CREATE TABLE "alarms" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"advice" text NOT NULL,
	"since" bigint NOT NULL,
	"last_at" bigint NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chat_threads" (
	"id" text PRIMARY KEY NOT NULL,
	"oa_id" text NOT NULL,
	"user_id" text NOT NULL,
	"state" text,
	"due_at" bigint,
	"claim_token" text,
	"lease_until" bigint,
	"attempt" integer NOT NULL,
	"last_message_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"id" text PRIMARY KEY NOT NULL,
	"ward" text NOT NULL,
	"topic" text NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inbox_events" (
	"id" text PRIMARY KEY NOT NULL,
	"thread_id" text,
	"oa_id" text,
	"user_id" text,
	"event" text,
	"at" bigint,
	"due_at" bigint,
	"accepted_at" bigint NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "oa_tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"obtained_at" bigint,
	"expires_at" bigint,
	"used_at" bigint,
	"refused" boolean NOT NULL,
	"lock_token" text,
	"locked_until" bigint
);
--> statement-breakpoint
CREATE TABLE "official_accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"type" integer,
	"send_path" text NOT NULL,
	"paused_until" bigint,
	"requests_per_minute" integer
);
--> statement-breakpoint
CREATE TABLE "outbox_messages" (
	"id" text PRIMARY KEY NOT NULL,
	"thread_id" text NOT NULL,
	"oa_id" text NOT NULL,
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"text" text,
	"part" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"topic" text,
	"status" text NOT NULL,
	"due_at" bigint NOT NULL,
	"claim_token" text,
	"claimed_at" bigint,
	"lease_until" bigint,
	"attempts" integer NOT NULL,
	"tried_at" bigint,
	"verdict" text,
	"message_id" text,
	"sent_at" bigint,
	"received_at" bigint,
	"seen_at" bigint
);
--> statement-breakpoint
CREATE INDEX "chat_threads_due" ON "chat_threads" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "inbox_events_thread" ON "inbox_events" USING btree ("thread_id","due_at");--> statement-breakpoint
CREATE INDEX "inbox_events_accepted" ON "inbox_events" USING btree ("accepted_at");--> statement-breakpoint
CREATE INDEX "outbox_messages_waiting" ON "outbox_messages" USING btree ("status","oa_id","created_at","part","id");--> statement-breakpoint
CREATE INDEX "outbox_messages_thread" ON "outbox_messages" USING btree ("thread_id","status","created_at");