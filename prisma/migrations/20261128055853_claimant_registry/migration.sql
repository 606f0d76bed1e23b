-- AlterTable
ALTER TABLE "claimants" ADD COLUMN     "checked_at" TIMESTAMPTZ(3),
ADD COLUMN     "homepage" TEXT,
ADD COLUMN     "wikidata_id" TEXT;

-- CreateIndex
CREATE INDEX "claimants_created_at_id_idx" ON "claimants"("created_at", "id");
