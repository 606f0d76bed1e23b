import { t, type PlainMessageId } from '#ui/i18n';

const TERMS: readonly (readonly [term: PlainMessageId, meaning: PlainMessageId])[] = [
  ['board.col.skill', 'board.term.skill'],
  ['board.col.rank', 'board.term.rank'],
  ['board.col.brier', 'board.term.brier'],
  ['board.col.n', 'board.term.scored'],
  ['board.col.families', 'board.term.families'],
  ['board.col.hitRate', 'board.term.hitRate'],
  ['board.col.scoreable', 'board.term.scoreable'],
  ['board.col.pending', 'board.term.pending'],
  ['board.col.beforeDeadline', 'board.term.beforeDeadline'],
  ['board.col.void', 'board.term.void'],
  ['board.col.conditionUnmet', 'board.term.conditionUnmet'],
  ['board.col.ambiguous', 'board.term.ambiguous'],
  ['board.col.unscoreable', 'board.term.unscoreable'],
];

/** What each column counts, in a sentence. */
export function BoardTerms() {
  return (
    <section className="ot-terms" aria-labelledby="terms">
      <h2 id="terms">{t('board.terms.title')}</h2>
      <dl>
        {TERMS.map(([term, meaning]) => (
          <div key={term}>
            <dt>{t(term)}</dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href="/method">{t('board.terms.method')}</a>
      </p>
    </section>
  );
}
