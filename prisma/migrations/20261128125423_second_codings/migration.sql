-- CreateEnum
CREATE TYPE "coding_outcome" AS ENUM ('opened', 'withdrawn');

-- AlterEnum
ALTER TYPE "claim_state" ADD VALUE 'draft';

-- AlterTable
ALTER TABLE "codings" ADD COLUMN     "condition_proposition_id" UUID,
ADD COLUMN     "deadline_phrase" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "ordinal" INTEGER NOT NULL;

-- CreateTable
CREATE TABLE "coding_settlements" (
    "claim_id" UUID NOT NULL,
    "outcome" "coding_outcome" NOT NULL,
    "band" INTEGER,
    "deadline" INTEGER,
    "polarity" INTEGER,
    "condition" INTEGER,
    "reason" TEXT NOT NULL,
    "settled_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_by_id" UUID NOT NULL,

    CONSTRAINT "coding_settlements_pkey" PRIMARY KEY ("claim_id")
);

-- CreateIndex
CREATE INDEX "coding_settlements_settled_by_id_idx" ON "coding_settlements"("settled_by_id");

-- CreateIndex
CREATE INDEX "codings_condition_proposition_id_idx" ON "codings"("condition_proposition_id");

-- CreateIndex
CREATE UNIQUE INDEX "codings_claim_id_ordinal_key" ON "codings"("claim_id", "ordinal");

-- AddForeignKey
ALTER TABLE "codings" ADD CONSTRAINT "codings_condition_proposition_id_fkey" FOREIGN KEY ("condition_proposition_id") REFERENCES "propositions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coding_settlements" ADD CONSTRAINT "coding_settlements_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coding_settlements" ADD CONSTRAINT "coding_settlements_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
