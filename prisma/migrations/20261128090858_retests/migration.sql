-- AlterTable
ALTER TABLE "leases" ADD COLUMN     "retest_id" UUID;

-- CreateTable
CREATE TABLE "retests" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "proposition_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "answer" "answer",
    "void_reason" "void_reason",
    "occurred_on" DATE,
    "dropped_at" TIMESTAMPTZ(3),

    CONSTRAINT "retests_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "retests_review_id_key" ON "retests"("review_id");

-- CreateIndex
CREATE INDEX "retests_user_id_idx" ON "retests"("user_id");

-- CreateIndex
CREATE INDEX "retests_proposition_id_idx" ON "retests"("proposition_id");

-- CreateIndex
CREATE INDEX "retests_round_id_idx" ON "retests"("round_id");

-- CreateIndex
CREATE INDEX "leases_retest_id_idx" ON "leases"("retest_id");

-- AddForeignKey
ALTER TABLE "leases" ADD CONSTRAINT "leases_retest_id_fkey" FOREIGN KEY ("retest_id") REFERENCES "retests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retests" ADD CONSTRAINT "retests_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "reviews"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retests" ADD CONSTRAINT "retests_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retests" ADD CONSTRAINT "retests_proposition_id_fkey" FOREIGN KEY ("proposition_id") REFERENCES "propositions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retests" ADD CONSTRAINT "retests_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "rounds"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
