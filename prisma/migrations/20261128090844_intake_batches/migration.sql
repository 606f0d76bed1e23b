-- CreateEnum
CREATE TYPE "intake_item_state" AS ENUM ('announced', 'waiting', 'reading', 'done', 'failed', 'cancelled');

-- AlterTable
ALTER TABLE "sources" ADD COLUMN     "last_seen_at" TIMESTAMPTZ(3),
ADD COLUMN     "last_seen_id" UUID,
ADD COLUMN     "origins" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "intake_batches" (
    "id" UUID NOT NULL,
    "intake_kind" "intake_kind" NOT NULL,
    "said" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "intake_batches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "intake_items" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "is_address" BOOLEAN NOT NULL,
    "bytes" BYTEA,
    "state" "intake_item_state" NOT NULL,
    "lease_id" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "pages_done" INTEGER,
    "pages" INTEGER,
    "source_id" UUID,
    "is_new" BOOLEAN,
    "fault" TEXT,
    "detail" TEXT NOT NULL DEFAULT '',
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "intake_items_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "intake_batches_created_at_id_idx" ON "intake_batches"("created_at", "id");

-- CreateIndex
CREATE INDEX "intake_batches_created_by_id_idx" ON "intake_batches"("created_by_id");

-- CreateIndex
CREATE INDEX "intake_items_source_id_idx" ON "intake_items"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "intake_items_batch_id_number_key" ON "intake_items"("batch_id", "number");

-- CreateIndex
CREATE INDEX "sources_last_seen_id_idx" ON "sources"("last_seen_id");

-- AddForeignKey
ALTER TABLE "intake_batches" ADD CONSTRAINT "intake_batches_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_items" ADD CONSTRAINT "intake_items_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "intake_batches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_items" ADD CONSTRAINT "intake_items_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sources" ADD CONSTRAINT "sources_last_seen_id_fkey" FOREIGN KEY ("last_seen_id") REFERENCES "snapshots"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
