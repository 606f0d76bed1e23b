-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "notice_state" ADD VALUE 'sending';
ALTER TYPE "notice_state" ADD VALUE 'unknown';
ALTER TYPE "notice_state" ADD VALUE 'suppressed';

-- AlterTable
ALTER TABLE "notices" ADD COLUMN     "expires_at" TIMESTAMPTZ(3),
ADD COLUMN     "handed_at" TIMESTAMPTZ(3),
ADD COLUMN     "next_try_at" TIMESTAMPTZ(3),
ADD COLUMN     "reserved_by" TEXT,
ADD COLUMN     "reserved_until" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "suppressed_addresses" (
    "id" UUID NOT NULL,
    "address_hash" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "suppressed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "suppressed_addresses_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "suppressed_addresses_address_hash_key" ON "suppressed_addresses"("address_hash");

-- CreateIndex
CREATE INDEX "notices_handed_at_idx" ON "notices"("handed_at");

-- CreateIndex
CREATE INDEX "notices_sent_at_idx" ON "notices"("sent_at");
