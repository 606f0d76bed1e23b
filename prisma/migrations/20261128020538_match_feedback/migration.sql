-- AlterTable
ALTER TABLE "feeds" ADD COLUMN     "muted_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "matches" ADD COLUMN     "stance" "stance";

-- AlterTable
ALTER TABLE "propositions" ADD COLUMN     "events_muted_at" TIMESTAMPTZ(3);
