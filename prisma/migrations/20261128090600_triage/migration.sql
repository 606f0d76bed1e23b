-- AlterEnum
ALTER TYPE "candidate_origin" ADD VALUE 'person';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "candidate_state" ADD VALUE 'merged';
ALTER TYPE "candidate_state" ADD VALUE 'split';

-- AlterTable
ALTER TABLE "candidates" ADD COLUMN     "merged_into_id" UUID,
ADD COLUMN     "split_from_id" UUID;

-- CreateIndex
CREATE INDEX "candidates_merged_into_id_idx" ON "candidates"("merged_into_id");

-- CreateIndex
CREATE INDEX "candidates_split_from_id_idx" ON "candidates"("split_from_id");

-- AddForeignKey
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "candidates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_split_from_id_fkey" FOREIGN KEY ("split_from_id") REFERENCES "candidates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
