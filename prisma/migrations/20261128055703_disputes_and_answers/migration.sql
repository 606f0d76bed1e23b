-- AlterTable
ALTER TABLE "claimant_answers" ADD COLUMN     "hidden_reason" TEXT;

-- CreateTable
CREATE TABLE "answer_links" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "claimant_id" UUID NOT NULL,
    "proposition_id" UUID NOT NULL,
    "verdict_version_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdict_tellings" (
    "verdict_version_id" UUID NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verdict_tellings_pkey" PRIMARY KEY ("verdict_version_id")
);

-- CreateTable
CREATE TABLE "thread_entries" (
    "id" UUID NOT NULL,
    "proposition_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "hidden_at" TIMESTAMPTZ(3),
    "hidden_by_id" UUID,

    CONSTRAINT "thread_entries_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "answer_links_token_hash_key" ON "answer_links"("token_hash");

-- CreateIndex
CREATE INDEX "answer_links_claimant_id_proposition_id_idx" ON "answer_links"("claimant_id", "proposition_id");

-- CreateIndex
CREATE INDEX "answer_links_proposition_id_idx" ON "answer_links"("proposition_id");

-- CreateIndex
CREATE INDEX "answer_links_verdict_version_id_idx" ON "answer_links"("verdict_version_id");

-- CreateIndex
CREATE INDEX "thread_entries_proposition_id_added_at_idx" ON "thread_entries"("proposition_id", "added_at");

-- CreateIndex
CREATE INDEX "thread_entries_author_id_idx" ON "thread_entries"("author_id");

-- CreateIndex
CREATE INDEX "thread_entries_hidden_by_id_idx" ON "thread_entries"("hidden_by_id");

-- AddForeignKey
ALTER TABLE "answer_links" ADD CONSTRAINT "answer_links_claimant_id_fkey" FOREIGN KEY ("claimant_id") REFERENCES "claimants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_links" ADD CONSTRAINT "answer_links_proposition_id_fkey" FOREIGN KEY ("proposition_id") REFERENCES "propositions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_links" ADD CONSTRAINT "answer_links_verdict_version_id_fkey" FOREIGN KEY ("verdict_version_id") REFERENCES "verdict_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_tellings" ADD CONSTRAINT "verdict_tellings_verdict_version_id_fkey" FOREIGN KEY ("verdict_version_id") REFERENCES "verdict_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_entries" ADD CONSTRAINT "thread_entries_proposition_id_fkey" FOREIGN KEY ("proposition_id") REFERENCES "propositions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_entries" ADD CONSTRAINT "thread_entries_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_entries" ADD CONSTRAINT "thread_entries_hidden_by_id_fkey" FOREIGN KEY ("hidden_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
