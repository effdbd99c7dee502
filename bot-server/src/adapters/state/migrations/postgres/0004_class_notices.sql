ALTER TABLE "class_places" ADD COLUMN "owed" text;--> statement-breakpoint
CREATE INDEX "class_places_owed" ON "class_places" USING btree ("owed");