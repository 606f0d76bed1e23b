-- CreateEnum
CREATE TYPE "outcome_level" AS ENUM ('cell', 'topic', 'all');

-- AlterTable
ALTER TABLE "claim_scores" DROP COLUMN "references",
ADD COLUMN     "base_rate" DOUBLE PRECISION,
ADD COLUMN     "market" DOUBLE PRECISION,
ADD COLUMN     "status_quo" DOUBLE PRECISION;

-- AlterTable
ALTER TABLE "claimant_statistics" ADD COLUMN     "before_deadline" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "reference_hits" DOUBLE PRECISION NOT NULL DEFAULT 0,
ADD COLUMN     "retrospective" INTEGER NOT NULL DEFAULT 0,
ALTER COLUMN "hits" SET DEFAULT 0,
ALTER COLUMN "hits" SET DATA TYPE DOUBLE PRECISION;

-- CreateTable
CREATE TABLE "outcome_counts" (
    "level" "outcome_level" NOT NULL,
    "topic" TEXT NOT NULL,
    "horizon" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "n" INTEGER NOT NULL,
    "occurred" INTEGER NOT NULL,

    CONSTRAINT "outcome_counts_pkey" PRIMARY KEY ("level","topic","horizon","on_day")
);
