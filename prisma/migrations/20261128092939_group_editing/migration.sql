-- DropIndex
DROP INDEX "groups_name_key";

-- AlterTable
ALTER TABLE "groups" ADD COLUMN     "removed_at" TIMESTAMPTZ(3),
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
