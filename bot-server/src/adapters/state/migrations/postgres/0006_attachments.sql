CREATE TABLE "attachment_parts" (
	"id" text PRIMARY KEY NOT NULL,
	"attachment_id" text NOT NULL,
	"number" integer NOT NULL,
	"content" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"id" text PRIMARY KEY NOT NULL,
	"ward" text NOT NULL,
	"created_by" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"created_at" bigint NOT NULL,
	"demo" boolean NOT NULL
);
--> statement-breakpoint
CREATE INDEX "attachment_parts_of" ON "attachment_parts" USING btree ("attachment_id","number");--> statement-breakpoint
CREATE INDEX "attachments_writer" ON "attachments" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "attachments_created" ON "attachments" USING btree ("created_at");