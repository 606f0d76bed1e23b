import fs from 'node:fs';
import path from 'node:path';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { ItsFunction, WinkMethods } from 'wink-nlp';
import { splitSentences } from '#core/text';
import { tokenise, tokeniseAll } from './nlp.js';
import { WinkWords, nameOfTag } from './wink-words.js';

const FOLDER = path.join(process.cwd(), 'test', 'cases', 'texts', 'training');

const words = new WinkWords((text) => text.toLowerCase());

function ours(text: string): string[] {
  const found = text
    .split(' ')
    .filter((chars) => chars !== '')
    .flatMap((chars) => words.chunkOf(chars).words);
  const tags = words.tagsOf(found);
  return found.map((word, i) => `${word.text}/${nameOfTag(tags[i] ?? 0)}/${word.lemmaAs(tags[i] ?? 0)}`);
}

function theirs(nlp: WinkMethods, text: string): string[] {
  const its = nlp.its as unknown as Record<'value' | 'pos' | 'lemma', ItsFunction<string>>;
  const tokens = nlp.readDoc(text).tokens();
  const [tags, lemmas] = [tokens.out(its.pos), tokens.out(its.lemma)];
  return tokens.out(its.value).map((value, i) => `${value}/${tags[i] ?? ''}/${lemmas[i] ?? ''}`);
}

describe('words as wink-nlp reads them', () => {
  const sentences = fs
    .readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .slice(0, 12)
    .flatMap((name) => {
      const text = fs.readFileSync(path.join(FOLDER, name), 'utf8');
      return splitSentences(text).map(({ start, end }) =>
        text.slice(start, end).replace(/\s+/gu, ' ').trim(),
      );
    });

  it('have its tokens, tags and lemmas in every sentence of our texts', () => {
    expect(sentences.length).toBeGreaterThan(400);
    const nlp = winkNLP(model, ['pos']);
    expect(sentences.map(ours)).toEqual(sentences.map((sentence) => theirs(nlp, sentence)));
  });

  it('are the same whatever was read before', () => {
    const fresh = (): WinkWords => new WinkWords((text) => text.toLowerCase());
    const read = (reader: WinkWords, chars: string): string[] =>
      reader.chunkOf(chars).words.map(({ text }) => text);
    const [first, second] = [fresh(), fresh()];
    expect(read(first, "year's")).toEqual(['year', "'s"]);
    expect(read(second, "Year's,")).toEqual(["Year's", ',']);
    expect(read(second, "year's")).toEqual(['year', "'s"]);
  });

  it('stand where they are in the text, sentence by sentence as in one call', () => {
    const text =
      'She can\u2019t  come,\u2003he won\'t (not \u201cyet\u201d). \u0001\u0002 5%-7%\u2026 e.g. U.S. "x"--y';
    const tokens = tokenise(text, { start: 0, end: text.length });
    expect(tokens.map(({ start, end }) => text.slice(start, end))).toEqual(tokens.map((token) => token.text));
    const spans = [
      { start: 0, end: 15 },
      { start: 15, end: 15 },
      { start: 17, end: text.length },
    ];
    expect(tokeniseAll(text, spans)).toEqual(spans.map((span) => tokenise(text, span)));
  });
});
