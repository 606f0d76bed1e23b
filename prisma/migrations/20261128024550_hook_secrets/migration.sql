-- AlterTable
ALTER TABLE "feeds" ADD COLUMN     "previous_secret_sealed" TEXT,
ADD COLUMN     "previous_secret_until" TIMESTAMPTZ(3);
