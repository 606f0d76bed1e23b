-- CreateTable
CREATE TABLE "retests" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" "answer",
    "void_reason" "void_reason",
    "occurred_on" DATE,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "retests_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "retests_review_id_key" ON "retests"("review_id");

-- CreateIndex
CREATE INDEX "retests_answered_at_asked_at_idx" ON "retests"("answered_at", "asked_at");

-- CreateIndex
CREATE INDEX "propositions_deadline_on_idx" ON "propositions"("deadline_on");

-- AddForeignKey
ALTER TABLE "retests" ADD CONSTRAINT "retests_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "reviews"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
