/** An action with who stands before it and who after, as terms; turned round for a passive ("sued by"). */
export interface Role {
  readonly action: string;
  readonly agents: readonly string[];
  readonly patients: readonly string[];
}

const BE_FORMS: ReadonlySet<string> = new Set('is are was were be been being gets got'.split(' '));
/** Actors looked at on either side of an action. */
const REACH = 3;

/** Gathers roles while the words of a text go by: an order of words is all it knows of grammar. */
export class RoleReader {
  readonly roles: Role[] = [];
  private before: string[] = [];
  private open: { action: string; agents: string[]; patients: string[]; isPassive: boolean }[] = [];
  private lastWord = '';

  openSentence(): void {
    this.finish();
    this.before = [];
    this.lastWord = '';
  }

  skip(folded: string): void {
    const last = this.open.at(-1);
    if (folded === 'by' && last?.patients.length === 0) last.isPassive = true;
    this.lastWord = folded;
  }

  addActor(term: string): void {
    for (const role of this.open) if (role.patients.length < REACH) role.patients.push(term);
    this.before.push(term);
    this.lastWord = term;
  }

  addAction(action: string): void {
    const isPassive = BE_FORMS.has(this.lastWord);
    this.open.push({ action, agents: this.before.slice(-REACH), patients: [], isPassive });
    this.lastWord = action;
  }

  private finish(): void {
    for (const { action, agents, patients, isPassive } of this.open) {
      this.roles.push(
        isPassive ? { action, agents: patients, patients: agents } : { action, agents, patients },
      );
    }
    this.open = [];
  }
}
