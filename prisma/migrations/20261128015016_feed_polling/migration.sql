-- CreateEnum
CREATE TYPE "poll_outcome" AS ENUM ('new_events', 'nothing_new', 'unchanged', 'failed');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "feed_state" ADD VALUE 'gone';
ALTER TYPE "feed_state" ADD VALUE 'removed';

-- AlterTable
ALTER TABLE "feeds" ADD COLUMN     "host" TEXT,
ADD COLUMN     "last_fault" TEXT,
ADD COLUMN     "last_success_at" TIMESTAMPTZ(3),
ADD COLUMN     "moved_to" TEXT,
ADD COLUMN     "notes" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "site_url" TEXT;

-- CreateTable
CREATE TABLE "feed_polls" (
    "id" UUID NOT NULL,
    "feed_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "poll_outcome" NOT NULL,
    "http_status" INTEGER,
    "fault" TEXT,
    "detail" TEXT NOT NULL DEFAULT '',
    "items" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "feed_polls_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feed_hosts" (
    "host" TEXT NOT NULL,
    "lease_id" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "rest_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feed_hosts_pkey" PRIMARY KEY ("host")
);

-- CreateIndex
CREATE INDEX "feed_polls_feed_id_started_at_idx" ON "feed_polls"("feed_id", "started_at");

-- CreateIndex
CREATE INDEX "feed_polls_started_at_idx" ON "feed_polls"("started_at");

-- CreateIndex
CREATE INDEX "feeds_host_idx" ON "feeds"("host");

-- AddForeignKey
ALTER TABLE "feed_polls" ADD CONSTRAINT "feed_polls_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "feeds"("id") ON DELETE CASCADE ON UPDATE CASCADE;
