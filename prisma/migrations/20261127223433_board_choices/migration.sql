-- DropIndex
DROP INDEX "boards_kind_filter_hash_as_of_at_idx";

-- AlterTable
ALTER TABLE "boards" ADD COLUMN     "choices" JSONB NOT NULL DEFAULT '{}';

-- CreateIndex
CREATE INDEX "boards_kind_filter_hash_id_idx" ON "boards"("kind", "filter_hash", "id");
