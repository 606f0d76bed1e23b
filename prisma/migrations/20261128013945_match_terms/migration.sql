-- CreateTable
CREATE TABLE "proposition_terms" (
    "term" TEXT COLLATE "C" NOT NULL,
    "share" REAL NOT NULL,
    "proposition_id" UUID NOT NULL
);

-- CreateTable
CREATE TABLE "indexed_propositions" (
    "proposition_id" UUID NOT NULL,
    "matcher_version" TEXT NOT NULL,
    "indexed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "indexed_propositions_pkey" PRIMARY KEY ("proposition_id")
);

-- CreateTable
CREATE TABLE "event_terms" (
    "term" TEXT COLLATE "C" NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "event_id" UUID NOT NULL,
    "weight" REAL NOT NULL
);

-- CreateTable
CREATE TABLE "term_counts" (
    "id" UUID NOT NULL,
    "matcher_version" TEXT NOT NULL,
    "documents" INTEGER NOT NULL,
    "frequencies" JSONB NOT NULL,
    "counted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "term_counts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "proposition_terms_proposition_id_idx" ON "proposition_terms"("proposition_id");

-- CreateIndex
CREATE UNIQUE INDEX "proposition_terms_term_share_proposition_id_key" ON "proposition_terms"("term", "share" DESC, "proposition_id");

-- CreateIndex
CREATE INDEX "event_terms_event_id_idx" ON "event_terms"("event_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_terms_term_published_at_event_id_key" ON "event_terms"("term", "published_at" DESC, "event_id");

-- AddForeignKey
ALTER TABLE "proposition_terms" ADD CONSTRAINT "proposition_terms_proposition_id_fkey" FOREIGN KEY ("proposition_id") REFERENCES "propositions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indexed_propositions" ADD CONSTRAINT "indexed_propositions_proposition_id_fkey" FOREIGN KEY ("proposition_id") REFERENCES "propositions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_terms" ADD CONSTRAINT "event_terms_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event_reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Checks
ALTER TABLE "proposition_terms" ADD CONSTRAINT "proposition_terms_share_check" CHECK ("share" > 0 AND "share" <= 1);
ALTER TABLE "proposition_terms" ADD CONSTRAINT "proposition_terms_term_check" CHECK ("term" <> '' AND length("term") <= 100);
ALTER TABLE "event_terms" ADD CONSTRAINT "event_terms_weight_check" CHECK ("weight" > 0 AND "weight" <= 1);
ALTER TABLE "event_terms" ADD CONSTRAINT "event_terms_term_check" CHECK ("term" <> '' AND length("term") <= 400);
ALTER TABLE "term_counts" ADD CONSTRAINT "term_counts_frequencies_check" CHECK (jsonb_typeof("frequencies") = 'array' AND "documents" >= 0);
