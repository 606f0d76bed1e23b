-- CreateTable
CREATE TABLE "sampled_texts" (
    "snapshot_id" UUID NOT NULL,
    "drawn_at" TIMESTAMPTZ(3) NOT NULL,
    "drawn_by_id" UUID NOT NULL,

    CONSTRAINT "sampled_texts_pkey" PRIMARY KEY ("snapshot_id")
);

-- CreateTable
CREATE TABLE "blind_readings" (
    "id" UUID NOT NULL,
    "snapshot_id" UUID NOT NULL,
    "reader_id" UUID NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "blind_readings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reading_marks" (
    "reading_id" UUID NOT NULL,
    "start_offset" INTEGER NOT NULL,
    "end_offset" INTEGER NOT NULL,

    CONSTRAINT "reading_marks_pkey" PRIMARY KEY ("reading_id","start_offset","end_offset")
);

-- CreateIndex
CREATE INDEX "sampled_texts_drawn_by_id_idx" ON "sampled_texts"("drawn_by_id");

-- CreateIndex
CREATE INDEX "blind_readings_reader_id_idx" ON "blind_readings"("reader_id");

-- CreateIndex
CREATE UNIQUE INDEX "blind_readings_snapshot_id_reader_id_key" ON "blind_readings"("snapshot_id", "reader_id");

-- AddForeignKey
ALTER TABLE "sampled_texts" ADD CONSTRAINT "sampled_texts_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshots"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sampled_texts" ADD CONSTRAINT "sampled_texts_drawn_by_id_fkey" FOREIGN KEY ("drawn_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blind_readings" ADD CONSTRAINT "blind_readings_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "sampled_texts"("snapshot_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blind_readings" ADD CONSTRAINT "blind_readings_reader_id_fkey" FOREIGN KEY ("reader_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_marks" ADD CONSTRAINT "reading_marks_reading_id_fkey" FOREIGN KEY ("reading_id") REFERENCES "blind_readings"("id") ON DELETE CASCADE ON UPDATE CASCADE;
