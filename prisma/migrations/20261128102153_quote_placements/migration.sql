-- CreateTable
CREATE TABLE "quote_placements" (
    "anchor_id" UUID NOT NULL,
    "snapshot_id" UUID NOT NULL,
    "start_offset" INTEGER,
    "end_offset" INTEGER,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID NOT NULL,

    CONSTRAINT "quote_placements_pkey" PRIMARY KEY ("anchor_id","snapshot_id")
);

-- CreateIndex
CREATE INDEX "quote_placements_snapshot_id_idx" ON "quote_placements"("snapshot_id");

-- CreateIndex
CREATE INDEX "quote_placements_decided_by_id_idx" ON "quote_placements"("decided_by_id");

-- AddForeignKey
ALTER TABLE "quote_placements" ADD CONSTRAINT "quote_placements_anchor_id_fkey" FOREIGN KEY ("anchor_id") REFERENCES "quote_anchors"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote_placements" ADD CONSTRAINT "quote_placements_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshots"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote_placements" ADD CONSTRAINT "quote_placements_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
