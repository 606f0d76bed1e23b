-- CreateEnum
CREATE TYPE "candidate_origin" AS ENUM ('rules', 'model');

-- CreateEnum
CREATE TYPE "model_fault" AS ENUM ('UNREACHABLE', 'TIMED_OUT', 'RATE_LIMITED', 'SERVER_ERROR', 'NOT_ALLOWED', 'REFUSED', 'REDIRECTED', 'ANSWER_TOO_LARGE', 'CUT_OFF', 'DECLINED', 'BAD_ANSWER', 'TEXT_TOO_LONG', 'NOT_CONFIGURED', 'BROKEN_OFF');

-- AlterTable
ALTER TABLE "candidates" ADD COLUMN     "origin" "candidate_origin" NOT NULL DEFAULT 'rules',
ADD COLUMN     "same_as_id" UUID;

-- CreateTable
CREATE TABLE "model_readings" (
    "id" UUID NOT NULL,
    "snapshot_id" UUID NOT NULL,
    "extractor_version" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "parts_done" INTEGER NOT NULL DEFAULT 0,
    "parts" INTEGER NOT NULL,
    "findings" JSONB NOT NULL DEFAULT '[]',
    "dropped" JSONB NOT NULL DEFAULT '{}',
    "fault" "model_fault",
    "fault_detail" TEXT NOT NULL DEFAULT '',
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "model_readings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "model_readings_snapshot_id_extractor_version_key" ON "model_readings"("snapshot_id", "extractor_version");

-- CreateIndex
CREATE INDEX "candidates_same_as_id_idx" ON "candidates"("same_as_id");

-- AddForeignKey
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_same_as_id_fkey" FOREIGN KEY ("same_as_id") REFERENCES "candidates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_readings" ADD CONSTRAINT "model_readings_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshots"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
