-- CreateEnum
CREATE TYPE "skip_reason" AS ENUM ('no_access', 'not_my_field', 'unclear_wording', 'needs_time', 'other');

-- AlterTable
ALTER TABLE "assignments" ADD COLUMN     "due_on" DATE,
ADD COLUMN     "group_id" UUID,
ADD COLUMN     "note" TEXT NOT NULL DEFAULT '',
ALTER COLUMN "user_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "evidence" ADD COLUMN     "copy_id" UUID;

-- CreateTable
CREATE TABLE "snoozes" (
    "user_id" UUID NOT NULL,
    "proposition_id" UUID NOT NULL,
    "snoozed_at" TIMESTAMPTZ(3) NOT NULL,
    "until_on" DATE NOT NULL,
    "until_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "snoozes_pkey" PRIMARY KEY ("user_id","proposition_id")
);

-- CreateTable
CREATE TABLE "skips" (
    "user_id" UUID NOT NULL,
    "proposition_id" UUID NOT NULL,
    "round_number" INTEGER NOT NULL,
    "reason" "skip_reason" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "skipped_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "skips_pkey" PRIMARY KEY ("user_id","proposition_id","round_number")
);

-- CreateTable
CREATE TABLE "inbox_views" (
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "inbox_views_pkey" PRIMARY KEY ("user_id","name")
);

-- CreateTable
CREATE TABLE "evidence_copies" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "published_on" DATE,
    "text" TEXT NOT NULL,
    "text_sha256" TEXT NOT NULL,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL,
    "fetched_by_id" UUID NOT NULL,

    CONSTRAINT "evidence_copies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unblindings" (
    "user_id" UUID NOT NULL,
    "proposition_id" UUID NOT NULL,
    "unblinded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "unblindings_pkey" PRIMARY KEY ("user_id","proposition_id")
);

-- CreateIndex
CREATE INDEX "snoozes_proposition_id_idx" ON "snoozes"("proposition_id");

-- CreateIndex
CREATE INDEX "skips_proposition_id_round_number_idx" ON "skips"("proposition_id", "round_number");

-- CreateIndex
CREATE INDEX "evidence_copies_fetched_by_id_idx" ON "evidence_copies"("fetched_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_copies_url_text_sha256_key" ON "evidence_copies"("url", "text_sha256");

-- CreateIndex
CREATE INDEX "unblindings_proposition_id_idx" ON "unblindings"("proposition_id");

-- CreateIndex
CREATE INDEX "assignments_group_id_idx" ON "assignments"("group_id");

-- CreateIndex
CREATE UNIQUE INDEX "assignments_round_id_group_id_key" ON "assignments"("round_id", "group_id");

-- CreateIndex
CREATE INDEX "evidence_copy_id_idx" ON "evidence"("copy_id");

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snoozes" ADD CONSTRAINT "snoozes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snoozes" ADD CONSTRAINT "snoozes_proposition_id_fkey" FOREIGN KEY ("proposition_id") REFERENCES "propositions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skips" ADD CONSTRAINT "skips_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skips" ADD CONSTRAINT "skips_proposition_id_fkey" FOREIGN KEY ("proposition_id") REFERENCES "propositions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbox_views" ADD CONSTRAINT "inbox_views_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_copies" ADD CONSTRAINT "evidence_copies_fetched_by_id_fkey" FOREIGN KEY ("fetched_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unblindings" ADD CONSTRAINT "unblindings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unblindings" ADD CONSTRAINT "unblindings_proposition_id_fkey" FOREIGN KEY ("proposition_id") REFERENCES "propositions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_copy_id_fkey" FOREIGN KEY ("copy_id") REFERENCES "evidence_copies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
