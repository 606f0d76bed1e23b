-- CreateIndex
CREATE INDEX "propositions_deadline_on_idx" ON "propositions"("deadline_on");
